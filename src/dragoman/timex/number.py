"""Read the cardinal numbers of a stretch of text: digits, number words, Han numerals, and what multiplies them."""

import re
from unicodedata import numeric

import msgspec

from dragoman.records import Span
from dragoman.timex.words import TOKENS, TimeWords

_DIGITS = re.compile(
    r"(?<![\w/:·–-])(?<!\d[.,])(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+)(?![\d%‰°]|[.,:/·-]\d|[ \u00a0\u202f]?%)",
    re.ASCII,
)
_DIGIT = re.compile(r"\d")
_LARGEST = 10**12


class Number(msgspec.Struct, frozen=True):
    """A number with its place; `about` where a word before it says that it is rough."""

    span: Span
    value: int
    about: bool = False


Piece = tuple[int, int, int, bool]
"""Start, end, value, whether it is a word that may multiply what stands before it."""


def find_numbers(text: str, start: int, end: int, words: TimeWords) -> tuple[Number, ...]:
    """List the numbers of `text[start:end]`, left to right; ordinals, decimals and percentages are none of them."""
    piece = text[start:end]
    low = words.folded(piece)
    if len(low) != len(piece):
        return ()
    found = _pieces(low, words)
    numbers: list[Number] = []
    at = 0
    while at < len(found):
        first, stop, value, multiplies = found[at]
        at += 1
        if multiplies and (value >= 1000 or low[:first].rstrip()[-1:].isdecimal()):
            continue  # "thousands of", "3.5 million": no number that is told
        while at < len(found) and (joined := _joined(value, stop, found[at], low, words)) is not None:
            value, stop = joined, found[at][1]
            at += 1
        if 0 < value < _LARGEST:
            numbers.append(Number(Span(start + first, start + stop), value, _is_rough(low, first, words)))
    return tuple(numbers)


def _pieces(low: str, words: TimeWords) -> list[Piece]:
    found: list[Piece] = []
    for match in _DIGITS.finditer(low) if _DIGIT.search(low) else ():
        digits = re.sub(r"\D", "", match.group())
        if len(digits) <= 12 and not any(low.startswith(mark, match.end()) for mark in words.ordinals):
            found.append((match.start(), match.end(), int(digits), False))
    found += _spelled(low, words) if words.spaced else _han(low)
    found.sort()
    apart: list[Piece] = []
    for one in found:
        if not apart or one[0] >= apart[-1][1]:
            apart.append(one)
    return apart


def _spelled(low: str, words: TimeWords) -> list[Piece]:
    """List number words; a word of several tokens counts where all of them follow."""
    pattern = TOKENS[words.apostrophe]
    counts = not words.counting.isdisjoint(pattern.findall(low))
    if not counts and _DIGIT.search(low) is None:
        return []
    tokens = list(pattern.finditer(low))
    found: list[Piece] = []
    for number, token in enumerate(tokens):
        written = token.group()
        if written[0].isdecimal():
            after = _glued_scale(token.end(), low, words)
            found += [after] if after is not None else []
            continue
        if written not in words.counting:
            continue
        scale = words.numbers.get(written)
        if scale is not None:
            found.append((token.start(), token.end(), scale, scale >= 100))
            continue
        best: Piece | None = None
        for rest, symbol, value, _, _ in words.forms.get(written, ()):
            last = number + len(rest)
            if symbol != "n" or not isinstance(value, int) or last >= len(tokens) or value < 2:
                continue
            if all(tokens[number + 1 + n].group() == wanted for n, wanted in enumerate(rest)):
                piece = (token.start(), tokens[last].end(), value, False)
                best = piece if best is None or piece[1] > best[1] else best
        found += [best] if best is not None else []
    return found


def _glued_scale(at: int, low: str, words: TimeWords) -> Piece | None:
    """Find a word that multiplies the digits it is glued to (ko 3만)."""
    for size in (2, 1):
        scale = words.numbers.get(low[at : at + size])
        if scale is not None:
            return (at, at + size, scale, True)
    return None


def _han(low: str) -> list[Piece]:
    """List runs of Han numerals (二十, 三百五十, 两千), and the ones that multiply digits (3万)."""
    found: list[Piece] = []
    at = 0
    while at < len(low):
        end = at
        while end < len(low) and _han_value(low[end]) is not None:
            end += 1
        if end == at:
            at += 1
            continue
        after_digit = at > 0 and low[at - 1].isdecimal()
        value = _han_number(low[at:end])
        if value is not None and (value > 1 or end - at > 1):
            found.append((at, end, value, after_digit and value >= 100))
        at = end
    return found


def _han_value(char: str) -> int | None:
    if char in "两兩":
        return 2
    if not ("\u4e00" <= char <= "\u9fff" or char == "〇"):
        return None
    value = numeric(char, None)
    return None if value is None else int(value)


def _han_number(run: str) -> int | None:
    """Reckon a run of Han numerals; None for digits in a row, which are a year or a name."""
    total = section = digit = 0
    waiting = False
    for char in run:
        value = _han_value(char) or 0
        if value < 10:
            if waiting and digit:
                return None
            digit, waiting = value, value > 0
        elif value < 10_000:
            section += (digit or 1) * value
            digit, waiting = 0, False
        else:
            total += (section + digit or 1) * value
            section = digit = 0
            waiting = False
    return total + section + digit


def _joined(value: int, stop: int, following: Piece, low: str, words: TimeWords) -> int | None:
    """Reckon two numbers that stand side by side as one (twenty-five, 3 million, treinta y cinco), or None."""
    start, _, more, multiplies = following
    between = low[stop:start].strip()
    if len(low[stop:start]) > 8:
        return None
    if multiplies and not between:
        return value * more if value < more else None
    tens = 20 <= value <= 90 and value % 10 == 0 and 1 <= more <= 9
    if tens and words.spaced and (between in {"", "-"} or between in words.range_ands):
        return value + more
    return None


def _is_rough(low: str, at: int, words: TimeWords) -> bool:
    before = low[max(0, at - 24) : at].rstrip()
    return any(before.endswith(word) for word in words.rough)
