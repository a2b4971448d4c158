"""Every SELECT over what is asked to be amended; the holder and the bureau see it."""

from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, reach
from wastetrack.containers.model import Amendment, Container
from wastetrack.containers.shapes import AmendmentView
from wastetrack.containers.terms import AmendmentState
from wastetrack.kernel.errors import Missing, refuse
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Unit


def waiting_amendment(work: Work, container_id: UUID) -> Amendment | None:
    """What an officer has not decided about this container yet."""
    query = select(Amendment).where(
        Amendment.container_id == container_id, Amendment.state == AmendmentState.WAITING
    )
    return work.session.exec(query).first()


def lock_waiting_amendment(work: Work, amendment_id: UUID) -> Amendment:
    """The row, locked for the officer's decision."""
    work.session.flush()
    query = select(Amendment).where(Amendment.id == amendment_id).with_for_update()
    row = work.session.exec(query.execution_options(populate_existing=True)).first()
    if row is None:
        raise Missing(str(amendment_id))
    if row.state is not AmendmentState.WAITING:
        raise refuse("containers.amendment_decided")
    return row


def get_amendment(work: Work, amendment_id: UUID) -> AmendmentView:
    """One proposal with its container and the unit that asks."""
    query = (
        select(Amendment, Container, Unit.name)
        .join(Container, col(Container.id) == col(Amendment.container_id))
        .join(Unit, col(Unit.id) == col(Amendment.unit_id))
        .where(Amendment.id == amendment_id)
    )
    row = work.session.exec(query).first()
    if row is None or not may(
        work.actor, Action.CONTAINER_READ, Place(Position.OWN, row[0].unit_id, row[0].site_id)
    ):
        raise Missing(str(amendment_id))
    return AmendmentView(*row)


def waiting_amendments(work: Work, after: str | None = None) -> Page[AmendmentView]:
    """Proposals in reach that wait for an officer, the one that waits longest first."""
    span = reach(work.actor, Action.CONTAINER_READ)
    query = (
        select(Amendment, Container, Unit.name)
        .join(Container, col(Container.id) == col(Amendment.container_id))
        .join(Unit, col(Unit.id) == col(Amendment.unit_id))
        .where(Amendment.state == AmendmentState.WAITING)
        .order_by(col(Amendment.id))
        .limit(PAGE_SIZE + 1)
    )
    if not span.everything:
        query = query.where(col(Amendment.unit_id).in_(span.unit_ids))
    if (key := cursor(after)) is not None:
        query = query.where(col(Amendment.id) > key)
    rows = [AmendmentView(*row) for row in work.session.exec(query)]
    more = str(rows[PAGE_SIZE - 1].amendment.id) if len(rows) > PAGE_SIZE else None
    return Page(rows[:PAGE_SIZE], more)
