"""Decides whether an identification report takes a container out of the loop."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import IdentifyContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import own_waste_faults, when_faults
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def identify(work: Work, container_id: UUID, data: IdentifyContainer) -> Container:
    """End it as not hazardous, by its producer and on a report; a fact that closes alerts."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_IDENTIFY, *places(c))
    found = own_waste_faults(c.held_as, "containers.not_own_waste")
    check(found + when_faults(data.at, work.now, "at"))
    transition.identify(work, c, document=data.document, at=data.at, by=data.by)
    return c
