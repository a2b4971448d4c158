"""What a site has to file over two years, how late it is, and what an amendment needs."""

from datetime import date

import pytest

from tests.rules.test_deadlines_clocks import U, rule
from wastetrack.deadlines.rules import amending_faults, duty_periods, late_days
from wastetrack.deadlines.terms import RuleCode

RULES = {
    "RPT": rule(U.DATE, 15, []),
    "RPT-Y": rule(U.DATE, 31, [], month=3),
    "RPT-PLAN": rule(U.DATE, 31, [], month=3),
}
TODAY = date(2026, 11, 24)


def keys(since: date, *, key: bool = False, simple: bool = False) -> list[tuple[RuleCode, str]]:
    return [(p.rule, p.key) for p in duty_periods(RULES, since, TODAY, key=key, simple=simple)]


def test_a_key_site_files_every_month_since_it_began() -> None:
    months = [k for r, k in keys(date(2026, 8, 10), key=True) if r is RuleCode.RPT]
    assert months == ["2026-10", "2026-09", "2026-08"]


def test_a_simple_site_files_every_quarter() -> None:
    quarters = [k for r, k in keys(date(2026, 1, 1), simple=True) if r is RuleCode.RPT]
    assert quarters == ["2026-Q3", "2026-Q2", "2026-Q1"]


def test_a_registered_site_files_plans_and_years_only() -> None:
    assert keys(date(2025, 1, 1)) == [
        (RuleCode.RPT_Y, "2025"),
        (RuleCode.RPT_PLAN, "2026"),
        (RuleCode.RPT_PLAN, "2025"),
    ]


def test_a_site_that_began_last_week_owes_nothing() -> None:
    assert keys(date(2026, 11, 20), key=True) == []


LATE = {
    "filed on the last day": (date(2026, 11, 15), 0),
    "filed a day late": (date(2026, 11, 16), 1),
    "not filed nine days after": (None, 9),
}


@pytest.mark.parametrize(("filed", "days"), LATE.values(), ids=LATE)
def test_days_late(filed: date | None, days: int) -> None:
    assert late_days(date(2026, 11, 15), filed, TODAY) == days


AMENDMENTS = {
    "after the first": (date(2026, 11, 20), date(2026, 11, 10), []),
    "the same day": (date(2026, 11, 10), date(2026, 11, 10), []),
    "nothing was filed": (date(2026, 11, 20), None, ["deadlines.report_not_filed"]),
    "before the first": (date(2026, 11, 9), date(2026, 11, 10), ["deadlines.amended_before"]),
    "tomorrow": (date(2026, 11, 25), date(2026, 11, 10), ["deadlines.report_future"]),
}


@pytest.mark.parametrize(("on", "before", "codes"), AMENDMENTS.values(), ids=AMENDMENTS)
def test_an_amendment(on: date, before: date | None, codes: list[str]) -> None:
    found = amending_faults("2026-10", on, TODAY, before=before)
    assert [fault.code for fault in found] == codes
