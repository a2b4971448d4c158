"""What pages of pickups show: a proposal, a request with its containers, the stops of a trip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wastetrack.containers.model import Container
from wastetrack.kernel.errors import Violation
from wastetrack.manifests.model import Manifest
from wastetrack.parties.model import Site
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.terms import Offer, Window


@dataclass(frozen=True, slots=True)
class Proposal:
    """What 叫车 shows: containers, the best offer and the others, two windows, or why not."""

    site: Site
    containers: Sequence[Container]
    offers: tuple[Offer, ...]
    windows: tuple[Window, ...]
    why_not: Violation | None = None

    @property
    def best(self) -> Offer | None:
        return self.offers[0] if self.offers else None


@dataclass(frozen=True, slots=True)
class WasteSum:
    """Containers of one waste in a request."""

    waste_code: str
    waste_name: str
    count: int
    mass_g: int


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request with who asks, who comes, and what it is about."""

    request: PickupRequest
    site: Site
    unit_name: str
    collector_name: str
    containers: tuple[Container, ...]

    @property
    def id(self) -> UUID:
        return self.request.id

    @property
    def mass_g(self) -> int:
        return sum(c.mass_g or 0 for c in self.containers)

    @property
    def since(self) -> datetime | None:
        """The longest clock among its containers."""
        running = [c.held_since for c in self.containers if c.held_since is not None]
        return min(running, default=None)

    @property
    def window(self) -> Window:
        return Window(self.request.window_from, self.request.window_to)

    @property
    def wastes(self) -> list[WasteSum]:
        """Its containers summed by waste."""
        found: dict[str, WasteSum] = {}
        for c in self.containers:
            was = found.get(c.waste_code) or WasteSum(c.waste_code, c.waste_name, 0, 0)
            found[c.waste_code] = WasteSum(
                c.waste_code, was.waste_name, was.count + 1, was.mass_g + (c.mass_g or 0)
            )
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Stop:
    """One manifest of a trip: where it is fetched, where it goes, how much."""

    manifest: Manifest
    unit_name: str
    site: Site
    receiver_name: str
    count: int
    mass_g: int

    @property
    def phone(self) -> str:
        return self.manifest.consignor_phone or self.manifest.emergency_phone
