"""Tell whether two articles hold the same text, in one language or in two, and why."""

from dragoman.records import Edge, Signature
from dragoman.stories.align import align
from dragoman.stories.sketch import contained

COPIED = 0.3
"""Share of the shorter text's shingles that the longer must hold."""
FEWEST_HASHES = 4
"""Shingles two texts must share at least, however short they are."""
TRANSLATED, REWRITTEN = 0.16, 0.24
"""Alignment from which a text in another language is a translation, one in the same language a rewriting."""
OPENING = 1.25
"""How much more it takes when a short text is compared with the beginning of a long one: leads of rivals are alike."""
ENOUGH = 8.0
"""What the terms in common must weigh, however well they align."""
COPY_DAYS, TRANSLATION_DAYS = 30, 3
"""Days between publications within which a text is copied, and within which it is translated."""
SURE = 0.4
"""Alignment that counts as certain: translations of whole articles reach it on average."""
SAME_FACTS = 0.5
"""Share of the fewer numbers and days that must agree; a formula used again on another day has others."""
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
        shared, possible = contained(one.sketch, other.sketch)
        if shared >= min(FEWEST_HASHES, possible) and shared >= COPIED * possible and not another_day(one, other):
            share = shared / possible
            return Edge(first.id, second.id, round(share, 3), "copy", f"{share:.0%} of the shorter text is in the longer")
    return _alike(first, second, apart)


def days_apart(one: Signature, other: Signature) -> int:
    """Count the days between two publications; 0 where one is unknown."""
    return 0 if one.day is None or other.day is None else abs(one.day - other.day)


def _may_copy(one: Signature, other: Signature) -> bool:
    return one.language is None or other.language is None or one.language == other.language


def _alike(one: Signature, other: Signature, apart: int) -> Edge | None:
    if apart > TRANSLATION_DAYS:
        return None
    same = one.language == other.language
    needed = REWRITTEN if same else TRANSLATED
    for aligned in align(one, other):
        enough = aligned.score >= needed * (OPENING if aligned.opening else 1.0) and aligned.weight >= ENOUGH
        if enough and not another_day(one, other):
            told = ", ".join(term.partition(":")[2] for term in aligned.terms[:TOLD])
            why = f"{len(aligned.terms)} terms at the same places{' of its opening' if aligned.opening else ''}: {told}"
            score = round(min(1.0, aligned.score / SURE), 3)
            return Edge(one.id, other.id, score, "rewrite" if same else "translation", why)
    return None


def another_day(one: Signature, other: Signature) -> bool:
    """Tell whether numbers and days speak of another occasion: the same formula, used again.

    Words of time are compared within a language only. A copy that lost some agrees with the rest of them.
    """
    same = one.language == other.language
    mine, theirs = _facts(one, same), _facts(other, same)
    fewer = min(len(mine), len(theirs))
    agreed = len(mine & theirs)
    if fewer >= 2:
        return agreed < SAME_FACTS * fewer
    return fewer == 1 and agreed == 0 and same and days_apart(one, other) > 0


def _facts(signature: Signature, same_language: bool) -> frozenset[str]:
    if same_language:
        return frozenset(signature.marks)
    # A translation may write a number in words, turn 16 million into 1600万, or 1 p.m. into 13.00
    return frozenset(mark.rstrip("0") for mark in signature.marks if mark.startswith("n:") and len(mark) > 3)
