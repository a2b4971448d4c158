"""What stands where: pages of containers, stock by waste, and live mass of a store."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, func, or_, true, union_all
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import Reach, reach
from wastetrack.containers.model import Container
from wastetrack.containers.shapes import Held, StockFilter, StoreStock, WasteStock
from wastetrack.containers.terms import LIVE, Booking, Content, HeldAs
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Site, Unit
from wastetrack.parties.terms import STORES


def _own_site_ids(work: Work, span: Reach | None = None) -> list[UUID]:
    """The sites whose containers the actor may see; empty for one who sees everything."""
    span = span or reach(work.actor, Action.CONTAINER_READ)
    if span.everything:
        return []
    found = list(span.site_ids)
    if span.unit_ids:
        mine = select(Site.id).where(col(Site.unit_id).in_(span.unit_ids))
        found.extend(work.session.exec(mine))
    return sorted(set(found))


def list_containers(
    work: Work, want: StockFilter, after: str | None = None, size: int = PAGE_SIZE
) -> Page[Held]:
    """One page, newest first: what is held here now, or (`want.left`) what was made here and left.

    One limited index scan for each site and content, joined by UNION ALL: a page of a site with a
    million containers costs what a page of ten costs.
    """
    span = reach(work.actor, Action.CONTAINER_READ)
    sites = _own_site_ids(work, span)
    if want.site_id is not None:
        if not span.everything and want.site_id not in sites:
            return Page([])
        sites = [want.site_id]
    if not sites and not span.everything:
        return Page([])
    key = cursor(after)
    base = select(Container.id)
    if key is not None:
        base = base.where(col(Container.id) < key)
    if want.waste_code:
        base = base.where(Container.waste_code == want.waste_code)
    if want.booked is not None:
        free = col(Container.booking) == Booking.NONE
        base = base.where(~free if want.booked else free)
    if want.facility_id is not None:
        base = base.where(Container.facility_id == want.facility_id)
    contents = want.contents or (Content.FILLING, Content.SEALED, Content.EMPTIED)
    scans = []
    if want.left:
        gone = or_(
            col(Container.holder_site_id).is_(None),
            col(Container.holder_site_id) != col(Container.origin_site_id),
        )
        scans = [base.where(Container.origin_site_id == site, gone) for site in sites]
    elif sites:
        scans = [
            base.where(Container.holder_site_id == site, Container.content == content)
            for site in sites
            for content in contents
        ]
    if not scans:
        scans = [base if want.left else base.where(col(Container.content).in_(contents))]
    newest = col(Container.id).desc()
    limited = [scan.order_by(newest).limit(size + 1).subquery() for scan in scans]
    ids = union_all(*(select(part.c.id) for part in limited)).subquery()
    query = (
        select(Container, Facility, Unit)
        .where(col(Container.id).in_(select(ids.c.id)))
        .join(Facility, col(Facility.id) == col(Container.facility_id), isouter=True)
        .join(Unit, col(Unit.id) == col(Container.holder_unit_id), isouter=True)
        .order_by(newest)
        .limit(size + 1)
    )
    rows = [_held(c, facility, unit) for c, facility, unit in work.session.exec(query)]
    return cut(rows, size)


def _held(c: Container, facility: Facility | None, unit: Unit | None) -> Held:
    store, holder = facility.name if facility else "", unit.name if unit else ""
    return Held(c.id, c, store, holder)


def list_stock(
    work: Work,
    site_id: UUID,
    contents: Sequence[Content] = (Content.SEALED,),
    *,
    free: bool = True,
    waste_code: str = "",
    limit: int = 200,
) -> Sequence[Container]:
    """What a site holds and could hand over or treat, oldest clock first."""
    query = select(Container).where(
        Container.holder_site_id == site_id, col(Container.content).in_(contents)
    )
    if free:
        query = query.where(Container.booking == Booking.NONE)
    if waste_code:
        query = query.where(Container.waste_code == waste_code)
    clock = (col(Container.held_since), col(Container.id))
    return work.session.exec(query.order_by(*clock).limit(limit)).all()


def _mine(work: Work, column: Any, site_id: UUID | None) -> ColumnElement[bool]:
    """Whether a column names a site the actor may see (and is that one), without a statement."""
    span = reach(work.actor, Action.CONTAINER_READ)
    inside: ColumnElement[bool] = true() if span.everything else false()
    if span.unit_ids:
        inside = or_(
            inside, column.in_(select(Site.id).where(col(Site.unit_id).in_(span.unit_ids)))
        )
    if span.site_ids:
        inside = or_(inside, column.in_(span.site_ids))
    return inside if site_id is None else and_(col(column) == site_id, inside)


def stock_by_waste(work: Work, site_id: UUID | None = None) -> list[WasteStock]:
    """Live stock of the actor's sites (or one) summed by waste, the longest standing first."""
    sealed = func.sum(func.coalesce(Container.mass_g, 0))
    query = (
        select_columns(
            col(Container.waste_code),
            func.min(Container.waste_name),
            func.count(),
            sealed,
            func.min(Container.held_since),
            col(Container.held_as),
            col(Container.holder_site_id),
            func.count().filter(
                col(Container.content) == Content.SEALED, col(Container.booking) == Booking.NONE
            ),
            func.count().filter(col(Container.content) == Content.FILLING),
        )
        .where(
            _mine(work, col(Container.holder_site_id), site_id),
            col(Container.content).in_(LIVE),
            col(Container.held_as) != HeldAs.CARRIER,
        )
        .group_by(col(Container.waste_code), col(Container.held_as), col(Container.holder_site_id))
    )
    found: dict[str, WasteStock] = {}
    for code, name, count, grams, *rest in work.session.execute(query):
        row = WasteStock(code, name, count, int(grams), *rest)
        old = found.get(code)
        found[code] = row if old is None else _merged(old, row)
    return sorted(found.values(), key=lambda row: (row.since is None, row.since, row.waste_code))


def _merged(one: WasteStock, other: WasteStock) -> WasteStock:
    first = min((one, other), key=lambda row: (row.since is None, row.since))
    return replace(
        first,
        count=one.count + other.count,
        mass_g=one.mass_g + other.mass_g,
        ready=one.ready + other.ready,
        filling=one.filling + other.filling,
    )


def facility_mass(work: Work, facility_id: UUID) -> int:
    """Live grams in a store, from the stock index alone."""
    query = select(func.coalesce(func.sum(Container.mass_g), 0)).where(
        Container.facility_id == facility_id, col(Container.content).in_(LIVE)
    )
    return int(work.session.exec(query).one() or 0)


def store_stock(work: Work, site_id: UUID | None = None) -> list[StoreStock]:
    """The actor's stores in use with their live mass, in one statement."""
    mass = func.coalesce(func.sum(Container.mass_g), 0)
    live = and_(col(Container.facility_id) == col(Facility.id), col(Container.content).in_(LIVE))
    query = (
        select_columns(Facility, mass, func.count(col(Container.id)))
        .join(Container, live, isouter=True)
        .where(
            _mine(work, col(Facility.site_id), site_id),
            col(Facility.kind).in_(STORES),
            col(Facility.active).is_(True),
        )
        .group_by(col(Facility.id))
        .order_by(col(Facility.id))
    )
    return [StoreStock(facility, int(g), n) for facility, g, n in work.session.execute(query)]
