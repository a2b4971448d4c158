"""Finds what a unit has: licences, vehicles, drivers and escorts."""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Crew, Licence, Vehicle
from wastetrack.parties.queries.scope import by_id, one, readable
from wastetrack.parties.shapes import licence_facts
from wastetrack.parties.terms import LicenceFacts, LicenceState

U = TypeVar("U", bound=Licence | Vehicle | Crew)


def _of_unit(work: Work, kind: type[U], unit_ids: Iterable[UUID]) -> Sequence[U]:
    query = select(kind).where(col(kind.unit_id).in_(set(unit_ids))).order_by(col(kind.id))
    return work.session.exec(query).all()


def licences_of(work: Work, unit_id: UUID) -> Sequence[Licence]:
    """All licences of a unit, also ended ones, and their versions that are not checked yet."""
    rows = _of_unit(work, Licence, [unit_id])
    return [row for row in rows if row.state is not LicenceState.MERGED]


def open_version(work: Work, licence_id: UUID) -> Licence | None:
    """The version of a checked licence that waits for its check, or came back from it."""
    query = select(Licence).where(
        Licence.changes_id == licence_id, Licence.state != LicenceState.MERGED
    )
    return work.session.exec(query.with_for_update()).one_or_none()


def waiting_licences(work: Work, after: str | None = None) -> Page[Licence]:
    """Licences in reach that wait for the bureau's check, the one that waits longest first."""
    span = reach(work.actor, Action.UNIT_READ)
    query = select(Licence).where(
        Licence.state == LicenceState.WAITING, col(Licence.ended_on).is_(None)
    )
    if not span.everything:
        query = query.where(col(Licence.unit_id).in_(span.unit_ids))
    query = query.order_by(col(Licence.id))
    if (key := cursor(after)) is not None:
        query = query.where(col(Licence.id) > key)
    return cut(work.session.exec(query.limit(PAGE_SIZE + 1)).all(), PAGE_SIZE)


def lock_waiting_licence(work: Work, licence_id: UUID) -> Licence:
    """A licence that waits for the bureau's check, locked."""
    row = one(work, Licence, licence_id, lock=True)
    if row.state is not LicenceState.WAITING:
        raise refuse("parties.licence_not_waiting", number=row.number)
    return row


def licences_by_unit(work: Work, unit_ids: Iterable[UUID]) -> dict[UUID, list[LicenceFacts]]:
    """Licences of some units as facts, in one statement; a version that waits is none yet."""
    found: dict[UUID, list[LicenceFacts]] = {unit_id: [] for unit_id in unit_ids}
    if found:
        for row in _of_unit(work, Licence, found):
            if row.changes_id is not None:
                continue
            found[row.unit_id].append(licence_facts(row))
    return found


def licences_at(work: Work, unit_id: UUID, site_id: UUID | None = None) -> list[LicenceFacts]:
    """Licences that hold at a site: the site's own and the unit's; without site all of them."""
    facts = licences_by_unit(work, [unit_id])[unit_id]
    return [f for f in facts if site_id is None or f.site_id in {None, site_id}]


def vehicles_of(work: Work, unit_id: UUID) -> Sequence[Vehicle]:
    """All vehicles of a unit."""
    return _of_unit(work, Vehicle, [unit_id])


def crew_of(work: Work, unit_id: UUID) -> Sequence[Crew]:
    """All drivers and escorts of a unit."""
    return _of_unit(work, Crew, [unit_id])


def get_licence(work: Work, row_id: UUID, *, lock: bool = False) -> Licence:
    """A licence in one's scope."""
    return _scoped(work, Licence, row_id, lock=lock)


def get_vehicle(work: Work, row_id: UUID, *, lock: bool = False) -> Vehicle:
    """A vehicle in one's scope."""
    return _scoped(work, Vehicle, row_id, lock=lock)


def get_crew(work: Work, row_id: UUID, *, lock: bool = False) -> Crew:
    """A driver or escort in one's scope."""
    return _scoped(work, Crew, row_id, lock=lock)


def vehicles_by_id(work: Work, ids: Iterable[UUID | None]) -> dict[UUID, Vehicle]:
    """Vehicles of a counterpart in one statement."""
    return by_id(work, Vehicle, ids)


def crew_by_id(work: Work, ids: Iterable[UUID | None]) -> dict[UUID, Crew]:
    """Drivers and escorts of a counterpart in one statement."""
    return by_id(work, Crew, ids)


def _scoped(work: Work, kind: type[U], row_id: UUID, *, lock: bool) -> U:
    row = one(work, kind, row_id, lock=lock)
    readable(work, row.unit_id)
    return row
