"""Words of the trips room: the states of a trip, and what the rules know of a vehicle and its crew."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from wastetrack.parties.terms import CrewKind


class TripState(StrEnum):
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    CLOSED = "closed"
    CANCELLED = "cancelled"


# a trip that may still be changed
OPEN = frozenset({TripState.PLANNED, TripState.UNDER_WAY})


@dataclass(frozen=True, slots=True)
class VehicleFacts:
    """A vehicle with the document it needs on the road."""

    unit_id: UUID
    plate: str
    permit_no: str
    permit_valid_to: date
    active: bool = True


@dataclass(frozen=True, slots=True)
class CrewFacts:
    """A driver or escort with the qualification needed."""

    id: UUID
    unit_id: UUID
    kind: CrewKind
    name: str
    qualification_no: str
    qualification_valid_to: date
    active: bool = True
