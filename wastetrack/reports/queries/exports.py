"""Finds exports: one's own unit's for a person, all for the bureau, and what the worker has to do."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, reach, require
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import Span, count_entries
from wastetrack.ledger.rules import Period, month_of, period_of
from wastetrack.parties.model import Site
from wastetrack.parties.queries import sites_by_id
from wastetrack.reports.model import Export
from wastetrack.reports.queries.registers import LEDGER_SHEETS
from wastetrack.reports.terms import OPEN, ExportState


def export_places(row: Export) -> tuple[Place, ...]:
    """Whose rows they are."""
    return (Place(Position.OWN, row.unit_id, row.site_id),) if row.unit_id else ()


def get_export(work: Work, export_id: UUID) -> Export:
    """An export of one's own unit, or any for the bureau."""
    row = work.session.get(Export, export_id)
    if row is None:
        raise Missing("export")
    require(work.actor, Action.LEDGER_READ, *export_places(row))
    return row


def lock_export(work: Work, export_id: UUID) -> Export:
    """The row, locked."""
    query = select(Export).where(Export.id == export_id).with_for_update()
    row = work.session.exec(query).one_or_none()
    if row is None:
        raise Missing("export")
    return row


def list_exports(work: Work, after: str | None = None) -> Page[Export]:
    """Exports that the actor may see, newest first."""
    span = reach(work.actor, Action.LEDGER_READ)
    query = select(Export).order_by(col(Export.id).desc()).limit(PAGE_SIZE + 1)
    if not span.everything:
        mine = col(Export.unit_id).in_(span.unit_ids) | col(Export.site_id).in_(span.site_ids)
        query = query.where(mine)
    if (key := cursor(after)) is not None:
        query = query.where(col(Export.id) < key)
    return cut(work.session.exec(query).all(), PAGE_SIZE)


def waiting_exports(work: Work) -> Sequence[UUID]:
    """Exports that are not finished, oldest first."""
    query = select(Export.id).where(col(Export.state).in_(OPEN)).order_by(col(Export.id)).limit(20)
    return work.session.exec(query).all()


def outlived_exports(work: Work) -> Sequence[Export]:
    """Files whose days are over."""
    query = select(Export).where(
        col(Export.state) == ExportState.DONE, col(Export.expires_at) <= work.now
    )
    return work.session.exec(query.order_by(col(Export.id)).limit(100)).all()


def still_wanted(work: Work, sha256: str) -> bool:
    """Whether a file of this content belongs to another export too."""
    return (
        work.session.exec(select(Export.id).where(Export.file_sha256 == sha256)).first() is not None
    )


def span_of(work: Work, row: Export) -> tuple[Span, Period]:
    """What an export covers; for the worker, whose scope is everything."""
    if row.site_id is not None:
        sites = sites_by_id(work, [row.site_id])
    else:
        query = select(Site).order_by(col(Site.id))
        if row.unit_id is not None:
            query = query.where(col(Site.unit_id) == row.unit_id)
        sites = {site.id: site for site in work.session.exec(query)}
    period = period_of(row.period) or month_of(row.first)
    return Span(sites, row.first, row.end), period


def length(work: Work, row: Export, span: Span) -> int:
    """Events that the table stands on; 0 where only writing it tells."""
    sheet = LEDGER_SHEETS.get(row.kind)
    return count_entries(work, sheet, span) if sheet is not None else 0
