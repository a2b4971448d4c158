"""Decides whether an identification report may be put before an officer."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers.actions.propose import propose
from wastetrack.containers.inputs import IdentifyContainer
from wastetrack.containers.model import Amendment
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import own_waste_faults, when_faults
from wastetrack.containers.terms import AmendmentKind
from wastetrack.kernel.work import Work


def identify(work: Work, container_id: UUID, data: IdentifyContainer) -> Amendment:
    """Ask to end it as not hazardous, by its producer and with the report itself."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_IDENTIFY, *places(c))
    faults = own_waste_faults(c.held_as, "containers.not_own_waste")
    faults += when_faults(data.at, work.now, "at")
    return propose(work, c, AmendmentKind.IDENTIFY, data, faults)
