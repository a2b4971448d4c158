"""What is another's does not exist, what is another role's names who can, and nothing is for nobody."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as limits
from hypothesis import strategies as st
from werkzeug.routing import Rule

from tests.conftest import NOW
from tests.doors.web.test_containers import Yard
from tests.support import district, fuzz
from tests.support.build import a_facility, a_site, a_unit, a_user, sign_in
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.people.model import User
from wastetrack.web.door import Room

NOBODYS = "00000000-0000-7000-8000-000000000000"
# a label's address shows the safe minimum to whoever holds the drum
PUBLIC = ("/C/", "/F/", "/labels/key", "/M/")


@pytest.fixture
def newcomer(demo: Database) -> User:
    """A workshop that came today and has nothing to do with anybody."""
    with demo.transaction(SYSTEM) as work:
        unit = a_unit(work)
        a_facility(work, a_site(work, unit))
        return a_user(work, unit, Role.ADMIN)[0]


def with_ids(app: Flask, method: str) -> list[tuple[Rule, str, str]]:
    """Rules that name one record, with the place of its id and the word before."""
    found = []
    for rule in sorted(app.url_map.iter_rules(), key=lambda r: r.rule):
        places = fuzz.PLACE.findall(rule.rule)
        if method in (rule.methods or ()) and len(places) == 1 and places[0][1] == "uuid":
            whole, _, name = places[0]
            found.append((rule, whole, fuzz.word_before(rule, whole, name)))
    return found


def minimal(app: Flask, rule: Rule, ground: fuzz.Ground) -> fuzz.Pairs:
    """A form in which every field is sane."""
    room, _, view = rule.endpoint.partition(".")
    found = app.blueprints[room]
    assert isinstance(found, Room)
    kept: list[fuzz.Pairs] = []

    @limits(
        max_examples=1,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def once(data: st.DataObject) -> None:
        kept.append(data.draw(fuzz.forms(found.inputs.get(view), ground)))

    once()
    return kept[0]


def test_a_page_of_anothers_record_answers_as_if_there_were_none(
    demo: Database, demo_app: Flask, newcomer: User
) -> None:
    client = signed(demo_app, newcomer)
    known = district.ids(demo, each=4)
    told, asked = [], set()
    for rule, whole, word in with_ids(demo_app, "GET"):
        for key in known.get(fuzz.table_of(word), []):
            asked.add(rule.rule)
            status = client.get(rule.rule.replace(whole, str(key))).status_code
            if status != 404:
                told.append(f"{status} {rule.rule} {key}")
    assert told == []
    assert len(asked) > 60


def test_a_form_for_anothers_record_answers_as_if_there_were_none(
    demo: Database, demo_app: Flask, newcomer: User
) -> None:
    client = signed(demo_app, newcomer)
    known = district.ids(demo, each=3)
    ground = fuzz.Ground({}, known)
    told, silent = [], set()
    for rule, whole, word in with_ids(demo_app, "POST"):
        form = fuzz.encoded(minimal(demo_app, rule, ground))
        kind = "application/x-www-form-urlencoded"
        for key in known.get(fuzz.table_of(word), []):
            foreign, none = (
                client.post(rule.rule.replace(whole, which), data=form, content_type=kind)
                for which in (str(key), NOBODYS)
            )
            if foreign.status_code == 404:
                silent.add(rule.rule)
            if foreign.status_code not in {404, 422} or foreign.status_code != none.status_code:
                told.append(f"{foreign.status_code} not {none.status_code} {rule.rule} {key}")
    assert told == []
    assert len(silent) > 50


def test_the_lists_of_a_newcomer_hold_no_record_of_others(
    demo: Database, demo_app: Flask, newcomer: User
) -> None:
    client = signed(demo_app, newcomer)
    plain = [
        r.rule
        for r in demo_app.url_map.iter_rules()
        if "GET" in (r.methods or ()) and not r.arguments
    ]
    seen = fuzz.ground_of(client, plain, district.ids(demo, each=400)).seen
    mine = {"unit", "site", "facility", "membership", "person"}
    # whom one may hand waste to is open: receivers by name
    assert {table: len(keys) for table, keys in seen.items() if keys and table not in mine} == {}


def signed(app: Flask, user: User) -> FlaskClient:
    client = app.test_client()
    sign_in(client, user, NOW.timestamp())
    return client


@pytest.fixture
def yard(db: Database) -> Yard:
    with db.transaction(SYSTEM) as work:
        return Yard(work)


def test_who_sees_a_drum_but_may_not_seal_it_is_told_who_can(app: Flask, yard: Yard) -> None:
    client = signed(app, yard.reader)
    assert client.get(f"/containers/{yard.drum.id}").status_code == 200
    for path, form in (
        (f"/containers/{yard.drum.id}/void", {"reason": "登记错了"}),
        (f"/containers/new/{yard.stream.id}", {"site_id": str(yard.shop.site.id), "mass_g": "1"}),
    ):
        answer = client.post(path, data=form)
        assert answer.status_code == 403
        assert "可以办理的人" in answer.text
        assert "经办人" in answer.text
    assert client.get(f"/containers/{yard.drum.id}/void").status_code == 403


def test_a_stranger_gets_404_for_every_act_on_a_drum(app: Flask, yard: Yard) -> None:
    client = signed(app, yard.stranger)
    assert client.get(f"/containers/{yard.drum.id}").status_code == 404
    form = {"reason": "登记错了"}
    assert client.post(f"/containers/{yard.drum.id}/void", data=form).status_code == 404
    form = {"site_id": str(yard.shop.site.id), "mass_g": "1"}
    assert client.post(f"/containers/new/{yard.stream.id}", data=form).status_code == 404


def test_the_site_in_a_form_or_address_never_widens_what_one_sees(app: Flask, yard: Yard) -> None:
    client = signed(app, yard.stranger)
    code = yard.drum.human_code
    for page in ("/containers", "/today", "/ledger", "/manifests", "/pickups", "/treatments/new"):
        answer = client.get(f"{page}?site={yard.shop.site.id}")
        assert answer.status_code < 500
        assert code not in answer.text
    form = {"site_id": str(yard.shop.site.id), "mass_g": "1", "waste_code": "900-214-08"}
    assert client.post("/containers/new/any", data=form).status_code == 404


def test_whoever_is_signed_out_signs_in_first_and_comes_back(app: Flask, yard: Yard) -> None:
    client = app.test_client()
    page = f"/containers/{yard.drum.id}?tab=trail"
    answer = client.get(page)
    assert answer.status_code == 303
    assert answer.location == f"/sign-in?next=/containers/{yard.drum.id}?tab%3Dtrail"
    answer = client.post(f"/containers/{yard.drum.id}/void", data={"reason": "登记错了"})
    assert (answer.status_code, answer.location) == (303, "/sign-in")
