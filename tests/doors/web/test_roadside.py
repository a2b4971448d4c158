"""The roadside check through HTTP: no account, nothing of persons, every look kept, each fault told."""

import re
from datetime import timedelta

import pytest
import zxingcpp
from flask import Flask
from sqlmodel import col, select

from tests.conftest import NOW
from tests.doors.web.test_manifest_pages import MOST, Office
from tests.paper.sheets import page_texts, pictures
from tests.support.counting import statements
from wastetrack.audit.looks import Look
from wastetrack.audit.model import AccessLog
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.manifests.actions.annul import annul
from wastetrack.manifests.actions.void import void
from wastetrack.manifests.inputs import ReasonGiven, VoidManifest
from wastetrack.manifests.model import Haul, Manifest
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Crew


def scan(office: Office) -> tuple[str, str]:
    """The path in the symbol of the printed form, and the words of the form."""
    pdf = office.as_(office.producer).get(f"/manifests/{office.id}/form.pdf").data
    (found,) = zxingcpp.read_barcodes(pictures(pdf, 150)[0])
    return found.text.removeprefix("HTTP://127.0.0.1:8000"), page_texts(pdf)[0]


def looks(db: Database) -> list[AccessLog]:
    with db.reading(SYSTEM) as work:
        found = work.session.exec(select(AccessLog).order_by(col(AccessLog.id))).all()
        return [row for row in found if row.actor_id is None]


@pytest.fixture
def office(db: Database, app: Flask) -> Office:
    return Office(db, app, State.IN_TRANSIT)


def test_an_inspector_without_account_sees_what_he_compares(office: Office, app: Flask) -> None:
    path, paper = scan(office)
    assert "路检码至2026-11-26" in paper
    answer = app.test_client().get(path)
    assert answer.status_code == 200
    with office.db.reading(SYSTEM) as work:
        m = work.session.get(Manifest, office.id)
        assert m is not None
        haul = work.session.exec(select(Haul)).one()
        crew = work.session.exec(select(Crew)).all()
        hidden = [haul.driver_phone, m.consignor_phone, *(c.phone for c in crew)]
        shown = [
            *(str(m.national_no), m.reference, "示例运输队", "示例处置厂", haul.plate),
            *(haul.waybill_no, "900-214-08", "364.8 kg", haul.start_place, haul.end_place),
            *(c.qualification_no for c in crew),
        ]
    assert "联单有效，货物在途" in answer.text
    for word in shown:
        assert word in answer.text, word
    for word in hidden:
        assert not word or word not in answer.text, word
    assert "合同" not in answer.text


def test_the_fingerprint_on_the_page_is_the_one_on_the_paper(office: Office, app: Flask) -> None:
    path, paper = scan(office)
    (printed,) = re.findall(r"数据指纹([0-9a-f]{16})", paper)
    text = app.test_client().get(path).text
    spaced = "".join(f"<span>{printed[at : at + 4]}</span>" for at in range(0, 16, 4))
    assert spaced in text
    assert "打印以后没有变动" in text
    sent = {"gross_g": "9000"}
    arrived = office.as_(office.disposer).post(f"/manifests/{office.id}/arrive", data=sent)
    assert arrived.status_code == 303
    later = app.test_client().get(path).text
    assert spaced in later
    assert "打印以后有变动" in later


def test_every_look_is_kept_without_the_token(office: Office, app: Flask) -> None:
    path, _ = scan(office)
    client = app.test_client()
    token = path.rsplit("/", 1)[1]
    client.get(path)
    client.get(path[:-20] + "A" * 20)
    client.get("/ROADSIDE/ABC")
    kept = looks(office.db)
    assert [row.what for row in kept] == [Look.FILE, Look.FILE]
    assert kept[0].subject_id == office.id
    assert kept[0].unit_id == office.cast.shop.unit.id
    assert kept[0].page == f"/manifests/{office.id}?roadside=genuine"
    assert kept[1].subject_id is None
    assert not any(token in row.page for row in kept)


def test_expired_forged_and_unknown_are_told_apart(office: Office, app: Flask) -> None:
    path, _ = scan(office)
    client = app.test_client()
    with_fault = path[:-20] + "A" * 20
    answers = {
        "伪造的或被改动过": client.get(with_fault),
        "不是本系统的路检二维码": client.get(path[:-1]),
    }
    clock = office.db.clock
    assert isinstance(clock, FixedClock)
    clock.move(days=3)
    answers["过期"] = client.get(path)
    clock.move(days=-3)
    for word, answer in answers.items():
        assert answer.status_code == 404
        assert word in answer.text
        assert "900-214-08" not in answer.text
    assert [row.page.rsplit("=", 1)[-1] for row in looks(office.db)][-1] == "expired"


def test_a_genuine_symbol_of_a_manifest_that_is_gone_says_so(office: Office, app: Flask) -> None:
    passes = app.extensions["roadside"]
    with office.db.reading(SYSTEM) as work:
        text = passes.text(work.new_id(), NOW + timedelta(hours=1), "0" * 16)
    answer = app.test_client().get(text.removeprefix("HTTP://127.0.0.1:8000"))
    assert answer.status_code == 404
    assert "没有对应的联单" in answer.text


def test_an_annulled_one_is_told_as_void(office: Office, app: Flask) -> None:
    path, _ = scan(office)
    with office.db.transaction(SYSTEM) as work:
        reason = ReasonGiven(reason="车没有出发")
        for actor in (office.cast.producer, office.cast.gate, office.cast.officer):
            annul(work.as_actor(actor), office.id, reason)
            work.session.flush()
    assert "已经作废或撤销" in app.test_client().get(path).text
    found, paper = scan(office)
    assert found.startswith("/M/")
    assert "撤销" in paper


def test_a_paper_printed_before_the_departure_says_that_no_vehicle_may_be_out(
    db: Database, app: Flask
) -> None:
    office = Office(db, app, State.FILED)
    path, paper = scan(office)
    assert "未起运" in paper
    assert "还没有办理起运" in app.test_client().get(path).text
    with db.transaction(SYSTEM) as work:
        given = VoidManifest(reason="填错了", upstream_voided=True)
        void(work.as_actor(office.cast.producer), office.id, given)
    assert "已经作废或撤销" in app.test_client().get(path).text


def test_the_driver_shows_a_fresh_one_on_his_phone(office: Office, app: Flask) -> None:
    driver = office.as_(office.dispatcher)
    assert f"/manifests/{office.id}/roadside" in driver.get(f"/manifests/{office.id}").text
    page = driver.get(f"/manifests/{office.id}/roadside").text
    assert "有效至 2026-11-24" in page
    picture = driver.get(f"/manifests/{office.id}/roadside.svg")
    assert picture.mimetype == "image/svg+xml"
    stranger = app.test_client()
    assert stranger.get(f"/manifests/{office.id}/roadside").status_code == 303
    assert stranger.get(f"/manifests/{office.id}/roadside.svg").status_code == 303


def test_a_draft_has_none(db: Database, app: Flask) -> None:
    office = Office(db, app, State.DRAFT)
    client = office.as_(office.producer)
    assert "路检二维码" not in client.get(f"/manifests/{office.id}").text
    assert client.get(f"/manifests/{office.id}/roadside").status_code == 404
    found, paper = scan(office)
    assert found.startswith("/M/")
    assert "草稿" in paper


def test_it_costs_few_statements_and_too_many_looks_are_stopped(office: Office, app: Flask) -> None:
    path, _ = scan(office)
    client = app.test_client()
    client.get(path)
    with statements(office.db.engine) as seen:
        client.get(path)
    # the row of the access log comes after the page
    assert len([s for s in seen if "access_log" not in s]) <= MOST, "\n".join(seen)
    codes = {client.get("/ROADSIDE/NONE").status_code for _ in range(125)}
    assert codes == {404, 429}
