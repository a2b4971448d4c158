"""What is shown of treatments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wastetrack.containers.model import Container
from wastetrack.treatments.model import Feed, Treatment


@dataclass(frozen=True, slots=True)
class LineOf:
    """The manifest line that brought a container here, with the consignor who is told."""

    line_id: UUID
    manifest_id: UUID
    consignor_unit_id: UUID
    method: str | None


@dataclass(frozen=True, slots=True)
class TreatmentRow:
    """One row of the list."""

    treatment: Treatment
    site_name: str
    containers: int


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One container that was fed, and the manifest that brought it."""

    feed: Feed
    code: str
    waste_name: str
    waste_code: str
    manifest_id: UUID | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A producer's part of a treatment."""

    unit_name: str
    site_name: str
    grams: int


@dataclass(frozen=True, slots=True)
class TreatmentView:
    """A treatment with everything around it."""

    treatment: Treatment
    site_name: str
    facility_name: str
    feeds: Sequence[FeedRow]
    shares: Sequence[ShareRow]
    residues: Sequence[Container]
    may_record: bool


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What became of a producer's waste: the row that he sees."""

    id: UUID
    treated_at: datetime
    disposer: str
    method: str
    waste_name: str
    waste_code: str
    code: str
    grams: int
