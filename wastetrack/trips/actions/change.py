"""Changes day, vehicle, crew, waybill or route of a trip that is not closed."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.work import Work
from wastetrack.trips import transition
from wastetrack.trips.inputs import TripChange
from wastetrack.trips.model import Trip
from wastetrack.trips.queries import lock_trip, trip_place
from wastetrack.trips.rules import day_ahead
from wastetrack.trips.terms import TripState


def change(work: Work, trip_id: UUID, data: TripChange) -> Trip:
    """Change a trip; under way only the waybill and the route may still change.

    A vehicle or crew that changes on the road is a relay, recorded on each manifest (部令23 §17).
    """
    trip = lock_trip(work, trip_id)
    require(work.actor, Action.TRIP_CHANGE, trip_place(trip))
    if trip.state is TripState.UNDER_WAY:
        same = (trip.planned_on, trip.vehicle_id, trip.driver_id, trip.escort_id) == (
            data.planned_on,
            data.vehicle_id,
            data.driver_id,
            data.escort_id,
        )
        if not same:
            raise refuse("trips.on_the_road", "vehicle_id")
    elif data.planned_on != trip.planned_on:
        check(day_ahead(data.planned_on, local_day(work.now)))
    transition.change(work, trip, data)
    return trip
