"""Finds records of general industrial waste: a page of one table, all of a period, one by id."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import func, tuple_
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import Span
from wastetrack.solids.model import SolidRecord
from wastetrack.solids.rules import WAYS
from wastetrack.solids.terms import PREFIX, Sheet, SolidState

_EXPORT = 1000


def record_place(row: SolidRecord) -> Place:
    """Whose record it is."""
    return Place(Position.OWN, row.unit_id, row.site_id)


def get_record(work: Work, record_id: UUID) -> SolidRecord:
    """A record of one's own sites, or any for the bureau."""
    row = work.session.get(SolidRecord, record_id)
    if row is None:
        raise Missing("solid_record")
    require(work.actor, Action.LEDGER_READ, record_place(row))
    return row


def lock_record(work: Work, record_id: UUID) -> SolidRecord:
    """The row, locked; the action that goes on asks the policy itself."""
    query = select(SolidRecord).where(SolidRecord.id == record_id).with_for_update()
    row = work.session.exec(query).one_or_none()
    if row is None:
        raise Missing("solid_record")
    return row


def list_records(
    work: Work, sheet: Sheet, span: Span, after: str = "", size: int = PAGE_SIZE
) -> Page[SolidRecord]:
    """One page by day and number; voided records stand there too, marked."""
    query = (
        select(SolidRecord)
        .where(
            col(SolidRecord.site_id).in_(list(span.sites)),
            col(SolidRecord.sheet) == sheet,
            col(SolidRecord.day) >= span.first,
            col(SolidRecord.day) < span.end,
        )
        .order_by(col(SolidRecord.day), col(SolidRecord.id))
        .limit(size + 1)
    )
    day, _, key = after.partition("_")
    try:
        where = (date.fromisoformat(day), UUID(key))
    except ValueError:
        where = None
    if where is not None:
        query = query.where(tuple_(col(SolidRecord.day), col(SolidRecord.id)) > tuple_(*where))
    rows = work.session.exec(query).all()
    if len(rows) <= size:
        return Page(rows)
    last = rows[size - 1]
    return Page(rows[:size], f"{last.day.isoformat()}_{last.id}")


def all_records(work: Work, sheet: Sheet, span: Span) -> Iterator[dict[str, object]]:
    """Every record that counts, by column key, page by page."""
    after: str | None = ""
    while after is not None:
        page = list_records(work, sheet, span, after, _EXPORT)
        yield from (values_of(row) for row in page.rows if row.state is SolidState.KEPT)
        after = page.after


def values_of(row: SolidRecord) -> dict[str, object]:
    """A record by column key."""
    return {**row.model_dump(), "on": row.day, "way": WAYS[row.way] if row.way else ""}


def last_number(work: Work, site_id: UUID, sheet: Sheet, day: date) -> int:
    """The last serial used for a table and day; its row is unique, so a lost race is tried again."""
    prefix = f"{PREFIX[sheet]}{day:%Y%m%d}"
    query = select(func.max(SolidRecord.number)).where(
        col(SolidRecord.site_id) == site_id, col(SolidRecord.number).startswith(prefix)
    )
    found = work.session.exec(query).one()
    return int(found[len(prefix) :]) if found else 0
