"""`dragoman check`: lint packs and run their examples."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.runner.check import Checked


@click.command("check")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option("--holes", is_flag=True, help="List the concepts without words too.")
def command(languages: tuple[str, ...], holes: bool) -> None:
    """Check language packs: lint, examples, counter-examples, known gaps.

    LANG: codes of packs; without any, all packs. An example must be read as the act it stands under, with the actors
    and recipients it marks; a sentence under `not` must not; one under `gaps` must fail, so that a gap that closed is
    noticed.

    Exit code 0; 1 when a pack has errors or an example fails; 2 for wrong usage.
    """
    from dragoman.cli.knowledge import knowledge
    from dragoman.cli.progress import watched
    from dragoman.cli.trouble import Trouble
    from dragoman.packs.load import UnknownLanguage, known_languages
    from dragoman.packs.yaml_file import BadData
    from dragoman.runner.check import check_pack

    chosen = languages or known_languages()
    known, sound = knowledge(), True
    for language in watched(chosen, "checking", total=len(chosen)):
        try:
            checked = check_pack(language, known)
        except UnknownLanguage as error:
            raise click.UsageError(str(error)) from None
        except BadData as error:
            click.echo(f"{language}: {error}")
            sound = False
            continue
        _report(checked, holes)
        sound = sound and checked.sound
    if not chosen:
        raise Trouble("there are no language packs")
    if not sound:
        raise click.exceptions.Exit(1)


def _report(checked: "Checked", holes: bool) -> None:
    """Print findings and failures line by line, and the counts."""
    language = checked.language
    for finding in checked.findings:
        if finding.severity != "hole" or holes:
            click.echo(f"{language}/{finding}")
    for verdict in checked.failures:
        click.echo(f"{language}/acts.yaml: {verdict.act}: {verdict.field}: {verdict.written}\n    {verdict.why}")
    of = {field: [v for v in checked.verdicts if v.field == field] for field in ("examples", "not", "gaps")}
    held = {field: sum(v.why is None for v in verdicts) for field, verdicts in of.items()}
    counts = {s: sum(f.severity == s for f in checked.findings) for s in ("error", "warning", "hole")}
    click.echo(
        f"{language}: {held['examples']} of {len(of['examples'])} examples and {held['not']} of {len(of['not'])} "
        f"counter-examples hold, {held['gaps']} of {len(of['gaps'])} known gaps; "
        f"{counts['error']} errors, {counts['warning']} warnings, {counts['hole']} concepts without words"
    )
