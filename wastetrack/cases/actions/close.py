"""Closes a case: the bureau names the fact that settles it and says why."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.model import Event
from wastetrack.audit.trail import record
from wastetrack.cases.inputs import CloseCase
from wastetrack.cases.model import Case
from wastetrack.cases.queries import facts_since, happened, lock_case, parties_of, places_of
from wastetrack.cases.rules import closing_faults
from wastetrack.cases.terms import CaseState
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put


def close(work: Work, case_id: UUID, data: CloseCase) -> Case:
    """Close by a fact of the trail and a sentence; both parties are told."""
    case = lock_case(work, case_id)
    require(work.actor, Action.CASE_CLOSE, *places_of(case))
    events = facts_since(work, case)
    check(closing_faults(case.state, happened(events), data.fact_id))
    fact = next(event for event in events if event.id == data.fact_id)
    return end_by(work, case, fact, data.closing)


def end_by(work: Work, case: Case, fact: Event, closing: str) -> Case:
    """The case is closed by this fact."""
    case.state, case.closed_at, case.closing = CaseState.CLOSED, work.now, closing
    case.detail = {**case.detail, "fact_id": str(fact.id), "fact_kind": fact.kind}
    record(
        work,
        "case.close",
        case,
        container_id=case.container_id,
        manifest_id=case.manifest_id,
        site_id=case.site_id,
        fact_id=fact.id,
        fact_kind=fact.kind,
        closing=closing,
    )
    for unit_id in parties_of(case):
        put(work, "case.close", to_unit_id=unit_id, case_id=case.id, title=case.title)
    return case
