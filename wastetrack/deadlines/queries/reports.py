"""Which reports and plans a site has not filed yet: RPT, RPT-Y, RPT-PLAN (HJ 1259 §§5.2, 7.2)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache, partial
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from wastetrack.agreements.model import Plan
from wastetrack.deadlines.model import Alert, FiledReport
from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.rules import date_level, report_periods
from wastetrack.deadlines.terms import AlertState, Finding, Level, Period, RuleCode
from wastetrack.kernel.clock import end_of_day, local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.terms import ManagementClass, UnitKind, UnitState

Sites = Sequence[UUID] | None
REPORTS = (RuleCode.RPT, RuleCode.RPT_Y, RuleCode.RPT_PLAN)
# units that make or handle hazardous waste file plans and reports; hauliers and bureaus do not
_FILERS = frozenset({UnitKind.PRODUCER, UnitKind.COLLECTOR, UnitKind.DISPOSER})


def unreported(look: Lookout, sites: Sites = None) -> list[Finding]:
    """RPT, RPT-Y, RPT-PLAN: what a site has to file now, and what it left unfiled before."""
    if not any(look.rule(code) for code in REPORTS):
        return []
    places = _filers(look, sites)
    filed = _filed(look, sites)
    older = _open_periods(look, sites)
    wanted = {kind: _wanted(look, kind) for kind in ManagementClass}
    # thousands of sites share a handful of periods
    level_of = cache(partial(_level, look))
    found: list[Finding] = []
    for site_id, unit_id, management, since in places:
        still = _still(older.get(site_id, []), management)
        named = {(p.rule, p.key): p for p in [*still, *wanted[management]]}
        for period in named.values():
            level = level_of(period)
            if level is None or (site_id, period.rule.value, period.key) in filed:
                continue
            # a site that began after the period has nothing to report of it
            last = period.due if period.rule is RuleCode.RPT_PLAN else period.last_day
            if local_day(since) > last:
                continue
            found.append(
                Finding(
                    rule=period.rule,
                    level=level,
                    site_id=site_id,
                    unit_id=unit_id,
                    subject_key=period.key,
                    clock_from=end_of_day(period.last_day),
                    due_on=period.due,
                    facts={"period": period.key},
                )
            )
    return found


def _wanted(look: Lookout, management: ManagementClass) -> list[Period]:
    return report_periods(
        look.rules,
        look.today,
        key=management is ManagementClass.KEY,
        simple=management is ManagementClass.SIMPLE,
    )


def _level(look: Lookout, period: Period) -> Level | None:
    rule = look.rule(period.rule)
    return date_level(rule, period.due, look.now, look.days) if rule else None


def _still(older: list[Period], management: ManagementClass) -> list[Period]:
    """What was left unfiled and still has to be filed in the site's present class."""
    monthly = management is not ManagementClass.REGISTERED
    return [period for period in older if monthly or period.rule is not RuleCode.RPT]


def _filers(look: Lookout, sites: Sites) -> list[tuple[UUID, UUID, ManagementClass, datetime]]:
    query = (
        select(
            col(Site.id),
            col(Site.unit_id),
            col(Site.management_class),
            col(Site.created_at),
            col(Unit.kinds),
        )
        .join(Unit, col(Unit.id) == col(Site.unit_id))
        .where(col(Unit.state) == UnitState.ACTIVE)
    )
    if sites is not None:
        query = query.where(col(Site.id).in_(sites))
    rows = look.work.session.execute(query)
    return [tuple(row[:4]) for row in rows if _FILERS & set(row.kinds)]


def _filed(look: Lookout, sites: Sites) -> set[tuple[UUID, str, str]]:
    """What is filed: reports by their receipt, the plan by its 备案编号."""
    reports = select(col(FiledReport.site_id), col(FiledReport.rule), col(FiledReport.period))
    plans = select(col(Plan.site_id), col(Plan.year))
    if sites is not None:
        reports = reports.where(col(FiledReport.site_id).in_(sites))
        plans = plans.where(col(Plan.site_id).in_(sites))
    session = look.work.session
    filed = {(site, rule, period) for site, rule, period in session.execute(reports)}
    plan = RuleCode.RPT_PLAN.value
    return filed | {(site, plan, str(year)) for site, year in session.execute(plans)}


def _open_periods(look: Lookout, sites: Sites) -> dict[UUID, list[Period]]:
    """Periods whose alert is still open: a report left unfiled stays due."""
    query = select(
        col(Alert.site_id),
        col(Alert.rule),
        col(Alert.subject_key),
        col(Alert.clock_from),
        col(Alert.due_on),
    ).where(
        col(Alert.state) == AlertState.OPEN, col(Alert.rule).in_([code.value for code in REPORTS])
    )
    if sites is not None:
        query = query.where(col(Alert.site_id).in_(sites))
    found: dict[UUID, list[Period]] = {}
    for site_id, rule, key, start, due in look.work.session.execute(query):
        if start is not None and due is not None:
            last = local_day(start) - timedelta(days=1)
            found.setdefault(site_id, []).append(Period(RuleCode(rule), key, last, due))
    return found


def site_of(work: Work, site_id: UUID) -> Site:
    """The site that reports; Missing when there is none."""
    site = work.session.get(Site, site_id)
    if site is None:
        raise Missing("site")
    return site


def find_filed(work: Work, site_id: UUID, rule: RuleCode, period: str) -> FiledReport | None:
    """The latest receipt already kept for a period."""
    query = (
        select(FiledReport)
        .where(
            col(FiledReport.site_id) == site_id,
            col(FiledReport.rule) == rule.value,
            col(FiledReport.period) == period,
        )
        .order_by(col(FiledReport.sequence).desc())
        .limit(1)
    )
    return work.session.execute(query).scalars().first()
