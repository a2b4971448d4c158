"""Decides what of a manifest stands on paper: the three parts of the transfer form (部令第23号 §§10–18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wastetrack.audit.model import Event
from wastetrack.containers.terms import Custody
from wastetrack.manifests.model import Correction, Haul, Manifest, ManifestLine
from wastetrack.manifests.terms import State
from wastetrack.parties.terms import UnitState


@dataclass(frozen=True, slots=True)
class WasteLine:
    """One waste as the consignor hands it over."""

    number: int
    waste_name: str
    waste_code: str
    hazards: str
    """As the catalogue writes them, `T,I`."""
    form: str
    harmful_components: str
    packaging: str
    packages: int | None
    mass_g: int | None
    """Planned grams until departure, shipped grams after it."""
    dangerous_goods: str = ""
    """UN number and class, or why there is none."""


@dataclass(frozen=True, slots=True)
class ConsignorPart:
    """Part 1, by the unit that lets the waste go."""

    unit_name: str
    address: str
    emergency_phone: str
    handled_by: str
    phone: str
    handed_over_at: datetime | None
    shipper: str
    emergency_measures: str
    lines: tuple[WasteLine, ...]


@dataclass(frozen=True, slots=True)
class CarrierPart:
    """Part 2, once for each carrier in the order they drive (§17)."""

    unit_name: str
    permit_number: str
    address: str
    phone: str
    driver: str
    driver_phone: str
    escort: str
    vehicle: str
    plate: str
    waybill_number: str
    origin: str
    departed_at: datetime | None
    via: str
    destination: str
    arrived_at: datetime | None


@dataclass(frozen=True, slots=True)
class AcceptedLine:
    """One waste as the receiver found it."""

    number: int
    waste_name: str
    waste_code: str
    discrepancy: str
    """`无`, or the named dimensions of §18."""
    decision: str
    method: str
    mass_g: int | None


@dataclass(frozen=True, slots=True)
class ReceiverPart:
    """Part 3, by the unit that takes the waste."""

    unit_name: str
    licence_number: str
    address: str
    handled_by: str
    phone: str
    received_at: datetime | None
    lines: tuple[AcceptedLine, ...]


@dataclass(frozen=True, slots=True)
class ManifestSheet:
    """A whole manifest as plain values; an empty string prints as room to write by hand."""

    reference: str
    """Our own reference, always there."""
    official_number: str
    """The 14 digits of the national system, empty until it issued them."""
    provincial_number: str
    paper_number: str
    paper_ground: str
    """Why this transfer runs on paper (§20), empty otherwise."""
    consignor: ConsignorPart
    carriers: tuple[CarrierPart, ...]
    """Empty before the trip is known: one blank part is printed."""
    receiver: ReceiverPart
    remark: str = ""
    qr_text: str = ""
    """Only 0-9 A-Z $%*+-./: and space; empty prints no symbol."""
    qr_note: str = ""
    """Stands under the symbol: until when it is good."""


@dataclass(frozen=True, slots=True)
class Parties:
    """What the steps need of the four parties' own records, read with the manifest's row."""

    consignor_name: str
    consignor_code: str
    consignor_state: UnitState
    consignor_province: str
    consignor_division: str
    receiver_name: str
    receiver_state: UnitState
    receiver_province: str
    receiver_kinds: tuple[str, ...]
    receiver_is_hospital: bool


@dataclass(frozen=True, slots=True)
class Waste:
    """One waste of a manifest in a list: its name, how many containers."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One line of a list of manifests."""

    id: UUID
    reference: str
    national_no: str | None
    paper_no: str | None
    state: State
    mass_g: int
    consignor: str
    receiver: str
    created_at: datetime
    departed_at: datetime | None
    received_at: datetime | None
    confirm_due: date | None
    wastes: tuple[Waste, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party as the page and the form name it."""

    unit_id: UUID | None
    name: str
    phone: str = ""
    site: str = ""
    address: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with the codes of its container and of what was refused of it."""

    line: ManifestLine
    human_code: str
    current_label: int
    refused_code: str | None
    custody: Custody
    opens: bool  # the reader may open the container's page
    opens_refused: bool


@dataclass(frozen=True, slots=True)
class HaulView:
    """A carrier's part with the carrier's name and phone."""

    haul: Haul
    carrier: str
    phone: str


@dataclass(frozen=True, slots=True)
class ManifestPage:
    """Everything one manifest's page, form and trail show."""

    manifest: Manifest
    consignor: PartyView
    receiver: PartyView
    carrier: PartyView
    proxy: str
    plate: str
    planned_on: date | None
    licence: str
    contract: str
    plan: str
    previous: str
    lines: Sequence[LineView]
    hauls: Sequence[HaulView]
    corrections: Sequence[Correction]
    events: Sequence[Event]
