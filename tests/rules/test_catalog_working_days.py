"""Working days by the State Council's calendar, and by Monday to Friday where it is not known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack.catalog.inputs.deadlines import working_calendar
from wastetrack.catalog.rules import WorkingDays

KNOWN = WorkingDays({row["day"]: row["working"] for row in working_calendar().rows})
DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        pytest.param(date(2026, 11, 24), True, id="an ordinary Tuesday"),
        pytest.param(date(2026, 11, 28), False, id="an ordinary Saturday"),
        pytest.param(date(2026, 10, 1), False, id="National Day"),
        pytest.param(date(2026, 2, 14), True, id="a Saturday worked instead"),
        pytest.param(date(2026, 10, 10), True, id="another Saturday worked instead"),
        pytest.param(date(2027, 10, 1), True, id="not known yet: a Friday counts as worked"),
        pytest.param(date(2027, 10, 2), False, id="not known yet: a Saturday does not"),
    ],
)
def test_a_day_is_worked_or_not(day: date, working: bool) -> None:
    assert KNOWN.is_working(day) is working


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        pytest.param(date(2026, 9, 29), 5, date(2026, 10, 12), id="over the National Day week"),
        pytest.param(date(2026, 11, 20), 1, date(2026, 11, 23), id="over a weekend"),
        pytest.param(date(2026, 2, 13), 1, date(2026, 2, 14), id="onto a worked Saturday"),
        pytest.param(date(2026, 11, 24), 0, date(2026, 11, 24), id="none at all"),
        pytest.param(date(2026, 11, 24), -2, date(2026, 11, 20), id="before"),
    ],
)
def test_working_days_are_counted_after_the_day(start: date, count: int, end: date) -> None:
    assert KNOWN.add(start, count) == end


def test_a_year_without_data_is_marked_estimated() -> None:
    assert not KNOWN.estimated(date(2026, 12, 31))
    assert KNOWN.estimated(date(2027, 1, 1))
    assert KNOWN.years == frozenset(range(2020, 2027))


@given(DAYS, st.integers(-60, 60))
def test_counting_undoes_adding(start: date, count: int) -> None:
    if count < 0:  # a step back lands on a working day, and so must its start to be undone
        start = KNOWN.add(start, 1)
    assert KNOWN.count(start, KNOWN.add(start, count)) == count


@given(DAYS, st.integers(0, 400), st.integers(0, 30))
def test_a_later_start_never_ends_earlier(start: date, gap: int, count: int) -> None:
    assert KNOWN.add(start, count) <= KNOWN.add(start + timedelta(days=gap), count)
