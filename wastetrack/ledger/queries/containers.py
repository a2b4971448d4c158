"""Reads the containers that some sites made, for a spreadsheet, page by page."""

from collections.abc import Iterator
from uuid import UUID

from sqlmodel import col, select

from wastetrack.containers.model import Container
from wastetrack.kernel.clock import start_of_day
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries.entries import EXPORT, Span


def export_containers(work: Work, span: Span) -> Iterator[Container]:
    """Containers by the day of their first waste, oldest record first."""
    last: UUID | None = None
    while True:
        query = (
            select(Container)
            .where(
                col(Container.origin_site_id).in_(list(span.sites)),
                col(Container.first_waste_at) >= start_of_day(span.first),
                col(Container.first_waste_at) < start_of_day(span.end),
            )
            .order_by(col(Container.id))
            .limit(EXPORT)
        )
        if last is not None:
            query = query.where(col(Container.id) > last)
        rows = work.session.exec(query).all()
        yield from rows
        if len(rows) < EXPORT:
            return
        last = rows[-1].id
