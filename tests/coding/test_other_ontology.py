"""Another ontology is another file: the same toy sentences under ACLED's event types."""

from pathlib import Path

import pytest
from making import KOR, RUS, clause

from dragoman.coding.codebook import load_codebook
from dragoman.coding.decide import Decision, decide
from dragoman.packs.load import DATA, load_concepts
from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Document, Event, Span

PAGE = Path(__file__).parents[2] / "docs" / "concepts-and-codebooks.md"
TOYS = Path(__file__).parents[1] / "engine" / "toys"


@pytest.fixture(scope="module")
def acled() -> Knowledge:
    folders = {code: TOYS / code for code in ("tsv", "tvs")}
    return load_knowledge((), codebook=DATA / "codebooks" / "acled-like.yaml", folders=folders)


def events(knowledge: Knowledge, text: str, language: str = "tsv") -> tuple[Event, ...]:
    coding = analyse(Document("toy", text, language, "2024-06-14", sentences=(Span(0, len(text)),)), knowledge)
    assert coding.error is None
    return coding.events


@pytest.mark.parametrize(
    ("language", "text", "kind", "mode", "plover"),
    [
        ("tsv", "Rusod soldoz kovid Ukrod soldoz.", "Battles", "armed-clash", "ASSAULT"),
        ("tsv", "Rusod soldoz kovid Ukrod aktivoz.", "Violence against civilians", "attack", "ASSAULT"),
        ("tsv", "Polso grapid dudek aktivoz na Korodo.", "Strategic developments", "arrests", "COERCE"),
        ("tsv", "Rusod soldoz retrid.", "Strategic developments", "territory-handed-over", "RETREAT"),
        ("tvs", "hajam jundin rusodo ukrodo.", "Battles", "armed-clash", "ASSAULT"),
    ],
)
def test_a_sentence_gets_the_type_of_the_ontology_that_is_asked(
    acled: Knowledge, toys: Knowledge, language: str, text: str, kind: str, mode: str, plover: str
) -> None:
    (event,) = events(acled, text, language)
    assert (event.type, event.mode, event.rule.partition(":")[0]) == (kind, mode, "acled-like")
    assert [e.type for e in events(toys, text, language)] == [plover]


def test_sides_dates_and_status_do_not_depend_on_the_ontology(acled: Knowledge, toys: Knowledge) -> None:
    text = "Lo prezo de Korodo dikid ke Rusod soldoz kovid Ukrod aktivoz."
    (one,), (other,) = events(acled, text), events(toys, text)
    assert (one.actor, one.recipient, one.attribution) == (other.actor, other.recipient, other.attribution)
    assert (one.date, one.date_basis, one.status) == (other.date, other.date_basis, other.status)
    assert one.id != other.id


@pytest.mark.parametrize("text", ["Korodo blagid Rusodo.", "Korodo rendzid kun Ukrodo."])
def test_words_and_meetings_are_no_events_of_an_ontology_of_violence(
    acled: Knowledge, toys: Knowledge, text: str
) -> None:
    assert events(acled, text) == ()
    assert len(events(toys, text)) == 1


def test_the_codebook_of_the_documentation_is_one(tmp_path: Path) -> None:
    path = tmp_path / "threats-only.yaml"
    path.write_text(PAGE.read_text("utf-8").split("```yaml\n")[1].split("```")[0], "utf-8")
    codebook, concepts = load_codebook(path), load_concepts()
    told = [decide(clause("threaten", RUS, KOR, themes=(t,)), codebook, concepts) for t in ("war", "tariff", "money")]
    assert [d.mode if isinstance(d, Decision) else d.reason for d in told] == ["force", "trade", "another-threat"]
