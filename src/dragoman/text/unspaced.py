"""Cut text written without spaces between words (Chinese, Japanese, Thai) into the words of a lexicon."""

import re
from functools import cache

import ahocorasick_rs

from dragoman.packs.lexicon import NONE, Feats, Lexicon
from dragoman.text.han import transcribed
from dragoman.text.phrases import STRANGER, Phrases, Token, Word

UNREAD, SIGN = 3.0, 0.1
"""What it costs to leave a character or a mark unread; a word costs one, a known mark nothing."""
SLIGHT = frozenset({"opaque", "abbreviation", "quant", "thing", "mod", "former", "title", "honorific"})
ENDING = SLIGHT | {"seat", "place", "link"}

_KATAKANA = re.compile("[ァ-ー]")
_THAI = re.compile("[\u0e00-\u0e7f]")
_THAI_ABOVE = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e33\u0e30\u0e32\u0e45"
)
_SILENT = "\u0e4c"
"""The sign on a letter that is not spoken: it ends a foreign name (โซลส์บี holds no โซล)."""
_THAI_LEADING = frozenset("เแโใไ")

Cut = tuple[int, int, str]
"""Where the entry of a word stops, where its chain of suffixes reaches, and the entry."""


class Cutter:
    """Cuts text with one lexicon; the words it has met are remembered in `phrases`."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        self.lexicon, self.phrases = lexicon, phrases
        exact = {lexicon.fold(written) for written in lexicon.exact}
        self._patterns = sorted({*lexicon.forms, *lexicon.stems, *exact} - {""})
        self._matcher = ahocorasick_rs.AhoCorasick(self._patterns)
        self._chains = {stem: tuple({chain: None for _, _, chain in rows}) for stem, rows in lexicon.stems.items()}
        self._bare: dict[str, Word] = {}

    def cut(self, text: str, start: int, end: int) -> list[Token]:
        """Cut `text[start:end]`; offsets are those of `text`."""
        folded = self.lexicon.fold(text[start:end])
        tokens: list[Token] = []
        at, thai = 0, _THAI.search(folded) is not None
        for begin, stop, reach, pattern in self._segments(folded):
            if thai and _inside_cluster(folded, begin, stop):
                continue
            if begin > at:
                tokens += _between(text, start + at, start + begin)
            if reach == stop:
                word = self._bare_word(text[start + begin : start + stop], pattern)
            else:
                word = self._chained_word(folded, begin, stop, reach, pattern)
            tokens.append((start + begin, start + reach, word))
            at = reach
        if start + at < end:
            tokens += _between(text, start + at, end)
        return self._names_whole(text, tokens) if self.lexicon.facts.script == "han" else tokens

    def _bare_word(self, written: str, pattern: str) -> Word:
        """Return the word of an entry without suffixes, as it is written."""
        known = self._bare.get(written)
        if known is None:
            components: dict[int, Feats] = dict(self.lexicon.forms.get(pattern, {}))
            components.update(self.lexicon.exact.get(written, {}))
            for component, feats, _ in self.lexicon.stems.get(pattern, ()):
                components[component] = components.get(component, NONE) | feats
            known = self._bare[written] = self.phrases.word(tuple(components.items()))
        return known

    def _chained_word(self, folded: str, begin: int, stop: int, reach: int, pattern: str) -> Word:
        """Return the word of a stem whose suffixes reach beyond it; what the whole is listed as counts too (ja 相次いで)."""
        components: dict[int, Feats] = dict(self.lexicon.forms.get(folded[begin:reach], {}))
        for component, feats, chain in self.lexicon.stems.get(pattern, ()):
            after, more = self.lexicon.longest_chain(chain, folded, stop)
            if after == reach:
                components[component] = components.get(component, NONE) | feats | more
        return self.phrases.word(tuple(components.items()))

    def _segments(self, folded: str) -> list[tuple[int, int, int, str]]:
        """Cut text into words so that least is left unread, with the fewest words, the longer first.

        Each word is where it begins, where its entry stops, where its chain of suffixes reaches, and the entry.
        """
        size, starting = len(folded), self._starting(folded)
        cost = [0.0] * (size + 1)
        chosen: list[Cut | None] = [None] * size
        for at in range(size - 1, -1, -1):
            sign = not folded[at].isalnum()
            best, taken = cost[at + 1] + (SIGN if sign else UNREAD), None
            for word in starting.get(at, ()):
                price = cost[word[1]] + (1.0 if word[1] - at > 1 or not sign else 0.0)
                if price < best:
                    best, taken = price, word
            cost[at], chosen[at] = best, taken
        found, at = [], 0
        while at < size:
            cut = chosen[at]
            if cut is not None:
                found.append((at, *cut))
            at = at + 1 if cut is None else cut[1]
        return found

    def _starting(self, folded: str) -> dict[int, list[Cut]]:
        """List the words that may begin at each place, those that reach furthest first."""
        starting: dict[int, list[Cut]] = {}
        kana = _KATAKANA.search(folded) is not None
        for number, begin, stop in self._matcher.find_matches_as_indexes(folded, overlapping=True):
            if folded[begin].isascii() and _inside_latin(folded, begin, stop):
                continue
            if kana and _inside_katakana(folded, begin, stop):
                continue
            pattern, here = self._patterns[number], starting.setdefault(begin, [])
            here.append((stop, stop, pattern))
            for chain in self._chains.get(pattern, ()):
                after, _ = self.lexicon.longest_chain(chain, folded, stop)
                if after > stop and (stop, after, pattern) not in here:
                    here.append((stop, after, pattern))
        for here in starting.values():
            if len(here) > 1:
                here.sort(key=_reach, reverse=True)
        return starting

    def _names_whole(self, text: str, tokens: list[Token]) -> list[Token]:
        """Give back to a foreign name written in Han characters the short words that were found inside it (约 in 约翰逊)."""
        joined: list[Token] = []
        at = 0
        while at < len(tokens):
            end = at
            while (
                end < len(tokens)
                and (
                    self._sounds(text, tokens[end]) or (end > at and self._ends_name(text, *tokens[end - 1 : end + 1]))
                )
                and (end == at or tokens[end - 1][1] == tokens[end][0])
            ):
                end += 1
            if end > at + 1 and not all(token[2].components for token in tokens[at:end]):
                joined.append((tokens[at][0], tokens[end - 1][1], STRANGER))
            else:
                joined += tokens[at : max(end, at + 1)]
            at = max(end, at + 1)
        return joined

    def _ends_name(self, text: str, before: Token, token: Token) -> bool:
        """Tell whether a short place name or "in" only ends a longer foreign name (德里 in 皮索德里, 里 in 索尔兹伯里)."""
        if before[2].components or before[1] - before[0] < 2 or not transcribed(text[before[0] : before[1]]):
            return False
        alone = token[2].alone
        kinds = alone.keys() if alone is not None else set()
        short = token[1] - token[0] <= (2 if "link" not in kinds else 1)
        return short and bool(kinds) and kinds <= ENDING and transcribed(text[token[0] : token[1]])

    def _sounds(self, text: str, token: Token) -> bool:
        return transcribed(text[token[0] : token[1]]) and (not token[2].components or _may_be_part(token))


def _may_be_part(token: Token) -> bool:
    """Tell whether a word is so short and so slight that it may be part of a name it stands in."""
    alone = token[2].alone
    return token[1] - token[0] <= 2 and alone is not None and alone.keys() <= SLIGHT


def _reach(cut: Cut) -> int:
    return cut[1]


def _between(text: str, start: int, end: int) -> list[Token]:
    """Split unknown text where the kind of letter changes."""
    tokens: list[Token] = []
    run, kind = start, _letter_kind(text[start])
    for at in range(start + 1, end):
        following = _letter_kind(text[at])
        if following != kind or following == "mark":
            if kind != "space":
                tokens.append((run, at, STRANGER))
            run, kind = at, following
    if kind != "space":
        tokens.append((run, end, STRANGER))
    return tokens


def _inside_latin(text: str, begin: int, stop: int) -> bool:
    """Tell whether a match cuts a word or number of Latin letters."""
    first = text[begin]
    if not (first.isascii() and first.isalnum()):
        return False
    if begin > 0 and text[begin - 1].isascii() and text[begin - 1].isalnum():
        return True
    return stop < len(text) and text[stop - 1].isascii() and text[stop].isascii() and text[stop].isalnum()


def _inside_katakana(text: str, begin: int, stop: int) -> bool:
    """Tell whether a match cuts a run of katakana (タイ in タイトル is no Thailand)."""
    before = begin > 0 and "ァ" <= text[begin] <= "ヺ" and ("ァ" <= text[begin - 1] <= "ヺ" or text[begin - 1] == "ー")
    return before or (stop < len(text) and "ァ" <= text[stop - 1] <= "ー" and "ァ" <= text[stop] <= "ー")


def _inside_cluster(text: str, begin: int, stop: int) -> bool:
    """Tell whether a match begins or ends inside a syllable of Thai: before a vowel sign or after a leading vowel."""
    if begin < len(text) and text[begin] in _THAI_ABOVE:
        return True
    if stop < len(text) and (text[stop] in _THAI_ABOVE or _SILENT in text[stop + 1 : stop + 2]):
        return True
    return begin > 0 and text[begin - 1] in _THAI_LEADING


@cache
def _letter_kind(char: str) -> str:
    code = ord(char)
    if char.isspace():
        return "space"
    if 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or char == "々":
        return "han"
    if 0x30A0 <= code <= 0x30FF:
        return "katakana"
    if 0x3040 <= code <= 0x309F:
        return "hiragana"
    if char.isdigit():
        return "digit"
    if 0x0E01 <= code <= 0x0E3A or 0x0E40 <= code <= 0x0E4E:
        return "thai"
    return "letter" if char.isalpha() else "mark"
