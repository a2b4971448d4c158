"""Decides whether a container registered by mistake may be taken out of the books."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import VoidContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import own_waste_faults
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def void(work: Work, container_id: UUID, data: VoidContainer) -> Container:
    """Void it with a reason; what was received from others really exists and cannot be voided."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_VOID, *places(c))
    check(own_waste_faults(c.held_as, "containers.void_received"))
    transition.void(work, c, reason=data.reason)
    return c
