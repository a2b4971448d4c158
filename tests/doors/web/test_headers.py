"""What stands around every answer: headers, cookies, sessions that end, forms that were not ours."""

import dataclasses
from http.cookies import Morsel, SimpleCookie
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlmodel import select
from werkzeug.test import TestResponse

from config import Settings
from tests.support.build import a_unit, a_user, sign_in
from tests.support.parties import registered
from wastetrack.app import create_app
from wastetrack.kernel.actor import NOBODY, SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect
from wastetrack.outbox.model import Submission
from wastetrack.people.model import User

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
MISSING = "/containers/00000000-0000-0000-0000-000000000000"


@pytest.fixture
def db(sqlite_db: Database) -> Database:
    """Headers do not depend on the database."""
    return sqlite_db


@pytest.fixture
def user(db: Database) -> User:
    with db.transaction(SYSTEM) as work:
        return a_user(work, a_unit(work), Role.ADMIN)[0]


@pytest.fixture
def signed(client: FlaskClient, user: User, clock: FixedClock) -> FlaskClient:
    sign_in(client, user, clock.now().timestamp())
    return client


def made(db: Database, settings: Settings, clock: FixedClock, base: str) -> Flask:
    return create_app(dataclasses.replace(settings, base_url=base), clock=clock, database=db)


def answers(app: Flask, client: FlaskClient) -> dict[str, TestResponse]:
    """One answer of every sort."""

    def broken() -> str:
        raise RuntimeError("a fault of ours")

    app.add_url_rule("/broken", "broken", broken)
    app.config["TESTING"] = False
    large = {"file": (BytesIO(b"0" * 13 * 1024 * 1024), "large.pdf")}
    return {
        "200 page": client.get("/today"),
        "200 text": client.get("/healthz"),
        "200 static": client.get("/static/css/base.css"),
        "303 elsewhere": client.get("/"),
        "404 static": client.get("/static/css/none.css"),
        "404 address": client.get("/no/such/page"),
        "404 record": client.get(MISSING),
        "405 method": client.put("/today"),
        "413 too large": client.post("/contracts/new", data=large),
        "422 form": client.post("/me", data={"name": ""}),
        "500 ours": client.get("/broken"),
    }


def test_every_answer_carries_the_headers_also_errors_and_static(
    app: Flask, signed: FlaskClient
) -> None:
    for told, answer in answers(app, signed).items():
        assert answer.status_code == int(told[:3]), told
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy, told
        assert "frame-ancestors 'none'" in policy, told
        assert not {"unsafe-inline", "unsafe-eval", "http:", "https:", "*"} & set(policy.split())
        assert "'unsafe" not in policy, told
        assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS, told
        stored = "max-age" if told == "200 static" else "no-store"
        assert stored in answer.headers["Cache-Control"], told
        assert "Strict-Transport-Security" not in answer.headers, told


def test_every_answer_that_says_no_says_it_in_words_and_none_shows_our_inside(
    app: Flask, signed: FlaskClient
) -> None:
    for told, answer in answers(app, signed).items():
        if int(told[:3]) >= 400:
            assert any(
                s in answer.text for s in ("没有找到", "没有提交", "文件太大", "服务器出了差错")
            ), told
        for inside in ("Traceback", "a fault of ours", "sqlalchemy", "werkzeug", ".py"):
            assert inside not in answer.text, told


def test_a_lost_database_is_told_in_two_languages(
    settings: Settings, clock: FixedClock, tmp_path: Path
) -> None:
    gone = Database(connect(f"sqlite:///{tmp_path / 'no' / 'such.db'}"), clock)
    client = create_app(settings, clock=clock, database=gone).test_client()
    answer = client.get("/sign-in")
    assert answer.status_code in {200, 500}
    someone = User(id=UUID(int=7), created_at=clock.now(), phone="", name="", password_hash="")
    sign_in(client, someone, clock.now().timestamp())
    answer = client.get("/today")
    assert answer.status_code == 500
    assert "请过几分钟再试" in answer.text
    assert "try again" in answer.text
    assert "Content-Security-Policy" in answer.headers


def cookies(answer: TestResponse) -> dict[str, "Morsel[str]"]:
    found: dict[str, Morsel[str]] = {}
    for line in answer.headers.getlist("Set-Cookie"):
        found.update(SimpleCookie(line).items())
    return found


@pytest.mark.parametrize(
    ("base", "secure"), [("http://127.0.0.1:8000", False), ("https://wastetrack.example", True)]
)
def test_cookies_are_hidden_from_script_and_secure_where_the_address_is(
    db: Database, settings: Settings, clock: FixedClock, base: str, *, secure: bool
) -> None:
    with db.transaction(NOBODY) as work:
        phone = registered(work)[0].user.phone
    app = made(db, settings, clock, base)
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    data = {"phone": phone, "password": "correct horse battery"}
    entered = client.post("/sign-in", data=data, base_url=base)
    kept = cookies(entered) | cookies(client.post("/settings/lang", base_url=base))
    kept |= cookies(client.post("/settings/size", base_url=base))
    assert set(kept) == {"session", "lang", "size"}
    for cookie in kept.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert bool(cookie["secure"]) is secure
    assert ("Strict-Transport-Security" in entered.headers) is secure


def test_a_form_that_was_not_ours_changes_nothing_and_says_what_to_do(
    db: Database, settings: Settings, clock: FixedClock, user: User
) -> None:
    app = made(db, settings, clock, settings.base_url)
    client = app.test_client()
    sign_in(client, user, clock.now().timestamp())
    for token in ({}, {"csrf_token": "forged"}):
        answer = client.post("/me", data={"name": "别人", "nonce": "n1"} | token)
        assert answer.status_code == 400
        assert "请返回刷新后再提交" in answer.text
    with db.reading(SYSTEM) as work:
        row = work.session.get(User, user.id)
        assert row is not None
        assert row.name == "经办人"
        assert work.session.exec(select(Submission)).all() == []


def test_no_form_is_taken_without_its_token(
    db: Database, settings: Settings, clock: FixedClock, user: User
) -> None:
    app = made(db, settings, clock, settings.base_url)
    client = app.test_client()
    sign_in(client, user, clock.now().timestamp())
    id_ = MISSING.rpartition("/")[2]
    adapter = app.url_map.bind("127.0.0.1")
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()):
            values = dict.fromkeys(rule.arguments, id_)
            path = adapter.build(rule.endpoint, values, method="POST")
            assert client.post(path).status_code == 400, rule.rule


def change(db: Database, what: str) -> None:
    with db.engine.begin() as connection:
        connection.execute(text(f"UPDATE person SET {what}"))


def test_a_raised_epoch_a_stopped_account_and_a_forged_cookie_end_the_session(
    app: Flask, db: Database, user: User, clock: FixedClock
) -> None:
    def fresh() -> FlaskClient:
        client = app.test_client()
        sign_in(client, user, clock.now().timestamp())
        assert client.get("/me").status_code == 200
        return client

    old, forged = fresh(), fresh()
    cookie = forged.get_cookie("session")
    assert cookie is not None
    forged.set_cookie("session", cookie.value[:-2] + "xx")
    assert forged.get("/me").location == "/sign-in?next=/me"
    change(db, "session_epoch = 1")
    assert old.get("/me").location == "/sign-in?next=/me"
    user.session_epoch = 1
    stopped = fresh()
    change(db, "active = false")
    assert stopped.get("/me").location == "/sign-in?next=/me"


def test_a_desk_that_is_used_now_and_then_is_not_signed_out(
    signed: FlaskClient, clock: FixedClock
) -> None:
    for _ in range(5):
        clock.move(hours=1, minutes=50)
        assert signed.get("/me").status_code == 200
    clock.move(hours=2, seconds=1)
    assert signed.get("/me").status_code == 303


@pytest.mark.parametrize(
    "there",
    ["https://example.org/", "//example.org", "/\\example.org", "\\\\example.org", "javascript:x",
     "/x%0d%0aSet-Cookie:a=b", "http:example.org", "%2f%2fexample.org", "/%09/example.org"],
)  # fmt: skip
def test_signing_in_leads_to_an_address_of_ours(
    client: FlaskClient, db: Database, there: str
) -> None:
    with db.transaction(NOBODY) as work:
        phone = registered(work)[0].user.phone
    data = {"phone": phone, "password": "correct horse battery"}
    answer = client.post(f"/sign-in?next={there}", data=data)
    assert answer.status_code == 303
    assert answer.location.startswith("/")
    assert not answer.location.startswith(("//", "/\\", "/%09", "/\t"))
    assert "a" not in cookies(answer)


def test_a_page_that_came_from_another_host_is_not_where_one_goes_back_to(
    client: FlaskClient,
) -> None:
    answer = client.post("/settings/lang", headers={"Referer": "https://example.org/x"})
    assert answer.location == "/"
