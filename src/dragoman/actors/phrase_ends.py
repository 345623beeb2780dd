"""Tell where an actor phrase ends though the next word is an element of an actor phrase too."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.items import Draft
from dragoman.actors.neighbours import CROWDS, OFFICES, SERVING, next_argument, stands_apart
from dragoman.packs.lexicon import Feats

GOVERNED = frozenset({"dat", "abl"})
OBLIQUE = frozenset({"gen", "dat", "loc", "abl", "ins"})
CASES = frozenset({"nom", "acc", "gen", "dat", "ins", "loc", "abl", "voc"})


class PhraseEnds:
    """Knows where one actor phrase of a sentence ends and the next begins."""

    def __init__(self, chunking: Chunking) -> None:
        self.units, self.facts, self.element = chunking.units, chunking.facts, chunking.elements.element
        self.names_body = chunking.elements.names_body
        self.after_joins = chunking.facts.qualifier in {"after", "both"}
        self.before_joins = chunking.facts.qualifier in {"before", "both"}
        self.glues_cases = bool(chunking.facts.cases) and not chunking.facts.capitals and not self.before_joins

    def new_phrase(self, draft: Draft, kind: str, at: int, nested: bool) -> bool:
        """Tell whether an element begins another phrase: a second person, a name after a country that no role joins."""
        if kind == "person" and self.serves(draft, at):
            return False
        served = self.facts.order == "vso" and not draft.persons and any(r in SERVING for r, _ in draft.roles)
        if (
            self.glues_cases
            and (draft.roles or draft.countries or draft.orgs)
            and not served
            and self._governed(at, kind)
        ):
            return True  # he: "בין בריטניה לאיחוד האירופי": what is glued before it governs another phrase
        if kind == "role" and self.units[at].has("quant"):
            return True  # de "nahm die Polizei | Dutzende fest"
        if kind == "nationality" and draft.persons and not self.after_joins:
            return True  # de "als Trump | chinesische Waren belegte"
        if kind == "person" and (draft.persons or (self.facts.order == "vso" and len(draft.names) > 1)):
            return True
        if kind in {"name", "person"} and draft.plural and draft.roles and self.names_body:
            return True  # tr "senatörler Kavanaugh'un çekilmesini istedi": several have no one name
        if kind in {"country", "seat"} and draft.countries and self.facts.qualifier == "after" and not nested:
            return True  # ar: "attacked the soldiers of Russia Ukraine": the second country is another phrase
        if kind == "name" and (draft.persons or (draft.countries and not draft.roles and not draft.title)):
            return bool(draft.persons) or self.after_joins
        if kind in {"country", "seat"} and (draft.names or draft.persons):
            return not (self.office_follows(draft, at) or self.office_before(at))
        if kind in {"country", "seat", "nationality"} and draft.countries and not draft.roles:
            return True
        return kind == "media" and bool(draft.roles) and not any(r == "media-organ" for r, _ in draft.roles)

    def _governed(self, at: int, kind: str) -> bool:
        """Tell whether a preposition is glued before an element."""
        return any(f & GOVERNED for _, f in self.units[at].readings.get(kind, ()))

    def next_noun(self, draft: Draft, kind: str, at: int, start: int, possessed: bool, joined_of: bool) -> bool:
        """Tell whether an element is the next noun of the clause, though no word parts it from the phrase before."""
        if self.facts.order == "vso":
            return not joined_of and next_argument(self.units, self.facts, draft, kind, at, start)
        heads_last = self.before_joins and not self.after_joins and self.facts.spaced and not self.facts.capitals
        if self.facts.order == "sov" and self.facts.capitals and (draft.roles or draft.orgs) and not joined_of:
            if kind in {"country", "seat", "place", "nationality", "people"}:
                # tr: "Japonya hükümeti Filipinler'e" = to the Philippines
                return not self.units[at - 1].has("possmark")
        if heads_last and draft.roles and not joined_of and kind in {"country", "seat", "nationality", "org"}:
            return not self.units[at - 1].has("possmark")  # bn: "the prime minister in Tokyo": nothing follows its head
        if self.facts.order != "sov" or kind != "role":
            return False
        before = self.units[at - 1].readings.get("role", [])
        closed = self.names_body and any(f & {"poss", "plural"} for _, f in before)
        unowned = all(f & OBLIQUE and "poss" not in f for _, f in self.units[at].readings["role"])
        if closed and unowned:
            return True  # tr "sendikalar hükümetin politikalarını": the unions, the government's policies
        if self.names_body and unowned and self.facts.capitals and draft.countries and not draft.demonym:
            # tr "Atina askerlerin dönüşünü": a country's soldiers would be askerleri
            return all("plural" in f for _, f in self.units[at].readings["role"])
        if self.after_joins:
            return stands_apart(draft, self.units[at])
        return self.before_joins and bool(draft.roles) and not possessed and draft.roles[-1][0] in CROWDS

    def other_case(self, draft: Draft, feats: Feats, kind: str, at: int) -> bool:
        """Tell whether a nominative (ru "У офиса полиция …") or what follows the noun of a country opens the next phrase."""
        if (
            not self.facts.cases
            or self.facts.order != "svo"
            or kind not in {"role", "person", "org", "seat", "country"}
        ):
            return False
        if kind == "person" and any(role in OFFICES for role, _ in draft.roles):
            return False  # many names of people do not inflect: uk "канцлера Ангели Меркель"
        mine = frozenset().union(*(f for _, f in self.units[at].readings.get(kind, ()))) & CASES
        alone = draft.countries and not (draft.demonym or draft.roles or draft.orgs or draft.persons)
        if kind == "role" and mine and alone and feats & CASES:
            return True  # cs: "podporované Tureckem rebely": the noun of a country qualifies none that stands behind it
        return "nom" in mine and mine <= {"nom", "acc", "voc"} and bool(feats & CASES) and not feats & mine

    def office_follows(self, draft: Draft, at: int) -> bool:
        """Tell whether a country behind a name opens the office of who is named (ko "메르켈 독일 총리")."""
        if self.facts.order != "sov" or self.facts.capitals or draft.roles or draft.countries:
            return False
        return self.facts.qualifier == "before" and self.element(at + 1) == "role"

    def office_before(self, at: int) -> bool:
        """Tell whether a country stands right behind the office it belongs to (th "ทรัมป์ ประธานาธิบดีสหรัฐ")."""
        before = self.units[at - 1]
        return not self.facts.spaced and self.facts.qualifier == "after" and before.has("role")

    def serves(self, draft: Draft, at: int) -> bool:
        """Tell whether a person is only whom the one named next serves ("مستشار الأمن القومي لترامب جون بولتون")."""
        if self.facts.order != "vso" or not draft.roles or draft.persons:
            return False
        feats = self.units[at].readings["person"][0][1]
        return "dat" in feats and self.element(at + 1) == "person"

    def ends_case(self, feats: Feats) -> bool:
        """Tell whether a case ends the phrase where the head stands last (tr "Suriye'den askerlerini")."""
        if self.facts.order != "sov" or self.after_joins:
            return False
        return bool(feats & {"dat", "abl", "ins", "acc"}) and not feats & {"nom", "gen", "poss"}

    def joint_features(self, feats: Feats, more: Feats, kind: str, before: str, nested: bool) -> Feats:
        """Work out the features of a phrase from those of its parts: the head's, narrowed by what agrees with it.

        ru: "Премьер-министр Японии Абэ" is nominative though the country is genitive; where the head comes last (en, ko)
        the last part decides.
        """
        if self.glues_cases and before and more & CASES:
            return feats  # he: "400 בני אדם בפריז" = 400 people in Paris: the head is not governed
        if not feats:
            return more
        if not self.after_joins:
            return more if kind in {"role", "name", "person", "org", "country"} and not nested else feats
        if nested:
            return feats
        agreeing = kind in {"name", "person"} or (before == "nationality" and kind in {"role", "org"})
        shared = feats & more & CASES
        if agreeing and shared:
            return (feats - CASES) | shared
        if before == "nationality" and kind in {"role", "org"}:
            return more or feats
        return feats
