"""Words of the deadlines room: rules, levels, closing facts, and the plain facts rules judge."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from wastetrack.containers.terms import Content, HeldAs


class RuleCode(StrEnum):
    """The rows of model.md §7; limits, levels and citations are data of the catalogue."""

    OP_1Y = "OP-1Y"
    OP_90 = "OP-90"
    OP_TEMP = "OP-TEMP"
    OP_TEMP_5T = "OP-TEMP-5T"
    PILOT_1Y = "PILOT-1Y"
    PILOT_TEMP = "PILOT-TEMP"
    PILOT_5T = "PILOT-5T"
    PR_LOCAL = "PR-LOCAL"
    PR_PLAN = "PR-PLAN"
    PT_3T = "PT-3T"
    CAP = "CAP"
    MED_2D = "MED-2D"
    MED_VISIT = "MED-VISIT"
    MED_DISP = "MED-DISP"
    MED_DISP_COLD = "MED-DISP-COLD"
    MF_5 = "MF-5"
    MF_10 = "MF-10"
    MF_GATE = "MF-GATE"
    MF_GATE_IN = "MF-GATE-IN"
    MF_OUT = "MF-OUT"
    RPT = "RPT"
    RPT_Y = "RPT-Y"
    RPT_PLAN = "RPT-PLAN"
    LIC = "LIC"
    SCALE = "SCALE"


class Level(StrEnum):
    """How near; a legal limit never looks like a local wish or one that is not confirmed."""

    HINT = "hint"
    WARN = "warn"
    DUE = "due"
    LEGAL = "legal"  # over a legal limit
    LOCAL = "local"  # over a local requirement, or a limit whose basis is not confirmed


RANK = {Level.HINT: 1, Level.WARN: 2, Level.DUE: 3, Level.LOCAL: 4, Level.LEGAL: 4}
OVER = frozenset({Level.LEGAL, Level.LOCAL})


class AlertState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class ClosedBy(StrEnum):
    """The facts that close an alert (model.md §7); a typed 'done' is none of them."""

    ACCEPTED_ELSEWHERE = "accepted_elsewhere"
    TREATED = "treated"
    NOT_HAZARDOUS = "not_hazardous"
    CORRECTED = "corrected"
    OUTSIDE_NUMBER = "outside_number"
    DONE = "done"  # the duty itself was done: confirmed, back-filled, filed, renewed
    BELOW = "below"  # stock or share fell below the level
    MOVED = "moved"  # holder or rule no longer the same by a recorded fact


@dataclass(frozen=True, slots=True)
class Period:
    """One duty with a date: its rule, its key (`2026-10`, `2026-Q3`, `2025`) and its due day."""

    rule: RuleCode
    key: str
    last_day: date
    due: date


@dataclass(frozen=True, slots=True)
class Standing:
    """What is judged of a container: where it stands and whose clock runs."""

    id: UUID
    content: Content
    held_as: HeldAs
    held_since: datetime | None
    unit_id: UUID | None
    site_id: UUID | None
    waste_code: str
    mass_g: int


@dataclass(frozen=True, slots=True)
class Link:
    """A container's place on an open alert."""

    alert_id: UUID
    rule: str
    level: Level
    site_id: UUID
    waste_code: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule reached a level on a subject that is not a single container."""

    rule: RuleCode
    level: Level
    site_id: UUID
    unit_id: UUID
    waste_code: str = ""
    subject_key: str = ""
    manifest_id: UUID | None = None
    facility_id: UUID | None = None
    licence_id: UUID | None = None
    clock_from: datetime | None = None
    due_on: date | None = None
    mass_g: int = 0
    count: int = 0
    facts: dict[str, object] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> tuple[str, UUID, str, str]:
        """What parts one open alert from another."""
        return (self.rule.value, self.site_id, self.waste_code, self.subject_key)


class Shown(Protocol):
    """What an open alert shows of its subject: an alert, or two columns of one."""

    @property
    def level(self) -> Level:
        """The level shown now."""

    @property
    def due_on(self) -> date | None:
        """The day shown now."""


@dataclass(slots=True)
class Tally:
    """What a sweep changed; all zero the second time."""

    opened: int = 0
    raised: int = 0
    changed: int = 0
    closed: int = 0
    joined: int = 0
    left: int = 0
    failed: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count what another batch changed too."""
        self.opened += other.opened
        self.raised += other.raised
        self.changed += other.changed
        self.closed += other.closed
        self.joined += other.joined
        self.left += other.left
        self.failed += other.failed

    @property
    def quiet(self) -> bool:
        """Whether nothing changed at all."""
        moved = self.opened + self.raised + self.changed + self.closed + self.joined + self.left
        return moved == 0 and not self.failed

    def figures(self) -> dict[str, object]:
        """The counts as a job keeps them."""
        return {
            "opened": self.opened,
            "raised": self.raised,
            "changed": self.changed,
            "closed": self.closed,
            "joined": self.joined,
            "left": self.left,
            "failed": self.failed[:20],
        }
