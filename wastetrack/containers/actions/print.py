"""Decides that a label is printed anew, which makes every older label of the container void."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.kernel.work import Work


def print_label(work: Work, container_id: UUID) -> Container:
    """Raise the label's version; the first print is version 1 and needs no act."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_PRINT, *places(c))
    transition.reprint(work, c)
    return c
