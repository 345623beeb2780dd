"""Tell whether two articles hold the same text, in one language or in two, and why."""

from collections.abc import Iterable

from dragoman.records import Edge, Signature
from dragoman.stories.align import align
from dragoman.stories.sketch import contained

COPIED = 0.34
"""Share of the shorter text's shingles that the longer must hold."""
FEWEST_HASHES = 4
"""Shingles two texts must share at least, however short they are."""
TRANSLATED, REWRITTEN = 0.18, 0.26
"""Alignment from which a text in another language is a translation, one in the same language a rewriting."""
OPENING = 1.25
"""How much more it takes when a short text is compared with the beginning of a long one: leads of rivals are alike."""
ENOUGH = 8.0
"""What the terms in common must weigh, however well they align."""
COPY_DAYS, TRANSLATION_DAYS = 30, 3
"""Days between publications within which a text is copied, and within which it is translated."""
SURE = 0.6
"""Alignment that counts as certain: the best translations of whole articles reach it."""
FEWEST_CONTRADICTING, CONTRADICTING = 2, 0.34
"""Numbers and words of time that only one of two texts names, on each side, from which a formula was used on another
occasion; and their share of those that both name, since a corrected figure is no other occasion."""
FEWEST_OTHERS, OTHERS = 2, 0.6
"""The same for names: how many only one of two texts names, on each side, and their share of those that both name."""
FEWEST_NUMBERS, SAME_NUMBERS = 2, 0.5
"""The same across languages: numbers of which none agrees on one day, and share that must agree on different days."""
TOLD = 5  # terms that the reason of an edge names


def compare(one: Signature, other: Signature) -> Edge | None:
    """Return the edge between two articles, None where nothing says that they hold one text. Symmetrical.

    A copy is found by the share of the shingles of the shorter text in the longer; a rewriting or translation by the terms
    at the same places. Either is refused where the numbers and days named contradict it.
    """
    apart = days_apart(one, other)
    if apart > COPY_DAYS:
        return None
    first, second = sorted((one, other), key=lambda signature: signature.id)
    if one.text == other.text and one.sketch:
        return Edge(first.id, second.id, 1.0, "same-text", "the words are the same")
    if _may_copy(one, other):
        share = share_copied(one, other)
        if share and not another_day(one, other):
            return Edge(
                first.id, second.id, round(share, 3), "copy", f"{share:.0%} of the shorter text is in the longer"
            )
    return _alike(first, second, apart)


def days_apart(one: Signature, other: Signature) -> int:
    """Count the days between two publications; 0 where one is unknown."""
    return 0 if one.day is None or other.day is None else abs(one.day - other.day)


def share_copied(one: Signature, other: Signature) -> float:
    """Estimate which share of the shorter text the longer holds; 0 where it is too little to be a copy."""
    shared, possible = contained(one.sketch, other.sketch)
    enough = shared >= min(FEWEST_HASHES, possible) and shared >= COPIED * possible
    return shared / possible if enough and possible else 0.0


def same_formula(one: Signature, other: Signature) -> bool:
    """Tell whether two articles use the same words of different occasions."""
    return _may_copy(one, other) and share_copied(one, other) > 0 and another_day(one, other)


def _may_copy(one: Signature, other: Signature) -> bool:
    return one.language is None or other.language is None or one.language == other.language


def _alike(one: Signature, other: Signature, apart: int) -> Edge | None:
    if apart > TRANSLATION_DAYS:
        return None
    same = one.language == other.language
    needed = REWRITTEN if same else TRANSLATED
    for aligned in align(one, other, needed, needed * OPENING):
        if aligned.weight >= ENOUGH and not another_day(one, other):
            told = ", ".join(term.partition(":")[2] for term in aligned.terms[:TOLD])
            why = f"{len(aligned.terms)} terms at the same places{' of its opening' if aligned.opening else ''}: {told}"
            score = round(min(1.0, aligned.score / SURE), 3)
            return Edge(one.id, other.id, score, "rewrite" if same else "translation", why)
    return None


def another_day(one: Signature, other: Signature) -> bool:
    """Tell whether numbers and days speak of another occasion: the same formula, used again.

    In one language what contradicts is what each names and the other does not: a copy that lost some names nothing of its
    own. In two languages a number may be in words or in other units: there too few must agree.
    """
    if one.language != other.language:
        return _another_day_translated(one, other)
    if _others_named(one, other):
        return True
    mine, theirs = frozenset(one.marks), frozenset(other.marks)
    contradicting = min(_own(mine, theirs), _own(theirs, mine))
    shared = _weight(mine & theirs)
    if days_apart(one, other) > 0 and shared < FEWEST_CONTRADICTING:
        return contradicting >= 1
    return contradicting >= FEWEST_CONTRADICTING and contradicting >= CONTRADICTING * shared


def _own(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Weigh the marks that only one text has, but for pieces of the other's: "November" of "November 6", 1 of 14."""
    others = [mark[2:] for mark in theirs - mine]
    return _weight(mark for mark in mine - theirs if not any(_piece(mark[2:], other) for other in others))


def _piece(mark: str, other: str) -> bool:
    return len(mark) < len(other) and (other.startswith(mark) or other.endswith(mark))


def _weight(marks: Iterable[str]) -> float:
    """Weigh marks: a number of one digit is half a mark, since texts share one by chance."""
    return sum(0.5 if mark.startswith("n:") and len(mark) == len("n:1") else 1.0 for mark in marks)


def _others_named(one: Signature, other: Signature) -> bool:
    """Tell whether each of two articles in one language names others than the other: one formula for two events."""
    mine, theirs = frozenset(one.names), frozenset(other.names)
    contradicting = min(len(mine - theirs), len(theirs - mine))
    return contradicting >= FEWEST_OTHERS and contradicting >= OTHERS * len(mine & theirs)


def _another_day_translated(one: Signature, other: Signature) -> bool:
    mine, theirs = _numbers(one), _numbers(other)
    fewer, agreed = min(_weight(mine), _weight(theirs)), _weight(mine & theirs)
    if days_apart(one, other) == 0:
        return fewer > FEWEST_NUMBERS and not agreed  # a translator turns miles into kilometres
    return fewer >= 1 and agreed < SAME_NUMBERS * fewer


def _numbers(signature: Signature) -> frozenset[str]:
    """Take the numbers without their zeros: 16 million may be 1600万."""
    return frozenset(mark.rstrip("0") for mark in signature.marks if mark.startswith("n:"))
