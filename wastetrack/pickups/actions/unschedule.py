"""Takes a request off its trip: the drafted manifest is voided, the request waits for a new date."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.pickups.inputs import Cancelling
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import lock_request, request_places
from wastetrack.pickups.transition import move, void_manifests


def unschedule(work: Work, request_id: UUID, data: Cancelling) -> PickupRequest:
    """Put a scheduled request back among the accepted ones."""
    request = lock_request(work, request_id)
    require(work.actor, Action.PICKUP_UNSCHEDULE, *request_places(request))
    void_manifests(work, request, data)
    request.trip_id = request.scheduled_on = None
    move(work, request, Action.PICKUP_UNSCHEDULE, reason=data.reason)
    return request
