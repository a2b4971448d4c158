"""Tables of agreements: contracts, yearly plans with lines, proxy consents, cross-province approvals."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from wastetrack.agreements.terms import LineKind, PriceBasis, ReceiverKind, TransferType
from wastetrack.kernel.schema import Json, Row, Subject, stored


class Contract(Subject, table=True):
    """A written contract between consignor and receiver (部令23 §10, Code §490)."""

    __table_args__ = (
        Index(None, "consignor_unit_id", "receiver_unit_id"),
        Index(None, "receiver_unit_id"),
        CheckConstraint("valid_to >= valid_from", name="validity"),
    )

    number: str = Field(max_length=64)
    consignor_unit_id: UUID = Field(foreign_key="unit.id")
    receiver_unit_id: UUID = Field(foreign_key="unit.id")
    codes: list[str] = Field(sa_type=Json)
    price_basis: PriceBasis = Field(sa_type=stored(PriceBasis))
    # fen per tonne by code, or {"package": fen a year}
    prices: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    duties: str = Field(default="", max_length=500)  # pollution-prevention duties
    signed_on: date
    valid_from: date
    valid_to: date
    ended_on: date | None = None
    file_sha256: str | None = Field(default=None, max_length=64)


class Plan(Subject, table=True):
    """A site's filed management plan of a year 管理计划 with its 备案编号 (HJ 1259 §5.2)."""

    __table_args__ = (UniqueConstraint("site_id", "year"),)

    site_id: UUID = Field(foreign_key="site.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    year: int
    number: str = Field(max_length=64)
    filed_on: date
    amended_on: date | None = None
    filed_by_unit_id: UUID | None = None  # 代申报


class PlanLine(Row, table=True):
    """One line of the plan; replaced as a set when the plan is amended (the event holds both)."""

    __table_args__ = (Index(None, "plan_id"),)

    id: UUID = Field(primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id")
    kind: LineKind = Field(sa_type=stored(LineKind))
    waste_code: str = Field(max_length=10)
    planned_g: int = Field(sa_type=BigInteger)
    transfer_type: TransferType | None = Field(default=None, sa_type=stored(TransferType))
    receiver_kind: ReceiverKind | None = Field(default=None, sa_type=stored(ReceiverKind))
    receiver_unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    method: str | None = Field(default=None, max_length=8)


class Consent(Subject, table=True):
    """A dated consent by which a unit lets another draft and file for it (代申报, HJ 1259 §7.1.3)."""

    __table_args__ = (Index(None, "unit_id", "proxy_unit_id"),)

    unit_id: UUID = Field(foreign_key="unit.id")
    proxy_unit_id: UUID = Field(foreign_key="unit.id")
    scope: list[str] = Field(sa_type=Json)  # manifest, filing, plan, ledger
    given_at: datetime
    valid_to: date
    ended_at: datetime | None = None
    # the pickup whose confirmation gave it, when it was not given on its own
    request_id: UUID | None = None


class Approval(Subject, table=True):
    """A cross-province approval (部令23 §27): twelve months, name, tonnes, receiver."""

    __table_args__ = (Index(None, "unit_id"),)

    unit_id: UUID = Field(foreign_key="unit.id")
    receiver_unit_id: UUID = Field(foreign_key="unit.id")
    number: str = Field(max_length=64, unique=True)
    waste_code: str = Field(max_length=10)
    approved_g: int = Field(sa_type=BigInteger)
    valid_from: date
    valid_to: date
