"""What oversight shows: figures, ages of stock, hits of a search, a container's and a manifest's trace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.containers.shapes import ContainerView
from wastetrack.containers.terms import Content
from wastetrack.manifests.shapes import ManifestPage
from wastetrack.manifests.terms import State
from wastetrack.oversight.terms import Age, HitKind


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts on the bureau's first page; each leads to its list."""

    legal: int
    legal_g: int
    local: int
    local_g: int
    unbooked: int
    open_cases: int
    pending_units: int


@dataclass(frozen=True, slots=True)
class AgeRow:
    """Live containers of one age: those of permit holders and those of producers apart."""

    age: Age
    permit: int
    producer: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found in the actor's scope."""

    kind: HitKind
    id: UUID
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Kin:
    """A container of the same waste: what it came from, or what it was split into."""

    id: UUID
    parent_id: UUID | None
    human_code: str
    waste_name: str
    mass_g: int | None
    content: Content
    depth: int


@dataclass(frozen=True, slots=True)
class Carried:
    """A manifest that had the container, or one it came from, on a line."""

    manifest_id: UUID
    reference: str
    state: State
    consignor: str
    receiver: str
    departed_at: datetime | None
    shipped_g: int | None
    accepted_g: int | None


@dataclass(frozen=True, slots=True)
class ContainerTrace:
    """The whole chain of one container."""

    view: ContainerView
    kin: Sequence[Kin]
    carried: Sequence[Carried]
    residues: Sequence[Container]
    events: Sequence[Event]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The manifest before or after in a chain of transfers."""

    id: UUID
    reference: str
    state: State
    earlier: bool


@dataclass(frozen=True, slots=True)
class ManifestTrace:
    """One manifest with its chain."""

    page: ManifestPage
    neighbours: Sequence[Neighbour]
