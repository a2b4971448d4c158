"""Decides that a proposed correction, identification or voiding agrees with its file: it is done."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.containers import transition
from wastetrack.containers.inputs import CorrectContainer, IdentifyContainer, VoidContainer
from wastetrack.containers.model import Amendment, Container
from wastetrack.containers.queries import correction_of, lock_container, lock_waiting_amendment
from wastetrack.containers.terms import AmendmentKind, AmendmentState
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put


def approve_amendment(work: Work, amendment_id: UUID) -> Amendment:
    """Do what was asked, judged anew by how the container stands now; the holder is told."""
    require(work.actor, Action.AMENDMENT_APPROVE)
    row = lock_waiting_amendment(work, amendment_id)
    c = lock_container(work, row.container_id)
    _carry_out(work, c, row)
    row.state, row.decided_at = AmendmentState.APPROVED, work.now
    record(
        work,
        "amendment.approve",
        row,
        container_id=c.id,
        site_id=row.site_id,
        amendment_kind=row.kind,
        container=c.human_code,
    )
    put(work, "amendment.approve", to_unit_id=row.unit_id, container=c.human_code)
    return row


def _carry_out(work: Work, c: Container, row: Amendment) -> None:
    if row.kind is AmendmentKind.CORRECT:
        data = CorrectContainer.model_validate(row.asked)
        changes, faults = correction_of(work, c, data)
        check(faults)
        transition.correct(work, c, changes, reason=data.reason, document=data.document or None)
    elif row.kind is AmendmentKind.IDENTIFY:
        report = IdentifyContainer.model_validate(row.asked)
        transition.identify(work, c, document=report.document, at=report.at, by=report.by)
    else:
        transition.void(work, c, reason=VoidContainer.model_validate(row.asked).reason)
