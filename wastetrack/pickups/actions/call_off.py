"""Calls a trip off: its pickups go back to wait for another, then the trip is cancelled."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.pickups.actions.unschedule import unschedule
from wastetrack.pickups.inputs import Cancelling
from wastetrack.pickups.queries import requests_of_trip
from wastetrack.trips.actions.cancel import cancel
from wastetrack.trips.inputs import TripCancel
from wastetrack.trips.model import Trip
from wastetrack.trips.queries import get_trip, trip_place


def call_off(work: Work, trip_id: UUID, data: Cancelling) -> Trip:
    """Void the drafts of the trip's pickups and cancel it, all or nothing."""
    require(work.actor, Action.TRIP_CANCEL, trip_place(get_trip(work, trip_id).trip))
    for row in requests_of_trip(work, trip_id):
        unschedule(work, row.id, data)
    return cancel(work, trip_id, TripCancel(reason=data.reason))
