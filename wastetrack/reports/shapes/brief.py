"""The district on one page, as of one moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wastetrack.deadlines.terms import Level
from wastetrack.oversight.shapes import AgeRow


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, and how heavy together."""

    count: int = 0
    grams: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """Grams produced, accepted by receivers and treated: of the last day, and of the year so far."""

    name: str
    day_g: int
    year_g: int


@dataclass(frozen=True, slots=True)
class DayFlow:
    """One day of the chart."""

    day: date
    produced_g: int
    accepted_g: int


@dataclass(frozen=True, slots=True)
class Late:
    """One line of what is over a limit or soon will be."""

    unit: str
    town: str
    rule: str
    about: str
    level: Level
    due_on: date | None
    grams: int
    unbooked: bool


@dataclass(frozen=True, slots=True)
class Silent:
    """A site with stock and no event for a long time."""

    unit: str
    site: str
    town: str
    grams: int


@dataclass(frozen=True, slots=True)
class DailyBrief:
    """What the bureau's day begins with."""

    day: date
    at: datetime
    legal: Amount
    local: Amount
    in_week: Amount
    in_month: Amount
    unbooked: int
    open_cases: int
    unowned_cases: int
    pending_units: int
    under_way: Amount
    refused: Amount
    silent_count: int
    silent_days: int
    flows: Sequence[Flow]
    days: Sequence[DayFlow]
    ages: Sequence[AgeRow]
    overdue: Sequence[Late]
    soon: Sequence[Late]
    silent: Sequence[Silent]
