"""Every SELECT over trips, their vehicles and crews; a carrier sees its own trips, the bureau all."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, reach
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Custody
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Crew, Site, Vehicle
from wastetrack.parties.queries import crew_of, vehicles_of
from wastetrack.parties.terms import CrewKind
from wastetrack.trips.model import Trip
from wastetrack.trips.shapes import Fleet, TripRow
from wastetrack.trips.terms import OPEN, CrewFacts, TripState, VehicleFacts

SelectOfTrip = Select[Trip, Vehicle, Crew, Crew]


def trip_place(trip: Trip) -> Place:
    """The carrier's position on a trip."""
    return Place(Position.CARRIER, trip.carrier_unit_id, trip.carrier_site_id)


def get_trip(work: Work, trip_id: UUID) -> TripRow:
    """A trip in the actor's scope, with vehicle and crew."""
    found = work.session.exec(_rows().where(Trip.id == trip_id)).first()
    if found is None or not may(work.actor, Action.TRIP_READ, trip_place(found[0])):
        raise Missing("trip")
    return TripRow(*found)


def lock_trip(work: Work, trip_id: UUID) -> Trip:
    """A trip, locked for a change; the action asks for the permission."""
    found = work.session.exec(select(Trip).where(Trip.id == trip_id).with_for_update()).first()
    if found is None:
        raise Missing("trip")
    return found


def find_trip(work: Work, trip_id: UUID) -> Trip | None:
    """A trip by id without asking who looks: for the rooms that judge it."""
    return work.session.get(Trip, trip_id)


def list_trips(
    work: Work,
    *,
    on: date | None = None,
    state: TripState | None = None,
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[TripRow]:
    """The actor's trips, newest first; `on` keeps those of one day."""
    query = _rows().where(_visible(work)).order_by(col(Trip.id).desc()).limit(size + 1)
    if on is not None:
        query = query.where(Trip.planned_on == on)
    if state is not None:
        query = query.where(Trip.state == state)
    if (key := cursor(after)) is not None:
        query = query.where(col(Trip.id) < key)
    return cut([TripRow(*row) for row in work.session.exec(query)], size)


def trips_of_driver(work: Work, user_id: UUID, on: date) -> list[TripRow]:
    """Trips this person drives: those of the day, and any that is still under way."""
    query = (
        _rows()
        .where(
            Trip.driver_user_id == user_id,
            or_(
                (col(Trip.planned_on) == on) & (col(Trip.state) != TripState.CANCELLED),
                col(Trip.state) == TripState.UNDER_WAY,
            ),
        )
        .order_by(col(Trip.planned_on), col(Trip.id))
    )
    return [TripRow(*row) for row in work.session.exec(query)]


def open_trips(work: Work, carrier_unit_id: UUID, since: date) -> list[TripRow]:
    """Planned and running trips of a carrier from that day on, the nearest first."""
    query = (
        _rows()
        .where(
            Trip.carrier_unit_id == carrier_unit_id,
            col(Trip.state).in_(OPEN),
            col(Trip.planned_on) >= since,
        )
        .order_by(col(Trip.planned_on), col(Trip.id))
        .limit(PAGE_SIZE)
    )
    return [TripRow(*row) for row in work.session.exec(query)]


def bases_of(
    work: Work, carrier_unit_ids: list[UUID], since: date
) -> dict[UUID, tuple[UUID, date | None]]:
    """The first site of each of these carriers and the nearest day on which it has a planned trip."""
    nearest = (
        select(func.min(Trip.planned_on))
        .where(
            col(Trip.carrier_unit_id) == col(Site.unit_id),
            Trip.state == TripState.PLANNED,
            col(Trip.planned_on) >= since,
        )
        .scalar_subquery()
    )
    found = work.session.exec(
        select(col(Site.unit_id), col(Site.id), nearest)
        .where(col(Site.unit_id).in_(carrier_unit_ids))
        .order_by(col(Site.id).desc())
    )
    return {unit_id: (site_id, day) for unit_id, site_id, day in found}


def plates_of_day(work: Work, carrier_unit_id: UUID, on: date, but: UUID | None) -> list[str]:
    """Plates of the carrier's other trips on that day."""
    query = select(Trip.plate).where(
        Trip.carrier_unit_id == carrier_unit_id,
        Trip.planned_on == on,
        Trip.state != TripState.CANCELLED,
    )
    if but is not None:
        query = query.where(Trip.id != but)
    return list(work.session.exec(query))


def on_board(work: Work, trip_id: UUID) -> int:
    """How many containers the vehicle of this trip still holds."""
    query = (
        select(func.count())
        .select_from(Container)
        .where(
            Container.trip_id == trip_id,
            col(Container.custody).in_((Custody.ON_VEHICLE, Custody.AT_GATE)),
        )
    )
    return int(work.session.exec(query).one())


def fleet(work: Work, unit_id: UUID) -> Fleet:
    """Vehicles and crew that are in use, by plate and name."""
    crew = [person for person in crew_of(work, unit_id) if person.active]
    vehicles = [vehicle for vehicle in vehicles_of(work, unit_id) if vehicle.active]
    crew.sort(key=lambda person: person.name)
    return Fleet(
        vehicles=tuple(sorted(vehicles, key=lambda vehicle: vehicle.plate)),
        drivers=tuple(person for person in crew if person.kind is CrewKind.DRIVER),
        escorts=tuple(person for person in crew if person.kind is CrewKind.ESCORT),
    )


def vehicle_facts(vehicle: Vehicle) -> VehicleFacts:
    """A vehicle as the rules judge it."""
    return VehicleFacts(
        unit_id=vehicle.unit_id,
        plate=vehicle.plate,
        permit_no=vehicle.permit_no,
        permit_valid_to=vehicle.permit_valid_to,
        active=vehicle.active,
    )


def crew_facts(person: Crew) -> CrewFacts:
    """A driver or escort as the rules judge them."""
    return CrewFacts(
        id=person.id,
        unit_id=person.unit_id,
        kind=person.kind,
        name=person.name,
        qualification_no=person.qualification_no,
        qualification_valid_to=person.qualification_valid_to,
        active=person.active,
    )


def _visible(work: Work) -> ColumnElement[bool]:
    scope = reach(work.actor, Action.TRIP_READ)
    if scope.everything:
        return true()
    return or_(
        col(Trip.carrier_unit_id).in_(scope.unit_ids),
        col(Trip.carrier_site_id).in_(scope.site_ids),
    )


def _rows() -> SelectOfTrip:
    driver, escort = aliased(Crew), aliased(Crew)
    return (
        select(Trip, Vehicle, driver, escort)
        .join(Vehicle, col(Vehicle.id) == col(Trip.vehicle_id))
        .join(driver, col(driver.id) == col(Trip.driver_id))
        .join(escort, col(escort.id) == col(Trip.escort_id))
    )
