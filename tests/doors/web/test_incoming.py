"""What no record can hold is taken out at the door and said; whoever is told no is told why."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from tests.conftest import NOW
from tests.doors.web.test_containers import Yard
from tests.support.build import sign_in
from wastetrack.containers.model import Container
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.people.model import User
from wastetrack.web.incoming import readable

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def yard(db: Database) -> Yard:
    with db.transaction(SYSTEM) as work:
        return Yard(work)


def signed(app: Flask, user: User) -> FlaskClient:
    client = app.test_client()
    sign_in(client, user, NOW.timestamp())
    return client


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("废机油", "废机油"),
        ("a\x00b\x1b[0m\x7f\x85", "ab[0m"),
        ("一行\n两行\t格\r\n", "一行\n两行\t格\r\n"),
        ("\ud800半个字", "半个字"),
        ("😀 \u00a0 名", "😀 \u00a0 名"),
    ],
)
def test_only_what_nothing_can_hold_is_taken_out(sent: str, kept: str) -> None:
    assert readable(sent) == kept


def test_a_field_with_control_characters_is_shown_again_without_them(
    app: Flask, db: Database, yard: Yard
) -> None:
    client = signed(app, yard.user)
    path = f"/containers/new/{yard.stream.id}"
    body = f"site_id={yard.shop.site.id}&mass_g=12&remark=%E6%BC%8F%00%E6%B2%B9%1B"
    answer = client.post(path, data=body, content_type=FORM)
    assert answer.status_code == 422
    assert "看不见的控制字符" in answer.text
    assert 'value="漏油"' in answer.text
    assert 'href="#f-remark"' in answer.text
    again = client.post(
        path, data={"site_id": str(yard.shop.site.id), "mass_g": "12", "remark": "漏油"}
    )
    assert again.status_code == 303
    with db.reading(SYSTEM) as work:
        row = work.session.exec(select(Container).where(Container.mass_g == 12_000)).one()
    assert row.remark == "漏油"


def test_a_button_or_an_unknown_field_with_them_changes_nothing(app: Flask, yard: Yard) -> None:
    client = signed(app, yard.user)
    answer = client.post(f"/containers/{yard.drum.id}/print", data="x%00=a%00", content_type=FORM)
    assert answer.status_code == 422
    assert "看不见的控制字符" in answer.text
    path = f"/containers/new/{yard.stream.id}"
    body = f"site_id={yard.shop.site.id}&mass_g=12&other=%00"
    assert client.post(path, data=body, content_type=FORM).status_code == 422


@pytest.mark.parametrize(
    "address",
    ["/containers?after=%00&waste=%00", "/manifests?after=%00", "/alerts?town=%00&unit=a%00b",
     "/ledger?sheet=%00&after=%00", "/search?q=%00%1b", "/wastes?q=900%00&industry=%00",
     "/contracts/new?q=%00", "/trips?day=9999-12-31", "/trips?day=0001-01-01", "/ledger?period=9999-12"],
)  # fmt: skip
def test_a_search_with_them_is_a_search_without_them(app: Flask, yard: Yard, address: str) -> None:
    assert signed(app, yard.user).get(address).status_code in {200, 303, 403, 404}


@pytest.mark.parametrize("address", ["/C/%00", "/C/AB%1B2345", "/M/SY%00", "/history/unit%00/x"])
def test_an_address_with_them_names_nothing(app: Flask, yard: Yard, address: str) -> None:
    answer = signed(app, yard.user).get(address)
    assert answer.status_code == 404
    assert "没有找到" in answer.text


def test_an_upload_cut_in_the_middle_is_an_incomplete_form(app: Flask, yard: Yard) -> None:
    client = signed(app, yard.user)
    for body in (b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n", b"--x", b""):
        answer = client.post("/me", data=body, content_type="multipart/form-data; boundary=x")
        assert answer.status_code == 422
        assert "data-summary" in answer.text


def test_a_page_that_hides_its_form_still_says_why(app: Flask, yard: Yard) -> None:
    """The entrance shows no form to whoever is in already."""
    answer = signed(app, yard.user).post("/sign-in", data={"phone": "12", "password": ""})
    assert answer.status_code == 422
    assert "请填 11 位手机号" in answer.text


def test_an_address_too_long_is_told_on_our_own_page(app: Flask, yard: Yard) -> None:
    client = signed(app, yard.user)
    answer = client.get("/search?q=" + "7" * 4000)
    assert answer.status_code == 414
    assert "地址太长" in answer.text
    assert client.get("/search?q=" + "7" * 3000).status_code == 200
    stranger = app.test_client().get("/today?site=" + "7" * 3000)
    assert stranger.location == "/sign-in"
