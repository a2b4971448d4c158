"""The declaration desk 申报台: what each site has to file, what it filed and when; late ones first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlmodel import col

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, reach, require
from wastetrack.agreements.model import Plan
from wastetrack.deadlines.model import Alert, FiledReport
from wastetrack.deadlines.queries.lookout import lookout
from wastetrack.deadlines.queries.reports import REPORTS, site_of
from wastetrack.deadlines.rules import duty_periods, late_days
from wastetrack.deadlines.terms import AlertState, Period, RuleCode
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.paging import PAGE_SIZE, Page
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.terms import ManagementClass

# how far back a desk looks: the plan and reports of this year and the whole last one
BACK = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the upstream system gave: its number and day; from the second on, what was amended."""

    number: str
    filed_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """One report or plan of a site: due when, filed or not, late by how many days."""

    period: Period
    receipts: Sequence[Receipt]
    late: int
    left: int

    @property
    def filed(self) -> bool:
        return bool(self.receipts)


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A site with reports that are not filed yet, for the officer's list."""

    site_id: UUID
    site: str
    unit: str
    town: str
    management: ManagementClass
    open: int
    first_due: date | None


def site_desk(work: Work, site_id: UUID) -> tuple[Site, list[Duty]]:
    """Every duty of the last two years, newest first, in three statements."""
    site = site_of(work, site_id)
    require(work.actor, Action.LEDGER_READ, Place(Position.OWN, site.unit_id, site.id))
    look = lookout(work)
    since = max(local_day(site.created_at), look.today - BACK)
    periods = duty_periods(
        look.rules,
        since,
        look.today,
        key=site.management_class is ManagementClass.KEY,
        simple=site.management_class is ManagementClass.SIMPLE,
    )
    receipts = _receipts(work, site_id)
    return site, [_duty(period, receipts, look.today) for period in periods]


def _duty(period: Period, receipts: dict[tuple[str, str], list[Receipt]], today: date) -> Duty:
    filed = receipts.get((period.rule.value, period.key), [])
    first = filed[0].filed_on if filed else None
    return Duty(period, filed, late_days(period.due, first, today), (period.due - today).days)


def _receipts(work: Work, site_id: UUID) -> dict[tuple[str, str], list[Receipt]]:
    """Reports by their receipts in order; a plan by its 备案编号."""
    found: dict[tuple[str, str], list[Receipt]] = defaultdict(list)
    reports = (
        select(FiledReport)
        .where(col(FiledReport.site_id) == site_id)
        .order_by(col(FiledReport.sequence))
    )
    for row in work.session.execute(reports).scalars():
        found[row.rule, row.period].append(Receipt(row.number, row.filed_on, row.reason))
    for plan in work.session.execute(select(Plan).where(col(Plan.site_id) == site_id)).scalars():
        filed = [Receipt(plan.number, plan.filed_on)]
        if plan.amended_on is not None:
            filed.append(Receipt(plan.number, plan.amended_on))
        found[RuleCode.RPT_PLAN.value, str(plan.year)] = filed
    return found


def list_desk(work: Work, after: str | None = None, size: int = PAGE_SIZE) -> Page[DeskRow]:
    """Sites in reach with something not filed, the longest overdue first; one statement."""
    span = reach(work.actor, Action.LEDGER_READ)
    first = func.min(col(Alert.due_on))
    query = (
        select(
            col(Site.id),
            col(Site.name),
            col(Unit.name),
            col(Site.division_code),
            col(Site.management_class),
            func.count(),
            first,
        )
        .join(Site, col(Site.id) == col(Alert.site_id))
        .join(Unit, col(Unit.id) == col(Site.unit_id))
        .where(col(Alert.state) == AlertState.OPEN, col(Alert.rule).in_([c.value for c in REPORTS]))
        .group_by(
            col(Site.id),
            col(Site.name),
            col(Unit.name),
            col(Site.division_code),
            col(Site.management_class),
        )
        .order_by(first, col(Site.id))
        .limit(size + 1)
    )
    if not span.everything:
        query = query.where(
            or_(col(Site.unit_id).in_(span.unit_ids), col(Site.id).in_(span.site_ids))
        )
    day, _, key = (after or "").partition("_")
    try:
        begin, last = date.fromisoformat(day), UUID(key)
    except ValueError:
        pass
    else:
        query = query.having(or_(first > begin, (first == begin) & (col(Site.id) > last)))
    rows = [DeskRow(*row) for row in work.session.execute(query)]
    if len(rows) <= size:
        return Page(rows)
    end = rows[size - 1]
    return Page(rows[:size], f"{end.first_due}_{end.site_id}")
