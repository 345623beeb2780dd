"""Compile time.yaml and babel's names into TimeWords."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dragoman.packs.fold import Fold
from dragoman.packs.load import DATA
from dragoman.packs.yaml_file import BadData, load_typed
from dragoman.timex.names import names_of
from dragoman.timex.schema import GROUPS, RELATIONS, SEASONS, UNITS, TimeData
from dragoman.timex.template import BadTemplate, Symbol, expand, meaning_of
from dragoman.timex.words import CAPITAL, CAREFUL, PLURAL, TOKENS, WEAK, End, Entry, TimeWords

_TELLING = frozenset({"month", "weekday", "season", "era", "decade-word"})


def load_time_file(path: Path) -> TimeData:
    """Read one time.yaml; raise BadData naming file and field."""
    data = load_typed(path, TimeData)
    for kind, known in (("units", UNITS), ("seasons", SEASONS)):
        for key in getattr(data, kind):
            if key not in known:
                raise BadData(path, f"$.{kind}", f"has {key!r}; use: {', '.join(known)}")
    for kind, number in (("months", 12), ("weekdays", 7), ("solar_months", 12)):
        rows = getattr(data, kind)
        if rows and len(rows) != number:
            raise BadData(path, f"$.{kind}", f"holds {len(rows)} lists; give {number}")
    for offset in data.days:
        if not offset.lstrip("-").isdecimal():
            raise BadData(path, "$.days", f"has {offset!r}; use whole numbers of days from publication, such as -1")
    for key in (*data.numerals, *data.decades):
        if not key.isdecimal():
            raise BadData(path, "$.numerals", f"has {key!r}; use whole numbers")
    for kind in ("relations", "relations_after"):
        for key in getattr(data, kind):
            if key not in RELATIONS:
                raise BadData(path, f"$.{kind}", f"has {key!r}; use: {', '.join(RELATIONS)}")
    return data


@cache
def load_time_words(code: str) -> TimeWords:
    """Read and compile the time words of a language; without a file it has babel's names only."""
    path = DATA / "languages" / code / "time.yaml"
    if not path.is_file():
        return compile_times(TimeData(dates=("{weekday}", "{month}", "{day} {month} {year}", "{day} {month}",
                                             "{month} {year}", "{month} {day}, {year}", "{year}")), code)  # fmt: skip
    try:
        return compile_times(load_time_file(path), code)
    except BadTemplate as error:
        raise BadData(path, "", str(error)) from None


def compile_times(data: TimeData, code: str = "") -> TimeWords:
    """Build the time words of one language; pure. `code` names the babel locale ("" for none)."""
    return _Builder(data, code).build()


class _Builder:
    def __init__(self, data: TimeData, code: str) -> None:
        self.data, self.code = data, code
        self.folding = Fold(data.fold)
        self.forms: dict[str, list[Entry]] = {}
        self.trie: list[dict[str, list[tuple[str, int]]]] = [{}]
        self.ends: dict[int, list[End]] = {}
        self.triggers: set[str] = set()
        self.rank = 0
        self.capital = frozenset(self.key(word) for word in data.capital)
        self.careful = frozenset(self.key(word) for word in data.careful)
        self.known: set[tuple[str, str]] = set()

    def key(self, text: str) -> str:
        return text.translate(self.folding)

    def split(self, text: str) -> list[str]:
        key = self.key(text)
        return TOKENS[self.data.apostrophe].findall(key) if self.data.spaced else key.split()

    # -- words -------------------------------------------------------------------------------------------

    def add(self, written: str, symbol: str, value: Any, marks: int = 0, trigger: bool = False) -> None:
        """Add a word or phrase; a word in `capital` counts only with one."""
        key = self.key(written)
        if symbol in ("month", "weekday", "season"):
            marks |= (CAPITAL if key in self.capital else 0) | (CAREFUL if key in self.careful else 0)
        for variant in _variants(key):
            tokens = self.split(variant) if self.data.spaced else [variant]
            if not tokens:
                continue
            if trigger:
                self._trigger_tokens(tokens)
            self._add(tokens, symbol, value, marks)
            for relation, glued in self._glued(tokens):
                vouched = glued[-1] == tokens[-1] or (len(tokens) == 1 and glued[0].endswith(tokens[0]))
                self._add(glued, symbol, value, marks & ~CAREFUL if vouched else marks, relation)

    def _add(self, tokens: list[str], symbol: str, value: Any, marks: int, relation: str = "") -> None:
        entry: Entry = (tuple(tokens[1:]), symbol, value, marks, relation)
        held = self.forms.setdefault(tokens[0], [])
        if entry not in held:
            held.append(entry)

    def _glued(self, tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
        """Yield the tokens with a particle glued before the first or after the last, and what it says."""
        if not self.data.spaced or not tokens[-1][0].isalpha():
            return
        after = self.data.glued_after.items()
        for particle, relation in after:
            yield relation, [*tokens[:-1], tokens[-1] + self.key(particle)]
        for particle, relation in self.data.glued_before.items():
            yield relation, [self.key(particle) + tokens[0], *tokens[1:]]

    def add_words(self) -> None:
        data = self.data
        for form, kind, number, weak in names_of(self.code, data):
            bare = form.rstrip(".॰")
            for written in {form, bare, f"{bare}."} if weak else {form}:
                self.add(written, "month" if kind == "solar" else kind, -number if kind == "solar" else number,
                         WEAK if weak else 0, trigger=True)  # fmt: skip
        plurals = {self.key(form) for form in data.plurals}
        for unit, forms in data.units.items():
            for form in forms:
                self.add(form, "unit", unit, PLURAL if self.key(form) in plurals else 0)
        for season, forms in data.seasons.items():
            for form in forms:
                self.add(form, "season", season, trigger=True)
        for number_text, forms in data.numerals.items():
            for form in forms:
                self.add(form, "n", int(number_text))
        for year, forms in data.decades.items():
            for form in forms:
                self.add(form, "decade-word", int(year), trigger=True)
        for form in data.few:
            self.add(form, "n", "few")
        for era, before_first in data.eras.items():
            self.add(era, "era", before_first, trigger=True)
        for name, forms in data.words.items():
            for form in forms:
                self.add(form, f"@{name}", None)

    # -- templates ---------------------------------------------------------------------------------------

    def add_templates(self) -> None:
        for group in GROUPS:
            given = getattr(self.data, group)
            rows: Iterable[tuple[Any, tuple[str, ...]]] = ((None, given),)
            if isinstance(given, dict):
                rows = ((int(offset), templates) for offset, templates in given.items())
            for value, templates in rows:
                for template in templates:
                    self.rank += 1
                    words, slots = meaning_of(template, UNITS)
                    for symbols in expand(words, self.data.words, self.split):
                        self._template(symbols, group, slots or value)

    def _template(self, symbols: tuple[Symbol, ...], group: str, value: Any) -> None:
        node = 0
        for kind, slot in symbols:
            if kind[0] == "=" and (kind, "") not in self.known:
                self.known.add((kind, ""))
                self.add(kind[1:], kind, None)
            rows = self.trie[node].setdefault(kind, [])
            following = next((n for s, n in rows if s == slot), None)
            if following is None:
                following = len(self.trie)
                self.trie.append({})
                rows.append((slot, following))
            node = following
        held = self.ends.setdefault(node, [])
        if all(end[1] != group for end in held):
            held.append((0 if group == "ignore" else self.rank, group, value, len(symbols)))
        if group not in ("clock", "ignore"):  # nothing by themselves
            self._trigger(symbols)

    def _trigger(self, symbols: tuple[Symbol, ...]) -> None:
        """Note the words without which the template cannot match: one is enough."""
        kinds = {kind for kind, _ in symbols}
        if kinds & _TELLING or "year" in kinds:
            return
        if "unit" in kinds:
            for forms in self.data.units.values():
                for form in forms:
                    self._trigger_word(self.key(form))
            return
        literals = [kind[1:] for kind, _ in symbols if kind[0] == "="]
        if "decade" in kinds and max(map(len, literals), default=0) < 3:
            return
        if literals:
            self._trigger_word(max(literals, key=len))
            return
        for name in [kind[1:] for kind, _ in symbols if kind[0] == "@"][:1]:
            for form in self.data.words[name]:
                self._trigger_word(self.key(form))

    def _trigger_word(self, key: str) -> None:
        for variant in _variants(key):
            tokens = self.split(variant) if self.data.spaced else [variant]
            if tokens:
                self._trigger_tokens(tokens)

    def _trigger_tokens(self, tokens: list[str]) -> None:
        """Take the longest token of a phrase as its sign, in every form."""
        at = max(range(len(tokens)), key=lambda number: len(tokens[number]))
        self.triggers.add(tokens[at])
        self.triggers.update(glued[at] for _, glued in self._glued(tokens))

    # -- all ---------------------------------------------------------------------------------------------

    def build(self) -> TimeWords:
        self.add_words()
        self.add_templates()
        data = self.data
        keys = self._keys
        before = [(word, relation) for relation, words in data.relations.items() for word in keys(self._led(words))]
        after = [(word, relation) for relation, words in data.relations_after.items() for word in keys(words)]
        leads = self._led((*data.about, *data.parts))
        beside = keys((*self._led(data.beside), *leads, *(word for word, _ in before)))
        return TimeWords(
            code=self.code, spaced=data.spaced, apostrophe=data.apostrophe, folds=data.fold,
            forms={form: tuple(entries) for form, entries in self.forms.items()},
            triggers=frozenset(self.triggers),
            trie=tuple({kind: tuple(rows) for kind, rows in node.items()} for node in self.trie),
            ends={node: tuple(ends) for node, ends in self.ends.items()},
            ordinals=frozenset(keys(data.ordinals)), word_dates=data.word_dates, numeric=data.numeric,
            buddhist_years=data.buddhist_years, solar_years=data.solar_years,
            beside=frozenset(beside), beside_sizes=tuple(sorted({len(word) for word in beside})),
            counted=frozenset(keys(data.counted)),
            before=_by_letter(before, -1), after=_by_letter(after, 0),
            fillers=keys(data.fillers), about=_by_letter(((word, "") for word in keys(leads)), -1),
            about_not=keys(data.parts_not), about_after=keys(data.parts_after),
            day_parts=keys(data.day_parts), joins=frozenset(keys(data.joins)),
            range_joins=frozenset(keys(data.range_joins)), range_ands=frozenset(keys(data.range_ands)),
            range_opens=keys(data.range_opens), range_closes=keys(data.range_closes),
            digit_letters=data.digit_letters,
            numbers={self.key(word): int(value) for value, forms in data.numbers.items() for word in forms},
            rough=keys(data.about),
        )  # fmt: skip

    def _led(self, words: Iterable[str]) -> list[str]:
        """Return the words with and without the particles that may be glued before them (ar وقبل)."""
        return [f"{particle}{word}" for word in words for particle in ("", *self.data.glued_before)]

    def _keys(self, words: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self.key(word) for word in words}, key=lambda word: (-len(word), word)))


def _by_letter(rows: Iterable[tuple[str, str]], at: int) -> dict[str, tuple[tuple[str, str], ...]]:
    """Group phrases by their first (0) or last (-1) letter, the longest first."""
    grouped: dict[str, list[tuple[str, str]]] = {}
    for row in sorted(rows, key=_longest):
        grouped.setdefault(row[0][at], []).append(row)
    return {letter: tuple(held) for letter, held in grouped.items()}


def _longest(row: tuple[str, str]) -> tuple[int, str]:
    return (-len(row[0]), row[0])


def _variants(key: str) -> set[str]:
    """Return a word as written, and without or with a space for its zero-width joiner (fa سه‌شنبه)."""
    return {key, key.replace("\u200c", ""), key.replace("\u200c", " ")} if "\u200c" in key else {key}


def decode_times(raw: dict[str, Any], code: str = "") -> TimeWords:
    """Compile plain data (as read from YAML) into time words; raise msgspec.ValidationError on unknown fields."""
    return compile_times(msgspec.convert(raw, TimeData, strict=False), code)
