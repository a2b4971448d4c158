"""Decides that a missing container is found again with its last holder."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import FindContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import when_faults
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def find(work: Work, container_id: UUID, data: FindContainer) -> Container:
    """Report where it was seen."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_FIND, *places(c))
    at = data.at or work.now
    check(when_faults(at, work.now, "at"))
    transition.find_again(work, c, at=at, place=data.place)
    return c
