"""Tables of containers: containers and bulk lots, what is asked to be amended, daily sequences."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import Field

from wastetrack.containers.terms import (
    AmendmentKind,
    AmendmentState,
    Booking,
    Content,
    Custody,
    HeldAs,
    MassSource,
)
from wastetrack.kernel.schema import Json, Row, Subject, stored
from wastetrack.parties.terms import Packaging, StreamForm

_LIVE = "content in ('filling', 'sealed', 'emptied')"


class Container(Subject, table=True):
    """A container 容器 or a bulk lot; columns are the projection of its events."""

    __table_args__ = (
        # the overdue check walks these, so that its cost follows what is due and not what is stored
        Index(
            "ix_container_clock",
            "held_as",
            "held_since",
            postgresql_where=text(_LIVE),
            sqlite_where=text(_LIVE),
        ),
        Index(
            "ix_container_stock",
            "facility_id",
            "mass_g",
            postgresql_where=text(_LIVE),
            sqlite_where=text(_LIVE),
        ),
        Index("ix_container_holder", "holder_site_id", "content", "id"),
        Index("ix_container_origin", "origin_site_id", "id"),
        # an uploaded ledger row is known again by site and batch code
        Index("ix_container_batch", "origin_site_id", "batch_code"),
        Index("ix_container_trip", "trip_id"),
        Index("ix_container_parent", "parent_id"),
        CheckConstraint("mass_g is null or mass_g >= 0", name="mass"),
        CheckConstraint(
            f"({_LIVE} and holder_site_id is not null)"
            f" or (not ({_LIVE}) and holder_site_id is null)",
            name="one_holder",
        ),
    )

    digital_id: str | None = Field(default=None, max_length=37, unique=True)
    human_code: str = Field(max_length=8, unique=True)
    label_version: int = 1
    edition: str = Field(default="2025", max_length=8)
    waste_code: str = Field(default="", max_length=10)
    waste_name: str = Field(default="", max_length=120)
    form: StreamForm = Field(default=StreamForm.OTHER, sa_type=stored(StreamForm))
    hazards: str = Field(default="", max_length=20)  # order and separator as in the catalogue
    components: str = Field(default="", max_length=200)
    harmful: str = Field(default="", max_length=200)
    precautions: str = Field(default="", max_length=200)
    packaging: Packaging = Field(default=Packaging.DRUM, sa_type=stored(Packaging))
    volume_l: int = 200
    is_lot: bool = False
    content: Content = Field(sa_type=stored(Content))
    custody: Custody = Field(sa_type=stored(Custody))
    booking: Booking = Field(default=Booking.NONE, sa_type=stored(Booking))
    held_as: HeldAs = Field(sa_type=stored(HeldAs))
    held_since: datetime | None = None  # the holder's clock
    # the clock that was running when it was loaded: a refused container taken back resumes it
    held_before: datetime | None = None
    held_as_before: HeldAs | None = Field(default=None, sa_type=stored(HeldAs, "held_as_before"))
    holder_unit_id: UUID | None = None
    holder_site_id: UUID | None = None
    facility_id: UUID | None = None
    partition_id: UUID | None = None
    trip_id: UUID | None = None
    request_id: UUID | None = None
    manifest_id: UUID | None = None  # the manifest whose line books or moves it
    origin_unit_id: UUID
    origin_site_id: UUID
    mass_g: int | None = Field(default=None, sa_type=BigInteger)
    mass_source: MassSource | None = Field(default=None, sa_type=stored(MassSource))
    scale: str | None = Field(default=None, max_length=64)
    first_waste_at: datetime | None = None
    oldest_waste_at: datetime | None = None  # never resets; shown, not legal
    full_at: datetime | None = None
    sealed_at: datetime | None = None
    requested_at: datetime | None = None
    ended_at: datetime | None = None
    parent_id: UUID | None = None
    # whose waste it is by weight: {origin site id: grams}; empty means all from the origin
    shares: dict[str, int] = Field(default_factory=dict, sa_type=Json)
    batch_code: str | None = Field(default=None, max_length=32)  # HJ 1259 产生批次
    remark: str = Field(default="", max_length=200)


class BlankCode(Subject, table=True):
    """A code printed before any waste is known (content BLANK of model.md §4): no holder, no clock.

    The first use binds it: the container takes its human code, and the row points there.
    """

    __table_args__ = (Index("ix_blank_code_unit", "unit_id", "bound_at", "id"),)

    human_code: str = Field(max_length=8, unique=True)
    label_version: int = 1
    unit_id: UUID = Field(foreign_key="unit.id")
    site_id: UUID = Field(foreign_key="site.id")
    roll_id: UUID = Field(index=True)  # what was printed together
    container_id: UUID | None = Field(default=None, unique=True)
    bound_at: datetime | None = None


class Amendment(Subject, table=True):
    """What a holder asks to have corrected, identified or voided 更改申请; an officer decides."""

    __table_args__ = (
        Index(
            "uq_amendment_waiting",
            "container_id",
            unique=True,
            postgresql_where=text("state = 'waiting'"),
            sqlite_where=text("state = 'waiting'"),
        ),
        Index(None, "state", "id"),
        Index(None, "unit_id", "id"),
    )

    container_id: UUID = Field(foreign_key="container.id")
    unit_id: UUID
    site_id: UUID
    kind: AmendmentKind = Field(sa_type=stored(AmendmentKind))
    state: AmendmentState = Field(sa_type=stored(AmendmentState))
    asked: dict[str, Any] = Field(default_factory=dict, sa_type=Json)  # the input as it was sent
    file_sha256: str = Field(max_length=64)
    answer: str | None = Field(default=None, max_length=500)
    decided_at: datetime | None = None


class CodeSequence(Row, table=True):
    """Last used number per unit code, waste code and day: three digits, never wrapped (999)."""

    unit_code: str = Field(primary_key=True, max_length=18)
    waste_code: str = Field(primary_key=True, max_length=10)
    day: date = Field(primary_key=True)
    last: int


class BatchSequence(Row, table=True):
    """Last used number per site, HJ 1259 batch prefix and day."""

    site_id: UUID = Field(primary_key=True)
    prefix: str = Field(primary_key=True, max_length=8)
    day: date = Field(primary_key=True)
    last: int
