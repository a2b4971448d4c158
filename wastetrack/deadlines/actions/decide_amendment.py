"""Decides a proposal for the officer, and ends the case that was opened about it by that fact."""

from uuid import UUID

from wastetrack.cases.actions.settle import settle
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.actions.approve_amendment import approve_amendment
from wastetrack.containers.actions.return_amendment import return_amendment
from wastetrack.containers.inputs import ReturnAmendment
from wastetrack.containers.model import Amendment
from wastetrack.kernel.work import Work


def agree(work: Work, amendment_id: UUID) -> Amendment:
    """Approve: only now the container changes, and an alert may close."""
    row = approve_amendment(work, amendment_id)
    return _settled(work, row, "amendment.approve", "更改申请已核准")


def disagree(work: Work, amendment_id: UUID, data: ReturnAmendment) -> Amendment:
    """Return: container, clock and alert stay as they are."""
    row = return_amendment(work, amendment_id, data)
    return _settled(work, row, "amendment.return", "更改申请已退回")


def _settled(work: Work, row: Amendment, fact: str, closing: str) -> Amendment:
    about = {"amendment_id": str(row.id)}
    settle(work, row.container_id, CaseKind.DATA, fact=fact, closing=closing, about=about)
    return row
