"""Finds uploads: one's own for a unit, all for the bureau, and those that wait for the worker."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, reach, require
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.ledger.model import Import
from wastetrack.ledger.terms import OPEN


def get_import(work: Work, import_id: UUID) -> Import:
    """An upload of one's own unit, or any for the bureau."""
    row = work.session.get(Import, import_id)
    if row is None:
        raise Missing(str(import_id))
    require(work.actor, Action.LEDGER_IMPORT, *import_places(row))
    return row


def lock_import(work: Work, import_id: UUID) -> Import:
    """The row, locked; the action that goes on with it asks the policy itself."""
    query = select(Import).where(Import.id == import_id).with_for_update()
    row = work.session.exec(query).one_or_none()
    if row is None:
        raise Missing(str(import_id))
    return row


def import_places(row: Import) -> tuple[Place, ...]:
    """Whose upload it is."""
    return (Place(Position.OWN, row.unit_id, row.site_id),) if row.unit_id else ()


def list_imports(work: Work, after: str | None = None) -> Page[Import]:
    """Uploads that the actor may see, newest first."""
    span = reach(work.actor, Action.LEDGER_IMPORT)
    query = select(Import).order_by(col(Import.id).desc()).limit(PAGE_SIZE + 1)
    if not span.everything:
        mine = col(Import.unit_id).in_(span.unit_ids) | col(Import.site_id).in_(span.site_ids)
        query = query.where(mine)
    if (key := cursor(after)) is not None:
        query = query.where(col(Import.id) < key)
    return cut(work.session.exec(query).all(), PAGE_SIZE)


def waiting_imports(work: Work) -> Sequence[UUID]:
    """Uploads that are not finished, oldest first: what the worker goes on with."""
    query = select(Import.id).where(col(Import.state).in_(OPEN)).order_by(col(Import.id)).limit(100)
    return work.session.exec(query).all()
