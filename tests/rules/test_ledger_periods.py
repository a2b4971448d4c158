"""A period is a month, a quarter, a year, or some days; its key reads back as the same period."""

from datetime import date

import pytest

from wastetrack.ledger.rules import month_of, period_of, quarter_of, year_of

PERIODS = {
    "a month": ("2026-10", date(2026, 10, 1), date(2026, 11, 1), "2026 年 10 月"),
    "december ends the year": ("2026-12", date(2026, 12, 1), date(2027, 1, 1), "2026 年 12 月"),
    "a quarter": ("2026-Q3", date(2026, 7, 1), date(2026, 10, 1), "2026 年第 3 季度"),
    "a year": ("2026", date(2026, 1, 1), date(2027, 1, 1), "2026 年"),
    "some days, the last one included": (
        "2026-10-05_2026-11-04",
        date(2026, 10, 5),
        date(2026, 11, 5),
        "2026-10-05 至 2026-11-04",
    ),
}


@pytest.mark.parametrize(("key", "first", "end", "title"), PERIODS.values(), ids=PERIODS)
def test_a_period_by_its_key(key: str, first: date, end: date, title: str) -> None:
    period = period_of(key)
    assert period is not None
    assert (period.key, period.first, period.end, period.title) == (key, first, end, title)


@pytest.mark.parametrize("key", [key for key, *_ in PERIODS.values()])
def test_forth_and_back_is_the_same_period(key: str) -> None:
    period = period_of(key)
    assert period is not None
    assert period.shifted(1).shifted(-1) == period
    assert period.shifted(1).first == period.end
    assert period.shifted(-1).end == period.first


@pytest.mark.parametrize(
    "key",
    ["", "2026-13", "2026-Q5", "x", "2026-10-05_2026-10-04", "2020-01-01_2026-01-01", "1026"],
)
def test_what_is_no_period_is_none(key: str) -> None:
    assert period_of(key) is None


def test_the_month_quarter_and_year_around_a_day() -> None:
    day = date(2026, 11, 24)
    assert [make(day).key for make in (month_of, quarter_of, year_of)] == [
        "2026-11",
        "2026-Q4",
        "2026",
    ]
