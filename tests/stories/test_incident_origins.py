"""Copies, agencies and shared speakers are folded, and the steps say so."""

import sys
from pathlib import Path

from dragoman.records.incident import Voice
from dragoman.stories.incident_origins import origins_of, speaker_name

sys.path.insert(0, str(Path(__file__).parent))
from incident_making import SEOUL, telling


def names(*told: object) -> list[tuple[str, str]]:
    return [(origin.kind, origin.name) for origin in origins_of(told)[0]]  # type: ignore[arg-type]


def test_copies_of_one_text_are_one_story() -> None:
    told = [telling("courier"), telling("gazette", story="story-courier", published="2026-05-12")]
    origins, steps = origins_of(told)
    assert [(o.kind, o.name, o.stories) for o in origins] == [("outlet", "Courier", ("story-courier",))]
    assert "copies folded: gazette carry the text of courier" in steps
    assert steps[-1] == "1 independent origin"


def test_outlets_in_their_own_voice_are_independent() -> None:
    assert names(telling("courier"), telling("gazette")) == [("outlet", "Courier"), ("outlet", "Gazette")]


def test_outlets_that_took_it_from_one_agency_are_one_origin() -> None:
    told = [telling("courier", agency="Wire"), telling("gazette", agency="Wire"), telling("herald")]
    assert names(*told) == [("agency", "Wire"), ("outlet", "Herald")]


def test_outlets_that_quote_one_speaker_are_one_origin() -> None:
    told = [telling("courier", voices=(SEOUL,)), telling("gazette", voices=(SEOUL,), agency="Wire")]
    origins, _ = origins_of(told)
    assert [(o.kind, o.name, len(o.stories)) for o in origins] == [("speaker", "KOR", 2)]
    assert "one speaker" in origins[0].reason


def test_ministry_and_army_of_one_state_are_one_speaker() -> None:
    assert speaker_name(Voice("KOR", "GOV", "the ministry")) == speaker_name(SEOUL) == "KOR"
    assert speaker_name(Voice("KOR", "OPP", "the opposition")) == "KOR/OPP"
    assert speaker_name(Voice(None, None, "a witness")) == "a witness"


def test_two_speakers_in_one_story_are_two_origins() -> None:
    other = Voice("PRK", "GOV", "Pyongyang")
    assert names(telling("courier", voices=(SEOUL, other))) == [("speaker", "KOR"), ("speaker", "PRK")]


def test_what_comes_from_an_agency_rests_on_the_speaker_its_own_text_names() -> None:
    told = [telling("wire", agency="Wire", voices=(SEOUL,)), telling("courier", agency="Wire")]
    assert names(*told) == [("speaker", "KOR")]


def test_a_medium_named_as_source_is_the_agency() -> None:
    assert names(telling("courier", voices=(Voice(None, "JRN", "Wire", True),))) == [("agency", "Wire")]


def test_an_article_of_unknown_outlet_is_its_own_origin() -> None:
    assert names(telling("x1", outlet=""), telling("x2", outlet="")) == [
        ("outlet", "article x1"),
        ("outlet", "article x2"),
    ]
