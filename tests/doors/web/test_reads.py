"""The access log: which reads are kept, of whom, and who may look at it."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select, text

from tests.conftest import NOW
from tests.support.build import a_site, a_unit, a_user, sign_in
from wastetrack.audit.looks import Look
from wastetrack.audit.model import AccessLog
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.parties.model import Unit
from wastetrack.parties.terms import UnitKind
from wastetrack.people.model import User


class Town:
    """A workshop, another one, and the bureau's people."""

    def __init__(self, database: Database) -> None:
        with database.transaction(SYSTEM) as work:
            self.unit, self.other = a_unit(work), a_unit(work)
            self.site = a_site(work, self.unit)
            bureau = a_unit(work, UnitKind.AUTHORITY)
            self.people: dict[str, User] = {
                "admin": a_user(work, self.unit, Role.ADMIN)[0],
                "worker": a_user(work, self.unit, Role.OPERATOR)[0],
                "neighbour": a_user(work, self.other, Role.ADMIN)[0],
                "officer": a_user(work, bureau, Role.OFFICER)[0],
                "auditor": a_user(work, bureau, Role.AUDITOR)[0],
            }


@pytest.fixture
def town(db: Database) -> Town:
    return Town(db)


def as_(app: Flask, town: Town, who: str) -> FlaskClient:
    client = app.test_client()
    sign_in(client, town.people[who], NOW.timestamp())
    return client


def rows(database: Database) -> list[tuple[Look, UUID | None, UUID | None, str]]:
    with database.reading(SYSTEM) as work:
        found = work.session.exec(select(AccessLog).order_by(col(AccessLog.id)))
        return [(row.what, row.actor_id, row.unit_id, row.page) for row in found]


def test_the_bureaus_look_at_a_unit_is_kept_and_the_units_own_is_not(
    app: Flask, db: Database, town: Town
) -> None:
    unit, site = f"/units/{town.unit.id}", f"/sites/{town.site.id}"
    for who in ("admin", "officer"):
        client = as_(app, town, who)
        assert client.get(unit).status_code == client.get(site).status_code == 200
    officer = town.people["officer"].id
    assert rows(db) == [
        (Look.UNIT, officer, town.unit.id, unit),
        (Look.UNIT, officer, town.unit.id, site),
    ]


@pytest.mark.parametrize(
    ("page", "look"),
    [
        ("/units/{unit}/people", Look.PEOPLE),
        ("/units/{unit}/fleet", Look.PEOPLE),
        ("/units/{unit}/history", Look.HISTORY),
        ("/ledger/export.xlsx?site={site}&month=2026-11", Look.EXPORT),
    ],
)
def test_lists_of_people_histories_and_workbooks_are_kept_of_everybody(
    app: Flask, db: Database, town: Town, page: str, look: Look
) -> None:
    there = page.format(unit=town.unit.id, site=town.site.id)
    for who in ("admin", "officer"):
        assert as_(app, town, who).get(there).status_code == 200
    people = town.people["admin"].id, town.people["officer"].id
    assert rows(db) == [(look, who, town.unit.id, there) for who in people]


def test_what_was_not_shown_is_not_kept(app: Flask, db: Database, town: Town) -> None:
    neighbour = as_(app, town, "neighbour")
    for page in ("", "/people", "/history"):
        assert neighbour.get(f"/units/{town.unit.id}{page}").status_code == 404
    assert app.test_client().get(f"/units/{town.unit.id}").status_code == 303
    assert neighbour.get(f"/units/{town.other.id}/people").status_code == 200
    assert [row[2] for row in rows(db)] == [town.other.id]


def test_the_auditor_reads_the_log_and_an_admin_who_looked_at_the_unit(
    app: Flask, town: Town
) -> None:
    as_(app, town, "officer").get(f"/units/{town.unit.id}")
    as_(app, town, "officer").get(f"/units/{town.other.id}/people")
    everything = as_(app, town, "auditor").get("/reads").text
    assert f"/units/{town.unit.id}" in everything
    assert f"/units/{town.other.id}/people" in everything
    mine = as_(app, town, "admin")
    assert "谁看过本单位" in mine.get(f"/units/{town.unit.id}").text
    shown = mine.get("/reads").text
    assert f"/units/{town.unit.id}" in shown
    assert str(town.other.id) not in shown
    hidden = mine.get(f"/reads?unit={town.other.id}").text
    assert f"/units/{town.other.id}/people" not in hidden
    for who in ("worker", "officer"):
        assert as_(app, town, who).get("/reads").status_code == 403


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("what=unit", True),
        ("what=people", False),
        ("who=经办人", True),
        ("who=%25", False),
        ("from=2026-11-24&to=2026-11-24", True),
        ("from=2026-11-25", False),
        ("to=2026-11-23", False),
        ("from=0001-01-01&to=9999-12-31&what=x&unit=x&after=x", True),
    ],
)
def test_the_log_is_narrowed_by_what_who_and_day(
    app: Flask, town: Town, asked: str, *, there: bool
) -> None:
    page = f"/units/{town.unit.id}"
    as_(app, town, "officer").get(page)
    shown = as_(app, town, "auditor").get(f"/reads?{asked}").text
    assert (f'href="{page}"' in shown) is there


def test_nothing_in_the_log_is_changed_or_deleted(app: Flask, db: Database, town: Town) -> None:
    as_(app, town, "officer").get(f"/units/{town.unit.id}")
    for statement in ("UPDATE access_log SET page = '/'", "DELETE FROM access_log"):
        with pytest.raises(DBAPIError), db.engine.begin() as connection:
            connection.execute(text(statement))
    assert len(rows(db)) == 1


def test_the_unit_is_named_in_the_log(app: Flask, db: Database, town: Town) -> None:
    as_(app, town, "officer").get(f"/units/{town.unit.id}")
    with db.reading(SYSTEM) as work:
        unit = work.session.get_one(Unit, town.unit.id)
    assert unit.name in as_(app, town, "auditor").get("/reads").text
