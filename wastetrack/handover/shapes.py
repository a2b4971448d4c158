"""What is shown at a stop and at a gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.terms import Custody
from wastetrack.handover.model import Scan
from wastetrack.handover.terms import Comparison, Weighing
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Facility


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with its container's code and how it stands against the scans."""

    line: ManifestLine
    code: str
    grams: int
    scanned: bool
    mass_g: int | None
    custody: Custody

    @property
    def held(self) -> bool:
        """The authority holds it where it stands: it waits."""
        return self.custody is Custody.SEIZED

    @property
    def weighed_g(self) -> int:
        """What the form proposes: the weight that a scan brought, else what was written."""
        return self.grams if self.mass_g is None else self.mass_g


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another manifest on the same vehicle."""

    id: UUID
    reference: str
    consignor: str
    receiver_site_id: UUID
    state: State
    grams: int
    gross_g: int | None


@dataclass(frozen=True, slots=True)
class StopView:
    """Everything on the page of one hand-over."""

    manifest: Manifest
    consignor: str
    receiver: str
    plate: str
    waybill_no: str
    siblings: Sequence[Sibling]
    lines: Sequence[LineView]
    result: Comparison
    last: Scan | None
    # what this person may do here now
    acts: frozenset[Action]


@dataclass(frozen=True, slots=True)
class GateView:
    """Everything on the page of one receipt."""

    stop: StopView
    # manifests that came to this gate on the same vehicle: the bridge weighs them together
    together: Sequence[Sibling]
    load_g: int
    gross_g: int | None
    weighing: Weighing | None
    stores: Sequence[Facility]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A manifest that is expected at one of the actor's gates, or stands there."""

    id: UUID
    reference: str
    state: State
    consignor: str
    site: str
    plate: str
    departed_at: datetime | None
    arrived_at: datetime | None
    grams: int
    lines: int
    scanned: int
