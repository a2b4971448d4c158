"""Notes that a filed report was amended upstream: a second receipt, the first is kept."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.deadlines.inputs import AmendReport
from wastetrack.deadlines.model import FiledReport
from wastetrack.deadlines.queries.reports import find_filed, site_of
from wastetrack.deadlines.rules import amending_faults
from wastetrack.deadlines.terms import RuleCode
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def amend_report(
    work: Work, site_id: UUID, rule: RuleCode, period: str, data: AmendReport
) -> FiledReport:
    """A receipt of its own under the next number; two at once meet at the unique key."""
    site = site_of(work, site_id)
    require(work.actor, Action.REPORT_AMEND, Place(Position.OWN, site.unit_id, site.id))
    known = find_filed(work, site_id, rule, period)
    before = known.filed_on if known else None
    check(amending_faults(period, data.filed_on, local_day(work.now), before=before))
    report = FiledReport(
        id=work.new_id(),
        created_at=work.now,
        site_id=site.id,
        unit_id=site.unit_id,
        rule=rule.value,
        period=period,
        sequence=(known.sequence if known else 0) + 1,
        **data.model_dump(),
    )
    record(work, "report.amend", report, site_id=site.id, period=period, number=data.number)
    return report
