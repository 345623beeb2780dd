"""Write down in a draft what an element of an actor phrase names."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.items import Draft
from dragoman.actors.phrase_ends import PhraseEnds
from dragoman.packs.lexicon import NONE, Feats
from dragoman.text.units import Unit


class Drafting:
    """Takes the elements of one sentence into the drafts of its actor phrases."""

    def __init__(self, chunking: Chunking, ends: PhraseEnds) -> None:
        self.units, self.facts, self.ends = chunking.units, chunking.facts, ends
        self.names_body = chunking.elements.names_body

    def take(self, draft: Draft, kind: str, at: int, nested: bool) -> Feats:
        """Write one element down in the draft and return its features; `nested`: it belongs to another element's body."""
        unit = self.units[at]
        meaning, feats = unit.readings[kind][0] if kind in unit.readings else (None, unit.guess)
        if kind == "country-short":
            meaning, feats = unit.readings["abbreviation"][0]
            draft.countries.append(meaning.concept)
        elif kind == "name":
            draft.names.append(self._without_particle(unit))
        elif meaning is None:
            return NONE
        elif kind == "person":
            if not self.ends.serves(draft, at):
                draft.persons.append(meaning.concept)
        elif kind == "role":
            draft.roles.append((meaning.concept, at if not nested else -at))
            draft.plural = draft.plural or "plural" in feats
        elif kind in {"org", "media"}:
            (draft.orgs if kind == "org" else draft.media).append(meaning.concept)
        elif kind == "place":
            draft.places.append((meaning.concept, unit.text))
        else:
            draft.countries.append(meaning.concept)
            self._take_country(draft, kind, unit, feats)
        return feats

    def _take_country(self, draft: Draft, kind: str, unit: Unit, feats: Feats) -> None:
        """Tell a country from its seat, its people and an adjective of it."""
        draft.seat = draft.seat or kind == "seat"
        noun = not unit.has("nationality") or (self.facts.noun_capitals and unit.cap)  # de "ein Deutscher"
        draft.people = draft.people or (kind == "people" and noun) or _names_people(unit)
        demonym = kind in {"people", "nationality"} and unit.has("nationality")
        if demonym and self.facts.cases and not self.facts.capitals and draft.quantity and not draft.roles:
            draft.people = True  # he "אלפי עיראקים" = thousands of Iraqis
        glued = self.facts.order == "vso" or (self.facts.order == "sov" and self.facts.qualifier == "after")
        if demonym and glued and not (draft.roles or draft.orgs):
            told = unit.readings["nationality"][0][1]
            draft.people = draft.people or "plural" in told or (draft.quantity and not draft.countries[:-1])
        if "troops" in feats:
            draft.roles.append(("military", self.units.index(unit)))  # ko 파키스탄군 = the army of Pakistan
        joined = glued and bool(draft.roles) and unit.has("nationality")
        draft.demonym = (
            kind == "nationality" or joined
        )  # ar "القوات السورية": the name of Syria too, but here its adjective
        if draft.demonym and self.names_body and feats & {"acc", "dat", "gen", "abl", "ins"}:
            draft.people = True  # tr "7 Filistinliyi": with a case it is no adjective

    def _without_particle(self, unit: Unit) -> str:
        """Return a name without the particle glued to it (ko 플레이크는 = 플레이크)."""
        if unit.guess and "particle" in self.facts.affixes:
            for particle in self.facts.affixes["particle"]:
                if unit.text.endswith(particle[1:]) and len(unit.text) > len(particle):
                    return unit.text[: 1 - len(particle)]
        return unit.text


def _names_people(unit: Unit) -> bool:
    """Tell whether a capital tells the people from the adjective (fr "des Russes", "des diplomates russes")."""
    people, adjectives = unit.readings.get("people", ()), unit.readings.get("nationality", ())
    return (
        unit.cap and any(m.word[:1].isupper() for m, _ in people) and any(m.word[:1].islower() for m, _ in adjectives)
    )
