"""The only writer of a trip's state: plans it, starts it with the first manifest, closes, cancels."""

from datetime import datetime
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import Missing, check
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Crew, Vehicle
from wastetrack.parties.queries import crew_by_id, licences_by_unit, vehicles_by_id
from wastetrack.trips.inputs import TripChange, TripTerms
from wastetrack.trips.machine import step
from wastetrack.trips.model import Trip
from wastetrack.trips.queries import crew_facts, vehicle_facts
from wastetrack.trips.rules import fit_for_road
from wastetrack.trips.terms import TripState


def outfit(
    work: Work, carrier_unit_id: UUID, data: TripTerms | TripChange
) -> tuple[Vehicle, Crew, Crew]:
    """Return vehicle, driver and escort when all may go on that day; else refuse with every reason."""
    vehicle = vehicles_by_id(work, [data.vehicle_id]).get(data.vehicle_id)
    crew = crew_by_id(work, [data.driver_id, data.escort_id])
    driver, escort = crew.get(data.driver_id), crew.get(data.escort_id)
    if vehicle is None or driver is None or escort is None:
        raise Missing("vehicle or crew")
    licences = licences_by_unit(work, [carrier_unit_id])[carrier_unit_id]
    check(
        fit_for_road(
            carrier_unit_id=carrier_unit_id,
            planned_on=data.planned_on,
            vehicle=vehicle_facts(vehicle),
            driver=crew_facts(driver),
            escort=crew_facts(escort),
            licences=licences,
        )
    )
    return vehicle, driver, escort


def begin(work: Work, carrier_unit_id: UUID, data: TripTerms) -> Trip:
    """Write a planned trip."""
    vehicle, driver, escort = outfit(work, carrier_unit_id, data)
    trip = Trip(
        id=work.new_id(),
        created_at=work.now,
        carrier_unit_id=carrier_unit_id,
        state=TripState.PLANNED,
        plate=vehicle.plate,
        driver_user_id=driver.user_id,
        **data.model_dump(),
    )
    record(
        work,
        "trip.plan",
        trip,
        site_id=trip.carrier_site_id,
        plate=trip.plate,
        planned_on=trip.planned_on,
        driver=driver.name,
        escort=escort.name,
    )
    return trip


def change(work: Work, trip: Trip, data: TripChange) -> None:
    """Put other particulars in the place of the earlier ones."""
    step(Action.TRIP_CHANGE, trip.state)
    vehicle, driver, escort = outfit(work, trip.carrier_unit_id, data)
    for name, value in data.model_dump().items():
        setattr(trip, name, value)
    trip.plate, trip.driver_user_id = vehicle.plate, driver.user_id
    record(
        work,
        "trip.change",
        trip,
        site_id=trip.carrier_site_id,
        plate=trip.plate,
        planned_on=trip.planned_on,
        driver=driver.name,
        escort=escort.name,
    )


def start(work: Work, trip: Trip, at: datetime) -> None:
    """The first manifest that departs puts the trip under way; the next ones find it so.

    Called by the manifest's departure, which has asked for the permission.
    """
    found = step(Action.TRIP_START, trip.state)
    if trip.state is found.target:
        return
    trip.state, trip.started_at = TripState.UNDER_WAY, at
    record(
        work,
        "trip.start",
        trip,
        site_id=trip.carrier_site_id,
        plate=trip.plate,
        planned_on=trip.planned_on,
        claimed_at=at,
    )


def close(work: Work, trip: Trip) -> None:
    """The vehicle is empty again."""
    step(Action.TRIP_CLOSE, trip.state)
    trip.state, trip.closed_at = TripState.CLOSED, work.now
    record(
        work,
        "trip.close",
        trip,
        site_id=trip.carrier_site_id,
        plate=trip.plate,
        planned_on=trip.planned_on,
    )


def cancel(work: Work, trip: Trip, reason: str) -> None:
    """The trip does not take place."""
    step(Action.TRIP_CANCEL, trip.state)
    trip.state = TripState.CANCELLED
    record(
        work,
        "trip.cancel",
        trip,
        site_id=trip.carrier_site_id,
        plate=trip.plate,
        planned_on=trip.planned_on,
        reason=reason,
    )
