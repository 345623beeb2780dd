"""Each language reads its own time words; the cases stand in `cases/<code>.txt`, published on Friday 14 June 2024."""

import re
from pathlib import Path

import pytest

from dragoman.timex import find_times, load_time_words

PUBLISHED = "2024-06-14"
FOLDER = Path(__file__).parent / "cases"
_VALUE = re.compile(r"(\S+)\.\.(\S+) (\S+)(.*)")
_EXTRAS = {"kind": {"duration", "recurrence", "vague"}, "relation": {"since", "until", "before", "after"}}


def read_cases() -> list[tuple[str, str, str]]:
    cases = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            marked, _, value = line.rpartition("|")
            cases.append((path.stem, marked.strip(), value.strip()))
    return cases


CASES = read_cases()


@pytest.mark.parametrize(("code", "marked", "value"), CASES, ids=[f"{c}: {m}" for c, m, _ in CASES])
def test_a_sentence_yields_just_the_marked_expression_with_its_value(code: str, marked: str, value: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find_times(text, 0, len(text), load_time_words(code), PUBLISHED)
    if value == "none":
        assert found == ()
        return
    wanted = marked[marked.index("[") + 1 : marked.index("]")]
    assert [time.span.of(text) for time in found] == [wanted]
    assert found[0].span.start == marked.index("[")
    matched = _VALUE.fullmatch(value)
    assert matched is not None, value
    earliest, latest, grain, extras = matched.groups()
    time = found[0]
    assert (str(time.earliest), str(time.latest), time.grain or "-") == (earliest, latest, grain)
    for extra in extras.split():
        assert extra in (time.kind if extra in _EXTRAS["kind"] else time.relation)


def test_every_language_has_its_cases() -> None:
    first = ("en", "id", "vi", "ko", "ru", "zh", "ja", "es", "fr", "de", "pt", "ar", "tr")
    counted = {path.stem: sum(1 for code, _, _ in CASES if code == path.stem) for path in FOLDER.glob("*.txt")}
    assert all(counted[code] >= 12 for code in first)
    assert len(counted) == 30
    assert all(number >= 6 for number in counted.values())
