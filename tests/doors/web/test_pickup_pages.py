"""叫车 in two taps, and how the dispatcher answers, through HTTP."""

import re
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from tests.conftest import NOW
from tests.support.agreements import a_crew
from tests.support.build import a_user, sign_in
from tests.support.containers import Workshop, a_drum
from tests.support.counting import statements
from tests.support.pickups import District
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.people.model import User
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.terms import RequestState
from wastetrack.trips.model import Trip
from wastetrack.trips.terms import TripState

MOST = 8


class Cast:
    """A workshop with drums, its collector, and one person of each."""

    def __init__(self, db: Database, app: Flask) -> None:
        self.db, self.app = db, app
        with db.transaction(SYSTEM) as work:
            self.district = District(work)
            self.owner, _ = a_user(work, self.district.shop.unit, Role.ADMIN)
            self.office, _ = a_user(work, self.district.yard.unit, Role.DISPATCHER)
            self.driver, _ = a_user(work, self.district.yard.unit, Role.DRIVER)

    def browser(self, user: User) -> FlaskClient:
        client = self.app.test_client()
        sign_in(client, user, NOW.timestamp())
        return client

    def requests(self) -> list[PickupRequest]:
        with self.db.reading(SYSTEM) as work:
            return list(work.session.exec(select(PickupRequest)))

    def a_request(self) -> UUID:
        with self.db.transaction(SYSTEM) as work:
            self.district.work = work
            self.district.owner = work.as_actor(self.district.shop.operator)
            return self.district.ask().id

    def a_trip(self) -> UUID:
        with self.db.transaction(SYSTEM) as work:
            yard = self.district.yard
            yard.office = work.as_actor(yard.office.actor)
            return yard.a_trip().id


@pytest.fixture
def cast(db: Database, app: Flask) -> Cast:
    return Cast(db, app)


def form_of(page: str) -> dict[str, list[str]]:
    """What a browser would send if the person only pressed the button."""
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        kind = re.search(r'type="(\w+)"', tag)
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if not name or (kind and kind[1] in {"checkbox", "radio"} and " checked" not in tag):
            continue
        sent.setdefault(name[1], []).append(value[1] if value else "")
    return sent


def test_two_taps_and_no_field_ask_for_a_pickup(cast: Cast) -> None:
    client = cast.browser(cast.owner)
    page = client.get("/pickups").get_data(as_text=True)
    sent = form_of(page)
    assert len(sent["container_ids"]) == 2
    answer = client.post("/pickups", data=sent)
    assert answer.status_code == 303
    (made,) = cast.requests()
    assert (made.state, len(made.container_ids)) == (RequestState.REQUESTED, 2)
    assert client.get(answer.location).status_code == 200


def test_pressing_twice_asks_once(cast: Cast) -> None:
    client = cast.browser(cast.owner)
    sent = form_of(client.get("/pickups").get_data(as_text=True))
    first, second = client.post("/pickups", data=sent), client.post("/pickups", data=sent)
    assert first.location == second.location
    assert len(cast.requests()) == 1
    again = form_of(client.get("/pickups/mine").get_data(as_text=True))
    assert sent["nonce"] != again.get("nonce")


def test_nothing_ticked_is_told_and_the_note_is_kept(cast: Cast) -> None:
    client = cast.browser(cast.owner)
    sent = form_of(client.get("/pickups").get_data(as_text=True))
    sent.pop("container_ids")
    sent["note"] = ["走北门"]
    answer = client.post("/pickups", data=sent)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "走北门" in page
    assert 'href="#f-container_ids"' in page
    assert cast.requests() == []


def test_without_a_contract_the_page_names_the_collectors(db: Database, app: Flask) -> None:
    cast = Cast(db, app)
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        a_drum(work, shop)
        owner, _ = a_user(work, shop.unit, Role.ADMIN)
    page = cast.browser(owner).get("/pickups").get_data(as_text=True)
    assert cast.district.yard.unit.name in page
    assert "确认叫车" not in page


def test_the_dispatcher_puts_requests_on_a_trip(cast: Cast) -> None:
    made, trip = cast.a_request(), cast.a_trip()
    client = cast.browser(cast.office)
    page = client.get("/pickups/inbox").get_data(as_text=True)
    assert str(made) in page
    assert str(trip) in page
    sent = form_of(page) | {"request_ids": [str(made)], "trip_id": [str(trip)]}
    answer = client.post("/pickups/inbox", data=sent)
    assert answer.status_code == 303
    (request,) = cast.requests()
    assert (request.state, request.trip_id) == (RequestState.SCHEDULED, trip)
    shown = client.get(f"/trips/{trip}").get_data(as_text=True)
    assert cast.district.shop.unit.name in shown
    assert client.get("/trips?day=2026-11-25").status_code == 200


def test_an_inbox_without_a_tick_says_so(cast: Cast) -> None:
    cast.a_request()
    trip = cast.a_trip()
    client = cast.browser(cast.office)
    sent = form_of(client.get("/pickups/inbox").get_data(as_text=True))
    answer = client.post("/pickups/inbox", data=sent | {"trip_id": [str(trip)]})
    assert answer.status_code == 422


def test_declining_needs_a_reason_and_tells_it(cast: Cast) -> None:
    made = cast.a_request()
    client = cast.browser(cast.office)
    assert client.post(f"/pickups/{made}/decline", data={"reason": ""}).status_code == 422
    answer = client.post(f"/pickups/{made}/decline", data={"reason": "本周满载"})
    assert answer.status_code == 303
    page = cast.browser(cast.owner).get(f"/pickups/{made}").get_data(as_text=True)
    assert "本周满载" in page


def test_a_trip_that_is_called_off_gives_its_requests_back(cast: Cast) -> None:
    made, trip = cast.a_request(), cast.a_trip()
    client = cast.browser(cast.office)
    client.post("/pickups/inbox", data={"request_ids": [str(made)], "trip_id": str(trip)})
    answer = client.post(f"/trips/{trip}/cancel", data={"reason": "车辆检修"})
    assert answer.status_code == 303
    (request,) = cast.requests()
    assert (request.state, request.trip_id) == (RequestState.ACCEPTED, None)
    with cast.db.reading(SYSTEM) as work:
        row = work.session.get(Trip, trip)
        assert row is not None
        assert row.state is TripState.CANCELLED


def test_a_stranger_gets_404_and_the_wrong_role_403(cast: Cast) -> None:
    made = cast.a_request()
    with cast.db.transaction(SYSTEM) as work:
        stranger, _ = a_user(work, Workshop(work).unit, Role.ADMIN)
    assert cast.browser(stranger).get(f"/pickups/{made}").status_code == 404
    assert cast.browser(stranger).post(f"/pickups/{made}/accept").status_code == 404
    assert cast.browser(cast.driver).post(f"/pickups/{made}/accept").status_code == 403
    assert cast.browser(cast.owner).post(f"/pickups/{made}/accept").status_code == 403


def test_the_driver_sees_the_stops_of_the_day(cast: Cast) -> None:
    made = cast.a_request()
    with cast.db.transaction(SYSTEM) as work:
        yard = cast.district.yard
        own = a_crew(work, yard.unit, user_id=cast.driver.id)
        yard.office = work.as_actor(yard.office.actor)
        trip = yard.a_trip(planned_on=date(2026, 11, 24), driver_id=own.id).id
    client = cast.browser(cast.driver)
    assert "示例路" not in client.get("/trips/mine").get_data(as_text=True)
    office = cast.browser(cast.office)
    sent = {"request_ids": [str(made)], "trip_id": str(trip)}
    early = office.post("/pickups/inbox", data=sent)
    assert early.status_code == 422
    assert "写明和对方说好的原因" in early.get_data(as_text=True)
    office.post("/pickups/inbox", data=sent | {"window_reason": "电话说好今天来"})
    page = client.get("/trips/mine").get_data(as_text=True)
    assert cast.district.shop.unit.name in page
    assert "示例路" in page


def test_the_proposal_costs_few_statements(cast: Cast) -> None:
    client = cast.browser(cast.owner)
    client.get("/pickups")
    with statements(cast.db.engine) as seen:
        assert client.get("/pickups").status_code == 200
    assert len(seen) <= MOST, "\n".join(seen)


@pytest.mark.parametrize("path", ["/pickups", "/pickups/mine", "/pickups/{request}"])
def test_the_producers_pages_cost_few_statements(cast: Cast, path: str) -> None:
    made = cast.a_request()
    client = cast.browser(cast.owner)
    address = path.format(request=made)
    client.get(address)
    with statements(cast.db.engine) as seen:
        assert client.get(address).status_code == 200
    assert len(seen) <= MOST, "\n".join(seen)


@pytest.mark.parametrize(
    "path",
    [
        "/pickups/inbox",
        "/pickups/{request}",
        "/trips?day=2026-11-25",
        "/trips/{trip}",
        "/trips/new",
    ],
)
def test_the_dispatchers_pages_cost_few_statements(cast: Cast, path: str) -> None:
    made, trip = cast.a_request(), cast.a_trip()
    client = cast.browser(cast.office)
    client.post("/pickups/inbox", data={"request_ids": [str(made)], "trip_id": str(trip)})
    address = path.format(request=made, trip=trip)
    client.get(address)
    with statements(cast.db.engine) as seen:
        assert client.get(address).status_code == 200
    assert len(seen) <= MOST, "\n".join(seen)
