"""The frozen facts that the rules look at; what a step does not need stays empty."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from wastetrack.agreements.terms import (
    ConsentFacts,
    ContractFacts,
    LineFacts,
    ReceiverKind,
    TransferType,
)
from wastetrack.manifests.terms.words import Decision, Dimension, Part, PassProof, State
from wastetrack.parties.terms import LicenceFacts, UnitState


@dataclass(frozen=True, slots=True)
class LineFact:
    """One container on the manifest as the rules see it."""

    number: int
    waste_code: str
    waste_name: str
    code: str
    """The container's human code, so that a sentence can name the drum."""
    planned_g: int
    shipped_g: int | None
    label_version: int
    current_label: int
    left_out: bool = False

    @property
    def grams(self) -> int:
        return self.planned_g if self.shipped_g is None else self.shipped_g


@dataclass(frozen=True, slots=True)
class PlanFact:
    """The plan of the year with its transfer lines and what is already used by code."""

    id: UUID
    number: str
    lines: tuple[LineFacts, ...]
    used: Mapping[str, int]
    methods: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ApprovalFact:
    """The approval for one code in force on the day, and what of it is used."""

    number: str
    approved_g: int
    used_g: int
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class RoomFact:
    """What the receiving site's stores hold, may hold, and are already promised."""

    capacity_g: int | None
    mass_g: int
    promised_g: int
    # codes that its stores take; empty: not restricted
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CarrierFact:
    """Carrier, vehicle and crew as they stand on the day of loading."""

    trip: bool
    waybill: bool = False
    same_carrier: bool = True
    open: bool = True
    plate: str = ""
    vehicle_to: date | None = None
    crew_to: tuple[tuple[str, date | None], ...] = ()
    licences: tuple[LicenceFacts, ...] = ()
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the needs of a step look at, frozen at one moment; what a step does not need is None."""

    day: date
    receiver_unit_id: UUID
    receiver_site_id: UUID
    lines: tuple[LineFact, ...]
    transfer_type: TransferType = TransferType.PROVINCE
    receiver_kind: ReceiverKind = ReceiverKind.PERMIT
    consignor_state: UnitState = UnitState.ACTIVE
    receiver_state: UnitState = UnitState.ACTIVE
    consignor_province: str = "33"
    receiver_province: str = "33"
    shipper: str | None = None
    un_number: str | None = None
    un_class: str | None = None
    un_none_reason: str | None = None
    emergency_phone: str = ""
    emergency_measures: str = ""
    paper: bool = False
    national_no: str | None = None
    paper_no: str | None = None
    paper_ground: str | None = None
    signed_at: datetime | None = None
    by_proxy: bool = False
    consent: ConsentFacts | None = None
    contracts: tuple[ContractFacts, ...] | None = None
    plan: PlanFact | None = None
    licences: tuple[LicenceFacts, ...] = ()
    accepted_g: int = 0
    under_way_g: int = 0
    approvals: Mapping[str, ApprovalFact] = field(default_factory=dict)
    room: RoomFact | None = None
    carrier: CarrierFact | None = None
    year: int = 0

    @property
    def asked(self) -> dict[str, int]:
        """Grams by waste code that this manifest moves."""
        found: dict[str, int] = {}
        for line in self.lines:
            if not line.left_out:
                found[line.waste_code] = found.get(line.waste_code, 0) + line.grams
        return found


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a receiver says of one line, next to what was shipped."""

    number: int
    shipped_g: int
    accepted_g: int
    refused_g: int
    difference_g: int
    method: str | None = None
    dimensions: tuple[Dimension, ...] = ()
    # the authority holds the container where it stands
    seized: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a manifest stands, for what may be offered next; the machine and the policy still decide."""

    state: State
    numbered: bool = False
    signed: bool = False
    paper: bool = False
    backfilled: bool = False
    acknowledged: bool = False
    relay_offered: bool = False
    # a party without account here, and whether its copy of the form was attached
    outside: frozenset[Part] = frozenset()
    copied: bool = False
    # how far refused parts are on their way back
    ways: frozenset[Decision] = frozenset()


@dataclass(frozen=True, slots=True)
class PassReading:
    """What a roadside token is, and, of one of ours, what it was made for."""

    proof: PassProof
    manifest_id: UUID | None = None
    until: datetime | None = None
    seal: str = ""
    """Fingerprint of the data the symbol was printed with."""
