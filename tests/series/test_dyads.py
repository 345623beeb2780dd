"""Monthly series of pairs: counts, weights, means, and the change against the year before."""

from dragoman.series.dyads import Interaction, by_month


def interaction(
    number: int, day: str, scale: float = -5.0, origins: int = 1, quad: int = 4, **changes: str
) -> Interaction:
    actor, recipient = changes.get("actor", "PRK"), changes.get("recipient", "KOR")
    return Interaction(f"i{number}", day, actor, recipient, quad, scale, origins, changes.get("implied") == "yes")


def test_each_incident_counts_once_and_weighs_by_its_origins() -> None:
    (month,) = by_month([interaction(1, "2026-05-01", -8.0, 3), interaction(2, "2026-05-31", -4.0, 1)])
    assert (month.month, month.incidents, month.weight, month.scale) == ("2026-05", 2, 4, -7.0)


def test_directions_are_apart() -> None:
    told = [interaction(1, "2026-05-01"), interaction(2, "2026-05-01", actor="KOR", recipient="PRK")]
    assert [(m.actor, m.recipient) for m in by_month(told)] == [("KOR", "PRK"), ("PRK", "KOR")]


def test_cooperation_conflict_and_implied_are_counted() -> None:
    (month,) = by_month([interaction(1, "2026-05-01", quad=1), interaction(2, "2026-05-02", quad=3, implied="yes")])
    assert (month.cooperation, month.conflict, month.implied) == (1, 1, 1)


def test_the_change_is_against_the_same_month_a_year_before() -> None:
    then, now = by_month(
        [interaction(1, "2025-05-01", -2.0), interaction(2, "2026-05-01", -5.0), interaction(3, "2026-05-02", -5.0)]
    )
    assert (then.incidents_change, then.scale_change) == (None, None)
    assert (now.incidents_change, now.scale_change) == (1, -3.0)


def test_a_quiet_month_counts_as_none_where_the_series_reaches_back() -> None:
    quiet = [interaction(1, "2025-03-01"), interaction(2, "2026-05-01")]
    assert [(m.month, m.incidents_change, m.scale_change) for m in by_month(quiet)][1] == ("2026-05", 1, None)


def test_where_the_series_does_not_reach_back_there_is_no_change() -> None:
    (month,) = by_month([interaction(1, "2026-05-01")])
    assert month.incidents_change is None
