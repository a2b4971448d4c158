"""Words of the cases room: kinds, states, and the plain facts its rules judge."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class CaseKind(StrEnum):
    DISCREPANCY = "discrepancy"
    CONFLICT = "conflict"
    INCIDENT = "incident"
    MISSING = "missing"
    DATA = "data"
    REFUSAL = "refusal"
    FOUND = "found"  # somebody without an account found a container


class CaseState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


# what a person may open by hand; the others are opened by the act that found them
BY_HAND = (CaseKind.DATA, CaseKind.CONFLICT, CaseKind.INCIDENT, CaseKind.MISSING)


@dataclass(frozen=True, slots=True)
class Said:
    """One answer in a case: by which unit, and whether that unit is a party of it."""

    unit_id: UUID
    party: bool


@dataclass(frozen=True, slots=True)
class HappenedFact:
    """Something that happened after the case was opened and that may close it."""

    event_id: UUID
    kind: str
    at: datetime
