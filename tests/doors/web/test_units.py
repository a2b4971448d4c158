"""Units, sites, licences, fleets and people through the browser's door."""

import io
import re
from datetime import date
from typing import NamedTuple
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlmodel import select

from tests.support.build import a_facility, a_site, a_unit, a_user, sign_in
from tests.support.parties import a_licence, registered
from wastetrack.kernel.actor import NOBODY, SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.parties.actions.add_crew import add_crew
from wastetrack.parties.actions.add_stream import add_stream
from wastetrack.parties.actions.add_vehicle import add_vehicle
from wastetrack.parties.inputs import CrewInput, StreamInput, VehicleInput
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.terms import UnitKind, UnitState
from wastetrack.people.model import Membership, User
from wastetrack.people.queries import find_user_by_phone, own_seats

MOST = 8  # statements that one page may cost, the person and the site switch included


class Cast(NamedTuple):
    unit: UUID
    site: UUID
    facility: UUID
    licence: UUID
    vehicle: UUID
    crew: UUID
    stream: UUID
    boss: User
    worker: User
    worker_seat: UUID
    waiting: UUID
    request: UUID
    officer: User
    security: User
    stranger: User


@pytest.fixture
def cast(db: Database) -> Cast:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work, kinds=["producer"])
        boss = work.as_actor(admin)
        site = a_site(work, came.unit)
        facility = a_facility(work, site)
        for _ in range(3):
            a_facility(work, a_site(work, came.unit))
        licence = a_licence(work, admin, came.unit)
        vehicle = add_vehicle(
            boss,
            came.unit.id,
            VehicleInput(plate="浙D12345", permit_no="1", permit_valid_to=date(2026, 12, 1)),
        )
        driver = {
            "kind": "driver",
            "name": "驾驶员",
            "phone": "13900000001",
            "qualification_no": "Q1",
            "qualification_valid_to": "2026-01-01",
        }
        crew = add_crew(boss, came.unit.id, CrewInput.model_validate(driver))
        oil = {
            "waste_code": "900-214-08",
            "common_name": "废机油",
            "form": "liquid",
            "packaging": "drum",
        }
        stream = add_stream(boss, site.id, StreamInput.model_validate(oil))
        worker, _ = a_user(work, came.unit, Role.READER)
        waits, _ = registered(work, kinds=["collector"])
        _, asks = registered(work, credit_code=came.unit.credit_code)
        bureau = a_unit(work, UnitKind.AUTHORITY)
        work.session.flush()
        worker_seat = work.session.exec(
            select(Membership).where(Membership.user_id == worker.id)
        ).one()
        return Cast(
            came.unit.id,
            site.id,
            facility.id,
            licence.id,
            vehicle.id,
            crew.id,
            stream.id,
            came.user,
            worker,
            worker_seat.id,
            waits.unit.id,
            own_seats(work.as_actor(asks))[0].membership.id,
            a_user(work, bureau, Role.OFFICER)[0],
            a_user(work, bureau, Role.SECURITY_ADMIN)[0],
            a_user(work, a_unit(work), Role.ADMIN)[0],
        )


def be(client: FlaskClient, user: User, clock: FixedClock) -> FlaskClient:
    sign_in(client, user, clock.now().timestamp())
    return client


def own_pages(cast: Cast) -> list[str]:
    return [
        "/unit",
        "/people",
        "/me",
        "/joining",
        f"/units/{cast.unit}",
        f"/units/{cast.unit}/history",
        f"/units/{cast.unit}/edit",
        f"/units/{cast.unit}/fleet",
        f"/units/{cast.unit}/people",
        f"/units/{cast.unit}/people/invite",
        f"/units/{cast.unit}/sites/new",
        f"/units/{cast.unit}/licences/new",
        f"/units/{cast.unit}/vehicles/new",
        f"/units/{cast.unit}/crew/new",
        f"/units/{cast.unit}/begin",
        f"/sites/{cast.site}",
        f"/sites/{cast.site}/edit",
        f"/sites/{cast.site}/facilities/new",
        f"/sites/{cast.site}/streams/new",
        f"/facilities/{cast.facility}/edit",
        f"/facilities/{cast.facility}/partitions/new",
        f"/licences/{cast.licence}",
        f"/licences/{cast.licence}/change",
        f"/licences/{cast.licence}/extend",
        f"/vehicles/{cast.vehicle}/edit",
        f"/crew/{cast.crew}/edit",
        f"/memberships/{cast.worker_seat}",
        f"/memberships/{cast.request}",
        "/units/outside/new",
    ]


def test_every_page_opens_in_both_languages_within_its_statements(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.boss, clock)
    bureau = be(client.application.test_client(), cast.officer, clock)
    pages = [(client, path) for path in own_pages(cast)]
    pages += [(bureau, path) for path in ("/units", "/approvals", f"/units/{cast.unit}")]
    pages += [(bureau, f"/sites/{cast.site}"), (bureau, f"/units/{cast.unit}/people")]
    seen: list[str] = []

    def count(*args: object) -> None:
        seen.append(str(args[2]))

    faults = []
    for who, path in pages:
        who.get(path)  # lists that are kept per process are read once
        event.listen(db.engine, "before_cursor_execute", count)
        answer = who.get(path)
        event.remove(db.engine, "before_cursor_execute", count)
        statements = [s for s in seen if not s.startswith(("BEGIN", "PRAGMA"))]
        if answer.status_code != 200 or len(statements) > MOST:
            faults.append((path, answer.status_code, len(statements)))
        seen.clear()
    assert faults == []
    client.post("/settings/lang", data={"lang": "en"})
    left = re.compile(r"[一-鿿]")
    for path in own_pages(cast):
        text = client.get(path).text
        labels = re.findall(
            r"<(?:label|h1|h2|th|button|legend|dt)[^>]*>(?:<svg.*?</svg>)?([^<]+)", text
        )
        # names of people, units, towns and wastes stay as they were written
        ours = [x for x in labels if left.search(x)]
        written = ("厂", "中文", "经办人", "驾驶员", "街道", "示例", "废", "危", "贮存")
        assert not [x for x in ours if not any(word in x for word in written)], path


def test_a_stranger_finds_nothing(client: FlaskClient, cast: Cast, clock: FixedClock) -> None:
    be(client, cast.stranger, clock)
    skip = ("/unit", "/people", "/me", "/joining", "/units/outside/new")
    for path in own_pages(cast):
        if path not in skip:
            assert client.get(path).status_code == 404, path
    for path in (f"/sites/{cast.site}/edit", f"/streams/{cast.stream}/remove"):
        assert client.post(path, data={}).status_code in {404, 422}
    assert client.post(f"/streams/{cast.stream}/remove").status_code == 404
    assert client.post(f"/memberships/{cast.worker_seat}/reset").status_code == 404
    assert client.post(f"/units/{cast.unit}/approve").status_code == 404


def test_a_reader_is_told_who_can(client: FlaskClient, cast: Cast, clock: FixedClock) -> None:
    be(client, cast.worker, clock)
    answer = client.post(f"/streams/{cast.stream}/remove")
    assert answer.status_code == 403
    assert "经办人" in answer.text


def test_the_bureau_approves_from_its_list(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.officer, clock)
    assert str(cast.waiting) in client.get("/approvals").text
    assert "/reject" in client.get(f"/units/{cast.waiting}").text
    short = client.post(f"/units/{cast.waiting}/reject", data={"reason": "缺"})
    assert short.status_code == 422
    client.post(f"/units/{cast.waiting}/reject", data={"reason": "材料不全"})
    with db.reading(SYSTEM) as work:
        unit = work.session.get(Unit, cast.waiting)
        assert unit is not None
        assert unit.state is UnitState.REJECTED
    assert "材料不全" in client.get(f"/units/{cast.waiting}").text
    assert client.post(f"/units/{cast.waiting}/approve").location == "/approvals"
    assert "没有单位在等审核" in client.get("/approvals").text
    assert client.post(f"/units/{cast.waiting}/approve").status_code == 422
    # an approved unit is not turned down, so its page does not offer it
    assert "/reject" not in client.get(f"/units/{cast.waiting}").text


@pytest.mark.parametrize("query", ["q=sjqxc", "q=舜江", "kind=collector", "state=pending"])
def test_the_bureau_finds_units(
    client: FlaskClient, cast: Cast, clock: FixedClock, query: str
) -> None:
    be(client, cast.officer, clock)
    assert str(cast.waiting) in client.get(f"/units?{query}").text
    assert str(cast.waiting) not in client.get("/units?q=没有这个&after=junk").text
    assert client.get("/units?state=nonsense&kind=x&town=y").status_code == 200


def test_the_bureau_records_an_adjusted_class(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.officer, clock)
    path = f"/sites/{cast.site}/classify"
    assert client.post(path, data={"management_class": "simple"}).status_code == 422
    data = {"management_class": "simple", "document": "绍市环〔2026〕1号"}
    assert client.post(path, data=data).status_code == 303
    with db.reading(SYSTEM) as work:
        site = work.session.get(Site, cast.site)
        assert site is not None
        assert site.class_document == "绍市环〔2026〕1号"


def licence_form(**over: object) -> dict[str, object]:
    return {
        "kind": "pilot",
        "number": "虞收〔2026〕3号",
        "issuer": "某生态环境分局",
        "codes": "900-214-08\nHW49",
        "modes": ["collect", "store"],
        "annual_scale_g": "1200.5",
        "storage_right": "true",
        "valid_from": "2026-01-01",
        "valid_to": "2027-01-01",
        **over,
    }


def test_a_licence_is_entered_with_its_file_and_read_again(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.boss, clock)
    content = b"%PDF-1.7 licence"
    data = licence_form(file_sha256=(io.BytesIO(content), "批准文件.pdf"))
    answer = client.post(f"/units/{cast.unit}/licences/new", data=data)
    assert answer.status_code == 303
    page = client.get(answer.location)
    assert "1,200.500 t" in page.text
    assert "900-214-08、HW49" in page.text
    file = client.get(f"{answer.location}/file")
    assert (file.data, file.mimetype) == (content, "application/pdf")
    assert "sandbox" in file.headers["Content-Security-Policy"]
    assert client.post(f"{answer.location}/end", data={"reason": "换证"}).status_code == 303
    assert "已终止" in client.get(answer.location).text
    assert client.get(f"/licences/{cast.licence}/file").status_code == 404


def test_an_officer_checks_a_licence_from_the_list_with_its_file(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.boss, clock)
    file = (io.BytesIO(b"%PDF-1.7 licence"), "批准文件.pdf")
    path = f"/units/{cast.unit}/licences/new"
    licence = client.post(path, data=licence_form(file_sha256=file)).location
    assert "待核对" in client.get(licence).text
    be(client, cast.officer, clock)
    assert f"{licence}/file" in client.get("/approvals").text
    assert client.get(f"{licence}/file").status_code == 200
    assert client.post(f"/licences/{cast.licence}/return", data={"reason": ""}).status_code == 422
    returned = client.post(f"/licences/{cast.licence}/return", data={"reason": "编号不一致"})
    assert "编号不一致" in client.get(returned.location).text
    assert client.post(f"{licence}/approve").location == "/approvals"
    assert "没有许可证在等核对" in client.get("/approvals").text
    be(client, cast.boss, clock)
    assert "已核对" in client.get(licence).text
    answer = client.post(f"{licence}/change", data=licence_form(codes="HW08"))
    assert answer.status_code == 303
    assert answer.location != licence
    assert "有一份改动在等核对" in client.get(licence).text


def test_a_unit_finds_what_became_of_its_waste_and_its_cases_from_its_pages(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.boss, clock)
    manifests = client.get("/manifests").text
    for href in ("/treatments/outcomes", "/cases"):
        assert f'href="{href}"' in manifests
        assert client.get(href).status_code == 200
    assert 'href="/cases"' in client.get("/unit").text


def test_a_wrong_file_and_a_wrong_scope_are_told_at_their_fields(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.boss, clock)
    path = f"/units/{cast.unit}/licences/new"
    data = licence_form(file_sha256=(io.BytesIO(b"MZ program"), "许可证.pdf"))
    answer = client.post(path, data=data)
    assert answer.status_code == 422
    assert 'href="#f-file_sha256"' in answer.text
    answer = client.post(path, data=licence_form(codes="900-999-08", modes=["dispose"]))
    assert 'href="#f-codes"' in answer.text
    assert 'href="#f-modes"' in answer.text
    assert "900-999-08" in answer.text
    forged = client.post(path, data=licence_form(file_sha256="0" * 64))
    assert forged.status_code == 422
    assert 'href="#f-file_sha256"' in forged.text


def test_a_facility_is_typed_in_tonnes_and_shown_so_again(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.boss, clock)
    path = f"/sites/{cast.site}/facilities/new"
    data = {"code": "TS900", "name": "贮存点", "kind": "point", "capacity_g": "3.5"}
    answer = client.post(path, data=data)
    assert answer.status_code == 422
    assert 'value="3.5"' in answer.text
    assert client.post(path, data=data | {"capacity_g": "2.5"}).status_code == 303
    page = client.get(f"/facilities/{cast.facility}/edit").text
    assert 'name="capacity_g" value="3"' in page.replace("\n", "")


def test_documents_that_run_out_are_marked(
    client: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.boss, clock)
    page = client.get(f"/units/{cast.unit}/fleet").text
    assert "快到期" in page
    assert "已到期" in page


def test_the_admin_lets_in_invites_and_resets(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.boss, clock)
    assert str(cast.request) in client.get("/people").text
    done = client.post(f"/memberships/{cast.request}/admit", data={"role": "gate"})
    assert done.status_code == 303
    offer = {"phone": "15700000009", "name": "驾驶员", "role": "driver"}
    assert client.post(f"/units/{cast.unit}/people/invite", data=offer).status_code == 303
    with db.reading(SYSTEM) as work:
        assert find_user_by_phone(work, "15700000009") is not None
    page = client.post(f"/memberships/{cast.worker_seat}/reset")
    assert page.status_code == 200
    assert re.search(r"<span>[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}</span>", page.text)
    ended = client.post(f"/memberships/{cast.worker_seat}/deactivate", data={"reason": "离职"})
    assert ended.status_code == 303
    assert (
        "最后一位管理员"
        in client.post(
            f"/memberships/{own_seat(db, cast.boss)}/deactivate", data={"reason": "离职"}
        ).text
    )


def own_seat(db: Database, user: User) -> UUID:
    with db.reading(SYSTEM) as work:
        return work.session.exec(select(Membership).where(Membership.user_id == user.id)).one().id


def test_the_bureaus_administrator_stops_an_account(
    client: FlaskClient, db: Database, cast: Cast, clock: FixedClock
) -> None:
    be(client, cast.security, clock)
    assert client.get("/people/waiting").status_code == 200
    path = f"/memberships/{cast.worker_seat}/suspend"
    assert client.post(path, data={"reason": "账号被盗"}).status_code == 303
    with db.reading(SYSTEM) as work:
        user = work.session.get(User, cast.worker.id)
        assert user is not None
        assert not user.active
