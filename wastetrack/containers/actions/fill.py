"""Decides when a container counts as full."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import FillContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import when_faults
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def fill(work: Work, container_id: UUID, data: FillContainer) -> Container:
    """Note that it is full; sealing comes next."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_FILL, *places(c))
    at = data.at or work.now
    check(when_faults(at, work.now, "at"))
    transition.fill(work, c, at=at)
    return c
