"""Decides that an authority releases a seized container, by a written decision."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import ReleaseContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import when_faults
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def release(work: Work, container_id: UUID, data: ReleaseContainer) -> Container:
    """Release it; it may be moved again."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_RELEASE, *places(c))
    at = data.at or work.now
    check(when_faults(at, work.now, "at"))
    transition.release(work, c, at=at, basis=data.document)
    return c
