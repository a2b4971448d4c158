"""Finds sites and what stands on them: facilities, partitions, wastes."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import col, or_, select

from wastetrack.catalog.queries import division_names
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Partition, Site, Stream, Unit
from wastetrack.parties.queries.scope import by_id, one, readable
from wastetrack.parties.shapes import SiteChoice, SiteView, Store, UnitView


def get_site(work: Work, site_id: UUID) -> Site:
    """A site in one's scope."""
    row = one(work, Site, site_id)
    readable(work, row.unit_id, row.id)
    return row


def lock_site(work: Work, site_id: UUID) -> Site:
    """The site's row, locked; the action that changes it asks the policy itself."""
    return one(work, Site, site_id, lock=True)


def find_site(work: Work, site_id: UUID) -> Site | None:
    """A counterpart's site by id."""
    return work.session.get(Site, site_id)


def sites_by_id(work: Work, ids: Iterable[UUID | None]) -> dict[UUID, Site]:
    """Counterparts' sites in one statement."""
    return by_id(work, Site, ids)


def sites_of_units(work: Work, unit_ids: Iterable[UUID]) -> Sequence[Site]:
    """All sites of some units, oldest first."""
    query = select(Site).where(col(Site.unit_id).in_(set(unit_ids))).order_by(col(Site.id))
    return work.session.exec(query).all()


def sites_of(work: Work, selected: str | None = None) -> list[SiteChoice]:
    """The actor's own sites for the switch; an authority has none of its own."""
    seats = [seat for seat in work.actor.seats if not seat.authority]
    if not seats:
        return []
    whole = {seat.unit_id for seat in seats if seat.all_sites}
    named = {site for seat in seats for site in seat.site_ids}
    query = select(Site.id, Site.name).where(
        or_(col(Site.unit_id).in_(whole), col(Site.id).in_(named))
    )
    rows = work.session.exec(query.order_by(col(Site.id))).all()
    return [SiteChoice(site_id, name, str(site_id) == selected) for site_id, name in rows]


def facilities_of(work: Work, site_ids: Iterable[UUID]) -> Sequence[Facility]:
    """Facilities of some sites, in code order."""
    query = select(Facility).where(col(Facility.site_id).in_(set(site_ids)))
    return work.session.exec(query.order_by(col(Facility.code), col(Facility.id))).all()


def find_facility(work: Work, facility_id: UUID, *, lock: bool = False) -> Facility | None:
    """A facility by id; `lock` for who will change it or count what it holds."""
    try:
        return one(work, Facility, facility_id, lock=lock)
    except Missing:
        return None


def get_facility(work: Work, facility_id: UUID, *, lock: bool = False) -> tuple[Facility, Site]:
    """A facility in one's scope, with its site."""
    row = one(work, Facility, facility_id, lock=lock)
    return row, get_site(work, row.site_id)


def partitions_of(work: Work, facility_ids: Iterable[UUID]) -> Sequence[Partition]:
    """Partitions of some facilities."""
    query = select(Partition).where(col(Partition.facility_id).in_(set(facility_ids)))
    return work.session.exec(query.order_by(col(Partition.id))).all()


def streams_of(work: Work, site_id: UUID, *, all_rows: bool = False) -> Sequence[Stream]:
    """What a site makes now; with `all_rows` also what it made."""
    query = select(Stream).where(Stream.site_id == site_id).order_by(col(Stream.id))
    if not all_rows:
        query = query.where(col(Stream.active).is_(True))
    return work.session.exec(query).all()


def get_stream(work: Work, stream_id: UUID, *, lock: bool = False) -> tuple[Stream, Site]:
    """A waste of a site in one's scope."""
    row = one(work, Stream, stream_id, lock=lock)
    return row, get_site(work, row.site_id)


def unit_view(work: Work, unit: Unit) -> UnitView:
    """A unit with its sites, stores and partitions, in three statements."""
    sites = sites_of_units(work, [unit.id])
    facilities = facilities_of(work, [s.id for s in sites]) if sites else []
    parts = partitions_of(work, [f.id for f in facilities]) if facilities else []
    names = division_names(work)

    def stores(site: Site) -> tuple[Store, ...]:
        return tuple(
            Store(f, tuple(p for p in parts if p.facility_id == f.id))
            for f in facilities
            if f.site_id == site.id
        )

    return UnitView(
        unit,
        tuple(SiteView(s, names.get(s.division_code, s.division_code), stores(s)) for s in sites),
    )
