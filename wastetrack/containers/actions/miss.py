"""Decides that a container is missing; its holder stays answerable until it is found."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import MissContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import when_faults
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def miss(work: Work, container_id: UUID, data: MissContainer) -> Container:
    """Report that it is not where it should be."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_MISS, *places(c))
    at = data.at or work.now
    check(when_faults(at, work.now, "at"))
    transition.miss(work, c, at=at, note=data.note)
    return c
