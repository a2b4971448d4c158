"""Trips in the browser: 排班 of a day, one trip with its stops, planning, changing, closing; 今日车次."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.audit.history import of_subject
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import sites_of
from wastetrack.parties.rules import document_state
from wastetrack.parties.terms import UnitKind
from wastetrack.pickups.actions.call_off import call_off
from wastetrack.pickups.inputs import Cancelling
from wastetrack.pickups.queries import inbox, stops_of
from wastetrack.pickups.shapes import Stop
from wastetrack.pickups.terms import RequestState
from wastetrack.trips.actions.change import change
from wastetrack.trips.actions.close import close
from wastetrack.trips.actions.plan import plan
from wastetrack.trips.inputs import TripChange, TripTerms
from wastetrack.trips.machine import allowed
from wastetrack.trips.queries import (
    fleet,
    get_trip,
    list_trips,
    open_trips,
    plates_of_day,
    trip_place,
    trips_of_driver,
)
from wastetrack.trips.rules import told_about_day, told_about_load
from wastetrack.trips.shapes import TripRow
from wastetrack.web import door
from wastetrack.web.agreements import own_seat
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.timeline import lines

room = Room("trips", __name__)
# units that may have vehicles of their own
_CARRIES = frozenset({UnitKind.COLLECTOR, UnitKind.CARRIER, UnitKind.DISPOSER})
_WAITING = (RequestState.REQUESTED, RequestState.ACCEPTED)


@room.page("/trips", asks=Action.TRIP_READ)
def index(work: Work) -> Rendered:
    """The trips of a day with stops, load and documents, beside what waits for a trip."""
    today = local_day(work.now)
    on = _day(request.args.get("day", ""), today)
    page = list_trips(work, on=on, after=request.args.get("after"))
    stops = stops_of(work, [row.id for row in page.rows])
    plates = [row.trip.plate for row in page.rows]
    waiting = inbox(work, states=_WAITING)
    return door.render(
        "trips/index.html",
        rows=page.rows,
        stops=stops,
        told={row.id: _told(row, stops[row.id], _others(row, plates)) for row in page.rows},
        documents={row.id: documents(row) for row in page.rows},
        on=on,
        today=today,
        before=on - timedelta(days=1),
        after=on + timedelta(days=1),
        waiting=waiting.rows,
        more_waiting=waiting.after is not None,
        next_href=url_for("trips.index", day=on, after=page.after) if page.after else "",
    )


@room.page("/trips/mine", asks=Action.TRIP_READ)
def mine(work: Work) -> Rendered:
    """The driver's own trips today: stops in order, with their manifests."""
    today = local_day(work.now)
    user_id = work.actor.user_id
    rows = trips_of_driver(work, user_id, today) if user_id else []
    return door.render(
        "trips/mine.html",
        rows=rows,
        stops=stops_of(work, [row.id for row in rows]),
        today=today,
    )


@room.page("/trips/new", asks=Action.TRIP_PLAN)
def new(work: Work, bound: Bound[TripTerms] | None = None) -> Rendered:
    """Plan a trip: day, vehicle, driver, escort."""
    sites = sites_of(work, request.values.get("site"))
    today = local_day(work.now)
    bound = bound or Bound.blank(
        TripTerms,
        door.lang(),
        carrier_site_id=next((s.id for s in sites if s.selected), sites[0].id if sites else None),
        planned_on=_day(request.args.get("day", ""), today + timedelta(days=1)),
    )
    bound.choose("carrier_site_id", [(str(site.id), site.name) for site in sites])
    _choose_crew(work, bound)
    return door.render("trips/new.html", form=bound)


@room.mutation("/trips/new", data=TripTerms, form=new)
def plan_(work: Work, data: TripTerms) -> str:
    """Plan it, then choose what it fetches."""
    return url_for("inbox.index", trip=plan(work, data).id)


@room.page("/trips/<uuid:id>")
def show(work: Work, id: UUID, bound: Bound[Cancelling] | None = None) -> Rendered:  # noqa: A002
    """One trip with its stops and what may be done now."""
    row = get_trip(work, id)
    stops = stops_of(work, [id])[id]
    plates = plates_of_day(work, row.trip.carrier_unit_id, row.trip.planned_on, id)
    can = {a for a in allowed(row.trip.state) if may(work.actor, a, trip_place(row.trip))}
    return door.render(
        "trips/show.html",
        row=row,
        stops=stops,
        mass_g=sum(stop.mass_g for stop in stops),
        told=_told(row, stops, plates),
        documents=documents(row),
        can=can,
        Action=Action,
        cancelling=bound or Bound.blank(Cancelling, door.lang()),
        said=lines(door.lang(), of_subject(work, id)),
    )


@room.page("/trips/<uuid:id>/change")
def change_form(work: Work, id: UUID, bound: Bound[TripChange] | None = None) -> Rendered:  # noqa: A002
    """Day, vehicle, crew, waybill or route."""
    row = get_trip(work, id)
    values = {name: getattr(row.trip, name) for name in TripChange.model_fields}
    bound = bound or Bound.blank(TripChange, door.lang(), **values)
    _choose_crew(work, bound)
    return door.render("trips/change.html", row=row, form=bound)


@room.mutation("/trips/<uuid:id>/change", data=TripChange, form=change_form)
def change_(work: Work, data: TripChange, id: UUID) -> str:  # noqa: A002
    """Change it."""
    return url_for("trips.show", id=change(work, id, data).id)


@room.mutation("/trips/<uuid:id>/close")
def close_(work: Work, id: UUID) -> str:  # noqa: A002
    """The vehicle is empty again."""
    return url_for("trips.show", id=close(work, id).id)


@room.mutation("/trips/<uuid:id>/cancel", data=Cancelling, form=show)
def cancel_(work: Work, data: Cancelling, id: UUID) -> str:  # noqa: A002
    """It does not take place; its pickups wait for another."""
    return url_for("trips.show", id=call_off(work, id, data).id)


def own_trips(work: Work) -> list[tuple[str, str]]:
    """Trips of one's own vehicles that may still take something along."""
    seat = own_seat(work)
    if seat is None or not _CARRIES & set(seat.kinds):
        return []
    rows = open_trips(work, seat.unit_id, local_day(work.now))
    return [(str(r.id), f"{r.trip.planned_on:%m-%d} {r.trip.plate} {r.driver.name}") for r in rows]


def documents(row: TripRow) -> list[tuple[str, str, str]]:
    """(what, day, state) of the documents that the trip needs, seen from its day."""
    on = row.trip.planned_on
    dated = (
        (row.vehicle.plate, row.vehicle.permit_valid_to),
        (row.driver.name, row.driver.qualification_valid_to),
        (row.escort.name, row.escort.qualification_valid_to),
    )
    return [(what, day.isoformat(), document_state(day, on).value) for what, day in dated]


def _told(row: TripRow, stops: Sequence[Stop], other_plates: Sequence[str]) -> list[str]:
    booked = sum(stop.mass_g for stop in stops)
    plate = row.trip.plate
    found = told_about_day(other_plates, plate)
    found += told_about_load(row.vehicle.load_g, booked, plate)
    return [words.sentence(door.lang(), violation) for violation in found]


def _others(row: TripRow, plates: list[str]) -> list[str]:
    others = list(plates)
    others.remove(row.trip.plate)
    return others


def _choose_crew(work: Work, bound: Bound[TripTerms] | Bound[TripChange]) -> None:
    seat = own_seat(work)
    if seat is None:
        return
    ours = fleet(work, seat.unit_id)
    on = local_day(work.now)
    bound.choose(
        "vehicle_id", [(str(v.id), _dated(v.plate, v.permit_valid_to, on)) for v in ours.vehicles]
    )
    for name, people in (("driver_id", ours.drivers), ("escort_id", ours.escorts)):
        bound.choose(
            name, [(str(p.id), _dated(p.name, p.qualification_valid_to, on)) for p in people]
        )


def _dated(name: str, valid_to: date, today: date) -> str:
    if valid_to < today:
        return words.say(door.lang(), "{name}（证件 {day} 已到期）", name=name, day=valid_to)
    return name


def _day(text: str, otherwise: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return otherwise
    return day if 2000 <= day.year <= otherwise.year + 1 else otherwise
