"""What of the agreements an actor may read: rows in which his unit is a party."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, or_, true
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, reach
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Unit


def units_in(work: Work, action: Action, *positions: Position) -> list[UUID] | None:
    """Units whose rows the actor may read in one of these positions; None means all."""
    if reach(work.actor, action).everything:
        return None
    seats = {seat.unit_id for seat in work.actor.seats}
    return sorted(
        unit_id
        for unit_id in seats
        if may(work.actor, action, *(Place(position, unit_id) for position in positions))
    )


def held_by(units: list[UUID] | None, *columns: object) -> ColumnElement[bool]:
    if units is None:
        return true()
    return or_(*(col(column).in_(units) for column in columns))


def require_read(work: Work, action: Action, *places: Place) -> None:
    if not may(work.actor, action, *places):
        raise Missing(action)


def names_of(work: Work, unit_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of the units that an agreement speaks of, in one statement."""
    wanted = set(unit_ids)
    if not wanted:
        return {}
    found = work.session.exec(select(Unit.id, Unit.name).where(col(Unit.id).in_(wanted)))
    return dict(found.all())
