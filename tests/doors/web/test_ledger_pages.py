"""The ledger in a browser: a month's tables, exports, and an import with its errors."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import col, select
from werkzeug.test import TestResponse

from tests.support.build import a_facility, a_site, a_unit, a_user, sign_in
from tests.support.counting import statements
from tests.support.ledger import a_produced_row, a_stored_row, a_unit_row, a_workbook
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.kernel.files import FileStore
from wastetrack.ledger.actions.import_batch import import_batch
from wastetrack.ledger.model import Import
from wastetrack.ledger.queries import waiting_imports
from wastetrack.ledger.shapes import sample_book
from wastetrack.ledger.terms import ImportState, Sheet
from wastetrack.parties.terms import UnitKind
from wastetrack.people.model import User

MOST = 8
GOOD = a_workbook(
    None, [a_produced_row(n) for n in range(1, 4)], [a_stored_row(n) for n in range(1, 4)]
)
BAD = a_workbook(None, [a_produced_row(1), a_produced_row(2, code="900-21-08")], None)


class Cast(NamedTuple):
    site: UUID
    operator: User
    driver: User
    officer: User


@pytest.fixture
def cast(db: Database) -> Cast:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, name="示例汽车修理厂")
        site = a_site(work, unit, name="修理车间")
        a_facility(work, site, code="TS001")
        bureau = a_unit(work, UnitKind.AUTHORITY, name="上虞分局")
        return Cast(
            site.id,
            a_user(work, unit, Role.OPERATOR)[0],
            a_user(work, unit, Role.DRIVER)[0],
            a_user(work, bureau, Role.OFFICER)[0],
        )


def enter(client: FlaskClient, user: User, clock: FixedClock) -> None:
    sign_in(client, user, clock.now().timestamp())


@pytest.fixture
def inside(client: FlaskClient, cast: Cast, clock: FixedClock) -> FlaskClient:
    """The operator's browser."""
    enter(client, cast.operator, clock)
    return client


def send(client: FlaskClient, content: bytes, name: str = "台账.xlsx", **data: str) -> TestResponse:
    return client.post("/ledger/imports/new", data={**data, "file": (BytesIO(content), name)})


def latest(db: Database) -> Import:
    with db.reading(SYSTEM) as work:
        return work.session.exec(select(Import).order_by(col(Import.id).desc()).limit(1)).one()


def test_a_unit_uploads_and_sees_the_rows(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    form = client.get("/ledger/imports/new").get_data(as_text=True)
    assert "导入到：修理车间" in form
    answer = send(client, GOOD, site_id=str(cast.site))
    assert answer.status_code == 303
    assert "新登记 6 行" in client.get(answer.location).get_data(as_text=True)
    page = client.get("/ledger?period=2026-10&sheet=b2").get_data(as_text=True)
    assert "HWRK20261002001" in page
    assert "0.182" in page
    assert latest(db).state is ImportState.DONE


def test_bad_rows_are_shown_and_come_back_as_a_workbook(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    answer = send(client, BAD, site_id=str(cast.site))
    page = client.get(answer.location).get_data(as_text=True)
    assert "B.1 产生 第 3 行" in page
    assert "没有导入" in page
    sheet = openpyxl.load_workbook(
        BytesIO(client.get(f"{answer.location}/errors.xlsx").get_data())
    ).worksheets[0]
    assert "900-21-08" in str(sheet.cell(3, sheet.max_column).value)
    client.post(f"{answer.location}/accept-good")
    assert (latest(db).state, latest(db).loaded) == (ImportState.DONE, 1)


UNREADABLE = {
    "csv": (b"a,b\n1,2", "台账.csv", "CSV"),
    "old xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "a.xls", ".xls"),
    "no rows": (a_workbook([], [], []), "a.xlsx", "没有一行数据"),
    "no file": (b"", "", "请选择要导入的文件"),
}


@pytest.mark.parametrize(("content", "name", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_told_beside_its_field(
    inside: FlaskClient, cast: Cast, content: bytes, name: str, said: str
) -> None:
    answer = send(inside, content, name, site_id=str(cast.site), accept_good="true")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert said in page
    assert 'id="f-file-error"' in page
    assert "checked" in page


def test_a_long_upload_shows_progress_and_goes_on_without_the_browser(
    client: FlaskClient, app: Flask, db: Database, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    long = a_workbook(None, [a_produced_row(n) for n in range(1, 303)], None)
    answer = send(client, long, site_id=str(cast.site))
    page = client.get(answer.location).get_data(as_text=True)
    assert f'hx-get="{answer.location}/progress"' in page
    files: FileStore = app.extensions["files"]
    with db.reading(SYSTEM) as work:
        (key,) = waiting_imports(work)
    for _ in range(3):
        db.write(SYSTEM, lambda work: import_batch(work, key, files))
    with db.reading(SYSTEM) as work:
        assert waiting_imports(work) == []
    assert latest(db).loaded == 302
    part = client.get(f"{answer.location}/progress").get_data(as_text=True)
    assert "hx-get" not in part
    assert answer.location in part


def test_an_upload_can_be_stopped(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    long = a_workbook(None, [a_produced_row(n) for n in range(1, 303)], None)
    answer = send(client, long, site_id=str(cast.site))
    client.post(f"{answer.location}/stop")
    assert latest(db).state is ImportState.STOPPED
    assert "已停止" in client.get(answer.location).get_data(as_text=True)


def test_a_driver_may_read_but_not_import(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.driver, clock)
    assert client.get("/ledger").status_code == 200
    assert client.get("/ledger/imports/new").status_code == 403
    assert send(client, GOOD, site_id=str(cast.site)).status_code == 403


def test_an_officer_imports_units_and_reads_any_ledger(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.officer, clock)
    answer = send(client, a_workbook([a_unit_row()], [a_produced_row(1)], [a_stored_row(1)]))
    assert "新登记 3 行" in client.get(answer.location).get_data(as_text=True)
    assert "先选一个单位" in client.get("/ledger").get_data(as_text=True)
    assert client.get(f"/ledger?site={cast.site}").status_code == 200
    assert latest(db).by_user_id == cast.officer.id


@pytest.mark.parametrize("sheet", ["b1", "b2", "b3", "b4", "b5"])
def test_every_table_costs_few_statements_and_exports(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock, sheet: str
) -> None:
    enter(client, cast.operator, clock)
    send(client, GOOD, site_id=str(cast.site))
    where = f"site={cast.site}&period=2026-10&sheet={sheet}"
    client.get(f"/ledger?{where}")
    with statements(db.engine) as seen:
        assert client.get(f"/ledger?{where}").status_code == 200
    assert len(seen) <= MOST
    answer = client.get(f"/ledger/export.xlsx?{where}")
    page = openpyxl.load_workbook(BytesIO(answer.get_data())).worksheets[0]
    assert page.max_row == (4 if sheet in {"b1", "b2"} else 1)


def test_the_example_for_one_s_own_site_can_be_imported_as_it_is(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    content = client.get("/ledger/sample.xlsx").get_data()
    assert content != sample_book(date(2026, 11, 24))
    answer = send(client, content, site_id=str(cast.site))
    assert "没有变化 1 行" in client.get(answer.location).get_data(as_text=True)
    assert latest(db).state is ImportState.DONE
    template = client.get("/ledger/template.xlsx")
    assert openpyxl.load_workbook(BytesIO(template.get_data())).sheetnames[1:] == [
        "单位",
        "B.1 产生",
        "B.2 入库",
    ]


@pytest.mark.parametrize(
    "query", ["period=2026-13", "period=x", "from=x&to=y", "sheet=b9", "after=%00", "site=1"]
)
def test_a_bent_address_shows_the_usual_page(
    client: FlaskClient, cast: Cast, clock: FixedClock, query: str
) -> None:
    enter(client, cast.operator, clock)
    assert client.get(f"/ledger?{query}").status_code == 200


def test_english_readers_get_english_sentences(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    client.post("/settings/lang", data={"lang": "en"})
    answer = send(client, BAD, site_id=str(cast.site))
    page = client.get(answer.location).get_data(as_text=True)
    assert "Nothing was loaded" in page
    assert Sheet.PRODUCED.value not in page.split("<main")[0]


def test_files_of_imports_lie_in_the_store(
    client: FlaskClient, app: Flask, cast: Cast, clock: FixedClock, tmp_path: Path
) -> None:
    enter(client, cast.operator, clock)
    send(client, GOOD, site_id=str(cast.site))
    files: FileStore = app.extensions["files"]
    assert sum(path.is_file() for path in files.folder.rglob("*")) == 1
