"""Registers, exports, general waste, the desk and the one-page sheets, as a browser without script sees them."""

import re
from io import BytesIO
from typing import NamedTuple
from uuid import UUID

import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.rooms.ledger.test_balance import drum, shipped
from tests.support.build import a_unit, a_user, sign_in
from tests.support.containers import Workshop
from wastetrack.audit.trail import record
from wastetrack.jobs.exports import carry_exports
from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.ledger.rules import LAYOUTS
from wastetrack.ledger.terms import Sheet
from wastetrack.parties.terms import ManagementClass, UnitKind
from wastetrack.people.model import User
from wastetrack.reports.rules import declaration as form
from wastetrack.web import ledger


class Cast(NamedTuple):
    site: UUID
    unit: UUID
    code: str
    operator: User
    reader: User
    officer: User
    stranger: User


@pytest.fixture
def cast(db: Database, clock: FixedClock) -> Cast:
    """A key site with a drum in store, one of October on the road, and those who look at it."""
    clock.move(days=-92)
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work, name="示例汽车修理厂")
        shop.site.management_class = ManagementClass.KEY
        record(work, "unit.classify", shop.site, site_id=shop.site.id)
        work.session.flush()
        bureau = a_unit(work, UnitKind.AUTHORITY, name="上虞分局")
        made = Cast(
            shop.site.id,
            shop.unit.id,
            shop.unit.credit_code,
            a_user(work, shop.unit, Role.OPERATOR)[0],
            a_user(work, shop.unit, Role.READER)[0],
            a_user(work, bureau, Role.OFFICER)[0],
            a_user(work, a_unit(work), Role.ADMIN)[0],
        )
    clock.move(days=92)
    with db.transaction(SYSTEM) as work:
        drum(work, shop, 11, 5, "50")
        shipped(work, shop, accepted=None)
    return made


def enter(client: FlaskClient, user: User, clock: FixedClock) -> FlaskClient:
    sign_in(client, user, clock.now().timestamp())
    return client


def titles(page: str) -> list[str]:
    return re.findall(r'<th role="columnheader" scope="col"[^>]*>([^<]*)</th>', page)


@pytest.mark.parametrize("sheet", ["b1", "b2", "b3", "b4", "b5"])
def test_the_screen_and_the_workbook_have_the_columns_of_the_standard_in_order(
    client: FlaskClient, cast: Cast, clock: FixedClock, sheet: str
) -> None:
    enter(client, cast.operator, clock)
    wanted = [c.title for c in LAYOUTS[Sheet(sheet)] if not c.extra]
    where = f"period=2026-11&sheet={sheet}"
    page = client.get(f"/ledger?{where}").get_data(as_text=True)
    if sheet in {"b1", "b2", "b3"}:
        assert titles(page)[-len(wanted) :] == wanted
    book = openpyxl.load_workbook(BytesIO(client.get(f"/ledger/export.xlsx?{where}").data))
    assert [cell.value for cell in book.worksheets[0][1]][: len(wanted)] == wanted
    assert client.get(f"/ledger/ledger.pdf?{where}").data.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("period=2026-Q4", "2026 年第 4 季度"),
        ("period=2026", "2026 年"),
        ("from=2026-11-01&to=2026-11-20", "2026-11-01 至 2026-11-20"),
        ("period=x", "2026 年 11 月"),
        ("from=2026-11-20&to=2026-11-01", "2026 年 11 月"),
    ],
)
def test_any_period_may_be_asked_for(
    client: FlaskClient, cast: Cast, clock: FixedClock, query: str, said: str
) -> None:
    enter(client, cast.operator, clock)
    assert said in client.get(f"/ledger?{query}").get_data(as_text=True)
    assert said in client.get(f"/ledger/report?{query}").get_data(as_text=True)


def test_a_declaration_shows_the_difference_and_what_it_is_made_of(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    page = client.get("/ledger/report?period=2026-11").get_data(as_text=True)
    assert "差额照实显示" in page
    assert "本期启运，期末尚未被接受" in page
    assert "-0.100 t" in page
    book = openpyxl.load_workbook(BytesIO(client.get("/ledger/report.xlsx?period=2026-11").data))
    assert book.sheetnames == ["C.1 月度报告", "收支校核", "差额明细"]
    assert [c.value for c in book.worksheets[0][1]] == [c.title for c in form.COLUMNS]
    assert client.get("/ledger/report.pdf?period=2026-11").data.startswith(b"%PDF-")


def test_an_officer_reads_any_sites_registers_and_a_stranger_none(
    client: FlaskClient, app: Flask, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.officer, clock)
    other = enter(app.test_client(), cast.stranger, clock)
    for address in (
        f"/ledger?site={cast.site}",
        f"/ledger/report?site={cast.site}",
        f"/ledger/report.pdf?site={cast.site}",
        f"/ledger/book?site={cast.site}",
        f"/ledger/book.xlsx?site={cast.site}",
        f"/solids?site={cast.site}",
        f"/declarations/sites/{cast.site}",
        f"/units/{cast.unit}/inspection.pdf",
    ):
        assert client.get(address).status_code == 200, address
        assert other.get(address).status_code == 404, address


def test_an_export_survives_a_closed_browser_and_comes_with_its_hash(
    app: Flask, db: Database, cast: Cast, clock: FixedClock
) -> None:
    first = enter(app.test_client(), cast.operator, clock)
    assert "后台导出" in first.get("/exports").get_data(as_text=True)
    sent = {"kind": "b1", "period": "2026", "site_id": str(cast.site)}
    where = first.post("/exports", data=sent).location
    assert "正在写文件" in first.get(where).get_data(as_text=True)
    assert first.get(f"{where}/file").status_code == 404
    files = app.extensions["files"]
    carry_exports(Running(db, files=files), "worker")
    again = enter(app.test_client(), cast.operator, clock)  # another day, another browser
    assert where in again.get("/exports").get_data(as_text=True)
    page = again.get(where).get_data(as_text=True)
    assert "文件写好了：2 行。保留到 2026-12-24。" in page
    assert re.search(r"[0-9a-f]{64}", page)
    answer = again.get(f"{where}/file")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    book = openpyxl.load_workbook(BytesIO(answer.data))
    assert book.worksheets[0].max_row == 3
    stranger = enter(app.test_client(), cast.stranger, clock)
    assert stranger.get(f"{where}/file").status_code == 404


def test_a_paper_too_long_for_a_request_leads_to_the_form_filled_in(
    client: FlaskClient, cast: Cast, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "PAPER_MOST", 1)
    enter(client, cast.operator, clock)
    kept = f"site={cast.site}&period=2026"
    for address, kind in (
        (f"/ledger/ledger.pdf?{kept}&sheet=b1", "b1"),
        (f"/ledger/book.pdf?{kept}", "book"),
    ):
        answer = client.get(address, follow_redirects=True)
        if kind == "book" and answer.mimetype == "application/pdf":
            continue  # a producer's book is short
        page = answer.get_data(as_text=True)
        assert "由后台写成 PDF" in page
        assert re.search(rf'<option value="{kind}" selected', page)
        assert re.search(r'name="on_paper"[^>]*checked', page)


def test_a_period_that_is_none_is_told_beside_its_field(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    sent = {"kind": "b1", "period": "2026-13", "site_id": str(cast.site)}
    answer = client.post("/exports", data=sent)
    assert answer.status_code == 422
    assert "“2026-13”不是期间" in answer.get_data(as_text=True)


def test_general_waste_is_entered_shown_and_voided(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    assert "废物种类" in client.get("/solids/new/produced").get_data(as_text=True)
    sent = {
        "site_id": str(cast.site), "code": "SW17", "name": "废边角料", "on": "2026-11-05",
        "grams": "1.5", "handled_by": "车间",
    }  # fmt: skip
    where = client.post("/solids/new/produced", data=sent).location
    page = client.get(where).get_data(as_text=True)
    assert "CS20261105001" in page
    assert "待确认" in page
    assert "1.500 t" in page
    bad = client.post("/solids/new/produced", data=sent | {"code": "SW50", "on": "2026-12-01"})
    assert bad.status_code == 422
    assert "目录里没有这个种类" in bad.get_data(as_text=True)
    found = re.search(r"/solids/([0-9a-f-]{36})", page)
    assert found is not None
    client.post(f"{found[0]}/void", data={"reason": "重复登记"})
    assert "已作废：重复登记" in client.get(found[0]).get_data(as_text=True)
    assert client.get("/solids/export.xlsx?period=2026-11").status_code == 200
    assert client.get("/solids/solids.pdf?period=2026-11").data.startswith(b"%PDF-")


def test_the_desk_takes_a_receipt_and_then_its_amendment(
    app: Flask, client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.operator, clock)
    desk = f"/declarations/sites/{cast.site}"
    page = client.get("/declarations").get_data(as_text=True)
    assert "未申报，已晚 9 天" in page
    assert f"/ledger/report.xlsx?site={cast.site}&amp;period=2026-10" in page
    filing = f"{desk}/RPT/2026-10"
    assert "记下回执" in client.get(filing).get_data(as_text=True)
    client.post(f"{filing}/file", data={"number": "HZ-1", "filed_on": "2026-11-14"})
    assert "按时申报" in client.get(desk).get_data(as_text=True)
    assert "原来的回执保留" in client.get(filing).get_data(as_text=True)
    sent = {"number": "HZ-2", "filed_on": "2026-11-20", "reason": "委外量少报"}
    client.post(f"{filing}/amend", data=sent)
    page = client.get(desk).get_data(as_text=True)
    assert page.index("HZ-1") < page.index("HZ-2") < page.index("委外量少报")
    early = client.post(f"{filing}/amend", data=sent | {"filed_on": "2026-11-01"})
    assert early.status_code == 422
    officer = enter(app.test_client(), cast.officer, clock)
    seen = officer.get(desk).get_data(as_text=True)
    assert "HZ-2" in seen
    assert "登记更正" not in seen
    assert officer.get(filing).status_code == 403
    assert officer.post(f"{filing}/amend", data=sent).status_code == 403


def test_the_symbol_of_an_inspection_sheet_leads_to_the_unit(
    app: Flask, client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    assert "/sign-in" in client.get(f"/U/{cast.code}").location
    enter(client, cast.officer, clock)
    assert client.get(f"/U/{cast.code}").location == f"/units/{cast.unit}"
    stranger = enter(app.test_client(), cast.stranger, clock)
    assert stranger.get(f"/U/{cast.code}").status_code == 404
    assert stranger.get("/U/91330604000000000X").status_code == 404


def test_the_daily_brief_is_the_bureaus(
    app: Flask, client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    enter(client, cast.officer, clock)
    assert client.get("/oversight/brief.pdf").data.startswith(b"%PDF-")
    producer = enter(app.test_client(), cast.operator, clock)
    assert producer.get("/oversight/brief.pdf").status_code in {403, 404}
