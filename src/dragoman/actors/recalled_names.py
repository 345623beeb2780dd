"""Take unknown words for names where the article has introduced them, in scripts without capitals ("قال أونيل")."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.actors.items import Draft, Item
from dragoman.actors.placing import case_links
from dragoman.packs.lexicon import NONE, Feats
from dragoman.packs.schema import Facts

SHORTEST = 3
"""The fewest letters of a name that something may be glued to."""


def may_recall(facts: Facts) -> bool:
    """Tell whether names are recalled here: words are spaced, nothing but the article tells a name, nothing inflects it."""
    spaced = facts.spaced and not facts.capitals and facts.script != "hangul"
    return spaced and not facts.open_final


class Recall:
    """The names one article has introduced so far, in the order of its sentences."""

    def __init__(self, facts: Facts, prefixes: Sequence[Mapping[str, Feats]]) -> None:
        self.facts, self.prefixes, self.known = facts, prefixes, set[str]()

    def names(self, items: Sequence[Item]) -> list[Item]:
        """Return the items of a sentence with the unknown words that name somebody introduced made noun phrases."""
        out: list[Item] = []
        for item in items:
            if item.kind == "gap" and item.draft is not None:
                self._recall(item, out)
                continue
            if item.kind == "gap" and item.sort == "link" and _follows_name(item, out):
                out[-1].links = frozenset(w for m, _ in item.readings for w in m.concept.split())
                continue  # fa "اونیل را متهم کرد": the mark of a name
            before = out[-1] if out else None
            if (
                before is not None
                and before.kind == "np"
                and before.marker is not None
                and before.marker == item.marker
            ):
                item.links, item.marker = NONE, None  # its adposition was the name's before it
            out.append(item)
            self._learn(item)
        return out

    def _learn(self, item: Item) -> None:
        """Remember the words of a name that stands with an office, a title or a country, or is listed."""
        draft = item.draft
        if item.kind != "np" or draft is None:
            return
        if draft.names and (draft.roles or draft.title or draft.countries or len(draft.names) > 1):
            self.known.update(n for n in draft.names if len(n) >= SHORTEST and n not in self.facts.name_joiners)
        if draft.persons and item.text.split():
            self.known.add(item.text.split()[-1])

    def _recall(self, gap: Item, out: list[Item]) -> None:
        """Make a name of an unknown word where it is one; parts from it what is glued before it."""
        word = gap.text
        if word in self.known:
            return self._take(gap, word, NONE, out)
        for joint, feats in self._openings(word):
            rest = word[len(joint) :]
            if rest not in self.known:
                continue
            if "and" in feats:
                out.append(Item("fn", "coord", gap.start, gap.start + len(joint), joint))
                gap.start, gap.text, gap.links, gap.marker = gap.start + len(joint), rest, NONE, None
                feats = NONE
            return self._take(gap, rest, feats, out)
        gap.draft, gap.links, gap.marker = None, NONE, None
        out.append(gap)
        return None

    def _openings(self, word: str) -> Iterable[tuple[str, Feats]]:
        """List what may be glued before a name, with what it tells."""
        for slot in self.prefixes:
            for joint, feats in slot.items():
                if word.startswith(joint) and len(word) - len(joint) >= SHORTEST:
                    yield joint, feats

    def _take(self, gap: Item, name: str, feats: Feats, out: list[Item]) -> None:
        """Add a name to the sentence, to the one right before it where that is a name too."""
        last = out[-1] if out else None
        if last is not None and last.how == "recalled" and last.end + 1 == gap.start and last.draft is not None:
            last.draft.names.append(name)
            last.end, last.text = gap.end, f"{last.text} {gap.text}"
            return
        gap.kind, gap.sort, gap.how, gap.feats = "np", "actor", "recalled", feats
        gap.draft = Draft()
        gap.draft.names.append(name)
        gap.links = gap.links or case_links(self.facts, gap)
        out.append(gap)


def _follows_name(item: Item, out: Sequence[Item]) -> bool:
    """Tell whether an adposition stands right behind a name that was recalled."""
    return bool(out and item.readings) and out[-1].how == "recalled" and out[-1].end + 1 == item.start
