"""A scanned label in the browser: what it proves, what a stranger may do, and how labels are printed."""

import io
import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select
from werkzeug.exceptions import TooManyRequests

from tests.doors.web.test_containers import Yard, signed
from wastetrack.cases.model import Case, Reporter
from wastetrack.containers.model import BlankCode, Container
from wastetrack.containers.rules import LabelSigner, read_label
from wastetrack.containers.terms import LabelProof
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.parties.model import Printer
from wastetrack.web.papers import paper
from wastetrack.web.throttle import Throttle

PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.fixture
def yard(db: Database) -> Yard:
    with db.transaction(SYSTEM) as work:
        return Yard(work)


@pytest.fixture
def signer(app: Flask) -> LabelSigner:
    found: LabelSigner = app.extensions["labels"]
    return found


def path(text: str) -> str:
    return "/C/" + text.split("/C/", 1)[1]


def code(yard: Yard) -> str:
    return str(yard.drum.digital_id)


def test_a_genuine_label_is_told_as_genuine_and_shows_the_safe_minimum(
    client: FlaskClient, yard: Yard, signer: LabelSigner
) -> None:
    page = client.get(path(signer.text(code(yard), 1))).text
    assert "标签是真的" in page
    assert "不要打开" in page
    assert "182.4" not in page
    assert "报告" in page


def test_a_forged_label_is_told_as_forged(client: FlaskClient, yard: Yard) -> None:
    forged = LabelSigner("http://x", bytes(32)).text(code(yard), 1)
    assert "伪造" in client.get(path(forged)).text


def test_an_altered_label_is_told_as_altered(
    client: FlaskClient, yard: Yard, signer: LabelSigner
) -> None:
    altered = signer.text(code(yard), 1).replace("/1/", "/2/")
    assert "改动过或者破损" in client.get(path(altered)).text


def test_a_voided_label_is_told_as_old(
    client: FlaskClient, yard: Yard, signer: LabelSigner, clock: FixedClock
) -> None:
    old = path(signer.text(code(yard), 1))
    signed(client, yard.user, clock).post(f"/containers/{yard.drum.id}/print")
    assert "旧标签" in client.get(client.get(old).location).text
    client.post("/sign-out")
    assert "旧标签，已经作废" in client.get(old).text
    assert "标签是真的" in client.get(path(signer.text(code(yard), 2))).text


def test_an_unknown_code_is_told_apart_from_one_that_was_corrected(
    client: FlaskClient, yard: Yard, signer: LabelSigner
) -> None:
    gone = code(yard)[:-1] + "9"
    corrected = client.get(path(signer.text(gone, 1)))
    unknown = client.get(f"/C/{gone}")
    assert (corrected.status_code, unknown.status_code) == (404, 404)
    assert "更正作废" in corrected.text
    assert "没有" in unknown.text
    assert "更正作废" not in unknown.text


def test_its_people_see_the_container_and_are_told_of_a_forged_label(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    forged = LabelSigner("http://x", bytes(32)).text(code(yard), 1)
    answer = signed(client, yard.user, clock).get(path(forged))
    assert "伪造" in client.get(answer.location).text


def test_the_public_key_stands_for_everybody_and_proves_a_label(
    client: FlaskClient, yard: Yard, signer: LabelSigner
) -> None:
    answer = client.get("/labels/key")
    assert answer.mimetype == "text/plain"
    key = answer.text.strip()
    assert re.fullmatch(r"[0-9a-f]{64}", key)
    assert read_label(signer.text(code(yard), 1), key).proof is LabelProof.GENUINE


def test_a_stranger_reports_what_he_found(
    client: FlaskClient, yard: Yard, db: Database, signer: LabelSigner
) -> None:
    page = client.get(path(signer.text(code(yard), 1))).text
    action = re.search(r'action="(/C/[^"]*/report[^"]*)"', page)
    assert action is not None
    address = action.group(1).replace("&amp;", "&")
    assert client.post(address, data={"place": ""}).status_code == 422
    answer = client.post(
        address,
        data={"place": "江边", "phone": "13800000009", "photo": (io.BytesIO(PIXEL), "a.png")},
        content_type="multipart/form-data",
    )
    assert answer.status_code == 303
    assert "已经收到" in client.get(answer.location).text
    with db.reading(SYSTEM) as work:
        case = work.session.exec(select(Case)).one()
        assert (case.container_id, case.detail["proof"]) == (yard.drum.id, "genuine")
        assert case.detail["photo"]
        assert work.session.exec(select(Reporter)).one().phone == "13800000009"


def test_the_parties_see_the_report_and_its_photo_but_not_the_phone(
    client: FlaskClient, yard: Yard, db: Database, clock: FixedClock
) -> None:
    sent = {"place": "江边", "phone": "13800000009", "photo": (io.BytesIO(PIXEL), "a.png")}
    client.post(f"/C/{yard.drum.human_code}/report", data=sent, content_type="multipart/form-data")
    with db.reading(SYSTEM) as work:
        case = work.session.exec(select(Case)).one()
    signed(client, yard.user, clock)
    page = client.get(f"/cases/{case.id}").text
    assert "江边" in page
    assert "13800000009" not in page
    assert client.get(f"/cases/{case.id}/photo").mimetype == "image/png"
    signed(client, yard.stranger, clock)
    assert client.get(f"/cases/{case.id}/photo").status_code == 404


def test_reports_without_end_are_stopped(client: FlaskClient, yard: Yard) -> None:
    address = f"/C/{yard.drum.human_code}/report"
    codes = [client.post(address, data={"place": "江边"}).status_code for _ in range(8)]
    assert codes[0] == 303
    assert codes[-1] == 429


def test_one_address_cannot_count_all_codes_up(clock: FixedClock) -> None:
    throttle, now = Throttle(3, timedelta(minutes=1), kept=2), clock.now()
    for _ in range(3):
        throttle.count("a", now)
    with pytest.raises(TooManyRequests):
        throttle.count("a", now)
    throttle.count("b", now)
    throttle.count("a", now + timedelta(minutes=2))


def test_a_blank_is_printed_scanned_and_becomes_the_container(
    client: FlaskClient, yard: Yard, db: Database, signer: LabelSigner, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    sent = {"site_id": str(yard.shop.site.id), "count": "3"}
    roll = client.post("/labels/blanks", data=sent)
    assert roll.status_code == 303
    assert client.get(roll.location).status_code == 200
    assert client.get(f"{roll.location}.pdf").mimetype == "application/pdf"
    with db.reading(SYSTEM) as work:
        blank = work.session.exec(select(BlankCode)).first()
    assert blank is not None
    first = client.get(path(signer.text(blank.human_code, 1)))
    assert first.status_code == 303
    choose = client.get(first.location).text
    assert blank.human_code[:4] in choose
    weigh = f"/containers/new/{yard.stream.id}?blank={blank.human_code}"
    assert weigh in choose
    form = client.get(weigh).text
    assert f'name="blank_code" value="{blank.human_code}"' in form
    made = client.post(
        f"/containers/new/{yard.stream.id}",
        data={"site_id": str(yard.shop.site.id), "blank_code": blank.human_code, "mass_g": "12"},
    )
    assert made.status_code == 303
    with db.reading(SYSTEM) as work:
        drum = work.session.exec(
            select(Container).where(Container.human_code == blank.human_code)
        ).one()
    again = client.get(path(signer.text(blank.human_code, 1)))
    assert again.location.endswith(f"/containers/{drum.id}")


def test_a_strangers_scan_of_a_blank_says_what_it_is(
    client: FlaskClient, yard: Yard, db: Database, signer: LabelSigner, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    client.post("/labels/blanks", data={"site_id": str(yard.shop.site.id), "count": "1"})
    with db.reading(SYSTEM) as work:
        blank = work.session.exec(select(BlankCode)).one()
    signed(client, yard.stranger, clock)
    page = client.get(path(signer.text(blank.human_code, 1)))
    assert page.status_code == 200
    assert "空白码" in page.text


def test_a_printer_is_entered_calibrated_and_remembered(
    client: FlaskClient, yard: Yard, db: Database, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    unit, drum = yard.shop.unit.id, yard.drum.id
    new = f"/units/{unit}/printers/new"
    assert 'value="60"' in client.get(new).text
    sent = {"name": "热敏机", "medium": "black", "dpi": "203", "left_um": "20", "top_um": "20",
            "across_um": "60", "down_um": "60", "active": "true"}  # fmt: skip
    shown = client.post(new, data=sent)
    assert client.get(f"{shown.location}/test.pdf").mimetype == "application/pdf"
    wrong = client.post(shown.location, data={**sent, "left_um": "abc"})
    assert wrong.status_code == 422
    assert "毫米" in wrong.text
    assert client.post(shown.location, data={**sent, "left_um": "21,5"}).status_code == 303
    assert "-1.50 mm" in client.get(f"/units/{unit}/printers").text
    with db.reading(SYSTEM) as work:
        printer = work.session.exec(select(Printer)).one()
    before = client.get(f"/containers/{drum}/label.pdf").data
    client.post(f"/containers/{drum}/label/printer", data={"printer_id": str(printer.id)})
    assert "selected" in client.get(f"/containers/{drum}/label").text
    assert client.get(f"/containers/{drum}/label.pdf").data != before


def test_a_label_that_is_too_small_is_told_before_printing_with_a_larger_one(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    sent = {
        "volume_l": "20",
        "precautions": "远离火种、热源，防渗漏防倾倒。" * 13,
        "reason": "录错",
    }
    assert client.post(f"/containers/{yard.drum.id}/correct", data=sent).status_code == 303
    page = client.get(f"/containers/{yard.drum.id}/label").text
    assert "注意事项" in page
    assert "100 毫米的标签按规定字高写不下" in page
    larger = re.search(r"label\.pdf\?side=(\d+)", page)
    assert larger is not None
    assert (
        client.get(f"/containers/{yard.drum.id}/label.pdf?side={larger.group(1)}").status_code
        == 200
    )


def test_the_signs_of_a_store_and_the_page_of_their_code(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    store = yard.shop.point
    public = client.get(f"/F/{store.id.hex.upper()}")
    assert public.status_code == 200
    assert store.name in public.text
    assert client.get("/F/nothing").status_code == 404
    signed(client, yard.user, clock)
    assert client.get(f"/F/{store.id.hex}").status_code == 303
    assert "待确认" in client.get(f"/facilities/{store.id}/signs").text
    for kind in ("partition", "facility"):
        for reach in ("2.5", "4", "10", "over"):
            answer = client.get(f"/facilities/{store.id}/{kind}-sign.pdf?reach={reach}")
            assert answer.mimetype == "application/pdf"


def test_a_paper_named_after_a_chinese_code_has_a_header_that_a_server_can_send(app: Flask) -> None:
    with app.test_request_context():
        told = paper(b"%PDF", "sign-库一号.pdf", keep=True).headers["Content-Disposition"]
    assert told.startswith("attachment")
    assert told.isascii()
    assert "%E5%BA%93%E4%B8%80%E5%8F%B7.pdf" in told
