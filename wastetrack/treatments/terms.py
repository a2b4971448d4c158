"""Words of the treatments room: the plain facts its rules judge."""

from dataclasses import dataclass
from datetime import datetime

from wastetrack.containers.terms import Standing


@dataclass(frozen=True, slots=True)
class FeedFact:
    """One container that is to be fed, and how much of it."""

    code: str
    standing: Standing
    here: bool
    held_since: datetime | None
    on_hand_g: int
    asked_g: int


@dataclass(frozen=True, slots=True)
class MethodFact:
    """The method as the catalogue knows it, and the facility where it is done."""

    known: bool
    facility_known: bool = True
