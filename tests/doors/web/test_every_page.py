"""Every page, for every person: no fault of ours, at most eight statements, nobody without signing in."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from tests.conftest import NOW
from tests.support import district, fuzz
from tests.support.build import sign_in
from tests.support.counting import statements
from wastetrack.kernel.database import Database

MOST = 8
SEATS = [f"{kind} {role}" for kind, role in district.ROLES]
KINDS = ("container", "manifest", "unit", "site", "licence", "contract", "plan", "trip", "case")
PUBLIC = ("/sign-in", "/register", "/forgot", "/healthz", "/C/", "/F/", "/labels/key", "/M/")


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


def test_nobody_sees_a_page_without_signing_in(demo: Database, demo_app: Flask) -> None:
    client = demo_app.test_client()
    seen = [a for a in addresses(demo_app, client, demo) if client.get(a).status_code == 200]
    assert [address for address in seen if not address.startswith(PUBLIC)] == []
    assert "/sign-in" in seen
