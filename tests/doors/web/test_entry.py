"""Registering, entering and leaving through the browser's door."""

import re

import pytest
from flask.testing import FlaskClient
from sqlmodel import select
from werkzeug.test import TestResponse

from tests.support.build import PASSWORD, a_unit, a_user, credit_code
from tests.support.parties import registered
from wastetrack.jobs.cleanup import clean
from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import NOBODY, SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.outbox.model import Message
from wastetrack.parties.model import Facility, Site, Stream, Unit
from wastetrack.people.actions.invite import invite
from wastetrack.people.actions.reset import reset
from wastetrack.people.inputs import Invitation
from wastetrack.people.queries import find_user_by_phone, own_seats, seats_of_user


def workshop(**over: str) -> dict[str, str]:
    return {
        "credit_code": credit_code(),
        "name": "舜江汽修厂",
        "phone": "15012345678",
        "password": PASSWORD,
        **over,
    }


def enter(client: FlaskClient, phone: str, password: str = PASSWORD, **over: str) -> TestResponse:
    return client.post("/sign-in", data={"phone": phone, "password": password, **over})


@pytest.fixture
def phone(db: Database) -> str:
    with db.transaction(NOBODY) as work:
        came, _ = registered(work)
        return came.user.phone


def test_four_fields_and_a_street_make_a_working_unit(client: FlaskClient, db: Database) -> None:
    answer = client.post("/register", data=workshop(industry="汽修"))
    assert answer.status_code == 303
    page = client.get(answer.location)
    assert page.status_code == 200
    assert "百官街道" in page.text
    assert "废机油" in page.text
    ticked = re.findall(r'name="waste_codes" value="([^"]+)" checked', page.text)
    assert "900-214-08" in ticked
    begun = client.post(
        answer.location,
        data={"division_code": "330604001", "address": "示例路 1 号", "waste_codes": ticked[:2]},
    )
    assert (begun.status_code, begun.location) == (303, "/")
    with db.reading(SYSTEM) as work:
        assert work.session.exec(select(Site)).one().name == "舜江汽修厂"
        assert work.session.exec(select(Facility)).one().capacity_g == 3_000_000
        assert len(work.session.exec(select(Stream)).all()) == 2


def test_a_failed_check_keeps_what_was_typed_and_asks_why(
    client: FlaskClient, db: Database
) -> None:
    sent = workshop(credit_code="91350211M0000XUF46")
    answer = client.post("/register", data=sent)
    assert answer.status_code == 422
    assert 'value="91350211M0000XUF46"' in answer.text
    assert 'value="舜江汽修厂"' in answer.text
    assert PASSWORD not in answer.text
    assert 'name="code_reason"' in answer.text
    again = client.post("/register", data=sent | {"code_reason": "营业执照上就是这个代码"})
    assert again.status_code == 303
    with db.reading(SYSTEM) as work:
        assert work.session.exec(select(Unit)).one().code_reason is not None


def test_an_empty_registration_names_every_field(client: FlaskClient) -> None:
    answer = client.post("/register", data={"password": "zq9x"})
    assert answer.status_code == 422
    assert "zq9x" not in answer.text
    for name in ("credit_code", "name", "phone", "password"):
        assert f'href="#f-{name}"' in answer.text


def test_a_known_code_leads_to_waiting_and_names_nobody(client: FlaskClient, db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, _ = registered(work)
        code, other = came.unit.credit_code, came.user.phone
    answer = client.post("/register", data=workshop(credit_code=code))
    assert answer.location == "/joining"
    page = client.get("/joining")
    assert "等待加入" in page.text
    assert other not in page.text
    assert client.get("/unit").status_code == 404


def test_who_signs_in_comes_to_the_page_that_was_asked_for(client: FlaskClient, phone: str) -> None:
    asked = client.get("/people")
    assert asked.location == "/sign-in?next=/people"
    answer = client.post(asked.location, data={"phone": phone, "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/people")
    assert client.get("/people").status_code == 200
    assert client.get("/sign-in").status_code == 303


@pytest.mark.parametrize("there", ["https://example.org/", "//example.org", "/\\example.org"])
def test_signing_in_never_leads_to_another_host(
    client: FlaskClient, phone: str, there: str
) -> None:
    answer = client.post(f"/sign-in?next={there}", data={"phone": phone, "password": PASSWORD})
    assert answer.location == "/"


def test_wrong_tries_are_counted_though_they_are_refused(client: FlaskClient, phone: str) -> None:
    for _ in range(5):
        answer = enter(client, phone, "wrong")
        assert answer.status_code == 422
        assert f'value="{phone}"' in answer.text
        assert "手机号或者密码不对" in answer.text
    told = enter(client, phone)
    assert "分钟后再试" in told.text
    assert (told.status_code, told.headers["Retry-After"]) == (429, "60")
    assert f'value="{phone}"' in told.text


def test_signing_out_ends_the_session(client: FlaskClient, phone: str) -> None:
    enter(client, phone)
    assert client.post("/sign-out").location == "/sign-in"
    assert client.get("/people").status_code == 303


def copied(client: FlaskClient) -> FlaskClient:
    """Another browser with a copy of this one's cookie."""
    cookie = client.get_cookie("session")
    assert cookie is not None
    other = client.application.test_client()
    other.set_cookie("session", cookie.value)
    return other


def test_signing_out_ends_a_copied_cookie_but_not_the_other_device(
    client: FlaskClient, phone: str
) -> None:
    phone_of_mine = client.application.test_client()
    enter(phone_of_mine, phone, device="true")
    enter(client, phone)
    copy = copied(client)
    assert copy.get("/me").status_code == 200
    client.post("/sign-out")
    assert copy.get("/me").location == "/sign-in?next=/me"
    assert copy.post("/me", data={"name": "谁"}).location == "/sign-in"
    assert phone_of_mine.get("/me").status_code == 200


def test_an_ended_session_is_forgotten_when_its_cookie_has_run_out(
    client: FlaskClient, db: Database, phone: str, clock: FixedClock
) -> None:
    enter(client, phone, device="true")
    copy = copied(client)
    client.post("/sign-out")
    running = Running(db)
    clock.move(days=29, hours=23)
    assert clean(running)["sessions"] == 0
    assert copy.get("/me").status_code == 303
    clock.move(hours=2)
    assert clean(running)["sessions"] == 1
    assert copy.get("/me").status_code == 303


def test_the_other_devices_are_signed_out_from_ones_own_page(
    client: FlaskClient, phone: str
) -> None:
    other = client.application.test_client()
    enter(other, phone)
    enter(client, phone, device="true")
    assert "在其他设备上退出" in client.get("/me").text
    assert client.post("/me/sign-out-elsewhere").location == "/me"
    assert client.get("/me").status_code == 200
    assert other.get("/me").status_code == 303
    with client.session_transaction() as session:
        assert session["device"] is True


def test_a_temporary_password_opens_nothing_but_its_own_change(
    client: FlaskClient, db: Database, phone: str
) -> None:
    with db.transaction(NOBODY) as work:
        user = find_user_by_phone(work, phone)
        assert user is not None
        row = seats_of_user(work, user.id)[0]
        unit = work.session.get_one(Unit, row.unit_id)
        _, admin = a_user(work, unit, Role.ADMIN)
        temporary = reset(work.as_actor(admin), row.id)
        assert temporary is not None
    assert enter(client, phone, temporary).status_code == 303
    for page in ("/me", "/people", "/today", "/joining", f"/units/{unit.id}"):
        assert client.get(page).location == "/me/password", page
    assert client.post("/me", data={"name": "谁"}).location == "/me/password"
    page = client.get("/me/password").text
    assert admin.label in page
    assert "2026-11-24" in page
    assert 'class="rail"' not in page
    same = client.post("/me/password", data={"old": temporary, "password": temporary})
    assert same.status_code == 422
    done = client.post("/me/password", data={"old": temporary, "password": "another horse 7"})
    assert done.location == "/me"
    assert client.get("/people").status_code == 200


def test_a_desk_forgets_after_two_idle_hours_and_an_own_phone_after_thirty_days(
    client: FlaskClient, phone: str, clock: FixedClock
) -> None:
    enter(client, phone)
    clock.move(hours=1, minutes=59)
    assert client.get("/people").status_code == 200
    clock.move(hours=2, minutes=1)
    assert client.get("/people").status_code == 303
    enter(client, phone, device="true")
    clock.move(days=29)
    assert client.get("/people").status_code == 200


def sent_code(db: Database, phone: str) -> str:
    with db.reading(SYSTEM) as work:
        rows = work.session.exec(select(Message).where(Message.to_phone == phone)).all()
        return str(rows[-1].payload["code"])


def test_a_forgotten_password_is_set_anew_by_code(
    client: FlaskClient, db: Database, phone: str
) -> None:
    answer = client.post("/forgot", data={"phone": phone})
    assert answer.location == f"/forgot/password?phone={phone}"
    assert f'value="{phone}"' in client.get(answer.location).text
    data = {"phone": phone, "code": "000000", "password": "another horse 7"}
    code = sent_code(db, phone)
    wrong = "000001" if code == "000000" else "000000"
    refused = client.post("/forgot/password", data=data | {"code": wrong})
    assert refused.status_code == 422
    done = client.post("/forgot/password", data=data | {"code": code})
    assert (done.status_code, done.location) == (303, "/")
    assert client.get("/people").status_code == 200
    client.post("/sign-out")
    assert enter(client, phone).status_code == 422
    assert enter(client, phone, "another horse 7").status_code == 303


def test_a_code_alone_lets_in_where_it_was_asked_for(
    client: FlaskClient, db: Database, phone: str
) -> None:
    answer = client.post("/forgot?enter=1", data={"phone": phone})
    assert answer.location == f"/sign-in/code?phone={phone}"
    done = client.post("/sign-in/code", data={"phone": phone, "code": sent_code(db, phone)})
    assert done.status_code == 303
    assert client.get("/people").status_code == 200


def test_an_unknown_phone_sees_the_same_pages(client: FlaskClient) -> None:
    answer = client.post("/forgot", data={"phone": "15999999999"})
    assert answer.location == "/forgot/password?phone=15999999999"


def test_a_changed_password_ends_other_sessions_but_not_this_one(
    client: FlaskClient, phone: str
) -> None:
    other = client.application.test_client()
    enter(client, phone)
    enter(other, phone)
    answer = client.post("/me/password", data={"old": PASSWORD, "password": "another horse 7"})
    assert answer.location == "/me"
    assert client.get("/me").status_code == 200
    assert other.get("/me").status_code == 303


def test_an_invitation_waits_on_the_own_page(client: FlaskClient, db: Database) -> None:
    with db.transaction(NOBODY) as work:
        _, boss = registered(work)
        unit = a_unit(work)
        came, _ = registered(work)
        _, admin = a_user(work, unit, Role.ADMIN)
        invite(work.as_actor(admin), unit.id, Invitation(phone=came.user.phone, role=Role.DRIVER))
        assert own_seats(work.as_actor(boss))
        phone = came.user.phone
    enter(client, phone)
    page = client.get("/joining")
    found = re.search(r'action="(/memberships/[^"]+/accept)"', page.text)
    assert found is not None
    assert client.post(found[1]).status_code == 303
    assert client.post(found[1]).status_code == 409


def test_a_name_that_is_too_long_is_told_in_characters(client: FlaskClient) -> None:
    answer = client.post("/register", data=workshop(name="长" * 121))
    assert answer.status_code == 422
    assert "最多写 120 个字" in answer.text
