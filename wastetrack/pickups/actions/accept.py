"""The collector says that it will come; the date follows."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import lock_request, request_places
from wastetrack.pickups.transition import move


def accept(work: Work, request_id: UUID) -> PickupRequest:
    """Accept a request."""
    request = lock_request(work, request_id)
    require(work.actor, Action.PICKUP_ACCEPT, *request_places(request))
    move(work, request, Action.PICKUP_ACCEPT)
    return request
