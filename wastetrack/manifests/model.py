"""Tables of the manifest 联单: head, lines, hauls, corrections."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from wastetrack.agreements.terms import ReceiverKind, TransferType
from wastetrack.kernel.schema import Json, Row, Subject, stored
from wastetrack.manifests.terms import Decision, Shipper, State

_OPEN = text(
    "state in ('draft', 'filed', 'ready', 'in_transit', 'arrived', 'negotiating', 'received',"
    " 'refused', 'returning')"
)


class Manifest(Subject, table=True):
    """One transfer: one consignor, one receiver. Parts 1-3 of the official form (regulation §1.5)."""

    __table_args__ = (
        Index(None, "consignor_site_id", "id"),
        Index(None, "receiver_site_id", "id"),
        Index(None, "carrier_unit_id", "id"),
        Index(None, "proxy_unit_id", "id"),
        Index(None, "trip_id"),
        Index(None, "state", "id"),
        Index(None, "previous_id"),
        Index(None, "consignor_unit_id", "id"),
        Index(None, "receiver_unit_id", "id"),
        # what still waits for somebody: the tabs of a list, and what is promised to a receiver
        Index(
            "ix_manifest_open_consignor",
            "consignor_unit_id",
            "id",
            postgresql_where=_OPEN,
            sqlite_where=_OPEN,
        ),
        Index(
            "ix_manifest_open_receiver",
            "receiver_unit_id",
            "id",
            postgresql_where=_OPEN,
            sqlite_where=_OPEN,
        ),
        # the year's plan use of a site and the year's accepted mass under a permit
        Index("ix_manifest_filed", "consignor_site_id", "filed_at"),
        Index("ix_manifest_received", "licence_id", "received_at", postgresql_include=["mass_g"]),
        Index(
            "ix_manifest_next_carrier",
            "next_carrier_unit_id",
            postgresql_where=text("next_carrier_unit_id is not null"),
            sqlite_where=text("next_carrier_unit_id is not null"),
        ),
    )

    reference: str = Field(max_length=24, unique=True)  # our own number
    national_no: str | None = Field(default=None, max_length=14, unique=True)
    provincial_no: str | None = Field(default=None, max_length=32, unique=True)
    state: State = Field(sa_type=stored(State))
    # the parties
    consignor_unit_id: UUID = Field(foreign_key="unit.id")
    consignor_site_id: UUID = Field(foreign_key="site.id")
    receiver_unit_id: UUID = Field(foreign_key="unit.id")
    receiver_site_id: UUID = Field(foreign_key="site.id")
    carrier_unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    proxy_unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    consent_id: UUID | None = Field(default=None, foreign_key="consent.id")
    receiver_kind: ReceiverKind = Field(sa_type=stored(ReceiverKind))
    transfer_type: TransferType = Field(sa_type=stored(TransferType))
    # part 1
    consignor_handler: str = Field(default="", max_length=120)
    consignor_phone: str = Field(default="", max_length=20)
    emergency_phone: str = Field(default="", max_length=20)
    emergency_measures: str = Field(default="", max_length=500)
    shipper: Shipper | None = Field(default=None, sa_type=stored(Shipper))
    un_number: str | None = Field(default=None, max_length=6)
    un_class: str | None = Field(default=None, max_length=16)
    un_none_reason: str | None = Field(default=None, max_length=200)
    plan_id: UUID | None = Field(default=None, foreign_key="plan.id")
    contract_id: UUID | None = Field(default=None, foreign_key="contract.id")
    approval_id: UUID | None = Field(default=None, foreign_key="approval.id")
    signed_at: datetime | None = None  # the consignor's hand-over act
    signed_by: str | None = Field(default=None, max_length=200)
    # grams it counts for: planned until departure, shipped on the road, accepted in the end
    mass_g: int = Field(default=0, sa_type=BigInteger)
    # the receiver's permit under which it was filed
    licence_id: UUID | None = Field(default=None, foreign_key="licence.id")
    # parts entered by somebody else or from paper: {"receiver": "outside"}; absent means in the system
    entries: dict[str, str] = Field(default_factory=dict, sa_type=Json)
    # the latest copy of the form that a party outside signed
    copy_sha256: str | None = Field(default=None, max_length=64)
    # part 2
    trip_id: UUID | None = Field(default=None, foreign_key="trip.id")
    # a relay that the next carrier has not taken over yet
    next_carrier_unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    next_trip_id: UUID | None = Field(default=None, foreign_key="trip.id")
    # paper path
    paper: bool = False
    paper_no: str | None = Field(default=None, max_length=64)
    paper_ground: str | None = Field(default=None, max_length=200)
    backfilled_at: datetime | None = None
    # moments of the machine
    filed_at: datetime | None = None
    departed_at: datetime | None = None
    arrived_at: datetime | None = None
    received_at: datetime | None = None
    confirmed_at: datetime | None = None
    closed_at: datetime | None = None
    acknowledged_at: datetime | None = None
    confirm_due: date | None = None  # 5 working days, 部令23 §18
    # the gate
    gross_g: int | None = Field(default=None, sa_type=BigInteger)
    tare_g: int | None = Field(default=None, sa_type=BigInteger)
    receiver_handler: str = Field(default="", max_length=120)
    opinion: str | None = Field(default=None, max_length=500)
    reported_at: datetime | None = None  # report to the receiving place's authority
    # chains: the first transfer of a two-transfer pickup, or the manifest this one follows
    previous_id: UUID | None = Field(default=None, foreign_key="manifest.id")
    request_id: UUID | None = None
    annul_consents: list[str] = Field(default_factory=list, sa_type=Json)
    void_reason: str | None = Field(default=None, max_length=500)
    note: str = Field(default="", max_length=500)


class ManifestLine(Subject, table=True):
    """One container (or lot) on a manifest; planned, shipped and accepted grams are three values."""

    __table_args__ = (
        UniqueConstraint("manifest_id", "number"),
        Index(None, "container_id"),
        Index(None, "accepted_container_id"),
        CheckConstraint(
            "accepted_g is null or shipped_g is null or difference_g is null or refused_g is null"
            " or shipped_g = accepted_g + refused_g + difference_g",
            name="balance",
        ),
    )

    manifest_id: UUID = Field(foreign_key="manifest.id")
    number: int
    container_id: UUID = Field(foreign_key="container.id")
    waste_code: str = Field(max_length=10)
    waste_name: str = Field(max_length=120)
    hazards: str = Field(default="", max_length=20)
    form: str = Field(max_length=16)
    harmful: str = Field(default="", max_length=200)
    packaging: str = Field(max_length=16)
    label_version: int = 1
    planned_g: int = Field(sa_type=BigInteger)
    shipped_g: int | None = Field(default=None, sa_type=BigInteger)
    accepted_g: int | None = Field(default=None, sa_type=BigInteger)
    refused_g: int | None = Field(default=None, sa_type=BigInteger)
    difference_g: int | None = Field(
        default=None, sa_type=BigInteger
    )  # recorded weighing difference
    decision: Decision = Field(default=Decision.PENDING, sa_type=stored(Decision))
    dimensions: list[str] = Field(default_factory=list, sa_type=Json)
    discrepancy: str = Field(default="", max_length=500)
    method: str | None = Field(default=None, max_length=8)
    outcome_g: int = Field(default=0, sa_type=BigInteger)  # grams with a treatment outcome
    # what the receiver took, and what he did not: the container itself, or its parts after a split
    accepted_container_id: UUID | None = None
    refused_container_id: UUID | None = None
    # how far the refused part is on its way back; the decision of an accepted line stays accepted
    way_back: Decision | None = Field(default=None, sa_type=stored(Decision, "way_back"))
    # where it stood before it was loaded, for the stock ledger and for a way back
    from_facility_id: UUID | None = None


class Haul(Subject, table=True):
    """One carrier's part of a transfer; successive carriers agree time and place (部令23 §17)."""

    __table_args__ = (UniqueConstraint("manifest_id", "number"), Index(None, "carrier_unit_id"))

    manifest_id: UUID = Field(foreign_key="manifest.id")
    number: int
    trip_id: UUID | None = Field(default=None, foreign_key="trip.id")
    carrier_unit_id: UUID = Field(foreign_key="unit.id")
    carrier_licence: str = Field(default="", max_length=64)
    plate: str = Field(max_length=16)
    driver_name: str = Field(max_length=120)
    driver_phone: str = Field(max_length=20)
    escort_name: str = Field(default="", max_length=120)
    waybill_no: str = Field(default="", max_length=64)
    start_place: str = Field(default="", max_length=200)
    end_place: str = Field(default="", max_length=200)
    via: str = Field(default="", max_length=200)
    started_at: datetime | None = None
    ended_at: datetime | None = None


class Correction(Subject, table=True):
    """A proposed change after departure: before and after, reason, and whose consent it still needs."""

    __table_args__ = (Index(None, "manifest_id"),)

    manifest_id: UUID = Field(foreign_key="manifest.id")
    line_id: UUID | None = None
    field_name: str = Field(max_length=64)
    before: dict[str, Any] = Field(sa_type=Json)
    after: dict[str, Any] = Field(sa_type=Json)
    reason: str = Field(max_length=500)
    needs: list[str] = Field(sa_type=Json)  # positions whose consent is needed
    given: list[str] = Field(default_factory=list, sa_type=Json)
    applied_at: datetime | None = None
    rejected_at: datetime | None = None


class ReferenceSequence(Row, table=True):
    """Last used number of our own references per year."""

    year: int = Field(primary_key=True)
    last: int
