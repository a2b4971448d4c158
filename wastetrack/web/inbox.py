"""Requests for the dispatcher: the inbox with days left and mass, and several of them onto one trip."""

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.pickups.actions.fill_trip import fill_trip
from wastetrack.pickups.inputs import TripLoad
from wastetrack.pickups.queries import inbox
from wastetrack.pickups.shapes import RequestRow
from wastetrack.pickups.terms import RequestState
from wastetrack.trips.queries import open_trips
from wastetrack.web import door
from wastetrack.web.agreements import own_seat
from wastetrack.web.clocks import Clock, clock_of
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound

room = Room("inbox", __name__)
_WAITING = (RequestState.REQUESTED, RequestState.ACCEPTED)


@room.page("/pickups/inbox", asks=Action.PICKUP_ACCEPT)
def index(work: Work, bound: Bound[TripLoad] | None = None) -> Rendered:
    """Requests by state; those that wait can be ticked and put on a trip."""
    text = request.args.get("state", "")
    state = next((member for member in RequestState if member.value == text), None)
    page = inbox(work, states=[state] if state else _WAITING, after=request.args.get("after"))
    seat = own_seat(work)
    trips = open_trips(work, seat.unit_id, local_day(work.now)) if seat else []
    bound = bound or Bound.blank(
        TripLoad,
        door.lang(),
        trip_id=request.args.get("trip") or (trips[0].id if trips else None),
    )
    bound.choose(
        "trip_id",
        [
            (str(row.id), f"{row.trip.planned_on:%m-%d} {row.trip.plate} {row.driver.name}")
            for row in trips
        ],
    )
    lang = door.lang()
    filters = [
        {
            "label": words.say(lang, "待办"),
            "href": url_for("inbox.index"),
            "active": state is None,
        }
    ]
    filters += [
        {"label": label, "href": url_for("inbox.index", state=value), "active": state == value}
        for value, label in words.choices(lang, RequestState)
    ]
    return door.render(
        "pickups/inbox.html",
        rows=page.rows,
        form=bound,
        trips=trips,
        waiting=_WAITING,
        filters=filters,
        clocks={row.id: _nearest(work, row) for row in page.rows},
        next_href=url_for("inbox.index", state=state, after=page.after) if page.after else "",
    )


@room.mutation("/pickups/inbox", data=TripLoad, form=index)
def fill_trip_(work: Work, data: TripLoad) -> str:
    """Put what is ticked on the trip."""
    return url_for("trips.show", id=fill_trip(work, data).id)


def _nearest(work: Work, row: RequestRow) -> Clock | None:
    """The clock that runs out first among a request's containers."""
    clocks = [clock_of(work, c.held_as, c.held_since, c.holder_site_id) for c in row.containers]
    return min((c for c in clocks if c is not None), key=lambda c: c.left, default=None)
