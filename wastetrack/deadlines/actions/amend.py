"""Decides what follows when a container on an alert is to be corrected, identified or voided."""

from uuid import UUID

from wastetrack.cases.actions.open import open_case
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.actions.correct import correct
from wastetrack.containers.actions.identify import identify
from wastetrack.containers.actions.void import void
from wastetrack.containers.inputs import CorrectContainer, IdentifyContainer, VoidContainer
from wastetrack.containers.model import Amendment
from wastetrack.deadlines.queries.standing import on_open_alert
from wastetrack.kernel.work import Work

CASE_TITLE = "预警中的容器申请更改"


def amend_by_correcting(work: Work, container_id: UUID, data: CorrectContainer) -> Amendment | None:
    """Correct it, or ask an officer; a container on an alert makes a case of the proposal."""
    watched = on_open_alert(work, container_id)
    return _watch(work, correct(work, container_id, data, watched=watched), data.reason, watched)


def amend_by_voiding(work: Work, container_id: UUID, data: VoidContainer) -> Amendment | None:
    """Void it, or ask an officer; a container on an alert makes a case of the proposal."""
    watched = on_open_alert(work, container_id)
    return _watch(work, void(work, container_id, data, watched=watched), data.reason, watched)


def amend_by_identifying(
    work: Work, container_id: UUID, data: IdentifyContainer
) -> Amendment | None:
    """Put the report before an officer; a container on an alert makes a case of it."""
    watched = on_open_alert(work, container_id)
    return _watch(work, identify(work, container_id, data), data.document, watched)


def _watch(work: Work, asked: Amendment | None, why: str, watched: bool) -> Amendment | None:
    if asked is not None and watched:
        open_case(
            work,
            CaseKind.DATA,
            asked.site_id,
            asked.unit_id,
            CASE_TITLE,
            container_id=asked.container_id,
            detail={"note": why, "amendment_id": str(asked.id)},
        )
    return asked
