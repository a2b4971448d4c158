"""Decides which entries of a container are corrected at once, and for which an officer is asked."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.actions.propose import propose
from wastetrack.containers.inputs import CorrectContainer
from wastetrack.containers.model import Amendment
from wastetrack.containers.queries import correction_of, lock_container, places
from wastetrack.containers.rules import correction_needs_approval
from wastetrack.containers.terms import AmendmentKind
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def correct(
    work: Work, container_id: UUID, data: CorrectContainer, *, watched: bool = False
) -> Amendment | None:
    """Set right what was entered wrongly; the old label is void, before and after stay in the trail.

    What clocks and sums are counted from waits for an officer. `watched`: it is on an alert.
    """
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_CORRECT, *places(c))
    changes, faults = correction_of(work, c, data)
    if correction_needs_approval(
        changes.keys(),
        weighed=c.mass_g is not None,
        watched=watched,
        began=c.first_waste_at,
        begins=data.first_waste_at,
    ):
        return propose(work, c, AmendmentKind.CORRECT, data, faults)
    check(faults)
    transition.correct(work, c, changes, reason=data.reason, document=data.document or None)
    return None
