"""Ends a request when every one of its manifests has arrived somewhere: received, or carried back."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import lock_request, manifests_of, request_places
from wastetrack.pickups.rules import outcome
from wastetrack.pickups.terms import RequestState
from wastetrack.pickups.transition import let_go, move


def settle(work: Work, request_id: UUID) -> PickupRequest:
    """Settle a request after a receipt, a return or a void; while one is under way nothing changes.

    Safe to call more than once. What was left at the yard is free again and can be asked for anew.
    """
    work.session.flush()  # the receipt or return of this same work counts
    request = lock_request(work, request_id)
    require(work.actor, Action.PICKUP_SETTLE, *request_places(request))
    if request.state is not RequestState.SCHEDULED:
        return request
    end = outcome(manifests_of(work, request).values())
    if end is None:
        return request
    move(work, request, Action.PICKUP_SETTLE, to=end)
    let_go(work, request, "")
    return request
