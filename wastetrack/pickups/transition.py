"""The only writer of a request's state: one step of the machine, one event."""

from collections.abc import Iterable
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.agreements.queries import lock_consent
from wastetrack.agreements.transition import end_consent
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_containers
from wastetrack.containers.terms import Booking
from wastetrack.containers.transition import unrequest
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.void import void
from wastetrack.manifests.inputs import VoidManifest
from wastetrack.manifests.terms import State
from wastetrack.pickups.inputs import Cancelling
from wastetrack.pickups.machine import step
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import consent_needed, manifests_of
from wastetrack.pickups.terms import RequestState


def begin(
    work: Work, request: PickupRequest, containers: Iterable[Container], collector_name: str
) -> None:
    """Write a new request."""
    rows = list(containers)
    record(
        work,
        "pickup.request",
        request,
        site_id=request.site_id,
        grams=sum(c.mass_g or 0 for c in rows),
        count=len(rows),
        collector_name=collector_name,
    )


def move(
    work: Work,
    request: PickupRequest,
    action: Action,
    *,
    to: RequestState | None = None,
    reason: str | None = None,
    plate: str | None = None,
) -> None:
    """Take one step; `to` chooses among several targets.

    What else changes on the request is set before this call, so that one event holds it all.
    """
    found = step(action, request.state)
    target = to or found.targets[0]
    if target not in found.targets:
        raise ValueError(target)
    request.state = target
    kind = action.value.replace(":", ".")
    record(
        work,
        kind,
        request,
        site_id=request.site_id,
        because=reason,
        plate=plate,
    )


def let_go(work: Work, request: PickupRequest, reason: str) -> None:
    """Free the containers that still wait for this request, and end the consent nobody needs."""
    for container in waiting(work, request):
        unrequest(work, container)
    # another pickup's manifest may lean on this consent: the draft takes the latest there is
    if request.consent_id is not None and not consent_needed(work, request):
        end_consent(work, lock_consent(work, request.consent_id), reason)


def waiting(work: Work, request: PickupRequest) -> list[Container]:
    """Its containers that stand on no manifest yet, locked."""
    locked = lock_containers(work, map(UUID, request.container_ids))
    return [c for c in locked if c.request_id == request.id and c.booking is Booking.REQUESTED]


def void_manifests(work: Work, request: PickupRequest, data: Cancelling) -> None:
    """Void what was drafted for it; a manifest that has left is refused by its own machine."""
    reason = VoidManifest(reason=data.reason, upstream_voided=data.upstream_voided)
    for manifest_id, state in manifests_of(work, request).items():
        if state is not State.VOID:
            void(work, manifest_id, reason)
    # the voided lines have let their containers go back to this request
    work.session.flush()
