"""The periods a ledger is read by: a month, a quarter, a year, or from one day to another."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from wastetrack.ledger.rules.shares import months_from

_KEY = re.compile(r"^(?P<year>20\d\d)(?:-(?:Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?$")
MOST_DAYS = 366 * 3


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` up to but not with `end`; `months` is 0 where it is no calendar period."""

    key: str
    first: date
    end: date
    months: int

    @property
    def last(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def title(self) -> str:
        """As the official tables write it."""
        if self.months == 1:
            return f"{self.first.year} 年 {self.first.month} 月"
        if self.months == 3:
            return f"{self.first.year} 年第 {(self.first.month + 2) // 3} 季度"
        if self.months:
            return f"{self.first.year} 年"
        return f"{self.first:%Y-%m-%d} 至 {self.last:%Y-%m-%d}"

    def shifted(self, steps: int) -> "Period":
        """The period so many before or after this one, of the same length."""
        if self.months:
            return _calendar(months_from(self.first, steps * self.months), self.months)
        days = (self.end - self.first) * steps
        return _days(self.first + days, self.last + days)


def _calendar(first: date, months: int) -> Period:
    names = {1: f"{first:%Y-%m}", 3: f"{first.year}-Q{(first.month + 2) // 3}"}
    return Period(names.get(months, str(first.year)), first, months_from(first, months), months)


def _days(first: date, last: date) -> Period:
    key = f"{first:%Y-%m-%d}_{last:%Y-%m-%d}"
    return Period(key, first, last + timedelta(days=1), 0)


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    return _calendar(day.replace(day=1), 1)


def quarter_of(day: date) -> Period:
    """The calendar quarter of a day."""
    return _calendar(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), 3)


def year_of(day: date) -> Period:
    """The calendar year of a day."""
    return _calendar(date(day.year, 1, 1), 12)


def period_of(key: str) -> Period | None:
    """`2026-10`, `2026-Q3`, `2026` or `2026-10-05_2026-11-04`; None when it is none of these."""
    matched = _KEY.match(key)
    if matched is not None:
        year, quarter, month = int(matched["year"]), matched["quarter"], matched["month"]
        if quarter:
            return quarter_of(date(year, int(quarter) * 3, 1))
        return month_of(date(year, int(month), 1)) if month else year_of(date(year, 1, 1))
    first, _, last = key.partition("_")
    try:
        begin, until = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    short = timedelta(0) <= until - begin < timedelta(days=MOST_DAYS)
    return _days(begin, until) if short and 2000 <= begin.year < 2100 else None
