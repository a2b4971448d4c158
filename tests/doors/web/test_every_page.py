"""Every page, for every person: no fault of ours, at most eight statements, nobody without signing in."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from tests.conftest import NOW
from tests.support import district, fuzz
from tests.support.build import sign_in
from tests.support.counting import statements
from wastetrack.audit.trail import record
from wastetrack.kernel.actor import NOBODY
from wastetrack.kernel.database import Database
from wastetrack.people.model import User
from wastetrack.web.door import Room

MOST = 8
SEATS = [f"{kind} {role}" for kind, role in district.ROLES]
KINDS = ("container", "manifest", "unit", "site", "licence", "contract", "plan", "trip", "case")
PUBLIC = (
    "/sign-in",
    "/register",
    "/forgot",
    "/healthz",
    "/C/",
    "/F/",
    "/labels/key",
    "/M/",
    "/ROADSIDE/",
)


OFFICE = {"producer admin", "collector dispatcher", "carrier admin", "disposer admin"}
UNITS = OFFICE | {"collector driver", "disposer gate"}
BUREAU = {"authority officer", "authority auditor"}
CARRIERS = UNITS - {"producer admin"}
# the demo's carrier collects as well, so its admin meets trucks and requests too
# whoever is not named is told who can (403); an address that is not here is open to everybody
OPEN_TO = {
    "/alerts": UNITS | BUREAU,
    "/approvals": BUREAU,
    "/cases": UNITS | BUREAU,
    "/cases/new": UNITS | {"authority officer"},
    "/consents": UNITS | BUREAU,
    "/consents/new": {"producer admin", "carrier admin", "disposer admin"},
    "/containers": UNITS | BUREAU,
    "/containers/new": UNITS,
    "/containers/new/any": UNITS,
    "/contracts": UNITS | BUREAU,
    "/contracts/new": OFFICE,
    "/cross-province": UNITS | BUREAU,
    "/cross-province/new": {"producer admin", "carrier admin", "disposer admin"},
    "/gate": CARRIERS,
    "/ledger": UNITS | BUREAU,
    "/ledger/report": UNITS | BUREAU,
    "/ledger/book": UNITS | BUREAU,
    "/solids": UNITS | BUREAU,
    "/exports": UNITS | BUREAU,
    "/declarations": UNITS | BUREAU,
    "/ledger/imports": {"producer admin", "carrier admin", "disposer admin", "authority officer"},
    "/ledger/imports/new": {
        "producer admin",
        "carrier admin",
        "disposer admin",
        "authority officer",
    },
    "/manifests": UNITS | BUREAU,
    "/manifests/new": OFFICE,
    "/oversight": BUREAU,
    "/oversight/overdue": BUREAU,
    "/oversight/soon": BUREAU,
    "/oversight/brief.pdf": BUREAU,
    "/people/waiting": {"authority security_admin"},
    "/pickups": UNITS,
    "/pickups/inbox": {"collector dispatcher", "carrier admin"},
    "/pickups/mine": UNITS | BUREAU,
    "/plans": UNITS | BUREAU,
    "/plans/new": OFFICE,
    "/reads": {"producer admin", "carrier admin", "disposer admin", "authority auditor"},
    "/today": UNITS | BUREAU,
    "/treatments": {"disposer admin", "disposer gate"} | BUREAU,
    "/treatments/new": {"disposer admin", "disposer gate"},
    "/treatments/outcomes": UNITS | BUREAU,
    "/trips": CARRIERS | BUREAU,
    "/trips/mine": CARRIERS | BUREAU,
    "/trips/new": {"collector dispatcher", "carrier admin", "disposer admin"},
    "/units": BUREAU,
    "/units/outside/new": OFFICE | {"authority officer"},
}


def rules(app: Flask) -> list[Rule]:
    found = [r for r in app.url_map.iter_rules() if "GET" in (r.methods or ())]
    return sorted((r for r in found if r.endpoint != "static"), key=lambda r: r.rule)


def addresses(app: Flask, client: FlaskClient, database: Database) -> list[str]:
    """Every GET address, with ids that the person has seen and some of other people in it."""
    plain = [rule.rule for rule in rules(app) if not rule.arguments]
    ground = fuzz.ground_of(client, plain, district.ids(database, each=400))
    found = set(plain)
    for rule in rules(app):
        places = fuzz.PLACE.findall(rule.rule)
        if len(places) == 1:
            whole, converter, name = places[0]
            known = ground.some(fuzz.word_before(rule, whole, name), 5)
            keys = [str(key) for key in known] if converter == "uuid" else ["ABCD2345.1"]
            found |= {rule.rule.replace(whole, key) for key in keys}
    found |= {f"/history/{kind}/{key}" for kind in KINDS for key in ground.some(kind, 2)}
    return sorted(found)


@pytest.mark.parametrize("seat", SEATS)
def test_every_page_answers_and_is_frugal(demo: Database, demo_app: Flask, seat: str) -> None:
    person = district.people(demo).get(seat)
    assert person is not None, f"the demo district has no {seat}"
    client = demo_app.test_client()
    sign_in(client, person, NOW.timestamp())
    greedy, broken, shown = [], [], 0
    for address in addresses(demo_app, client, demo):
        with statements(demo.engine) as seen:
            answer = client.get(address)
        if answer.status_code >= 500:
            broken.append(f"{answer.status_code} {address}")
        if answer.status_code == 200 and answer.mimetype == "text/html":
            shown += 1
            if len(seen) > MOST:
                # reference lists are kept by the process: the first reading of one is not the page's
                with statements(demo.engine) as seen:
                    client.get(address)
            if len(seen) > MOST:
                greedy.append(f"{len(seen)} {address}")
    assert broken == []
    assert greedy == []
    assert shown > 8


def test_a_person_without_a_seat_comes_to_the_invitations_and_breaks_nothing(
    demo: Database, demo_app: Flask
) -> None:
    with demo.transaction(NOBODY) as work:
        person = User(
            id=work.new_id(),
            created_at=work.now,
            phone="13805759999",
            name="来客",
            password_hash="!",
        )
        record(work, "people.invite", person)
    client = demo_app.test_client()
    sign_in(client, person, NOW.timestamp())
    assert client.get("/").location == "/joining"
    broken = [a for a in addresses(demo_app, client, demo) if client.get(a).status_code >= 500]
    assert broken == []


def test_nobody_sees_a_page_without_signing_in(demo: Database, demo_app: Flask) -> None:
    client = demo_app.test_client()
    seen = [a for a in addresses(demo_app, client, demo) if client.get(a).status_code == 200]
    assert [address for address in seen if not address.startswith(PUBLIC)] == []
    assert "/sign-in" in seen


@pytest.mark.parametrize("seat", SEATS)
def test_a_page_of_another_role_says_who_can(demo: Database, demo_app: Flask, seat: str) -> None:
    client = demo_app.test_client()
    sign_in(client, district.people(demo)[seat], NOW.timestamp())
    found = {path: client.get(path) for path in OPEN_TO}
    wrong = {
        path: answer.status_code
        for path, answer in found.items()
        if (answer.status_code == 403) == (seat in OPEN_TO[path])
    }
    assert wrong == {}
    silent = [
        path for path, a in found.items() if a.status_code == 403 and "可以办理的人" not in a.text
    ]
    assert silent == []


def test_every_page_without_an_id_that_asks_for_a_role_is_in_the_table(demo_app: Flask) -> None:
    asked = {
        rule
        for room in demo_app.blueprints.values()
        if isinstance(room, Room)
        for rule in room.asked
    }
    assert asked == set(OPEN_TO)


@pytest.mark.parametrize("seat", SEATS)
def test_no_entry_of_the_rail_leads_to_a_closed_page(
    demo: Database, demo_app: Flask, seat: str
) -> None:
    client = demo_app.test_client()
    sign_in(client, district.people(demo)[seat], NOW.timestamp())
    rail = client.get("/me").text.split('<nav class="rail"')[1].split("</nav>")[0]
    hrefs = re.findall(r'<a href="([^"]+)"', rail)
    assert hrefs
    assert {href: client.get(href).status_code for href in hrefs} == dict.fromkeys(hrefs, 200)


@pytest.mark.parametrize("seat", SEATS)
def test_no_link_of_a_page_leads_its_reader_to_a_closed_page(
    demo: Database, demo_app: Flask, seat: str
) -> None:
    client = demo_app.test_client()
    sign_in(client, district.people(demo)[seat], NOW.timestamp())
    shown = {path: client.get(path) for path in OPEN_TO if seat in OPEN_TO[path]}
    closed = {
        (path, href)
        for path, answer in shown.items()
        if answer.mimetype == "text/html"
        for href in re.findall(r'href="(/[^"?#]*)', answer.text)
        if href in OPEN_TO and seat not in OPEN_TO[href]
    }
    assert closed == set()
