"""Decides whether a container may be sealed: closed, weighed, mass and code fixed."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import SealContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import when_faults
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work


def seal(work: Work, container_id: UUID, data: SealContainer) -> Container:
    """Close and weigh it; from here on changes go through a correction."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_SEAL, *places(c))
    at = data.at or work.now
    found = when_faults(at, work.now, "at")
    if c.first_waste_at is not None and at < c.first_waste_at:
        found.append(Violation("containers.sealed_before_first", "at"))
    check(found)
    transition.seal(
        work, c, grams=data.mass_g, source=data.mass_source, scale=data.scale or None, at=at
    )
    return c
