"""`dragoman bench`: figures against the bench data."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.pipeline import Knowledge
    from dragoman.runner.bench import Measured


@click.command("bench")
@click.option("--languages", metavar="xx,yy", help="Languages to measure; else every language with a pack and news.")
@click.option("--folder", type=click.Path(file_okay=False), help="Bench data; else $DRAGOMAN_BENCH or ../shared/bench.")
@click.option(
    "--floors",
    type=click.Path(dir_okay=False),
    default="bench-floors.yaml",
    show_default=True,
    help="Figures that may not be fallen below; passed over when absent.",
)
@click.option("--articles", type=click.IntRange(min=0), default=2000, show_default=True, help="To time; 0 skips that.")
@click.option("--stories", is_flag=True, help="Measure stories too, which takes some minutes.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
def command(
    languages: str | None, folder: str | None, floors: str, articles: int, stories: bool, as_json: bool
) -> None:
    """Measure accuracy, speed and memory against the bench data.

    Prints for the seed article and for the news of each language the F1 of events, of types and of dyads, how often
    date, status, sector and attribution are right on matched events, and the false events per article that has none;
    how far each language finds the events that English finds; the macro F1 of `relate` on the pairs it was trained on;
    then articles a second with one and two processes, the most memory they held, and the memory of all packs together.
    With --stories, by pairs of articles, how well stories gather copies made of the news in one language, and the
    versions of the news in thirteen.

    Exit code 0; 1 when a figure is below its floor or the bench data are missing; 2 for wrong usage.
    """
    import json

    from dragoman.cli.knowledge import knowledge
    from dragoman.cli.progress import watched
    from dragoman.packs.load import known_languages
    from dragoman.runner.bench import measure_news, measure_seed, news_file, parity
    from dragoman.runner.pair_scoring import measure_pairs, pairs_file

    bench = _bench_folder(folder)
    chosen = languages.split(",") if languages else [c for c in known_languages() if news_file(bench, c).is_file()]
    for code in chosen:
        if not news_file(bench, code).is_file():
            raise click.BadParameter(f"there are no news in {code!r}", param_hint="--languages")
    known = knowledge()
    measured = [measure_news(bench, code, known) for code in watched(chosen, "measuring", total=len(chosen))]
    if "id" in known_languages() and (bench / "seed").is_dir():
        measured.insert(0, measure_seed(bench, known))
    figures = {name: value for one in measured for name, value in one.figures().items()}
    english = next((one for one in measured if one.name == "en"), None)
    if english is not None:
        others = [one for one in measured if one.name not in {"en", "seed"}]
        figures |= {f"{one.name}.parity": parity(one, english) for one in others}
    if not as_json:
        _print_table(measured, figures)
    if english is not None and pairs_file(bench).is_file():
        pairs = measure_pairs(bench, known)
        figures |= pairs
        if not as_json:
            told = ", ".join(f"{name.removeprefix('pairs.')} {value:.3f}" for name, value in pairs.items())
            click.echo(f"pairs it was trained on, macro F1: {told}")
    if stories:
        figures |= _stories(bench, known, as_json)
    if articles and chosen:
        figures |= _speed(news_file(bench, "en" if "en" in chosen else chosen[0]), articles, as_json)
        figures |= _memory(chosen, as_json)
    if as_json:
        click.echo(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=1))
    _compare(figures, Path(floors))


def _bench_folder(folder: str | None) -> Path:
    from dragoman.cli.trouble import Trouble

    path = Path(folder or os.environ.get("DRAGOMAN_BENCH") or "../shared/bench")
    if not (path / "news").is_dir():
        raise Trouble(f"there are no bench data at {path}; name their folder with --folder or DRAGOMAN_BENCH")
    return path


def _print_table(measured: list["Measured"], figures: dict[str, float]) -> None:
    fields = ("date", "status", "sector", "attribution")
    names = ("set", "event", "P", "R", "type", "dyad", *fields, "false/0", "parity", "failed")
    click.echo(" ".join(f"{name:>{max(6, len(name))}}" for name in names))
    for one in measured:
        levels, score = one.score.levels, one.score
        event = levels["event"]
        values = [
            event.f1,
            event.precision,
            event.recall,
            levels["type"].f1,
            levels["dyad"].f1,
            *map(score.share, fields),
        ]
        cells = [one.name, *(f"{v:.3f}" for v in values)]
        cells.append(f"{score.false_per_eventless:.2f}" if score.eventless else "–")
        same = figures.get(f"{one.name}.parity")
        cells += ["–" if same is None else f"{same:.3f}", str(one.failed)]
        click.echo(" ".join(f"{cell:>{max(6, len(name))}}" for cell, name in zip(cells, names, strict=True)))


def _stories(bench: Path, known: "Knowledge", quiet: bool) -> dict[str, float]:
    from dragoman.runner.story_scoring import measure_copies, measure_languages

    figures: dict[str, float] = {}
    for name, measure in (("copies", measure_copies), ("languages", measure_languages)):
        score = measure(bench, known)
        figures |= {f"stories.{name}.{key}": value for key, value in score.figures().items()}
        if not quiet:
            told = ", ".join(f"{key} {value:.3f}" for key, value in score.figures().items())
            click.echo(f"stories, {name}: {told} ({score.articles} articles in {score.stories} stories)")
    return figures


def _speed(source: Path, articles: int, quiet: bool) -> dict[str, float]:
    import tempfile

    from dragoman.runner.speed import time_code, write_articles

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        write_articles(source, file, articles)
        runs = [time_code(file, articles, jobs) for jobs in (1, 2)]
    for run in runs if not quiet else ():
        memory = "" if run.memory_mb is None else f", at most {run.memory_mb:.0f} MB"
        click.echo(f"--jobs {run.jobs}: {run.rate:.0f} articles a second ({articles} in {run.seconds:.1f} s){memory}")
    held = max((run.memory_mb or 0.0 for run in runs), default=0.0)
    figures = {"speed.jobs1": runs[0].rate, "speed.jobs2": runs[1].rate, "speed.ratio": runs[1].rate / runs[0].rate}
    return {**figures, **({"speed.memory_mb": held} if held else {})}


def _memory(codes: list[str], quiet: bool) -> dict[str, float]:
    from dragoman.runner.speed import memory_of_packs

    held = memory_of_packs(tuple(codes))
    if held is None:
        return {}
    if not quiet:
        click.echo(f"{len(codes)} packs loaded in one process: {held:.0f} MB")
    return {"memory.packs_mb": held}


def _compare(figures: dict[str, float], path: Path) -> None:
    from dragoman.cli.trouble import Trouble
    from dragoman.packs.yaml_file import BadData
    from dragoman.runner.floors import breaches, load_floors

    if not path.is_file():
        return
    try:
        broken = breaches(figures, load_floors(path))
    except BadData as error:
        raise Trouble(str(error)) from None
    for line in broken:
        click.echo(f"dragoman: {line}", err=True)
    if broken:
        raise click.exceptions.Exit(1)
