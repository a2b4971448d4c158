"""What lists and pages of trips show: the trip with the names and documents of who goes."""

from dataclasses import dataclass
from uuid import UUID

from wastetrack.kernel.errors import Violation
from wastetrack.parties.model import Crew, Vehicle
from wastetrack.trips.model import Trip


@dataclass(frozen=True, slots=True)
class TripRow:
    """A trip with its crew, its vehicle and what the dispatcher is told."""

    trip: Trip
    vehicle: Vehicle
    driver: Crew
    escort: Crew
    told: tuple[Violation, ...] = ()

    @property
    def id(self) -> UUID:
        return self.trip.id


@dataclass(frozen=True, slots=True)
class Fleet:
    """What a dispatcher may choose from: vehicles, drivers and escorts of the unit."""

    vehicles: tuple[Vehicle, ...]
    drivers: tuple[Crew, ...]
    escorts: tuple[Crew, ...]
