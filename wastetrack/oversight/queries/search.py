"""One search for everything that has a code: container, manifest, unit, plate; in scope only."""

import re
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col

from wastetrack.access.policy import Action
from wastetrack.access.scope import may, reach
from wastetrack.containers.queries.rows import find_by_code
from wastetrack.containers.queries.rows import places as container_places
from wastetrack.kernel.work import Work
from wastetrack.manifests.queries.heads import find_by_number
from wastetrack.oversight.shapes import Hit
from wastetrack.oversight.terms import HitKind
from wastetrack.parties.model import Unit
from wastetrack.trips.model import Trip
from wastetrack.trips.queries import trip_place

MOST = 20
_PLATE = re.compile(r"^[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}挂?$")
_NUMBER = re.compile(r"^[A-Z]{0,4}\d{8,20}$")


def search(work: Work, text: str) -> list[Hit]:
    """What the text names, the surest first; a code that fits exactly ends the search."""
    sought = text.strip()
    if not sought:
        return []
    exact = _container(work, sought) or _manifest(work, sought)
    if exact is not None:
        return [exact]
    if _PLATE.match(_plate(sought)):
        return _trips(work, _plate(sought))
    return _units(work, sought)


def _plate(text: str) -> str:
    return re.sub(r"[\s·.-]", "", text).upper()


def _container(work: Work, text: str) -> Hit | None:
    found = find_by_code(work, text)
    if found is None or not may(work.actor, Action.CONTAINER_READ, *container_places(found)):
        return None
    return Hit(HitKind.CONTAINER, found.id, found.human_code, found.waste_name)


def _manifest(work: Work, text: str) -> Hit | None:
    if not _NUMBER.match(text.upper()):
        return None
    found = find_by_number(work, text)
    if found is None:
        return None
    return Hit(HitKind.MANIFEST, found.id, found.reference, found.national_no or "")


def _trips(work: Work, plate: str) -> list[Hit]:
    query = select(Trip).where(col(Trip.plate) == plate).order_by(col(Trip.id).desc()).limit(MOST)
    return [
        Hit(HitKind.TRIP, trip.id, trip.plate, trip.planned_on.isoformat())
        for trip in work.session.execute(query).scalars()
        if may(work.actor, Action.TRIP_READ, trip_place(trip))
    ]


def _units(work: Work, text: str) -> list[Hit]:
    span = reach(work.actor, Action.UNIT_READ)
    query = (
        select(col(Unit.id), col(Unit.name), col(Unit.credit_code))
        .where(
            or_(
                col(Unit.credit_code) == text.upper(),
                col(Unit.name).contains(text, autoescape=True),
                col(Unit.search).contains(text.lower(), autoescape=True),
            )
        )
        .order_by(col(Unit.name))
        .limit(MOST)
    )
    if not span.everything:
        query = query.where(col(Unit.id).in_(span.unit_ids))
    found: list[tuple[UUID, str, str]] = [tuple(row) for row in work.session.execute(query)]
    return [Hit(HitKind.UNIT, key, name, code) for key, name, code in found]
