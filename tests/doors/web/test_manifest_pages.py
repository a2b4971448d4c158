"""Manifests through HTTP: the list, one page for each party, drafting, filing, steps, corrections."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from tests.conftest import NOW
from tests.support.build import a_user, sign_in
from tests.support.counting import statements
from tests.support.manifests import Cast, next_number
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.manifests.model import Correction, Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import State
from wastetrack.people.model import User
from wastetrack.web.manifest_acts import VERBS, Verb

MOST = 8


class Office:
    """The whole cast with people who can sign in, and one manifest in a state."""

    def __init__(self, db: Database, app: Flask, state: State = State.DRAFT) -> None:
        self.db, self.app = db, app
        with db.transaction(SYSTEM) as work:
            self.cast = Cast(work)
            self.producer, _ = a_user(work, self.cast.shop.unit, Role.OPERATOR)
            self.disposer, _ = a_user(work, self.cast.disposer, Role.OPERATOR)
            self.dispatcher, _ = a_user(work, self.cast.carrier, Role.DISPATCHER)
            self.id: UUID = self.cast.be(state).id
            self.number = next_number(work)

    def as_(self, user: User) -> FlaskClient:
        client = self.app.test_client()
        sign_in(client, user, NOW.timestamp())
        return client

    def state(self) -> State:
        with self.db.reading(SYSTEM) as work:
            found = work.session.get(Manifest, self.id)
            assert found is not None
            return found.state


@pytest.fixture
def office(db: Database, app: Flask) -> Office:
    return Office(db, app)


def test_a_producer_finds_his_draft_in_the_list_and_files_it(office: Office) -> None:
    client = office.as_(office.producer)
    assert "SY2026000001" in client.get("/manifests").text
    page = client.get(f"/manifests/{office.id}")
    assert "提交联单" in page.text
    assert client.post(f"/manifests/{office.id}/file").status_code == 303
    assert office.state() is State.FILED


def test_a_stranger_does_not_learn_that_it_exists(office: Office, app: Flask) -> None:
    with office.db.transaction(SYSTEM) as work:
        other, _ = a_user(work, Cast(work).shop.unit, Role.OPERATOR)
    client = office.as_(other)
    assert client.get(f"/manifests/{office.id}").status_code == 404
    assert client.post(f"/manifests/{office.id}/file").status_code == 404
    assert "SY2026000001" not in client.get("/manifests").text


def test_a_container_is_a_link_only_for_those_who_may_open_it(office: Office) -> None:
    for person, status in ((office.producer, 200), (office.disposer, 404)):
        client = office.as_(person)
        with office.db.reading(SYSTEM) as work:
            address = f"/containers/{lines_of(work, office.id)[0].container_id}"
        assert client.get(address).status_code == status
        assert (address in client.get(f"/manifests/{office.id}").text) is (status == 200)


def test_the_receiver_sees_who_does_the_next_step_and_no_button_for_it(office: Office) -> None:
    text = office.as_(office.disposer).get(f"/manifests/{office.id}").text
    assert "下一步“提交联单”由移出人办理" in text
    assert "/file" not in text
    assert office.as_(office.disposer).post(f"/manifests/{office.id}/file").status_code == 403


def test_what_keeps_it_from_being_filed_stands_on_the_page(office: Office) -> None:
    client = office.as_(office.producer)
    form = edit_form(client, office)
    form.pop("shipper")
    assert client.post(f"/manifests/{office.id}/edit", data=form).status_code == 303
    answer = client.post(f"/manifests/{office.id}/file")
    assert answer.status_code == 422
    assert "没有选托运人" in answer.text


def edit_form(client: FlaskClient, office: Office) -> dict[str, object]:
    """What the edit page would send back unchanged."""
    with office.db.reading(SYSTEM) as work:
        m = work.session.get(Manifest, office.id)
        assert m is not None
        page = client.get(f"/manifests/{office.id}/edit").text
        ids = [part.split('"')[0] for part in page.split('name="container_ids" value="')[1:]]
        return {
            "container_ids": ids,
            "receiver_site_id": str(m.receiver_site_id),
            "carrier_unit_id": str(m.carrier_unit_id),
            "shipper": "consignor",
            "un_none_reason": "按名录不属于危险货物",
            "emergency_phone": m.emergency_phone,
            "emergency_measures": m.emergency_measures,
            "receiver_kind": "permit",
        }


def test_ticked_stock_becomes_a_draft(office: Office) -> None:
    with office.db.transaction(SYSTEM) as work:
        office.cast.work = work
        drum = office.cast.drums(1)[0].id
    client = office.as_(office.producer)
    page = client.get(f"/manifests/new?ids={drum}").text
    assert f'value="{drum}" checked' in page
    sent = {
        "consignor_site_id": str(office.cast.shop.site.id),
        "container_ids": [str(drum)],
        "receiver_site_id": str(office.cast.plant.id),
        "receiver_kind": "permit",
    }
    answer = client.post("/manifests/new", data=sent)
    assert answer.status_code == 303
    assert "SY2026000002" in client.get(answer.location).text


def test_a_draft_without_containers_keeps_what_was_typed(office: Office) -> None:
    sent = {
        "consignor_site_id": str(office.cast.shop.site.id),
        "receiver_site_id": str(office.cast.plant.id),
        "consignor_handler": "老师傅",
    }
    answer = office.as_(office.producer).post("/manifests/new", data=sent)
    assert answer.status_code == 422
    assert "老师傅" in answer.text


@pytest.mark.parametrize(
    "state", [State.DRAFT, State.READY, State.ARRIVED, State.CONFIRMED], ids=lambda s: s.value
)
def test_one_manifest_costs_few_statements(db: Database, app: Flask, state: State) -> None:
    office = Office(db, app, state)
    for user in (office.producer, office.disposer, office.dispatcher):
        client = office.as_(user)
        assert client.get(f"/manifests/{office.id}").status_code == 200
        with statements(db.engine) as seen:
            client.get(f"/manifests/{office.id}")
        assert len(seen) <= MOST, "\n".join(seen)
        with statements(db.engine) as seen:
            client.get("/manifests")
        assert len(seen) <= MOST, "\n".join(seen)


def test_filing_through_http_costs_few_statements(office: Office) -> None:
    client = office.as_(office.producer)
    client.get(f"/manifests/{office.id}")
    with statements(office.db.engine) as seen:
        answer = client.post(f"/manifests/{office.id}/file", data={"nonce": "a" * 24})
    assert answer.status_code == 303
    assert len(seen) <= 14, "\n".join(seen)


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v.name)
def test_every_form_opens(db: Database, app: Flask, verb: Verb) -> None:
    office = Office(db, app, State.IN_TRANSIT)
    for user in (office.producer, office.disposer, office.dispatcher):
        answer = office.as_(user).get(f"/manifests/{office.id}/{verb.name}")
        # what only a party outside has a form for is done elsewhere by those who act here
        assert answer.status_code == (303 if verb.outside else 200)


def test_the_form_is_a_pdf_with_a_watermark_until_it_leaves(office: Office) -> None:
    answer = office.as_(office.producer).get(f"/manifests/{office.id}/form.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")


def test_a_stale_page_is_told_what_changed(office: Office) -> None:
    client = office.as_(office.producer)
    assert client.post(f"/manifests/{office.id}/file", data={"seen": "1"}).status_code == 303
    late = client.post(f"/manifests/{office.id}/withdraw", data={"seen": "1", "reason": "改数量"})
    assert late.status_code == 409


def test_a_correction_is_asked_for_and_answered(db: Database, app: Flask) -> None:
    office = Office(db, app, State.RECEIVED)
    sent = {"field_name": "consignor_handler", "value": "王师傅", "reason": "名字写错"}
    client = office.as_(office.producer)
    assert client.post(f"/manifests/{office.id}/correct", data=sent).status_code == 303
    page = office.as_(office.disposer).get(f"/manifests/{office.id}")
    assert "同意更正" in page.text
    with db.reading(SYSTEM) as work:
        row = work.session.exec(select(Correction)).one()
    yes = {"correction_id": str(row.id), "agree": "true"}
    other = office.as_(office.disposer)
    assert other.post(f"/manifests/{office.id}/endorse", data=yes).status_code == 303
    assert "王师傅" in client.get(f"/manifests/{office.id}").text


def test_an_incident_on_the_road_is_recorded_and_becomes_a_case(db: Database, app: Flask) -> None:
    office = Office(db, app, State.IN_TRANSIT)
    sent = {"place": "104 国道", "what": "轮胎损坏，无泄漏", "told": "分局值班电话"}
    client = office.as_(office.dispatcher)
    assert client.post(f"/manifests/{office.id}/incident", data=sent).status_code == 303
    assert "分局值班电话" in client.get(f"/manifests/{office.id}").text
    with db.reading(SYSTEM) as work:
        case = work.session.exec(select(Case)).one()
    assert (case.kind, case.manifest_id) == (CaseKind.INCIDENT, office.id)


def test_number_and_consent_are_given_on_their_pages(db: Database, app: Flask) -> None:
    office = Office(db, app, State.FILED)
    client = office.as_(office.producer)
    wrong = client.post(f"/manifests/{office.id}/number", data={"national_no": "2026"})
    assert wrong.status_code == 422
    assert 'value="2026"' in wrong.text
    right = {"national_no": office.number}
    assert client.post(f"/manifests/{office.id}/number", data=right).status_code == 303
    assert office.as_(office.disposer).post(f"/manifests/{office.id}/consent").status_code == 303
    assert office.state() is State.READY
    assert "交接签字" in client.get(f"/manifests/{office.id}").text


def test_a_receiver_here_finds_no_form_for_an_outcome_and_no_way_past_it(
    db: Database, app: Flask
) -> None:
    office = Office(db, app, State.CONFIRMED)
    client = office.as_(office.disposer)
    address = f"/manifests/{office.id}/outcome"
    led = client.get(address)
    assert (led.status_code, led.location) == (303, "/treatments")
    with db.reading(SYSTEM) as work:
        line = lines_of(work, office.id)[0].id
    sent = client.post(address, data={"line_id": line, "grams": "182.4", "method": "R9"})
    assert sent.status_code == 422
    assert "处置在“利用处置”" in sent.text
    # the batch of a treatment never comes from a form
    forged = {"line_id": line, "grams": "182.4", "treatment_id": line}
    assert client.post(address, data=forged).status_code == 422
    assert office.state() is State.CONFIRMED
