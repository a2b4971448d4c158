"""Finds units: one, counterparts by id, the bureau's list, and who may be a partner."""

from collections.abc import Iterable, Sequence
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Engine, String, cast
from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.queries.scope import by_id, one, readable
from wastetrack.parties.shapes import UnitFilter
from wastetrack.parties.terms import UnitKind, UnitState

# asked once per process and database: demo data is loaded before the doors open
_DEMO: WeakKeyDictionary[Engine, bool] = WeakKeyDictionary()


def get_unit(work: Work, unit_id: UUID, *, lock: bool = False) -> Unit:
    """A unit of one's own, or any for the bureau."""
    row = one(work, Unit, unit_id, lock=lock)
    readable(work, row.id)
    return row


def lock_unit(work: Work, unit_id: UUID) -> Unit:
    """The unit's row, locked; the action that changes it asks the policy itself."""
    return one(work, Unit, unit_id, lock=True)


def find_unit(work: Work, unit_id: UUID) -> Unit | None:
    """A counterpart by id."""
    return work.session.get(Unit, unit_id)


def find_unit_by_code(work: Work, credit_code: str) -> Unit | None:
    """The unit that has this credit code."""
    return work.session.exec(select(Unit).where(Unit.credit_code == credit_code)).one_or_none()


def units_by_id(work: Work, ids: Iterable[UUID | None]) -> dict[UUID, Unit]:
    """Counterparts in one statement."""
    return by_id(work, Unit, ids)


def of_kind(kind: UnitKind) -> ColumnElement[bool]:
    """Units of a kind; `kinds` is a short list, searched as its JSON text on both databases."""
    return cast(col(Unit.kinds), String).like(f'%"{kind.value}"%')


def list_units(work: Work, want: UnitFilter, after: str | None = None) -> Page[Unit]:
    """The bureau's units, newest first; a unit sees itself."""
    span = reach(work.actor, Action.UNIT_READ)
    query = select(Unit).order_by(col(Unit.id).desc()).limit(PAGE_SIZE + 1)
    if not span.everything:
        query = query.where(col(Unit.id).in_(span.unit_ids))
    for word in want.text.lower().split():
        query = query.where(col(Unit.search).contains(word, autoescape=True))
    if want.state is not None:
        query = query.where(Unit.state == want.state)
    if want.kind is not None:
        query = query.where(of_kind(want.kind))
    if want.town:
        there = select(Site.unit_id).where(Site.division_code == want.town)
        query = query.where(col(Unit.id).in_(there))
    if (key := cursor(after)) is not None:
        query = query.where(col(Unit.id) < key)
    return cut(work.session.exec(query).all(), PAGE_SIZE)


def list_partners(work: Work, kind: UnitKind, text: str = "", limit: int = 50) -> Sequence[Unit]:
    """Units that may be named as a counterpart of a kind, by name; the rejected are left out."""
    query = select(Unit).where(of_kind(kind), Unit.state != UnitState.REJECTED)
    for word in text.lower().split():
        query = query.where(col(Unit.search).contains(word, autoescape=True))
    return work.session.exec(query.order_by(col(Unit.name)).limit(limit)).all()


def demo_data(work: Work) -> bool:
    """Whether invented units are in this database, so that a banner says so."""
    engine = work.session.get_bind().engine
    if engine not in _DEMO:
        found = work.session.exec(select(Unit.id).where(col(Unit.invented).is_(True)).limit(1))
        _DEMO[engine] = found.first() is not None
    return _DEMO[engine]


def any_unit(work: Work) -> bool:
    """Whether anybody is in this database yet."""
    return work.session.exec(select(Unit.id).limit(1)).first() is not None
