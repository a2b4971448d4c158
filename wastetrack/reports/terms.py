"""Plain facts of the reports room."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from wastetrack.ledger.terms import Balance


@dataclass(frozen=True, slots=True)
class Check:
    """One figure of the closed-loop check; `broken` names the first row that breaks it."""

    name: str
    figure: int
    broken: str | None = None


class Kind(StrEnum):
    """What may be exported as a file: each names a register of a site and period."""

    B1 = "b1"
    B2 = "b2"
    B3 = "b3"
    B4 = "b4"
    B5 = "b5"
    DECLARATION = "declaration"
    BOOK = "book"
    SOLIDS = "solids"


class ExportState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"
    EXPIRED = "expired"  # kept for its days; the file is gone, the row tells who had it


# beside the stored files: these are ours, large, and kept for a while only
EXPORTS_FOLDER = "exports"
OPEN = frozenset({ExportState.WAITING, ExportState.RUNNING})


class Why(StrEnum):
    """What a difference of the roll-forward is made of."""

    ON_THE_ROAD = "on_the_road"
    FROM_BEFORE = "from_before"
    WEIGHING = "weighing"
    CORRECTED = "corrected"
    VOIDED = "voided"
    IDENTIFIED = "identified"


@dataclass(frozen=True, slots=True)
class Cause:
    """One entry behind a difference: what happened, to what, and its grams with their sign."""

    why: Why
    at: datetime
    waste_code: str
    waste_name: str
    grams: int
    reference: str
    manifest_id: UUID | None = None
    container_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """Grams treated on the spot by one method."""

    method: str
    grams: int


@dataclass(frozen=True, slots=True)
class Entrusted:
    """Grams that one receiver accepted under one permit by one method."""

    province: str
    unit: str
    licence: str
    method: str
    grams: int


@dataclass(frozen=True, slots=True)
class WasteReport:
    """One waste of a declaration: its balance, and where it went."""

    balance: Balance
    official: str
    own: Sequence[Own] = field(default_factory=tuple)
    entrusted: Sequence[Entrusted] = field(default_factory=tuple)
    causes: Sequence[Cause] = field(default_factory=tuple)

    @property
    def explained_g(self) -> int:
        """What the entries behind the difference add up to: the difference, or the data is broken."""
        return sum(cause.grams for cause in self.causes)


class SheetKind(StrEnum):
    """The sheets that may stand beside a manifest."""

    DISCREPANCY = "discrepancy"
    CORRECTION = "correction"
    VOID = "void"
    RETURN = "return"
