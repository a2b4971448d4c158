"""Every SELECT over yearly plans and their lines."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, true
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, reach
from wastetrack.agreements.model import Consent, Plan, PlanLine
from wastetrack.agreements.queries.reach import require_read
from wastetrack.agreements.shapes import PlanRow
from wastetrack.agreements.terms import LineKind
from wastetrack.catalog.queries import find_waste
from wastetrack.catalog.terms import Edition
from wastetrack.kernel.errors import Missing, Violation
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Unit


def plan_of(work: Work, site_id: UUID, year: int) -> tuple[Plan, list[PlanLine]] | None:
    """The plan of a site and year with all its lines, in one statement."""
    found = work.session.exec(
        select(Plan, PlanLine)
        .join(PlanLine, col(PlanLine.plan_id) == col(Plan.id), isouter=True)
        .where(Plan.site_id == site_id, Plan.year == year)
        .order_by(col(PlanLine.id))
    ).all()
    if not found:
        return None
    return found[0][0], [line for _, line in found if line is not None]


def get_plan(work: Work, plan_id: UUID) -> tuple[PlanRow, list[PlanLine]]:
    """A plan in the actor's scope with its lines."""
    found = work.session.exec(
        select(Plan, Unit.name, Site.name, PlanLine)
        .join(Unit, col(Unit.id) == col(Plan.unit_id))
        .join(Site, col(Site.id) == col(Plan.site_id))
        .join(PlanLine, col(PlanLine.plan_id) == col(Plan.id), isouter=True)
        .where(Plan.id == plan_id)
        .order_by(col(PlanLine.kind), col(PlanLine.waste_code), col(PlanLine.id))
    ).all()
    if not found:
        raise Missing("plan")
    plan, unit_name, site_name, _ = found[0]
    require_read(work, Action.PLAN_READ, *plan_places(plan.unit_id, plan.site_id))
    lines = [row[3] for row in found if row[3] is not None]
    out = sum(line.planned_g for line in lines if line.kind is LineKind.TRANSFER)
    return PlanRow(plan, unit_name, site_name, out), lines


def lock_plan(work: Work, plan_id: UUID) -> Plan:
    """A plan, locked for a change; the action asks for the permission."""
    found = work.session.exec(select(Plan).where(Plan.id == plan_id).with_for_update()).first()
    if found is None:
        raise Missing("plan")
    return found


def lines_of(work: Work, plan_id: UUID) -> list[PlanLine]:
    """The lines of one plan in the order they were filed."""
    return list(
        work.session.exec(
            select(PlanLine).where(PlanLine.plan_id == plan_id).order_by(col(PlanLine.id))
        )
    )


def plan_places(unit_id: UUID, site_id: UUID, proxies: Iterable[Consent] = ()) -> list[Place]:
    """The position of the unit whose plan it is, and of whoever holds its consent for plans."""
    own = Place(Position.OWN, unit_id, site_id)
    return [own, *(Place(Position.PROXY, consent.proxy_unit_id) for consent in proxies)]


def site_of(work: Work, site_id: UUID) -> Site:
    """The site a plan is for."""
    site = work.session.get(Site, site_id)
    if site is None:
        raise Missing("site")
    return site


def unknown_codes(work: Work, codes: Iterable[str], field_name: str = "lines") -> list[Violation]:
    """Faults for codes that neither edition of the catalogue has."""
    return [
        Violation("agreements.unknown_code", field_name, {"code": code})
        for code in sorted(set(codes))
        if find_waste(work, code) is None and find_waste(work, code, Edition.E2021) is None
    ]


def find_plan_number(work: Work, number: str) -> Plan | None:
    """The plan that already carries this 备案编号."""
    return work.session.exec(select(Plan).where(Plan.number == number)).first()


def list_plans(
    work: Work,
    *,
    year: int | None = None,
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[PlanRow]:
    """The plans of the actor's sites (all for the bureau), newest first."""
    where: ColumnElement[bool] = true()
    scope = reach(work.actor, Action.PLAN_READ)
    if not scope.everything:
        where = or_(col(Plan.unit_id).in_(scope.unit_ids), col(Plan.site_id).in_(scope.site_ids))
    out = (
        select(func.coalesce(func.sum(PlanLine.planned_g), 0))
        .where(PlanLine.plan_id == Plan.id, PlanLine.kind == LineKind.TRANSFER)
        .scalar_subquery()
    )
    query = (
        select(Plan, Unit.name, Site.name, out)
        .join(Unit, col(Unit.id) == col(Plan.unit_id))
        .join(Site, col(Site.id) == col(Plan.site_id))
        .where(where)
        .order_by(col(Plan.id).desc())
        .limit(size + 1)
    )
    if year is not None:
        query = query.where(Plan.year == year)
    if (key := cursor(after)) is not None:
        query = query.where(col(Plan.id) < key)
    rows = [PlanRow(p, unit, site, int(grams)) for p, unit, site, grams in work.session.exec(query)]
    return cut(rows, size)
