"""An incident is described by what most stories say, within the bounds of all."""

import sys
from pathlib import Path

from dragoman.records.incident import Telling, Voice
from dragoman.stories.incident_describe import describe
from dragoman.stories.incident_groups import Group

sys.path.insert(0, str(Path(__file__).parent))
from incident_making import KOR_GOV, SEOUL, denial, gist, news, soldiers, telling

PYONGYANG = Voice("PRK", "GOV", "Pyongyang")


def group(*told: Telling) -> Group:
    return Group("i", "c", told)


def test_a_day_that_is_named_is_best_and_bounds_those_that_are_not() -> None:
    found = describe(group(telling("a", news("2026-05-12")), telling("b")))
    assert (found.date, found.earliest, found.latest) == ("2026-05-10", "2026-05-10", "2026-05-10")


def test_without_a_day_that_is_named_the_stretches_bound_each_other() -> None:
    found = describe(group(telling("a", news("2026-05-11")), telling("b", news("2026-05-12"))))
    assert (found.date, found.earliest, found.latest) == ("2026-05-11", "2026-05-09", "2026-05-11")


def test_articles_stories_and_languages_are_counted() -> None:
    found = describe(group(telling("a"), telling("b", story="story-a", language="ko"), telling("c")))
    assert (found.articles, found.stories, len(found.origins), found.languages) == (3, 2, 2, ("en", "ko"))


def test_the_best_figure_is_that_of_most_stories() -> None:
    told = [telling(n, gist(counts=soldiers(20))) for n in "ab"] + [telling("c", gist(counts=soldiers(30)))]
    assert [count.number for count in describe(group(*told)).counts] == [20]


def test_the_standing_says_who_reports_confirms_and_denies() -> None:
    assert describe(group(telling("a"))).standing == "told by media in their own voice"
    assert describe(group(telling("a", voices=(SEOUL,)))).standing == "reported by KOR only"
    assert describe(group(telling("a", voices=(PYONGYANG,)))).standing == "said by PRK, whose act it is"
    both = group(telling("a", voices=(SEOUL,)), telling("b", voices=(PYONGYANG,)))
    assert describe(both).standing == "reported by KOR, confirmed by PRK"
    assert (
        describe(group(telling("a", voices=(SEOUL,))), [denial("x")]).standing == "reported by KOR only; denied by PRK"
    )


def test_the_counterpart_is_implied_where_one_country_keeps_company() -> None:
    assert describe(group(telling("a", company=("KOR", "PRK")))).counterpart == "KOR"
    assert describe(group(telling("a", company=("KOR", "PRK", "USA")))).counterpart is None
    assert describe(group(telling("a", gist(recipient=(KOR_GOV,)), company=("USA",)))).counterpart is None
    few = group(telling("a", company=("KOR",)), telling("b"), telling("c"))
    assert describe(few).counterpart is None


def test_only_a_hostile_deed_has_an_implied_counterpart() -> None:
    friendly = Telling(
        **{**{f: getattr(telling("a"), f) for f in Telling.__struct_fields__}, "quad": 1, "company": ("KOR",)}
    )
    assert describe(group(friendly)).counterpart is None


def test_first_and_last_seen_are_days_of_articles() -> None:
    found = describe(group(telling("a", published="2026-05-11"), telling("b", published="2026-05-13")))
    assert (found.first_seen, found.last_seen) == ("2026-05-11", "2026-05-13")
