"""Puts several requests on one trip, each with its own manifest (部令23 §16¶2)."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.pickups.actions.schedule import schedule
from wastetrack.pickups.inputs import Scheduling, TripLoad
from wastetrack.trips.model import Trip
from wastetrack.trips.queries import get_trip, trip_place


def fill_trip(work: Work, data: TripLoad) -> Trip:
    """Schedule all of them or none: each asks for its own permission."""
    trip = get_trip(work, data.trip_id).trip
    require(work.actor, Action.TRIP_CHANGE, trip_place(trip))
    if not data.request_ids:
        raise refuse("pickups.none_chosen", "request_ids")
    each = Scheduling(**data.model_dump(exclude={"request_ids"}))
    for request_id in dict.fromkeys(data.request_ids):
        schedule(work, request_id, each)
    return trip
