"""Derives the rows of B.1 to B.5 from events by site and batch code; there is no second stock."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlalchemy import select as pick
from sqlmodel import col, or_, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, reach, require
from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import Page
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries.cells import Around, Piece, columns_of, piece, read_around, values_of
from wastetrack.ledger.queries.known import Key
from wastetrack.ledger.terms import Entry, Sheet
from wastetrack.parties.model import Site
from wastetrack.parties.queries import sites_by_id, units_by_id

PREFIXES: dict[Sheet, tuple[Batch, ...]] = {
    Sheet.PRODUCED: (Batch.PRODUCED,),
    Sheet.STORED: (Batch.STORED,),
    Sheet.LEFT: (Batch.LEFT,),
    Sheet.OWN: (Batch.OWN_USE, Batch.OWN_DISPOSAL),
    Sheet.OUTSIDE: (Batch.OUTSIDE_USE, Batch.OUTSIDE_DISPOSAL),
}
SCREEN = 50
EXPORT = 2000
# what a page may be cut at; an address may hold anything
_BATCH = re.compile(r"HW[A-Z]{2,6}\d{8,16}", re.ASCII)
# a batch has at most so many pieces, and is never cut by a page
_MOST_PIECES = 200


@dataclass(frozen=True, slots=True)
class Span:
    """Whose rows and of which days: from `first` up to but not with `end`."""

    sites: dict[UUID, Site]
    first: date
    end: date
    # credit codes by unit: a table over several sites says whose row it is
    codes: dict[UUID, str] = field(default_factory=dict)


def readable_sites(work: Work, site_ids: Collection[UUID] = ()) -> dict[UUID, Site]:
    """These sites, or without any the actor's own (none for an authority), in the order of entry.

    Missing when one is out of scope.
    """
    if not site_ids:
        span = reach(work.actor, Action.LEDGER_READ)
        if span.everything:
            return {}
        mine = col(Site.unit_id).in_(span.unit_ids) | col(Site.id).in_(span.site_ids)
        rows = work.session.exec(select(Site).where(mine).order_by(col(Site.id)))
        return {site.id: site for site in rows}
    sites = sites_by_id(work, site_ids)
    for site_id in site_ids:
        site = sites.get(site_id)
        place = Place(Position.OWN, site.unit_id if site else None, site_id)
        require(work.actor, Action.LEDGER_READ, place)
        if site is None:
            raise Missing(str(site_id))
    return sites


def list_entries(
    work: Work, sheet: Sheet, span: Span, after: str = "", size: int = SCREEN
) -> Page[Entry]:
    """One page of a table in the order of its batch codes, all columns filled."""
    batch = col(Event.batch_code)
    limit = size + _MOST_PIECES
    query = (
        pick(*columns_of(sheet))
        .join(Container, col(Container.id) == col(Event.container_id))
        .where(*_rows_of(sheet, span))
        .order_by(batch, col(Event.site_id), col(Event.id))
        .limit(limit)
    )
    if _BATCH.fullmatch(after):
        query = query.where(batch > after)
    pieces = [piece(row) for row in work.session.execute(query)]
    groups = [list(group) for _, group in groupby(pieces, key=lambda p: p.event.batch_code)]
    if len(pieces) == limit:
        groups.pop()
    more = len(pieces) == limit or len(groups) > size
    groups = groups[:size]
    around = read_around(work, sheet, span.sites, [p for group in groups for p in group])
    around.codes = span.codes
    rows = [entry for group in groups for entry in _entries(sheet, group, around)]
    last = groups[-1][0].event.batch_code if groups else None
    return Page(rows, last if more else None)


def count_entries(work: Work, sheet: Sheet, span: Span) -> int:
    """How many events a table of a period stands on: the length of a progress bar, in one statement."""
    query = pick(func.count()).select_from(Event).where(*_rows_of(sheet, span))
    return int(work.session.execute(query).scalar_one())


def _rows_of(sheet: Sheet, span: Span) -> tuple[ColumnElement[bool], ...]:
    batch = col(Event.batch_code)
    bounds = [(f"{p}{span.first:%Y%m%d}", f"{p}{span.end:%Y%m%d}") for p in PREFIXES[sheet]]
    days = [(batch >= first) & (batch < end) for first, end in bounds]
    return (
        col(Event.site_id).in_(list(span.sites)),
        # said once more as one range, so that the index is walked in order and not sorted again
        batch >= min(bounds)[0],
        batch < max(bounds)[1],
        col(Event.container_id).is_not(None),
        or_(*days),
    )


def all_entries(work: Work, sheet: Sheet, span: Span) -> Iterator[Entry]:
    """Every row of a period, site after site, read page by page so that memory does not grow with it."""
    codes = _credit_codes(work, span.sites)
    for site in span.sites.values():
        one = replace(span, sites={site.id: site}, codes=codes)
        after: str | None = ""
        while after is not None:
            page = list_entries(work, sheet, one, after, EXPORT)
            yield from page.rows
            after = page.after


def _credit_codes(work: Work, sites: dict[UUID, Site]) -> dict[UUID, str]:
    units = units_by_id(work, {site.unit_id for site in sites.values()})
    return {unit.id: unit.credit_code for unit in units.values()}


def entries_by_batch(
    work: Work, sheet: Sheet, sites: dict[UUID, Site], batches: Collection[str]
) -> dict[Key, Entry]:
    """The rows of some batch codes as they stand, by site and batch: what an upload is compared with."""
    if not sites or not batches:
        return {}
    query = (
        pick(*columns_of(sheet))
        .join(Container, col(Container.id) == col(Event.container_id))
        .where(
            col(Event.site_id).in_(list(sites)),
            col(Event.batch_code).in_(batches),
            col(Event.container_id).is_not(None),
        )
        .order_by(col(Event.site_id), col(Event.batch_code), col(Event.id))
    )
    pieces = [piece(row) for row in work.session.execute(query)]
    around = read_around(work, sheet, sites, pieces)
    around.codes = _credit_codes(work, sites)
    found: dict[Key, Entry] = {}
    for key, group in groupby(pieces, key=lambda p: (p.event.site_id, p.event.batch_code or "")):
        for entry in _entries(sheet, list(group), around):
            if key[0] is not None:
                found[key[0], key[1]] = entry
    return found


def _entries(sheet: Sheet, group: Sequence[Piece], around: Around) -> Iterator[Entry]:
    """One row a site and batch: pieces of one batch of production stand in one row."""
    for _, pairs in groupby(group, key=lambda p: p.event.site_id):
        pieces = [p for p in pairs if not around.kept_of(p.container.id).void]
        if pieces:
            yield Entry(pieces[0].event.batch_code or "", values_of(sheet, pieces, around))
