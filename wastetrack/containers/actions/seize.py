"""Decides that an authority seizes a container where it stands, by a written decision."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import SeizeContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import when_faults
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def seize(work: Work, container_id: UUID, data: SeizeContainer) -> Container:
    """Seize it; its holder keeps it but may not move it."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_SEIZE, *places(c))
    at = data.at or work.now
    check(when_faults(at, work.now, "at"))
    transition.seize(work, c, at=at, basis=data.document)
    return c
