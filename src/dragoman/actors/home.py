"""Find the country an article is about: its unnamed police, ministers and courts are that country's."""

from collections import Counter
from collections.abc import Sequence

from dragoman.actors.items import Draft, Item
from dragoman.actors.posts import post_on
from dragoman.packs.world import Person, World

COUNTRY_CODES = 3
MAJORITY = 0.6
CLEAR_LEAD = 6
"""Votes of a country that the headline and the lead both name."""
LEADING = 2
"""Sentences that tell what an article is about: the headline and the lead."""
SUPRANATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


def is_country(code: str | None) -> bool:
    """Tell whether a code is a country's."""
    return code is not None and len(code) == COUNTRY_CODES and code not in SUPRANATIONAL


def country_name(world: World, code: str | None) -> str | None:
    """Return the name of a country."""
    country = world.countries.get(code or "")
    return country.name if country else None


class Home:
    """Counts the countries an article names; `code` is its own, if it has one, `by_outlet` where only the outlet tells."""

    def __init__(self, world: World, published: str | None, outlet: str | None) -> None:
        self.world, self.published, self.outlet = world, published, outlet
        self.votes: Counter[str] = Counter()
        self.code: str | None = None
        self.by_outlet = False

    def vote(self, sentences: Sequence[Sequence[Item]]) -> None:
        """Count what country the article is about; its unnamed police, ministers and courts are that country's."""
        leading: set[str] = set()
        for number, items in enumerate(sentences):
            weight = 3 if number < LEADING else 1
            for item in [one for whole in items for one in (whole, *whole.members)]:
                if item.draft is not None:
                    for code in self.countries_in(item.draft):
                        self.votes[code] += weight
                        leading |= {code} if number < LEADING and is_country(code) else set()
        real = [(c, n) for c, n in self.votes.most_common() if is_country(c)]
        if real and _prevails([n for _, n in real]):
            self.code = real[0][0]
        elif real and leading == {real[0][0]} and real[0][1] > LEADING:
            self.code = real[0][0]  # the only country of headline and lead, and the most spoken of
        elif not real:
            self.code, self.by_outlet = self.outlet, True

    def countries_in(self, draft: Draft) -> list[str]:
        """List the countries a phrase names: as such, as a place, or as that of a person or a body."""
        found = [c for joined in draft.countries for c in joined.split("+")]
        found += [code for code, _ in draft.places]
        found += [p.country for i in draft.persons if (p := self.world.people.get(i)) and p.country and self._serves(p)]
        found += [
            o.code
            for i in draft.orgs
            if (o := self.world.organizations.get(i)) and o.code and o.code not in SUPRANATIONAL
        ]
        return found

    def _serves(self, person: Person) -> bool:
        """Tell whether a person speaks for the country he comes from: a Secretary-General does not."""
        post, _ = post_on(person, self.published)
        organ = self.world.organizations.get(post.of or "") if post else None
        return organ is None or organ.code not in SUPRANATIONAL


def _prevails(votes: Sequence[int]) -> bool:
    """Tell whether the first of some countries, most named first, is what an article is about: by votes or by far."""
    most, others = votes[0], votes[1:]
    return most >= max(2, MAJORITY * sum(votes)) or (most >= CLEAR_LEAD and most >= 2 * max(others, default=0))
