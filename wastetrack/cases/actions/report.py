"""Takes the word of whoever found a container: no account is needed, and who it was stays hidden."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.cases.inputs import ReportFound
from wastetrack.cases.model import Case, Reporter
from wastetrack.cases.queries import parties_of
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.queries import find_by_code
from wastetrack.containers.terms import LabelProof
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put

TITLE = "有人发现容器"


def report(
    work: Work, code: str, data: ReportFound, *, proof: LabelProof, photo: str | None = None
) -> Case:
    """Open a case at the unit that made it; whoever holds it is asked too. The photo is its hash."""
    require(work.actor, Action.CASE_REPORT)
    c = find_by_code(work, code)
    if c is None:
        raise Missing(code)
    held_elsewhere = c.holder_unit_id is not None and c.holder_unit_id != c.origin_unit_id
    case = Case(
        id=work.new_id(),
        created_at=work.now,
        kind=CaseKind.FOUND,
        site_id=c.origin_site_id,
        unit_id=c.origin_unit_id,
        other_unit_id=c.holder_unit_id if held_elsewhere else None,
        other_site_id=c.holder_site_id if held_elsewhere else None,
        container_id=c.id,
        title=TITLE,
        detail={"place": data.place, "note": data.note, "proof": proof.value, "photo": photo},
    )
    record(
        work,
        "case.report",
        case,
        container_id=c.id,
        site_id=c.origin_site_id,
        place=data.place,
        title=TITLE,
        container=c.human_code,
    )
    if data.phone:
        work.session.flush()
        work.session.add(Reporter(case_id=case.id, phone=data.phone))
    for party in parties_of(case):
        put(
            work, "case.report", to_unit_id=party, case_id=case.id, title=TITLE,
            container=c.human_code,
        )  # fmt: skip
    return case
