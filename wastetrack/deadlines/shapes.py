"""What is shown of deadlines: a list's filter, a row of it, and one alert in full."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wastetrack.audit.model import Event
from wastetrack.catalog.terms import Rule
from wastetrack.deadlines.model import Alert
from wastetrack.deadlines.terms import Level


@dataclass(frozen=True, slots=True)
class AlertFilter:
    """What a list of alerts is narrowed to; None leaves a column open."""

    over: bool | None = None
    local: bool | None = None
    level: Level | None = None
    rule: str = ""
    town: str = ""
    waste_code: str = ""
    unit: str = ""
    # only alerts with a container that no pickup is booked for
    unbooked: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One line of a list of alerts."""

    alert: Alert
    unit: str
    site: str
    town: str


@dataclass(frozen=True, slots=True)
class Member:
    """A container on an alert, with where it is now."""

    container_id: UUID
    human_code: str
    waste_name: str
    mass_g: int | None
    level: Level
    clock_from: datetime | None
    on_the_road: bool
    booked: bool
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class AlertPage:
    """One alert with the law it stands on, its containers and its history."""

    row: AlertRow
    rule: Rule | None
    members: Sequence[Member]
    more: bool
    events: Sequence[Event]
