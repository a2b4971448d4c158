"""Contracts, plans, consents and approvals through HTTP: recorded, refused with what was typed kept."""

from io import BytesIO
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from tests.conftest import NOW
from tests.support.agreements import OIL, a_collector, a_contract
from tests.support.build import a_site, a_unit, a_user, sign_in
from tests.support.counting import statements
from wastetrack.agreements.model import Approval, Consent, Contract, Plan, PlanLine
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.people.model import User

MOST = 8
PDF = b"%PDF-1.4\n%test\n"


class Office:
    """A producer with a site, its operator and a collector."""

    def __init__(self, db: Database, app: Flask) -> None:
        self.db, self.app = db, app
        with db.transaction(SYSTEM) as work:
            self.unit = a_unit(work)
            self.site = a_site(work, self.unit)
            self.hub, _ = a_collector(work)
            self.contract = a_contract(work, self.unit, self.hub).id
            self.user, _ = a_user(work, self.unit, Role.OPERATOR)

    def browser(self, user: User | None = None) -> FlaskClient:
        client = self.app.test_client()
        sign_in(client, user or self.user, NOW.timestamp())
        return client

    def contract_form(self, **over: object) -> dict[str, object]:
        return {
            "consignor_unit_id": str(self.unit.id),
            "receiver_unit_id": str(self.hub.id),
            "number": "HT-2026-88",
            "codes": OIL,
            "price_basis": "package",
            "price_fen": "3600",
            "duties": "各负其责",
            "signed_on": "2026-11-20",
            "valid_from": "2026-11-20",
            "valid_to": "2027-11-19",
            **over,
        }

    def plan_form(self, **over: object) -> dict[str, object]:
        return {
            "site_id": str(self.site.id),
            "year": "2026",
            "number": "BA2026-0001",
            "filed_on": "2026-03-20",
            "line0_kind": "transfer",
            "line0_waste_code": OIL,
            "line0_planned_g": "5.5",
            "line0_transfer_type": "province",
            "line0_receiver_kind": "permit",
            "line0_receiver_unit_id": str(self.hub.id),
            "line3_kind": "produce",
            "line3_waste_code": OIL,
            "line3_planned_g": "6",
            "line4_kind": "transfer",
            **over,
        }


@pytest.fixture
def office(db: Database, app: Flask) -> Office:
    return Office(db, app)


def test_a_contract_is_recorded_with_its_scan_and_read_back(office: Office) -> None:
    client = office.browser()
    assert client.get("/contracts/new").status_code == 200
    form = office.contract_form(file=(BytesIO(PDF), "合同.pdf"))
    answer = client.post("/contracts/new", data=form)
    assert answer.status_code == 303
    page = client.get(answer.location).get_data(as_text=True)
    assert "3,600.00 元/年" in page
    scan = client.get(f"{answer.location}/file")
    assert (scan.data, scan.mimetype) == (PDF, "application/pdf")


def test_what_was_typed_into_a_contract_is_kept_and_faults_stand_at_their_fields(
    office: Office,
) -> None:
    form = office.contract_form(codes="900-214-8", file=(BytesIO(b"GIF89a"), "a.gif"))
    answer = office.browser().post("/contracts/new", data=form)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "HT-2026-88" in page
    assert 'href="#f-codes"' in page
    assert 'href="#f-file"' in page
    refused = office.browser().post("/contracts/new", data=office.contract_form(price_fen=""))
    assert refused.status_code == 422
    assert 'id="f-price_fen-error"' in refused.get_data(as_text=True)


def test_a_hash_typed_into_the_form_gives_nobody_a_file(office: Office) -> None:
    client = office.browser()
    answer = client.post("/contracts/new", data=office.contract_form(file="0" * 64))
    assert answer.status_code == 303
    assert client.get(f"{answer.location}/file").status_code == 404


def test_a_contract_is_ended_from_its_page(office: Office) -> None:
    client = office.browser()
    address = f"/contracts/{office.contract}"
    early = client.post(f"{address}/end", data={"ended_on": "2020-01-01", "reason": "换单位"})
    assert early.status_code == 422
    answer = client.post(f"{address}/end", data={"ended_on": "2026-11-24", "reason": "换单位"})
    assert answer.status_code == 303
    assert "已终止" in client.get(address).get_data(as_text=True)


def test_a_plan_is_recorded_from_its_lines_and_blank_ones_do_not_count(office: Office) -> None:
    client = office.browser()
    assert client.get("/plans/new").status_code == 200
    answer = client.post("/plans/new", data=office.plan_form())
    assert answer.status_code == 303
    with office.db.reading(SYSTEM) as work:
        lines = work.session.exec(select(PlanLine)).all()
        assert sorted(line.planned_g for line in lines) == [5_500_000, 6_000_000]
    assert client.get(answer.location).status_code == 200


def test_a_bad_line_is_told_at_its_own_field(office: Office) -> None:
    form = office.plan_form(line0_waste_code="900-21-08", line3_planned_g="abc")
    answer = office.browser().post("/plans/new", data=form)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'value="900-21-08"' in page
    assert 'id="f-line0_waste_code-error"' in page
    assert 'id="f-line1_planned_g-error"' in page


def test_a_plan_is_amended_from_its_page(office: Office) -> None:
    client = office.browser()
    address = client.post("/plans/new", data=office.plan_form()).location
    form = client.get(f"{address}/amend").get_data(as_text=True)
    assert 'value="5.5"' in form
    sent = {
        **office.plan_form(line0_planned_g="9"),
        "amended_on": "2026-11-23",
        "reason": "产量增加",
    }
    assert client.post(f"{address}/amend", data=sent).status_code == 303
    assert "9.000 t" in client.get(address).get_data(as_text=True)


def test_consents_and_approvals_are_given_and_ended(office: Office) -> None:
    client = office.browser()
    consent = {
        "unit_id": str(office.unit.id),
        "proxy_unit_id": str(office.hub.id),
        "scope": ["plan", "ledger"],
        "valid_to": "2026-12-31",
    }
    assert client.post("/consents/new", data=consent).status_code == 303
    with office.db.reading(SYSTEM) as work:
        given = work.session.exec(select(Consent.id)).one()
    assert "代报管理计划" in client.get("/consents").get_data(as_text=True)
    assert client.post(f"/consents/{given}/withdraw", data={}).status_code == 303
    assert "已结束" in client.get("/consents").get_data(as_text=True)
    approval = {
        "unit_id": str(office.unit.id),
        "receiver_unit_id": str(office.hub.id),
        "number": "浙环跨〔2026〕12号",
        "waste_code": OIL,
        "approved_g": "20",
        "valid_from": "2026-06-01",
        "valid_to": "2027-06-02",
    }
    assert client.post("/cross-province/new", data=approval).status_code == 422
    answer = client.post("/cross-province/new", data={**approval, "valid_to": "2027-05-31"})
    assert answer.status_code == 303
    with office.db.reading(SYSTEM) as work:
        assert work.session.exec(select(Approval.approved_g)).one() == 20_000_000


def test_a_stranger_finds_nothing(office: Office) -> None:
    with office.db.transaction(SYSTEM) as work:
        stranger, _ = a_user(work, a_unit(work), Role.ADMIN)
    plan = _a_plan(office)
    client = office.browser(stranger)
    for address in (f"/contracts/{office.contract}", f"/plans/{plan}", f"/plans/{plan}/amend"):
        assert client.get(address).status_code == 404
    with office.db.reading(SYSTEM) as work:
        assert len(work.session.exec(select(Contract)).all()) == 1


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize(
    "path",
    [
        "/contracts",
        "/contracts?show=all",
        "/contracts/new",
        "/contracts/{contract}",
        "/plans",
        "/plans/new",
        "/plans/{plan}",
        "/plans/{plan}/amend",
        "/consents",
        "/consents/new",
        "/cross-province",
        "/cross-province/new",
    ],
)
def test_every_page_costs_few_statements(office: Office, path: str, lang: str) -> None:
    plan = _a_plan(office)
    client = office.browser()
    client.post("/settings/lang", data={"lang": lang})
    address = path.format(contract=office.contract, plan=plan)
    client.get(address)
    with statements(office.db.engine) as seen:
        assert client.get(address).status_code == 200
    assert len(seen) <= MOST, "\n".join(seen)


def _a_plan(office: Office) -> UUID:
    office.browser().post("/plans/new", data=office.plan_form())
    with office.db.reading(SYSTEM) as work:
        return work.session.exec(select(Plan.id)).one()
