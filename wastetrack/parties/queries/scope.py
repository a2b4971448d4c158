"""How the room reads one row: by id, locked or not, and whether the actor may see it."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.schema import Subject
from wastetrack.kernel.work import Work

S = TypeVar("S", bound=Subject)


def one(work: Work, kind: type[S], row_id: UUID, *, lock: bool = False) -> S:
    """The row, or Missing; nobody's scope is asked here."""
    query: Any = select(kind).where(col(kind.id) == row_id)
    if lock:
        query = query.with_for_update()
    row: S | None = work.session.exec(query).one_or_none()
    if row is None:
        raise Missing(str(row_id))
    return row


def by_id(work: Work, kind: type[S], ids: Iterable[UUID | None]) -> dict[UUID, S]:
    """Rows by id in one statement; nobody's scope is asked here."""
    wanted = {i for i in ids if i is not None}
    if not wanted:
        return {}
    return {r.id: r for r in work.session.exec(select(kind).where(col(kind.id).in_(wanted)))}


def readable(work: Work, unit_id: UUID, site_id: UUID | None = None) -> None:
    """Raise Missing unless this unit's (or site's) records are in the actor's scope."""
    require(work.actor, Action.UNIT_READ, Place(Position.OWN, unit_id, site_id))
