"""Where one noun phrase ends and the next begins when no word parts them: subject and object side by side."""

from collections.abc import Sequence

from dragoman.actors.items import Draft
from dragoman.packs.lexicon import NONE
from dragoman.packs.schema import Facts
from dragoman.text.units import Unit

SERVING = frozenset(
    (
        "secretary head deputy-head spokesperson official representative member envoy ambassador source foreign-minister "
        "police-chief general prosecutor head-of-state supreme-leader agency adviser "
        "national-security-adviser chief-of-staff lawyer relative"
    ).split()
)
"""Roles that a body or an office may follow with "of"."""
CROWDS = frozenset("protester civilian militant rebel refugee student teacher worker farmer prisoner voter".split())
"""Groups that no body stands behind."""
BODIES = frozenset(
    (
        "police military court government security-forces militia militant rebel soldier doctor peacekeeper ministry "
        "authorities parliament protester rescuer party coast-guard police-officer prosecutor president prime-minister"
    ).split()
)
"""Who acts upon groups: police, courts, armies."""
GROUPS = CROWDS | frozenset(
    (
        "soldier journalist suspect victim woman-child activist opposition-leader criminal lawmaker adviser diplomat "
        "ambassador mayor minister party"
    ).split()
)
"""Who is acted upon."""
OFFICES = frozenset(
    (
        "president president-elect vice-president prime-minister deputy-prime-minister chancellor minister head-of-state "
        "foreign-minister deputy-foreign-minister defence-minister interior-minister finance-minister justice-minister "
        "health-minister energy-minister trade-minister deputy-minister attorney-general national-security-adviser "
        "chief-of-staff adviser secretary spokesperson official representative head deputy-head member envoy ambassador "
        "diplomat governor mayor prosecutor judge lawyer lawmaker senator speaker general military-chief police-chief "
        "police-officer spy-chief rebel-leader party-leader opposition-leader candidate activist business-leader expert"
    ).split()
)
"""Roles that one named person holds."""
HOLDERS = OFFICES - {"member"}
DEMONYMS = frozenset({"country", "nationality"})
ELEMENTS = frozenset({"role", "org", "country", "seat", "place", "people"})


def stands_apart(draft: Draft, unit: Unit) -> bool:
    """Tell whether a group after a body is the next noun ("police protesters dispersed"), not whose body it is."""
    if draft.countries or draft.persons or draft.orgs:
        return True
    if draft.roles and draft.roles[-1][0] == "state" and any(m.concept in HOLDERS for m, _ in unit.readings["role"]):
        return True  # fa "این کشور فرمانده ناوگان را فراخواند": this state recalled the commander
    upon = any(meaning.concept in GROUPS for meaning, _ in unit.readings["role"])
    return bool(draft.roles) and draft.roles[-1][0] in BODIES and upon


def next_argument(units: Sequence[Unit], facts: Facts, draft: Draft, kind: str, at: int, start: int) -> bool:
    """Verb first: tell whether the element at `at` is the next noun of the clause, no part of the phrase before it."""
    unit = units[at]
    feats = unit.readings[kind][0][1] if kind in unit.readings else NONE
    if "ins" in feats or ("dat" in feats and not any(r in SERVING for r, _ in draft.roles)):
        return True
    described = unit.has("mod") and _same_gender(units, facts, start, at)
    several = bool(draft.roles) and (draft.plural or draft.roles[-1][0] in GROUPS)
    whose = several and not (draft.countries or draft.persons or draft.names)
    if kind == "people" and (unit.has("nationality") or whose):
        return False  # "المسؤولين الأتراك" = the Turkish officials
    if kind in DEMONYMS and unit.has("nationality") and draft.roles and not (draft.persons or draft.names):
        return not _agrees(units, facts, start, at)  # "قتلت القوات الإسرائيلية | فلسطينيا" = killed a Palestinian
    if described or "dat" in feats or kind not in ELEMENTS:
        return False
    if draft.persons or draft.names or draft.countries or draft.orgs:
        return True
    return bool(draft.roles) and _closed(units, facts, start, at)


def _agrees(units: Sequence[Unit], facts: Facts, start: int, at: int) -> bool:
    """Tell whether an adjective has the article that the head before it has, and so may qualify it."""
    heads = [u.text for u in units[start:at] if u.has("role")]
    definite = bool(heads) and facts.affixed("article", heads[-1].split()[0])
    return not definite or facts.affixed("article", units[at].text)


def _same_gender(units: Sequence[Unit], facts: Facts, start: int, at: int) -> bool:
    """Tell whether a word that may describe the role before it has its gender ("الطيار الأسير" = the captured pilot)."""
    heads = [u.text for u in units[start:at] if u.has("role")]
    if not heads or not units[at].has("role"):
        return True
    return facts.affixed("feminine", heads[-1].split()[0]) == facts.affixed("feminine", units[at].text)


def _closed(units: Sequence[Unit], facts: Facts, start: int, at: int) -> bool:
    """Tell whether the head before `at` cannot be in the construct state: definite, absolute, or a name."""
    for look in range(at - 1, start - 1, -1):
        if units[look].has("role"):
            told = units[look].readings["role"][0][1]
            words = units[look].text.split()
            joined = len(words) > 1 and facts.affixed(
                "article", words[-1]
            )  # "خفر السواحل" = the coast guard: nothing follows
            return joined or bool(told & {"definite", "indefinite"}) or facts.affixed("absolute", units[look].text)
    return True
