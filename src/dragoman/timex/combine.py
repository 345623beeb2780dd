"""Put raw expressions that stand side by side together: weekday and date, "September" and "last year", ranges."""

from itertools import pairwise

from dragoman.timex.lattice import Lattice
from dragoman.timex.scan import Raw, in_word
from dragoman.timex.words import TimeWords

_DEICTIC = frozenset({"this", "last", "next", "ago"})
_OPENING, _CLOSING = "(（[", ")）]"
_COMMAS = frozenset(",，、،/")


def combine(raws: list[Raw], lattice: Lattice, words: TimeWords) -> list[Raw]:
    """Return the expressions with neighbours joined, approximations and relations taken in, in order."""
    for raw in raws:
        _take_about(raw, lattice, words)
        _take_day_parts(raw, lattice, words)
    joined = _join(raws, lattice, words)
    joined = _ranges(joined, lattice, words)
    for raw in joined:
        _take_relation(raw, lattice, words)
    return _apart(lattice, [raw for raw in joined if raw.group not in ("ignore", "clock")])


def _apart(lattice: Lattice, raws: list[Raw]) -> list[Raw]:
    """Trim expressions that reach into the one before."""
    for earlier, later in pairwise(raws):
        if later.start < earlier.end:
            later.start = lattice.skip(earlier.end)
    return [raw for raw in raws if raw.start < raw.end]


# -- words around ------------------------------------------------------------------------------------------


def _ends_with(low: str, end: int, word: str, spaced: bool) -> int | None:
    """Return where `word` starts if it ends right before `end`, white space aside."""
    while end > 0 and low[end - 1].isspace():
        end -= 1
    start = end - len(word)
    if start < 0 or not low.startswith(word, start):
        return None
    if spaced and start > 0 and in_word(low[start - 1]) and in_word(low[start]):
        return None
    return start


def _starts_with(low: str, start: int, word: str, spaced: bool) -> int | None:
    """Return where `word` ends if it starts right after `start`, white space aside."""
    while start < len(low) and low[start].isspace():
        start += 1
    if not low.startswith(word, start):
        return None
    end = start + len(word)
    if spaced and in_word(low[end : end + 1]) and in_word(low[end - 1]):
        return None
    return end


def _last_letter(low: str, end: int) -> str:
    """Return the last character before `end` that is no white space, "" for none."""
    while end > 0 and low[end - 1].isspace():
        end -= 1
    return low[end - 1 : end] if end else ""


def _without_fillers(low: str, start: int, words: TimeWords) -> int:
    for filler in words.fillers:
        at = _ends_with(low, start, filler, words.spaced)
        if at is not None:
            return at
    return start


def _take_about(raw: Raw, lattice: Lattice, words: TimeWords) -> None:
    low = lattice.low
    for start in (raw.start, _without_fillers(low, raw.start, words)):
        if any(_ends_with(low, start, word, words.spaced) is not None for word in words.about_not):
            break
        for word, _ in words.about.get(_last_letter(low, start), ()):
            at = _ends_with(low, start, word, words.spaced)
            if at is not None:
                raw.start, raw.about = at, True
                break
    for word in words.about_after:
        end = _starts_with(low, raw.end, word, words.spaced)
        if end is not None:
            raw.end, raw.about = end, True
            break


def _take_day_parts(raw: Raw, lattice: Lattice, words: TimeWords) -> None:
    dated = raw.group == "days" or {"weekday", "day", "weekday2"} & raw.slots.keys()
    if not dated or raw.group == "every":
        return
    for part in words.day_parts:
        end = _starts_with(lattice.low, raw.end, part, words.spaced)
        if end is not None:
            raw.end = end
            return
    for part in words.day_parts:
        start = _ends_with(lattice.low, raw.start, part, words.spaced)
        if start is not None:
            raw.start = start
            return


def _take_relation(raw: Raw, lattice: Lattice, words: TimeWords) -> None:
    if raw.group in ("recent", "soon", "now", "every", "earlier", "later"):
        return
    low = lattice.low
    if raw.until is not None or any(slot.endswith("2") for slot in raw.slots):
        raw.relation = ""
        _take_range_words(raw, low, words)
        return
    found = ""
    for start in (raw.start, _without_fillers(low, raw.start, words)):
        rows = words.before.get(_last_letter(low, start), ())
        row = next(((at, relation) for word, relation in rows
                    if (at := _ends_with(low, start, word, words.spaced)) is not None), None)  # fmt: skip
        if row is not None:
            raw.start, found = row
            break
    following = lattice.skip(raw.end)
    for word, relation in words.after.get(low[following : following + 1], ()):
        end = _starts_with(low, raw.end, word, words.spaced)
        if end is not None and found in ("", relation):
            raw.end, found = end, relation
            break
    raw.relation = found or raw.relation


def _take_range_words(raw: Raw, low: str, words: TimeWords) -> None:
    """Take the words that open and close a range into it: "from 14 to 16 June"."""
    if raw.until is not None:
        return
    for word in words.range_opens:
        at = _ends_with(low, _without_fillers(low, raw.start, words), word, words.spaced)
        at = _ends_with(low, raw.start, word, words.spaced) if at is None else at
        if at is not None:
            raw.start = at
            break
    for word in words.range_closes:
        end = _starts_with(low, raw.end, word, words.spaced)
        if end is not None:
            raw.end = end
            break


# -- neighbours --------------------------------------------------------------------------------------------


def _gap(left: Raw, right: Raw, lattice: Lattice, words: TimeWords) -> str | None:
    """Return the words between two expressions, "" where only white space; None where they are no joining words."""
    if right.start < left.end:
        return "" if right.group == "clock" and right.end > left.end else None
    between = lattice.low[left.end : right.start].strip()
    if not between or between in words.joins or between in _COMMAS or between in _OPENING:
        return between
    parts = between.replace(",", " , ").split()
    return between if len(parts) <= 3 and all(part in words.joins or part in _COMMAS for part in parts) else None


def _join(raws: list[Raw], lattice: Lattice, words: TimeWords) -> list[Raw]:
    joined: list[Raw] = []
    for raw in raws:
        while joined:
            gap = _gap(joined[-1], raw, lattice, words)
            one = _pair(joined[-1], raw, gap) if gap is not None else None
            if one is None:
                break
            one.start, one.end = min(joined[-1].start, raw.start), max(joined[-1].end, raw.end)
            if gap in tuple(_OPENING) and lattice.low[one.end : one.end + 1] in tuple(_CLOSING):
                one.end += 1
            one.about = joined[-1].about or raw.about
            one.relation = joined[-1].relation or raw.relation
            joined.pop()
            raw = one
        joined.append(raw)
    return joined


def _pair(left: Raw, right: Raw, gap: str | None) -> Raw | None:
    """Return the one expression two neighbours make, or None."""
    for one, other in ((left, right), (right, left)):
        if other.group == "clock":
            if one.group == "days" or {"weekday", "day", "numeric"} & one.slots.keys():
                one.hour = True
                return one
            continue
        if _is_weekday(one) and _is_full_day(other) and other.weekday is None:
            other.weekday = one.slots["weekday"]
            return other
        unit = _head_unit(other)
        if gap in tuple(_OPENING) or (gap in _COMMAS and other is left):
            continue
        if unit == "year" and _wants_year(one):
            one.head = other
            return one
        if unit == "week" and _is_weekday(one) and one.group == "dates":
            one.head = other
            return one
        if unit == "month" and one.group == "dates" and one.slots.keys() <= {"day", "day2"}:
            one.head = other
            return one
    return None


def _is_weekday(raw: Raw) -> bool:
    return raw.slots.keys() == {"weekday"} and raw.group in ("dates", "this", "last", "next") and raw.head is None


def _is_full_day(raw: Raw) -> bool:
    if raw.group == "days":
        return True
    return raw.group == "dates" and ("day" in raw.slots or "numeric" in raw.slots) and "day2" not in raw.slots


def _head_unit(raw: Raw) -> str:
    if raw.group not in _DEICTIC or raw.slots.keys() - {"n"} != {"unit"} or raw.head is not None:
        return ""
    return str(raw.slots["unit"])


def _wants_year(raw: Raw) -> bool:
    return (
        raw.group == "dates" and bool({"month", "season", "m"} & raw.slots.keys()) and "year" not in raw.slots
        and raw.head is None
    )  # fmt: skip


# -- ranges ------------------------------------------------------------------------------------------------


def _ranges(raws: list[Raw], lattice: Lattice, words: TimeWords) -> list[Raw]:
    found: list[Raw] = []
    for raw in raws:
        before = found[-1] if found else None
        if before is not None and before.until is None and _ranged(before, raw, lattice, words):
            before.until, before.end = raw, raw.end
            for closing in words.range_closes:
                end = _starts_with(lattice.low, before.end, closing, words.spaced)
                if end is not None:
                    before.end = end
                    break
            before.relation = ""
            continue
        found.append(raw)
    return found


def _ranged(left: Raw, right: Raw, lattice: Lattice, words: TimeWords) -> bool:
    kinds = ("dates", "days", "this", "last", "next")
    if left.group not in kinds or right.group not in kinds or right.start < left.end:
        return False
    between = lattice.low[left.end : right.start].strip()
    for filler in words.fillers:
        if between.endswith(f" {filler}"):
            between = between[: -len(filler) - 1].strip()
            break
    opening = next(
        (at for word in words.range_opens
         for start in (left.start, _without_fillers(lattice.low, left.start, words))
         if (at := _ends_with(lattice.low, start, word, words.spaced)) is not None), None)  # fmt: skip
    glued = left.relation == "since" and right.relation == "until" and not between
    marked = any(between == f"{word}" for word in words.range_joins)
    both = opening is not None and between in words.range_ands
    if not (glued or marked or both):
        return False
    if opening is None and not glued and not _alike(left, right):
        return False
    left.start = opening if opening is not None else left.start
    return True


def _alike(left: Raw, right: Raw) -> bool:
    """Tell whether two expressions are fit for a bare "Monday to Friday": the same sort of thing."""
    return left.group == right.group and (
        ("weekday" in left.slots) == ("weekday" in right.slots) and ("day" in left.slots) == ("day" in right.slots)
    )
