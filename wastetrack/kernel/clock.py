"""The only place that reads the time; everything else gets it from the work."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Anything that tells the present moment, UTC aware."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock, cut to microseconds in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock for tests and demo data: stands still until moved."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def move(self, **delta: float) -> datetime:
        """Advance by the given timedelta keywords and return the new moment."""
        self.at += timedelta(**delta)
        return self.at


def local_day(moment: datetime) -> date:
    """The calendar day in Asia/Shanghai on which a UTC moment falls."""
    return moment.astimezone(SHANGHAI).date()


def start_of_day(day: date) -> datetime:
    """The UTC moment at which a Shanghai day begins."""
    return datetime.combine(day, time(0), SHANGHAI).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """The UTC moment at which a Shanghai day ends: a limit runs to the end of its last day."""
    return start_of_day(day + timedelta(days=1))
