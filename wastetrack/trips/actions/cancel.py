"""Cancels a planned trip; its pickups are put back first, by whoever asks."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.trips import transition
from wastetrack.trips.inputs import TripCancel
from wastetrack.trips.model import Trip
from wastetrack.trips.queries import lock_trip, trip_place


def cancel(work: Work, trip_id: UUID, data: TripCancel) -> Trip:
    """Cancel a trip that has not started."""
    trip = lock_trip(work, trip_id)
    require(work.actor, Action.TRIP_CANCEL, trip_place(trip))
    transition.cancel(work, trip, data.reason)
    return trip
