"""Reads the trip that carries a manifest, with vehicle, crew and the carrier's transport licences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import CarrierFact, Entry, Part
from wastetrack.parties.model import Crew, Licence, Site, Vehicle
from wastetrack.parties.terms import LicenceFacts, LicenceKind, LicenceState
from wastetrack.trips.model import Trip
from wastetrack.trips.terms import TripState

_OPEN = frozenset({TripState.PLANNED, TripState.UNDER_WAY})


@dataclass(frozen=True, slots=True)
class Crewed:
    """A trip with what part 2 of the form says of it."""

    trip: Trip
    vehicle: Vehicle
    driver: Crew
    escort: Crew


def crewed(work: Work, trip_id: UUID) -> Crewed:
    """A trip with its vehicle and crew, locked: a manifest is put on it."""
    driver, escort = aliased(Crew), aliased(Crew)
    row = work.session.exec(
        select(Trip, Vehicle, driver, escort)
        .join(Vehicle, col(Vehicle.id) == col(Trip.vehicle_id))
        .join(driver, col(driver.id) == col(Trip.driver_id))
        .join(escort, col(escort.id) == col(Trip.escort_id))
        .where(Trip.id == trip_id)
        .with_for_update(of=Trip)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise refuse("manifests.trip_missing", "trip_id")
    return Crewed(*row)


def carrier_fact(
    work: Work, m: Manifest, trip: Crewed | None, licences: Mapping[UUID, Sequence[LicenceFacts]]
) -> CarrierFact:
    """How carrier, vehicle and crew stand, for the gate of loading."""
    if m.entries.get(Part.CARRIER) == Entry.OUTSIDE:
        return CarrierFact(trip=True, waybill=True, outside=True)
    if trip is None:
        return CarrierFact(trip=False)
    carrier_id = m.carrier_unit_id or trip.trip.carrier_unit_id
    return CarrierFact(
        trip=True,
        waybill=bool(trip.trip.waybill_no),
        same_carrier=trip.trip.carrier_unit_id == carrier_id,
        open=trip.trip.state in _OPEN,
        plate=trip.trip.plate,
        vehicle_to=trip.vehicle.permit_valid_to if trip.vehicle.active else None,
        crew_to=tuple(
            (crew.name, crew.qualification_valid_to if crew.active else None)
            for crew in (trip.driver, trip.escort)
        ),
        licences=tuple(licences.get(carrier_id, ())),
    )


def transport_licence(work: Work, unit_id: UUID) -> str:
    """The number under which a carrier drives, as part 2 of the form names it."""
    query = (
        select(Licence.number)
        .where(
            Licence.unit_id == unit_id,
            Licence.kind == LicenceKind.TRANSPORT,
            Licence.state == LicenceState.CHECKED,
            col(Licence.valid_from) <= work.now.date(),
        )
        .order_by(col(Licence.valid_to).desc())
    )
    return work.session.exec(query).first() or ""


def first_site(work: Work, unit_id: UUID) -> UUID | None:
    """A site of a unit, for a carrier outside the district who has no trip here."""
    query = select(Site.id).where(Site.unit_id == unit_id).order_by(col(Site.id))
    return work.session.exec(query).first()
