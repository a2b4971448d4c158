"""Notes that a report was filed upstream (HJ 1259 §7.2): its receipt closes the alert."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.deadlines.inputs import FileReport
from wastetrack.deadlines.model import FiledReport
from wastetrack.deadlines.queries.lookout import lookout
from wastetrack.deadlines.queries.reports import REPORTS, find_filed, site_of, unreported
from wastetrack.deadlines.rules import filing_faults
from wastetrack.deadlines.terms import RuleCode
from wastetrack.deadlines.transition.subjects import settle
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def file_report(
    work: Work, site_id: UUID, rule: RuleCode, period: str, data: FileReport
) -> FiledReport:
    """Keep the receipt of one site's report of one period, and close what waited for it."""
    site = site_of(work, site_id)
    # who may bring in the site's ledger may say that its report was filed
    require(work.actor, Action.REPORT_FILE, Place(Position.OWN, site.unit_id, site.id))
    known = find_filed(work, site_id, rule, period)
    check(filing_faults(rule, period, data.filed_on, local_day(work.now), filed=known is not None))
    report = FiledReport(
        id=work.new_id(),
        created_at=work.now,
        site_id=site.id,
        unit_id=site.unit_id,
        rule=rule.value,
        period=period,
        **data.model_dump(),
    )
    record(work, "report.file", report, site_id=site.id, period=period, number=data.number)
    work.session.flush()
    look = lookout(work.as_actor(SYSTEM))
    settle(look, REPORTS, unreported(look, [site.id]), [site.id])
    return report
