"""Tables of deadlines: alerts, their containers, filed reports, and the claimed slots of jobs."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field

from wastetrack.deadlines.terms import AlertState, ClosedBy, Level
from wastetrack.kernel.schema import Json, Row, Subject, stored

_OPEN = text("state = 'open'")


class Alert(Subject, table=True):
    """One per (rule, site, waste code) while open; `subject_key` parts those of one manifest or licence."""

    __table_args__ = (
        Index(
            "uq_alert_open",
            "rule",
            "site_id",
            "waste_code",
            "subject_key",
            unique=True,
            postgresql_where=_OPEN,
            sqlite_where=_OPEN,
        ),
        Index("ix_alert_state_due", "state", "due_on", "id"),
        Index("ix_alert_site", "site_id", "state", "id"),
    )

    rule: str = Field(max_length=16)
    rule_valid_from: date  # the dated row of law that was in force
    site_id: UUID = Field(foreign_key="site.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    waste_code: str = Field(default="", max_length=10)
    subject_key: str = Field(default="", max_length=64)
    manifest_id: UUID | None = None
    facility_id: UUID | None = None
    licence_id: UUID | None = None
    state: AlertState = Field(sa_type=stored(AlertState))
    level: Level = Field(sa_type=stored(Level))
    local: bool = False  # a local requirement, or one whose basis is not confirmed: never law
    confidence: str = Field(default="S", max_length=1)
    clock_from: datetime | None = None  # the oldest container's clock, or the manifest's
    due_on: date | None = None
    mass_g: int = Field(default=0, sa_type=BigInteger)
    count: int = 0
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    closed_at: datetime | None = None
    closed_by: ClosedBy | None = Field(default=None, sa_type=stored(ClosedBy))


class AlertContainer(Row, table=True):
    """A container on an alert, with the level reached; `left_at` set when a fact took it off."""

    __table_args__ = (Index(None, "container_id", "alert_id"),)

    alert_id: UUID = Field(primary_key=True, foreign_key="alert.id")
    container_id: UUID = Field(primary_key=True, foreign_key="container.id")
    rule: str = Field(max_length=16)
    level: Level = Field(sa_type=stored(Level))
    since: datetime
    left_at: datetime | None = None


class FiledReport(Subject, table=True):
    """A report of HJ 1259 §7.2 as filed upstream: the fact that closes its alert is the receipt.

    An amendment is a further receipt of the same period; the first stays as it was.
    """

    __table_args__ = (UniqueConstraint("site_id", "rule", "period", "sequence"),)

    site_id: UUID = Field(foreign_key="site.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    rule: str = Field(max_length=16)
    period: str = Field(max_length=8)  # 2026-10, 2026-Q3 or 2025
    number: str = Field(max_length=64)  # the receipt of the upstream system
    filed_on: date
    sequence: int = 1  # 1: as first filed; 2 and on: amended upstream
    reason: str = Field(default="", max_length=200)  # what was amended


class Slot(Row, table=True):
    """A scheduled slot of a job: claimed by inserting first, marked finished last."""

    job: str = Field(primary_key=True, max_length=32)
    slot: datetime = Field(primary_key=True)
    claimed_at: datetime
    claimed_by: str = Field(max_length=64)
    lease_until: datetime
    finished_at: datetime | None = None
    result: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
