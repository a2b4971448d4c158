"""Amending a container in the browser: asked for with a file, decided by an officer from it."""

import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import NOW
from tests.doors.web.test_containers import Yard
from tests.support.build import a_unit, a_user, sign_in
from tests.support.containers import a_drum
from tests.support.counting import statements
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Content
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.parties.terms import UnitKind
from wastetrack.people.model import User

SHEET = b"%PDF-1.7 weighing sheet"


@pytest.fixture
def yard(db: Database) -> Yard:
    with db.transaction(SYSTEM) as work:
        return Yard(work)


@pytest.fixture
def officer(db: Database) -> User:
    with db.transaction(SYSTEM) as work:
        return a_user(work, a_unit(work, UnitKind.AUTHORITY), Role.OFFICER)[0]


def signed(app: Flask, user: User) -> FlaskClient:
    client = app.test_client()
    sign_in(client, user, NOW.timestamp())
    return client


def asked(client: FlaskClient, yard: Yard) -> str:
    """The address of a proposal to void the drum."""
    form = {"reason": "登记错了", "file_sha256": (io.BytesIO(SHEET), "称重单.pdf")}
    address = f"/containers/{yard.drum.id}"
    assert client.post(f"{address}/void", data=form).status_code == 303
    found = re.search(r"/amendments/[0-9a-f-]{36}", client.get(address).text)
    assert found is not None
    return found.group()


def content(db: Database, yard: Yard) -> Content:
    with db.reading(SYSTEM) as work:
        row = work.session.get(Container, yard.drum.id)
        assert row is not None
        return row.content


def test_a_weighed_drum_is_not_voided_by_a_sentence_alone(
    app: Flask, db: Database, yard: Yard
) -> None:
    client = signed(app, yard.user)
    typed = {"reason": "登记错了", "file_sha256": "a" * 64}
    answer = client.post(f"/containers/{yard.drum.id}/void", data=typed)
    assert answer.status_code == 422
    assert "请附上证明文件" in answer.text
    assert content(db, yard) is Content.SEALED


def test_an_officer_reads_the_file_and_approves(
    app: Flask, db: Database, yard: Yard, officer: User
) -> None:
    page = asked(signed(app, yard.user), yard)
    assert content(db, yard) is Content.SEALED
    desk = signed(app, officer)
    assert page in desk.get("/approvals").text
    assert "登记错了" in desk.get(page).text
    assert desk.get(f"{page}/file").data == SHEET
    assert desk.post(f"{page}/approve").status_code == 303
    assert content(db, yard) is Content.VOID
    assert page not in desk.get("/approvals").text


def test_what_is_returned_tells_its_holder_why(app: Flask, yard: Yard, officer: User) -> None:
    client = signed(app, yard.user)
    page = asked(client, yard)
    reason = {"reason": "桶还在贮存点"}
    assert signed(app, officer).post(f"{page}/return", data=reason).status_code == 303
    assert "桶还在贮存点" in client.get(page).text


def test_its_holder_does_not_decide_and_a_stranger_does_not_see_it(app: Flask, yard: Yard) -> None:
    client = signed(app, yard.user)
    page = asked(client, yard)
    assert f"{page}/approve" not in client.get(page).text
    assert client.post(f"{page}/approve").status_code == 404
    stranger = signed(app, yard.stranger)
    for path in (page, f"{page}/file"):
        assert stranger.get(path).status_code == 404


def test_the_pages_cost_at_most_eight_statements(
    app: Flask, db: Database, yard: Yard, officer: User
) -> None:
    page = asked(signed(app, yard.user), yard)
    with db.transaction(SYSTEM) as work:
        a_drum(work, yard.shop)
    desk = signed(app, officer)
    for path in ("/approvals", page, f"/containers/{yard.drum.id}"):
        desk.get(path)
        with statements(db.engine) as told:
            assert desk.get(path).status_code == 200
        assert len(told) <= 8, told
