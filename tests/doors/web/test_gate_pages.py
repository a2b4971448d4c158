"""The stop and the gate through HTTP: scan, hand over, receive, refuse, ask; each page frugal."""

import re
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from tests.conftest import NOW
from tests.support.build import a_user, sign_in
from tests.support.counting import statements
from tests.support.handover import NOBODYS, drums_of, scan_all
from tests.support.manifests import Cast
from wastetrack.cases.model import Case
from wastetrack.handover.model import Scan
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import State
from wastetrack.people.model import User

MOST = 8
BUREAU = "示例生态环境分局"


class Gate:
    """The whole cast with people who can sign in, and one manifest in a state."""

    def __init__(
        self, db: Database, app: Flask, state: State = State.IN_TRANSIT, drums: int = 2
    ) -> None:
        self.db, self.app = db, app
        with db.transaction(SYSTEM) as work:
            self.cast = Cast(work)
            self.producer, _ = a_user(work, self.cast.shop.unit, Role.OPERATOR)
            self.driver, _ = a_user(work, self.cast.carrier, Role.DRIVER)
            self.keeper, self.keeper_actor = a_user(work, self.cast.disposer, Role.GATE)
            if state is State.IN_TRANSIT:
                m = self.cast.on_the_road(drums)
            else:
                make = self.cast.ready if state is State.READY else self.cast.drafted
                m = make(drums, trip_id=self.cast.trip.id)
            self.id: UUID = m.id
            self.codes = [c.human_code for c in drums_of(work, m)]
            self.lines = [str(line.id) for line in lines_of(work, m.id)]

    def as_(self, user: User) -> FlaskClient:
        client = self.app.test_client()
        sign_in(client, user, NOW.timestamp())
        return client

    def scanned(self) -> None:
        with self.db.transaction(SYSTEM) as work:
            m = work.session.get_one(Manifest, self.id)
            scan_all(work, self.keeper_actor, m)

    def state(self) -> State:
        with self.db.reading(SYSTEM) as work:
            return work.session.get_one(Manifest, self.id).state

    def acceptance(self, **over: str) -> dict[str, str]:
        store = str(self.cast.hall.id)
        return {"gross_g": "9000", "tare_g": "8635", "method": "R9", "facility_id": store, **over}


@pytest.fixture
def gate(db: Database, app: Flask) -> Gate:
    return Gate(db, app)


@pytest.fixture
def yard(db: Database, app: Flask) -> Gate:
    return Gate(db, app, State.READY)


def test_the_driver_scans_the_producer_signs_the_driver_leaves(yard: Gate) -> None:
    driver, producer = yard.as_(yard.driver), yard.as_(yard.producer)
    for code in yard.codes:
        answer = driver.post(f"/handover/{yard.id}/scan", data={"code": code})
        assert answer.status_code == 303
        page = driver.get(answer.location)
    assert "2 / 2 已扫" in page.text
    assert "等移出人在自己手机上打开这一页" in page.text
    form = {"loaded": yard.lines, **{f"kg-{line}": "182.4" for line in yard.lines}}
    assert "确认交付" in producer.get(f"/handover/{yard.id}").text
    assert producer.post(f"/handover/{yard.id}", data=form).status_code == 303
    assert driver.post(f"/handover/{yard.id}", data={}).status_code == 303
    assert yard.state() is State.IN_TRANSIT


def test_the_driver_sees_what_was_not_scanned_and_says_where_it_is(yard: Gate) -> None:
    driver, producer = yard.as_(yard.driver), yard.as_(yard.producer)
    driver.post(f"/handover/{yard.id}/scan", data={"code": yard.codes[0]})
    form = {"loaded": yard.lines, **{f"kg-{line}": "182.4" for line in yard.lines}}
    producer.post(f"/handover/{yard.id}", data=form)
    address = f"/handover/{yard.id}"
    assert "还有 1 件没有扫码" in driver.get(address).text
    assert driver.post(address, data={}).status_code == 422
    # the form of a carrier outside is no way past the count
    past = driver.post(f"/manifests/{yard.id}/depart", data={"trip_id": yard.cast.trip.id})
    assert past.status_code == 422
    assert yard.state() is State.READY
    told = {f"unscanned-{yard.lines[1]}": "aboard"}
    again = driver.post(address, data=told)
    assert again.status_code == 422
    assert 'value="aboard" checked' in again.text
    assert driver.post(address, data={**told, "unscanned_reason": "标签磨损"}).status_code == 303
    assert yard.state() is State.IN_TRANSIT


@pytest.mark.parametrize("code", ["NOBODY", "' OR 1=1", "　", "x" * 200])
def test_any_text_in_the_scan_box_is_answered(yard: Gate, code: str) -> None:
    answer = yard.as_(yard.driver).post(f"/handover/{yard.id}/scan", data={"code": code})
    assert answer.status_code in {303, 422}


def test_a_mistyped_code_is_said_beside_the_box_and_kept_as_typed(yard: Gate) -> None:
    answer = yard.as_(yard.driver).post(f"/handover/{yard.id}/scan", data={"code": "7K3M 9QX"})
    assert answer.status_code == 422
    assert "不是容器上的码" in answer.text
    assert 'value="7K3M 9QX"' in answer.text
    with yard.db.reading(SYSTEM) as work:
        assert not work.session.exec(select(Scan)).all()


def test_a_wrong_scan_is_taken_back_on_the_gates_page(gate: Gate) -> None:
    keeper = gate.as_(gate.keeper)
    answer = keeper.post(f"/gate/{gate.id}/scan", data={"code": NOBODYS})
    page = keeper.get(answer.location)
    assert "本系统没有的码" in page.text
    assert "撤销" in page.text
    with gate.db.reading(SYSTEM) as work:
        row = work.session.exec(select(Scan)).one()
    assert keeper.post(f"/gate/{gate.id}/undo/{row.id}").status_code == 303
    assert "本系统没有的码" not in keeper.get(f"/gate/{gate.id}").text


def test_the_consignor_files_a_draft_from_the_page_of_the_stop_and_nobody_else(
    db: Database, app: Flask
) -> None:
    drafted = Gate(db, app, State.DRAFT)
    assert "确认并提交联单" not in drafted.as_(drafted.driver).get(f"/handover/{drafted.id}").text
    producer = drafted.as_(drafted.producer)
    assert "确认并提交联单" in producer.get(f"/handover/{drafted.id}").text
    assert producer.post(f"/manifests/{drafted.id}/file").status_code == 303
    assert drafted.state() is State.FILED


def test_one_scan_sent_twice_is_one_scan(yard: Gate) -> None:
    client = yard.as_(yard.driver)
    form = {"code": yard.codes[0], "nonce": "one-nonce-of-a-form"}
    answers = [client.post(f"/handover/{yard.id}/scan", data=form) for _ in range(2)]
    assert answers[0].location == answers[1].location
    with yard.db.reading(SYSTEM) as work:
        assert len(work.session.exec(select(Scan)).all()) == 1


def test_nothing_ticked_is_told_and_what_was_typed_is_kept(yard: Gate) -> None:
    answer = yard.as_(yard.producer).post(
        f"/handover/{yard.id}", data={f"kg-{yard.lines[0]}": "99.9", "left_reason": "车装不下"}
    )
    assert answer.status_code == 422
    assert "一件都没有勾选" in answer.text
    assert 'value="99.9"' in answer.text
    assert 'value="车装不下"' in answer.text


def test_a_weight_that_is_no_number_is_told(yard: Gate) -> None:
    form = {"loaded": yard.lines[0], f"kg-{yard.lines[0]}": "很重"}
    answer = yard.as_(yard.producer).post(f"/handover/{yard.id}", data=form)
    assert answer.status_code == 422
    assert 'value="很重"' in answer.text


def test_accept_all_appears_only_when_nothing_differs(gate: Gate) -> None:
    client = gate.as_(gate.keeper)
    assert "全部接受</button>" not in client.get(f"/gate/{gate.id}").text
    gate.scanned()
    page = client.get(f"/gate/{gate.id}").text
    assert "全部接受</button>" in page
    assert "2 / 2" in page
    assert client.post(f"/gate/{gate.id}", data=gate.acceptance()).status_code == 303
    assert gate.state() is State.RECEIVED
    assert "已于 2026-11-24 10:00 接受" in client.get(f"/gate/{gate.id}").text


def test_a_missing_gross_weight_stands_beside_its_field(gate: Gate) -> None:
    gate.scanned()
    answer = gate.as_(gate.keeper).post(f"/gate/{gate.id}", data=gate.acceptance(gross_g=""))
    assert answer.status_code == 422
    assert re.search(r'id="f-gross_g-error".*?请填车辆进门的毛重', answer.text, re.DOTALL)
    assert 'value="8635"' in answer.text


def test_lines_smuggled_into_accept_all_are_not_decisions(gate: Gate) -> None:
    answer = gate.as_(gate.keeper).post(
        f"/gate/{gate.id}", data=gate.acceptance(lines="[]", line=gate.lines[0])
    )
    assert answer.status_code == 422
    assert gate.state() is State.IN_TRANSIT


def test_a_part_is_refused_line_by_line(gate: Gate) -> None:
    gate.scanned()
    client = gate.as_(gate.keeper)
    one, two = gate.lines
    page = client.get(f"/gate/{gate.id}/decide").text
    assert 'value="182.4"' in page
    form = gate.acceptance(reported_to=BUREAU) | {
        "line": gate.lines,
        f"accepted-{one}": "100",
        f"refused-{one}": "82.4",
        f"dimension-{one}": ["property"],
        f"note-{one}": "含水",
        f"accepted-{two}": "182.4",
        f"refused-{two}": "0",
    }
    assert client.post(f"/gate/{gate.id}/decide", data=form).status_code == 303
    assert gate.state() is State.RECEIVED
    with gate.db.reading(SYSTEM) as work:
        case = work.session.exec(select(Case)).one()
        assert case.reported_to == BUREAU
        assert case.detail["lines"][0]["note"] == "含水"
    assert "逐件情况" in client.get(f"/cases/{case.id}").text


def test_a_mismatch_without_report_keeps_what_was_typed(gate: Gate) -> None:
    gate.scanned()
    one, two = gate.lines
    form = gate.acceptance() | {
        "line": gate.lines,
        f"accepted-{one}": "182.4",
        f"dimension-{one}": ["packaging"],
        f"note-{one}": "桶盖变形",
        f"accepted-{two}": "182.4",
    }
    answer = gate.as_(gate.keeper).post(f"/gate/{gate.id}/decide", data=form)
    assert answer.status_code == 422
    assert 'value="桶盖变形"' in answer.text
    assert 'id="f-reported_to-error"' in answer.text


def test_asking_the_consignor_makes_the_vehicle_wait(gate: Gate) -> None:
    client = gate.as_(gate.keeper)
    assert client.get(f"/gate/{gate.id}/query").status_code == 200
    nothing = client.post(f"/gate/{gate.id}/query", data={"line": gate.lines, "gross_g": "9000"})
    assert nothing.status_code == 422
    form = {
        "line": gate.lines,
        f"dimension-{gate.lines[0]}": ["form"],
        "gross_g": "9000",
        "reported_to": BUREAU,
    }
    assert client.post(f"/gate/{gate.id}/query", data=form).status_code == 303
    assert gate.state() is State.NEGOTIATING
    assert "已请移出人核实" in client.get(f"/gate/{gate.id}").text


def test_the_whole_load_is_refused(gate: Gate) -> None:
    client = gate.as_(gate.keeper)
    assert client.get(f"/gate/{gate.id}/refuse").status_code == 200
    form = {
        "gross_g": "9000",
        "reason": "包装破损",
        "dimensions": ["packaging"],
        "reported_to": BUREAU,
    }
    assert client.post(f"/gate/{gate.id}/refuse", data=form).status_code == 303
    assert gate.state() is State.REFUSED
    assert "已拒收" in client.get(f"/gate/{gate.id}").text


def test_arrivals_are_listed_by_plate(gate: Gate) -> None:
    client = gate.as_(gate.keeper)
    plate = gate.cast.trip.plate
    assert plate in client.get("/gate").text
    assert "没有这个车牌" in client.get("/gate?plate=京Z").text
    assert plate in client.get(f"/gate?plate={plate[2:5]}&site=nonsense").text
    assert gate.as_(gate.producer).get("/gate").status_code == 403


def test_a_gate_without_arrivals_says_so(gate: Gate) -> None:
    with gate.db.transaction(SYSTEM) as work:
        keeper, _ = a_user(work, Cast(work).disposer, Role.GATE)
    assert "今天没有要来的车" in gate.as_(keeper).get("/gate").text


def test_who_may_do_what_at_the_gate(gate: Gate) -> None:
    producer = gate.as_(gate.producer)
    assert "全部接受</button>" not in producer.get(f"/gate/{gate.id}").text
    assert producer.post(f"/gate/{gate.id}", data=gate.acceptance()).status_code == 403
    with gate.db.transaction(SYSTEM) as work:
        stranger, _ = a_user(work, Cast(work).disposer, Role.GATE)
    other = gate.as_(stranger)
    for path in (f"/gate/{gate.id}", f"/handover/{gate.id}", f"/gate/{gate.id}/decide"):
        assert other.get(path).status_code == 404
    assert other.post(f"/gate/{gate.id}/scan", data={"code": "X"}).status_code == 404


@pytest.mark.parametrize("drums", [1, 9])
def test_the_pages_cost_at_most_eight_statements_whatever_they_show(
    db: Database, app: Flask, drums: int
) -> None:
    gate = Gate(db, app, drums=drums)
    gate.scanned()
    client = gate.as_(gate.keeper)
    for path in ("/gate", f"/gate/{gate.id}", f"/gate/{gate.id}/decide", f"/handover/{gate.id}"):
        client.get(path)
        with statements(db.engine) as seen:
            assert client.get(path).status_code == 200
        assert len(seen) <= MOST, (path, seen)


@pytest.mark.parametrize("here", [False, True], ids=["on the road", "at the gate"])
def test_nothing_is_said_to_be_absent_before_the_load_is_counted(gate: Gate, here: bool) -> None:
    keeper = gate.as_(gate.keeper)
    if here:
        keeper.post(f"/manifests/{gate.id}/arrive", data={"gross_g": "9000"})
        assert gate.state() is State.ARRIVED
    page = keeper.get(f"/gate/{gate.id}/decide").text
    assert "先扫码，或逐件选择" in page
    assert 'value="没有到"' not in page
    assert f'name="accepted-{gate.lines[0]}" value=""' in page
    # sent as it is, it decides nothing
    sent = keeper.post(f"/gate/{gate.id}/decide", data=gate.acceptance() | {"line": gate.lines[0]})
    assert sent.status_code == 422
    assert "没有填接受量或拒收量" in sent.text or "写明" in sent.text
    assert gate.state() is not State.RECEIVED


def test_once_counted_at_the_gate_what_was_not_scanned_is_proposed_as_absent(gate: Gate) -> None:
    keeper = gate.as_(gate.keeper)
    keeper.post(f"/manifests/{gate.id}/arrive", data={"gross_g": "9000"})
    keeper.post(f"/gate/{gate.id}/scan", data={"code": gate.codes[0]})
    page = keeper.get(f"/gate/{gate.id}/decide").text
    assert page.count('value="没有到"') == 1
    assert "先扫码，或逐件选择" not in page
