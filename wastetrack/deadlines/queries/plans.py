"""Which sites hold more than their management plan says: PR-PLAN (HJ 1259 tables A.4 and A.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from wastetrack.agreements.model import Plan, PlanLine
from wastetrack.agreements.terms import LineKind
from wastetrack.containers.model import Container
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.queries.clocks import LIVE
from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.queries.stores import Sites, stocks
from wastetrack.deadlines.rules import elapsed_year, least_share, share_level
from wastetrack.deadlines.terms import Finding, RuleCode
from wastetrack.manifests.model import Manifest, ManifestLine


def over_plan(look: Lookout, sites: Sites = None) -> list[Finding]:
    """Stock over the plan's A.4 while the year's transfers are still under its A.7."""
    rule = look.rule(RuleCode.PR_PLAN)
    if rule is None:
        return []
    planned = _planned(look, sites)
    by_site: dict[UUID, int] = {}
    for (site_id, _), line in planned.items():
        by_site[site_id] = min(line.store_g, by_site.get(site_id, line.store_g))
    # a site whose whole stock is under its smallest line cannot be over any of its lines
    share = least_share(rule)
    totals = _site_totals(look, sorted(by_site)) if by_site else {}
    near = [s for s, least in by_site.items() if totals.get(s, 0) * 100 >= share * least]
    if not near:
        return []
    stock = _stock_by_code(look, near)
    sent = _sent_by_code(look, near)
    found: list[Finding] = []
    for key, line in planned.items():
        mass, count = stock.get(key, (0, 0))
        level = share_level(rule, mass, line.store_g)
        if level is None or (line.transfer_g and sent.get(key, 0) >= line.transfer_g):
            continue
        found.append(
            Finding(
                rule=RuleCode.PR_PLAN,
                level=level,
                site_id=key[0],
                unit_id=line.unit_id,
                waste_code=key[1],
                mass_g=mass,
                count=count,
                facts={"limit_g": line.store_g, "plan": line.number},
            )
        )
    return found


@dataclass(slots=True)
class _Planned:
    unit_id: UUID
    number: str
    store_g: int = 0
    transfer_g: int = 0


def _planned(look: Lookout, sites: Sites) -> dict[tuple[UUID, str], _Planned]:
    query = (
        select(
            col(Plan.site_id),
            col(Plan.unit_id),
            col(Plan.number),
            col(PlanLine.waste_code),
            col(PlanLine.kind),
            col(PlanLine.planned_g),
        )
        .join(PlanLine, col(PlanLine.plan_id) == col(Plan.id))
        .where(
            col(Plan.year) == look.today.year,
            col(PlanLine.kind).in_((LineKind.STORE, LineKind.TRANSFER)),
        )
    )
    if sites is not None:
        query = query.where(col(Plan.site_id).in_(sites))
    found: dict[tuple[UUID, str], _Planned] = {}
    for site_id, unit_id, number, code, kind, grams in look.work.session.execute(query):
        line = found.setdefault((site_id, code), _Planned(unit_id, number))
        if kind is LineKind.STORE:
            line.store_g += grams
        else:
            line.transfer_g += grams
    return {key: line for key, line in found.items() if line.store_g > 0}


def _site_totals(look: Lookout, sites: Sequence[UUID]) -> dict[UUID, int]:
    """Live mass of each site over its facilities, and of what stands in none."""
    totals: dict[UUID, int] = {}
    for stock in stocks(look, sites):
        totals[stock.site_id] = totals.get(stock.site_id, 0) + stock.mass_g
    query = (
        select(col(Container.holder_site_id), func.sum(col(Container.mass_g)))
        .where(LIVE, col(Container.facility_id).is_(None))
        .where(col(Container.held_as) == HeldAs.PRODUCER)
        .group_by(col(Container.holder_site_id))
    )
    for site_id, grams in look.work.session.execute(query):
        if site_id is not None:
            totals[site_id] = totals.get(site_id, 0) + int(grams or 0)
    return totals


def _stock_by_code(look: Lookout, sites: Sequence[UUID]) -> dict[tuple[UUID, str], tuple[int, int]]:
    rows = look.work.session.execute(
        select(
            col(Container.holder_site_id),
            col(Container.waste_code),
            func.sum(col(Container.mass_g)),
            func.count(),
        )
        .where(LIVE, col(Container.holder_site_id).in_(sites))
        .where(col(Container.held_as) == HeldAs.PRODUCER)
        .group_by(col(Container.holder_site_id), col(Container.waste_code))
    )
    return {(site, code): (int(g or 0), n) for site, code, g, n in rows if site is not None}


def _sent_by_code(look: Lookout, sites: Sequence[UUID]) -> dict[tuple[UUID, str], int]:
    start, end = elapsed_year(look.today)
    rows = look.work.session.execute(
        select(
            col(Manifest.consignor_site_id),
            col(ManifestLine.waste_code),
            func.sum(col(ManifestLine.shipped_g)),
        )
        .join(ManifestLine, col(ManifestLine.manifest_id) == col(Manifest.id))
        .where(
            col(Manifest.consignor_site_id).in_(sites),
            col(Manifest.departed_at) >= start,
            col(Manifest.departed_at) < end,
        )
        .group_by(col(Manifest.consignor_site_id), col(ManifestLine.waste_code))
    )
    return {(site_id, code): int(grams or 0) for site_id, code, grams in rows}
