"""What an inspector at the roadside sees of a manifest: nothing of trade, no person's name or phone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wastetrack.manifests.shapes import WasteLine
from wastetrack.manifests.terms import OnTheRoad, State


@dataclass(frozen=True, slots=True)
class RoadHaul:
    """One carrier's part: documents by their numbers, to be held against those in the driver's hand."""

    carrier: str
    permit_number: str
    plate: str
    driver_no: str
    escort_no: str
    waybill_number: str
    origin: str
    departed_at: datetime | None
    via: str
    destination: str
    arrived_at: datetime | None


@dataclass(frozen=True, slots=True)
class RoadsideCard:
    """One manifest as a roadside check needs it."""

    manifest_id: UUID
    consignor_unit_id: UUID
    reference: str
    official_number: str
    provincial_number: str
    paper_number: str
    paper_ground: str
    state: State
    road: OnTheRoad
    consignor: str
    origin: str
    receiver: str
    licence_number: str
    destination: str
    hauls: tuple[RoadHaul, ...]
    wastes: tuple[WasteLine, ...]
    total_g: int
    emergency_measures: str
    handed_over_at: datetime | None
    received_at: datetime | None
    changed_at: datetime
    """When the manifest was changed last."""
    mine: bool
    """The reader may open the manifest itself."""
