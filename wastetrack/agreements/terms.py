"""Words of the agreements room: transfer types, receiver kinds, and the plain facts of its rules."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class TransferType(StrEnum):
    """HJ 1259 A.7: within the province, across provinces, abroad."""

    PROVINCE = "province"
    CROSS = "cross"
    ABROAD = "abroad"


class ReceiverKind(StrEnum):
    PERMIT = "permit"
    EXEMPT = "exempt"  # exemption step or 点对点 plan
    ABROAD = "abroad"


class LineKind(StrEnum):
    PRODUCE = "produce"  # A.3
    STORE = "store"  # A.4
    TREAT = "treat"  # A.5
    TRANSFER = "transfer"  # A.7


class PriceBasis(StrEnum):
    PER_TONNE = "per_tonne"
    PACKAGE = "package"
    FREE = "free"
    SUBSIDISED = "subsidised"


class ConsentScope(StrEnum):
    """What a proxy may do for the unit that consented."""

    MANIFEST = "manifest"  # to draft
    FILING = "filing"  # to file what was drafted: without it the consignor files himself
    PLAN = "plan"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """What the rules need to know of a contract."""

    number: str
    codes: tuple[str, ...]
    valid_from: date
    valid_to: date
    ended_on: date | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One transfer line of a plan, as the rules see it."""

    waste_code: str
    planned_g: int
    transfer_type: TransferType | None = None
    receiver_kind: ReceiverKind | None = None
    receiver_unit_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What the plan allows of one code, what is used, and what is left (negative: over)."""

    waste_code: str
    planned_g: int
    used_g: int

    @property
    def left_g(self) -> int:
        return self.planned_g - self.used_g

    @property
    def percent(self) -> int:
        """Used share in whole percent, rounded down; 0 planned and something used is 100 or more."""
        if self.planned_g == 0:
            return 0 if self.used_g == 0 else 100
        return self.used_g * 100 // self.planned_g


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """What the rules need to know of a proxy consent."""

    scope: tuple[str, ...]
    given_on: date
    valid_to: date
    ended: bool = False
