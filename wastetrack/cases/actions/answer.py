"""Adds what a party (or the bureau) says to a case, and tells the others."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.cases.inputs import AnswerCase
from wastetrack.cases.model import Case
from wastetrack.cases.queries import lock_case, parties_of, places_of, said_in
from wastetrack.cases.rules import answer_faults, state_after_answer
from wastetrack.kernel.canonical import plain
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put


def answer(work: Work, case_id: UUID, data: AnswerCase) -> Case:
    """Both parties may answer as often as they like until the case is closed."""
    case = lock_case(work, case_id)
    require(work.actor, Action.CASE_ANSWER, *places_of(case))
    check(answer_faults(case.state))
    parties = parties_of(case)
    # whoever sits in a party's unit speaks for it; an officer speaks for the bureau
    mine = next((s.unit_id for s in work.actor.seats if s.unit_id in parties), None)
    speaker = mine or work.actor.seats[0].unit_id
    said = {
        "at": plain(work.now),
        "unit_id": str(speaker),
        "who": work.actor.label,
        "party": mine is not None,
        "text": data.text,
    }
    case.answers = [*case.answers, said]
    case.state = state_after_answer(parties, said_in(case))
    record(
        work,
        "case.answer",
        case,
        container_id=case.container_id,
        manifest_id=case.manifest_id,
        site_id=case.site_id,
        party=mine is not None,
        text=data.text,
    )
    for unit_id in parties:
        if unit_id != speaker:
            put(work, "case.answer", to_unit_id=unit_id, case_id=case.id, title=case.title)
    return case
