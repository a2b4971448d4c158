"""Cases and treatments through HTTP: open, answer, close by a fact; feed, tell, add new waste."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from tests.conftest import NOW
from tests.rooms.treatments.test_leave import a_stream
from tests.support.build import a_user, sign_in
from tests.support.counting import statements
from tests.support.handover import drums_of
from tests.support.manifests import Cast
from wastetrack.audit.model import Event
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseState
from wastetrack.containers.model import Container
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.people.model import User
from wastetrack.treatments.model import Treatment

MOST = 8


class Works:
    """Producer, disposer and officer who can sign in, with two drums in the disposer's hall."""

    def __init__(self, db: Database, app: Flask) -> None:
        self.db, self.app = db, app
        with db.transaction(SYSTEM) as work:
            self.cast = Cast(work)
            self.producer, _ = a_user(work, self.cast.shop.unit, Role.OPERATOR)
            self.disposer, _ = a_user(work, self.cast.disposer, Role.OPERATOR)
            self.officer, _ = a_user(
                work,
                work.session.get_one(type(self.cast.shop.unit), self.cast.officer.seats[0].unit_id),
                Role.OFFICER,
            )
            m = self.cast.confirmed()
            self.manifest, self.reference = m.id, m.reference
            self.drums = [str(c.id) for c in drums_of(work, m)]
            self.ash = str(a_stream(work, self.cast.plant).id)

    def as_(self, user: User) -> FlaskClient:
        client = self.app.test_client()
        sign_in(client, user, NOW.timestamp())
        return client

    def only(self, table: type[Case] | type[Treatment]) -> UUID:
        with self.db.reading(SYSTEM) as work:
            return work.session.exec(select(table.id)).one()

    def opened(self) -> UUID:
        form = {
            "site_id": str(self.cast.shop.site.id),
            "kind": "data",
            "title": "重量不对",
            "note": "磅单与联单差 20 kg",
            "manifest_reference": self.reference,
        }
        assert self.as_(self.producer).post("/cases/new", data=form).status_code == 303
        return self.only(Case)


@pytest.fixture
def works(db: Database, app: Flask) -> Works:
    return Works(db, app)


def test_a_case_is_opened_answered_and_closed_by_a_fact(works: Works) -> None:
    assert (
        works.reference
        in works.as_(works.producer).get(f"/cases/new?manifest={works.reference}").text
    )
    case = works.opened()
    disposer, officer = works.as_(works.disposer), works.as_(works.officer)
    assert "重量不对" in disposer.get("/cases").text
    said = disposer.post(f"/cases/{case}/answer", data={"text": "已经重新过磅"})
    assert said.status_code == 303
    assert "已经重新过磅" in works.as_(works.producer).get(f"/cases/{case}").text
    page = officer.get(f"/cases/{case}").text
    assert "结案所依据的事实" in page
    with works.db.reading(SYSTEM) as work:
        fact = work.session.exec(select(Event.id).where(Event.kind == "case.answer")).one()
    form = {"fact_id": str(fact), "closing": "双方数据一致"}
    assert officer.post(f"/cases/{case}/close", data=form).status_code == 303
    assert "双方数据一致" in disposer.get(f"/cases/{case}").text
    with works.db.reading(SYSTEM) as work:
        assert work.session.get_one(Case, case).state is CaseState.CLOSED


def test_closing_by_a_sentence_alone_is_refused(works: Works) -> None:
    case = works.opened()
    officer = works.as_(works.officer)
    assert "现在不能结案" in officer.get(f"/cases/{case}").text
    answer = officer.post(f"/cases/{case}/close", data={"closing": "已办结"})
    assert answer.status_code == 422
    assert (
        works.as_(works.producer)
        .post(f"/cases/{case}/close", data={"closing": "已办结", "fact_id": str(UUID(int=1))})
        .status_code
        == 403
    )


def test_a_case_of_others_is_not_there(works: Works) -> None:
    case = works.opened()
    with works.db.transaction(SYSTEM) as work:
        stranger, _ = a_user(work, Cast(work).shop.unit, Role.OPERATOR)
    client = works.as_(stranger)
    assert client.get(f"/cases/{case}").status_code == 404
    assert client.post(f"/cases/{case}/answer", data={"text": "看看"}).status_code == 404
    assert "重量不对" not in client.get("/cases").text


def test_an_incomplete_case_keeps_what_was_typed(works: Works) -> None:
    form = {"site_id": str(works.cast.shop.site.id), "title": "", "note": "经过写在这里"}
    answer = works.as_(works.producer).post("/cases/new", data=form)
    assert answer.status_code == 422
    assert "经过写在这里" in answer.text
    assert 'id="f-title-error"' in answer.text


def test_filters_of_the_list_stand_in_the_address(works: Works) -> None:
    works.opened()
    client = works.as_(works.officer)
    assert "重量不对" in client.get("/cases?state=open&kind=data").text
    assert "重量不对" not in client.get("/cases?state=closed").text
    assert "重量不对" in client.get("/cases?state=nonsense&after=nonsense").text


def test_drums_are_fed_whole_and_in_part_and_the_producer_sees_his_share(works: Works) -> None:
    client = works.as_(works.disposer)
    assert "选择投入的容器" in client.get("/treatments/new").text
    one, two = works.drums
    form = {
        "site_id": str(works.cast.plant.id),
        "method": "R9",
        "take": works.drums,
        f"kg-{one}": "100",
        f"kg-{two}": "",
        "residue_stream": [works.ash, ""],
        "residue_kg": ["12.5", ""],
    }
    answer = client.post("/treatments/new", data=form)
    assert answer.status_code == 303
    page = client.get(answer.location).text
    assert "282.4 kg" in page
    assert works.reference in page
    assert "焚烧残渣" in page
    assert "HWZXLY20261124001" in client.get("/treatments").text
    mine = works.as_(works.producer).get("/treatments/outcomes").text
    assert "182.4 kg" in mine
    assert "100 kg" in mine
    assert works.as_(works.producer).get(answer.location).status_code == 404
    officer = works.as_(works.officer).get(answer.location).text
    assert "/residues" in page
    assert "/residues" not in officer


def test_too_much_is_told_and_what_was_typed_is_kept(works: Works) -> None:
    one = works.drums[0]
    form = {"site_id": str(works.cast.plant.id), "method": "R9", "take": one, f"kg-{one}": "999"}
    answer = works.as_(works.disposer).post("/treatments/new", data=form)
    assert answer.status_code == 422
    assert "不能投入 999 kg" in answer.text
    assert 'value="999"' in answer.text


@pytest.mark.parametrize("typed", ["很多", "-1", "1.2.3", "0"])
def test_kilograms_that_are_none_are_told(works: Works, typed: str) -> None:
    one = works.drums[0]
    form = {"site_id": str(works.cast.plant.id), "method": "R9", "take": one, f"kg-{one}": typed}
    answer = works.as_(works.disposer).post("/treatments/new", data=form)
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.text


def test_new_waste_that_comes_later_leads_to_its_container(works: Works) -> None:
    client = works.as_(works.disposer)
    form = {"site_id": str(works.cast.plant.id), "method": "R9", "take": works.drums}
    client.post("/treatments/new", data=form)
    treatment = works.only(Treatment)
    assert "焚烧残渣" in client.get(f"/treatments/{treatment}/residues").text
    later = {"stream_id": works.ash, "grams": "3"}
    answer = client.post(f"/treatments/{treatment}/residues", data=later)
    assert answer.status_code == 303
    with works.db.reading(SYSTEM) as work:
        bag = work.session.exec(select(Container).where(Container.mass_g == 3_000)).one()
    assert answer.location.endswith(f"/containers/{bag.id}")


def test_pages_without_anything_say_what_to_do(works: Works) -> None:
    client = works.as_(works.producer)
    assert "没有案件" in client.get("/cases").text
    assert "还没有利用处置结果" in client.get("/treatments/outcomes").text
    assert client.get("/treatments").status_code == 403
    disposer = works.as_(works.disposer)
    assert "还没有利用处置记录" in disposer.get("/treatments").text
    assert disposer.get("/treatments/new").status_code == 200


def test_the_pages_cost_at_most_eight_statements(works: Works) -> None:
    case = works.opened()
    client = works.as_(works.disposer)
    form = {"site_id": str(works.cast.plant.id), "method": "R9", "take": works.drums[0]}
    assert client.post("/treatments/new", data=form).status_code == 303
    treatment = works.only(Treatment)
    paths = (
        "/cases",
        "/cases/new",
        f"/cases/{case}",
        "/treatments",
        "/treatments/new",
        "/treatments/outcomes",
        f"/treatments/{treatment}",
        f"/treatments/{treatment}/residues",
    )
    for path in paths:
        client.get(path)
        with statements(works.db.engine) as seen:
            assert client.get(path).status_code == 200
        assert len(seen) <= MOST, (path, seen)
