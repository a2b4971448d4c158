"""Which stores hold too much or are visited too seldom: PT-3T, CAP, OP-TEMP-5T, MED-VISIT."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlmodel import col

from wastetrack.catalog.terms import Rule
from wastetrack.containers.model import Container
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.queries.clocks import LIVE
from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.rules import clock_level, due_day, least_share, share_level
from wastetrack.deadlines.terms import Finding, RuleCode
from wastetrack.manifests.model import Manifest
from wastetrack.parties.model import Facility, Site
from wastetrack.parties.terms import FacilityKind

Sites = Sequence[UUID] | None
# for a pilot approval the same amount is not confirmed
_BATCHES = (
    (RuleCode.OP_TEMP_5T, HeldAs.TEMPORARY),
    (RuleCode.PILOT_5T, HeldAs.PILOT_TEMPORARY),
)


@dataclass(frozen=True, slots=True)
class Stock:
    """The live mass of one facility with what limits it."""

    facility_id: UUID
    site_id: UUID
    unit_id: UUID
    name: str
    kind: FacilityKind
    capacity_g: int | None
    mass_g: int


def stocks(look: Lookout, sites: Sites, *, near: bool = False) -> list[Stock]:
    """Live mass per facility, summed in the index alone (ix_container_stock).

    `near`: only those near one of their limits, so that a sweep reads what it has to tell.
    """
    query = (
        select(col(Container.facility_id), func.sum(col(Container.mass_g)).label("grams"))
        .where(LIVE, col(Container.facility_id).is_not(None))
        .group_by(col(Container.facility_id))
    )
    if sites is not None:
        here = select(col(Facility.id)).where(col(Facility.site_id).in_(sites))
        query = query.where(col(Container.facility_id).in_(here))
    summed = query.subquery()
    stock = (
        select(
            col(Facility.id),
            col(Facility.site_id),
            col(Site.unit_id),
            col(Facility.name),
            col(Facility.kind),
            col(Facility.capacity_g),
            summed.c.grams,
        )
        .join(summed, summed.c.facility_id == col(Facility.id))
        .join(Site, col(Site.id) == col(Facility.site_id))
    )
    if near:
        stock = stock.where(_near(look, summed.c.grams))
    rows = look.work.session.execute(stock)
    return [
        Stock(fid, sid, uid, name, kind, capacity, int(grams or 0))
        for fid, sid, uid, name, kind, capacity, grams in rows
    ]


def _near(look: Lookout, grams: ColumnElement[int]) -> ColumnElement[bool]:
    """At least the first share at which PT-3T or CAP says anything; what they say is judged after."""
    near: list[ColumnElement[bool]] = []
    if point := look.rule(RuleCode.PT_3T):
        least = least_share(point) * point.limit
        near.append(and_(col(Facility.kind) == FacilityKind.POINT, grams * 100 >= least))
    if capacity := look.rule(RuleCode.CAP):
        near.append(grams * 100 >= col(Facility.capacity_g) * least_share(capacity))
    return or_(false(), *near)


def over_stock(look: Lookout, sites: Sites = None) -> list[Finding]:
    """Storage points near 3 t, and stores near their registered capacity."""
    found: list[Finding] = []
    for stock in stocks(look, sites, near=True):
        point = stock.kind is FacilityKind.POINT
        for code, whole in (
            (RuleCode.PT_3T, None if point else 0),
            (RuleCode.CAP, stock.capacity_g or 0),
        ):
            rule = look.rule(code)
            limit = rule.limit if rule and whole is None else whole
            level = share_level(rule, stock.mass_g, limit or 0) if rule else None
            if level is None:
                continue
            found.append(
                Finding(
                    rule=code,
                    level=level,
                    site_id=stock.site_id,
                    unit_id=stock.unit_id,
                    subject_key=str(stock.facility_id),
                    facility_id=stock.facility_id,
                    mass_g=stock.mass_g,
                    facts={"facility": stock.name, "limit_g": limit},
                )
            )
    return found


def over_batch(look: Lookout, sites: Sites = None) -> list[Finding]:
    """Collectors without storage right near 5 t of one waste set down."""
    return [
        finding
        for code, held in _BATCHES
        if (rule := look.rule(code)) is not None
        for finding in _over_batch(look, code, rule, held, sites)
    ]


def _over_batch(
    look: Lookout, code: RuleCode, rule: Rule, held: HeldAs, sites: Sites
) -> list[Finding]:
    grams = func.sum(col(Container.mass_g))
    query = (
        select(
            col(Container.holder_site_id),
            col(Container.holder_unit_id),
            col(Container.waste_code),
            grams,
            func.count(),
            func.min(col(Container.held_since)),
        )
        .where(LIVE, col(Container.held_as) == held)
        .group_by(
            col(Container.holder_site_id),
            col(Container.holder_unit_id),
            col(Container.waste_code),
        )
        .having(grams * 100 >= least_share(rule) * rule.limit)
    )
    if sites is not None:
        query = query.where(col(Container.holder_site_id).in_(sites))
    found: list[Finding] = []
    for site_id, unit_id, waste, mass, count, since in look.work.session.execute(query):
        level = share_level(rule, int(mass), rule.limit)
        if level is not None and site_id is not None and unit_id is not None:
            found.append(
                Finding(
                    rule=code,
                    level=level,
                    site_id=site_id,
                    unit_id=unit_id,
                    waste_code=waste,
                    clock_from=since,
                    mass_g=int(mass),
                    count=count,
                    facts={"limit_g": rule.limit},
                )
            )
    return found


def unvisited(look: Lookout, sites: Sites = None) -> list[Finding]:
    """Hospitals with medical waste that no disposer has fetched from for two days."""
    rule = look.rule(RuleCode.MED_VISIT)
    if rule is None:
        return []
    query = (
        select(
            col(Container.holder_site_id),
            col(Container.holder_unit_id),
            func.min(col(Container.held_since)),
            func.sum(col(Container.mass_g)),
            func.count(),
        )
        .where(LIVE, col(Container.held_as) == HeldAs.HOSPITAL)
        .group_by(col(Container.holder_site_id), col(Container.holder_unit_id))
    )
    if sites is not None:
        query = query.where(col(Container.holder_site_id).in_(sites))
    held = look.work.session.execute(query).all()
    visits = _last_visits(look, [row[0] for row in held if row[0] is not None]) if held else {}
    found: list[Finding] = []
    for site_id, unit_id, since, grams, count in held:
        start = visits.get(site_id) or since
        level = clock_level(rule, start, look.now, look.days) if start else None
        if level is not None and site_id is not None and unit_id is not None:
            found.append(
                Finding(
                    rule=RuleCode.MED_VISIT,
                    level=level,
                    site_id=site_id,
                    unit_id=unit_id,
                    clock_from=start,
                    due_on=due_day(rule, start, look.days),
                    mass_g=int(grams or 0),
                    count=count,
                )
            )
    return found


def _last_visits(look: Lookout, sites: Sequence[UUID]) -> dict[UUID, datetime]:
    rows = look.work.session.execute(
        select(col(Manifest.consignor_site_id), func.max(col(Manifest.departed_at)))
        .where(col(Manifest.consignor_site_id).in_(sites), col(Manifest.departed_at).is_not(None))
        .group_by(col(Manifest.consignor_site_id))
    )
    return {site_id: at for site_id, at in rows if at is not None}
