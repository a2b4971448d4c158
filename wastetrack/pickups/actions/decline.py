"""The collector does not come: containers are free again and the consent ends."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.pickups.inputs import Declining
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import lock_request, request_places
from wastetrack.pickups.transition import let_go, move


def decline(work: Work, request_id: UUID, data: Declining) -> PickupRequest:
    """Decline a request with the reason, which the producer reads."""
    request = lock_request(work, request_id)
    require(work.actor, Action.PICKUP_DECLINE, *request_places(request))
    request.reason = data.reason
    move(work, request, Action.PICKUP_DECLINE, reason=data.reason)
    let_go(work, request, data.reason)
    return request
