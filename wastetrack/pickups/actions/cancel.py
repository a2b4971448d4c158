"""Cancels a request: manifests that have not left are voided, containers are free, the consent ends."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.pickups.inputs import Cancelling
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import lock_request, request_places
from wastetrack.pickups.transition import let_go, move, void_manifests


def cancel(work: Work, request_id: UUID, data: Cancelling) -> PickupRequest:
    """Cancel by either side, as long as nothing has left."""
    request = lock_request(work, request_id)
    require(work.actor, Action.PICKUP_CANCEL, *request_places(request))
    void_manifests(work, request, data)
    request.reason = data.reason
    move(work, request, Action.PICKUP_CANCEL, reason=data.reason)
    let_go(work, request, data.reason)
    return request
