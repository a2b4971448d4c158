"""One unit on one page: who it is, what it may, what stands there, what is late, what is under way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.deadlines.terms import Level
from wastetrack.manifests.terms import State
from wastetrack.parties.terms import (
    DocumentState,
    FacilityKind,
    LicenceKind,
    ManagementClass,
    UnitKind,
    UnitState,
)


@dataclass(frozen=True, slots=True)
class SiteFact:
    name: str
    town: str
    address: str
    management: ManagementClass
    emergency_phone: str


@dataclass(frozen=True, slots=True)
class LicenceFact:
    kind: LicenceKind
    number: str
    codes: Sequence[str]
    annual_scale_g: int | None
    valid_to: date
    state: DocumentState


@dataclass(frozen=True, slots=True)
class StockFact:
    """A waste that the unit holds now, with its longest-running clock and its oldest waste."""

    waste_name: str
    waste_code: str
    count: int
    grams: int
    clock_from: datetime | None
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class StoreFact:
    code: str
    name: str
    kind: FacilityKind
    capacity_g: int | None
    grams: int

    @property
    def percent(self) -> int | None:
        return round(100 * self.grams / self.capacity_g) if self.capacity_g else None


@dataclass(frozen=True, slots=True)
class AlertFact:
    rule: str
    about: str
    level: Level
    due_on: date | None
    count: int
    grams: int


@dataclass(frozen=True, slots=True)
class UnderWay:
    number: str
    state: State
    sends: bool
    other: str
    grams: int
    departed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReportFact:
    rule: str
    period: str
    number: str
    filed_on: date
    sequence: int


@dataclass(frozen=True, slots=True)
class CaseFact:
    kind: CaseKind
    title: str
    state: CaseState
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class InspectionSheet:
    """Everything that an inspector wants before the gate opens, as of one moment."""

    unit: str
    credit_code: str
    kinds: Sequence[UnitKind]
    state: UnitState
    industry: str
    phone: str
    qr_text: str
    at: datetime
    sites: Sequence[SiteFact]
    licences: Sequence[LicenceFact]
    stock: Sequence[StockFact]
    stores: Sequence[StoreFact]
    alerts: Sequence[AlertFact]
    under_way: Sequence[UnderWay]
    reports: Sequence[ReportFact]
    unfiled: int
    cases: Sequence[CaseFact]
    invented: bool = False
