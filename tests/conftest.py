"""What tests share: where the bench data are, and an engine that reads a toy language."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, load_knowledge
from dragoman.records import Coding, Document, Entity, Event, Evidence, PublicationDate, Refusal, Sentence, Span


@pytest.fixture(scope="session")
def bench_folder() -> Path:
    """Return the folder of bench data; without it the test is skipped, but fails where CI runs it."""
    root = Path(__file__).parents[1]
    folder = Path(os.environ.get("DRAGOMAN_BENCH") or root / ".." / "shared" / "bench")
    if (folder / "news").is_dir():
        return folder.resolve()
    missing = f"there are no bench data at {folder}; name their folder in DRAGOMAN_BENCH"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session", autouse=True)
def compiled_packs(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep compiled packs of tests apart from the user's, but once for all tests."""
    if "DRAGOMAN_CACHE" not in os.environ:
        base = tmp_path_factory.getbasetemp()
        shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
        os.environ["DRAGOMAN_CACHE"] = str(shared / "packs")


TOYS = Path(__file__).parent / "engine" / "toys"


@pytest.fixture(scope="session")
def toys() -> Knowledge:
    """Return the engine with the languages that nobody speaks."""
    return load_knowledge((), folders={folder.name: folder for folder in sorted(TOYS.iterdir())})


TOLD = re.compile(r"([A-Z]{3}) (accuses|meets) ([A-Z]{3})")


def read_toy(document: Document, knowledge: object = None, terms: bool = True) -> Coding:
    """Read "KOR accuses PRK" and "KOR meets PRK"; "boom" raises, "unreadable" fails, "murmur" is refused."""
    text = document.text
    if "boom" in text:
        raise RuntimeError("boom")
    published = PublicationDate(document.published, "metadata" if document.published else "unknown")
    if "unreadable" in text:
        return Coding(document, published, error="nobody can read this")
    sentences = (Sentence(0, Span(0, len(text))),)
    events = tuple(_event(document, found) for found in TOLD.finditer(text))
    murmurs = tuple(Refusal("no-actor", 0, Span(*m.span()), "murmur") for m in re.finditer("murmur", text))
    return Coding(document, published, sentences, events, murmurs, version="toy")


def _event(document: Document, found: re.Match[str]) -> Event:
    actor, verb, other = found.groups()
    meets = verb == "meets"
    parties = (Entity(actor, "GOV", actor), Entity(other, "GOV", other))
    return Event(
        id=f"{document.doc}-{actor}-{verb}-{other}",
        type="CONSULT" if meets else "ACCUSE",
        mode=None,
        context=(),
        actor=parties if meets else parties[:1],
        recipient=() if meets else parties[1:],
        date=document.published,
        enddate=document.published,
        granularity="day" if document.published else None,
        date_basis="publication",
        edtf=document.published or "",
        planned=None,
        status="actual",
        historical=False,
        place=None,
        attribution=(),
        evidence=(Evidence(0, Span(*found.span(2)), (Span(*found.span(1)),), (Span(*found.span(3)),)),),
        quad=1 if meets else 3,
        scale=0.0,
        cameo=None,
        confidence=1.0,
        rule="toy",
        act=verb,
    )


@pytest.fixture
def toy_engine(monkeypatch: pytest.MonkeyPatch) -> Callable[[Document], Coding]:
    """Put the toy engine in the place of the real one."""
    monkeypatch.setattr("dragoman.runner.task.analyse", read_toy)
    monkeypatch.setattr("dragoman.cli.knowledge.known_languages", lambda: ("en", "id"))
    monkeypatch.setattr("dragoman.cli.knowledge.open_knowledge", lambda settings: object())
    return read_toy
