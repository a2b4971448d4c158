"""Decides whether a container registered by mistake may be taken out of the books."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.actions.propose import propose
from wastetrack.containers.inputs import VoidContainer
from wastetrack.containers.model import Amendment
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import own_waste_faults, void_needs_approval
from wastetrack.containers.terms import AmendmentKind
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def void(
    work: Work, container_id: UUID, data: VoidContainer, *, watched: bool = False
) -> Amendment | None:
    """Void what never held weighed waste at once; for the rest an officer is asked.

    What was received from others really exists and cannot be voided. `watched`: it is on an alert.
    """
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_VOID, *places(c))
    faults = own_waste_faults(c.held_as, "containers.void_received")
    if void_needs_approval(weighed=c.mass_g is not None, watched=watched):
        return propose(work, c, AmendmentKind.VOID, data, faults)
    check(faults)
    transition.void(work, c, reason=data.reason)
    return None
