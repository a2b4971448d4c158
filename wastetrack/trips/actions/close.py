"""Closes a trip when nothing is on the vehicle any more."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.trips import transition
from wastetrack.trips.model import Trip
from wastetrack.trips.queries import lock_trip, on_board, trip_place


def close(work: Work, trip_id: UUID) -> Trip:
    """Close a trip; containers still on the vehicle or at a gate keep it open."""
    work.session.flush()  # what this same work unloaded counts
    trip = lock_trip(work, trip_id)
    require(work.actor, Action.TRIP_CLOSE, trip_place(trip))
    if count := on_board(work, trip_id):
        raise refuse("trips.still_loaded", count=count, plate=trip.plate)
    transition.close(work, trip)
    return trip
