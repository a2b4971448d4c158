"""Decides that a proposal does not agree with its file: it goes back to its holder with the reason."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.containers.inputs import ReturnAmendment
from wastetrack.containers.model import Amendment
from wastetrack.containers.queries import lock_container, lock_waiting_amendment
from wastetrack.containers.terms import AmendmentState
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put


def return_amendment(work: Work, amendment_id: UUID, data: ReturnAmendment) -> Amendment:
    """Leave the container as it is and say why."""
    require(work.actor, Action.AMENDMENT_RETURN)
    row = lock_waiting_amendment(work, amendment_id)
    c = lock_container(work, row.container_id)
    row.state, row.decided_at, row.answer = AmendmentState.RETURNED, work.now, data.reason
    record(
        work,
        "amendment.return",
        row,
        container_id=c.id,
        site_id=row.site_id,
        amendment_kind=row.kind,
        container=c.human_code,
        reason=data.reason,
    )
    put(
        work,
        "amendment.return",
        to_unit_id=row.unit_id,
        container=c.human_code,
        reason=data.reason,
    )
    return row
