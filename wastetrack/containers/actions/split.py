"""Decides whether a holder may part a sealed container into several (model.md §4)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import SplitContainer
from wastetrack.containers.machine import obstacles
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.kernel.errors import Missing, check
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import find_unit


def split(work: Work, container_id: UUID, data: SplitContainer) -> list[Container]:
    """Part it; the children carry the holder's unit code and the parent's label is void."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_SPLIT, *places(c))
    # one that a manifest books is parted only by the receiver's decision
    check(obstacles("split", transition.standing(c), c.human_code))
    holder = find_unit(work, c.holder_unit_id or c.origin_unit_id)
    if holder is None:
        raise Missing(str(c.holder_unit_id))
    return transition.split(work, c, grams=data.grams, unit_code=holder.credit_code)
