"""Containers in the browser, without script: three screens to a label, and what a stranger reads."""

import re
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from tests.support.build import a_unit, a_user, sign_in
from tests.support.containers import Workshop, a_drum
from tests.support.counting import statements
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.transition import request
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Stream
from wastetrack.parties.terms import Packaging, StreamForm
from wastetrack.people.model import User


class Yard:
    """A workshop with a person, one waste on its list and a sealed drum."""

    def __init__(self, work: Work) -> None:
        self.shop = Workshop(work)
        self.user: User = a_user(work, self.shop.unit, Role.OPERATOR)[0]
        self.reader: User = a_user(work, self.shop.unit, Role.READER)[0]
        self.stranger: User = a_user(work, a_unit(work), Role.OPERATOR)[0]
        self.stream = Stream(
            id=work.new_id(),
            created_at=work.now,
            site_id=self.shop.site.id,
            waste_code="900-214-08",
            common_name="废机油",
            form=StreamForm.LIQUID,
            packaging=Packaging.DRUM,
        )
        record(work, "stream.add", self.stream)
        work.session.flush()
        self.drum: Container = a_drum(work, self.shop)


@pytest.fixture
def yard(db: Database) -> Yard:
    with db.transaction(SYSTEM) as work:
        return Yard(work)


def signed(client: FlaskClient, user: User, clock: FixedClock) -> FlaskClient:
    sign_in(client, user, clock.now().timestamp())
    return client


def test_a_new_drum_takes_a_card_a_weight_and_a_button(
    client: FlaskClient, yard: Yard, db: Database, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    weigh = f"/containers/new/{yard.stream.id}"
    assert weigh in client.get("/today").text
    assert weigh in client.get("/containers/new").text
    form = client.get(weigh).text
    hidden = re.search(r'name="site_id" value="([^"]+)"', form)
    assert hidden is not None
    answer = client.post(weigh, data={"site_id": hidden.group(1), "mass_g": "182.4"})
    assert answer.status_code == 303
    label = client.get(answer.location)
    pdf = re.search(r"url=(/containers/[^\"]+/label\.pdf)", label.text)
    assert pdf is not None
    paper = client.get(pdf.group(1))
    assert (paper.mimetype, paper.data[:5]) == ("application/pdf", b"%PDF-")
    with db.reading(SYSTEM) as work:
        row = work.session.get(Container, UUID(answer.location.split("/")[2]))
    assert row is not None
    assert (row.mass_g, row.waste_name) == (182_400, "废机油")


def test_what_was_typed_is_kept_and_the_fault_stands_beside_its_field(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    answer = client.post(
        "/containers/new/any",
        data={"site_id": str(yard.shop.site.id), "waste_code": "901-999-08", "remark": "靠墙"},
    )
    assert answer.status_code == 422
    assert 'value="901-999-08"' in answer.text
    assert 'value="靠墙"' in answer.text
    assert 'id="f-waste_code-error"' in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/today",
        "/containers",
        "/containers?view=left",
        "/containers?view=booked&waste=900-214-08",
        "/containers/new",
        "/containers/new/{stream}",
        "/containers/new/any?code=900-214-08",
        "/containers/{drum}",
        "/containers/{drum}/label",
        "/containers/{drum}/label.pdf",
        "/containers/labels.pdf?ids={drum}",
        "/wastes?q=fjy",
    ],
)
def test_every_page_costs_at_most_eight_statements(
    path: str, client: FlaskClient, yard: Yard, db: Database, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    address = path.format(drum=yard.drum.id, stream=yard.stream.id)
    client.get(address)  # the catalogue's lists are read once for the process
    with statements(db.engine) as told:
        answer = client.get(address)
    assert answer.status_code == 200
    assert len(told) <= 8, told


@pytest.mark.parametrize(
    "verb", ["store", "split", "correct", "treat_self", "identify", "miss", "void"]
)
def test_each_act_has_its_form_and_only_for_who_may(
    verb: str, client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    address = f"/containers/{yard.drum.id}/{verb}"
    assert signed(client, yard.user, clock).get(address).status_code == 200
    assert signed(client, yard.reader, clock).get(address).status_code == 403
    assert signed(client, yard.stranger, clock).get(address).status_code == 404


def test_a_container_page_offers_what_the_machine_and_the_policy_allow(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    address = f"/containers/{yard.drum.id}"
    page = signed(client, yard.user, clock).get(address).text
    assert f"{address}/void" in page
    assert f"{address}/seal" not in page
    assert f"{address}/seize" not in page
    reading = signed(client, yard.reader, clock).get(address)
    assert reading.status_code == 200
    assert f"{address}/void" not in reading.text
    assert signed(client, yard.stranger, clock).get(address).status_code == 404


def test_an_act_that_came_too_late_says_why(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    address = f"/containers/{yard.drum.id}/seal"
    assert client.get(address).status_code == 422
    answer = client.post(address, data={"mass_g": "10"})
    assert answer.status_code == 422
    assert "已经封口" in answer.text


def test_a_split_lost_a_gram_and_keeps_what_was_typed(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    address = f"/containers/{yard.drum.id}/split"
    answer = client.post(address, data={"grams": ["100", "82.3", "", ""]})
    assert answer.status_code == 422
    assert 'value="82.3"' in answer.text
    assert client.post(address, data={"grams": ["100", "82.4", ""]}).status_code == 303


def test_ticked_labels_become_one_sheet(client: FlaskClient, yard: Yard, clock: FixedClock) -> None:
    signed(client, yard.user, clock)
    answer = client.post("/containers/labels", data={"ids": [str(yard.drum.id)]})
    assert answer.status_code == 303
    assert client.get(answer.location).mimetype == "application/pdf"
    assert client.get("/containers/labels.pdf").status_code == 404


def test_a_stranger_reads_the_safe_minimum_and_its_people_get_the_page(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    address = f"/C/{yard.drum.human_code}.1"
    page = client.get(address)
    assert page.status_code == 200
    assert "不要打开" in page.text
    assert "182.4" not in page.text
    assert str(yard.drum.digital_id) not in page.text
    assert client.get("/C/00000001").status_code == 404
    answer = signed(client, yard.user, clock).get(address)
    assert answer.status_code == 303
    assert answer.location.endswith(f"/containers/{yard.drum.id}")


def test_after_a_reprint_the_old_label_is_told_as_old(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    assert client.post(f"/containers/{yard.drum.id}/print").status_code == 303
    old = client.get(f"/C/{yard.drum.human_code}.1")
    assert "旧标签" in client.get(old.location).text
    new = client.get(f"/C/{yard.drum.human_code}.2")
    assert "旧标签，已经作废" not in client.get(new.location).text


def test_searching_while_typing_answers_with_the_list_alone(
    client: FlaskClient, yard: Yard, clock: FixedClock
) -> None:
    signed(client, yard.user, clock)
    part = client.get("/wastes?q=90021408", headers={"HX-Request": "true"}).text
    assert "900-214-08" in part
    assert "<html" not in part


def test_a_full_store_and_a_near_end_come_first_today(
    client: FlaskClient, yard: Yard, db: Database, clock: FixedClock
) -> None:
    with db.transaction(SYSTEM) as work:
        a_drum(work, yard.shop, kg="2900", volume_l=1000, first_waste_at="2025-12-20T08:00")
    page = signed(client, yard.user, clock).get("/today").text
    assert "超过贮存点" in page
    assert "还有 26 天 · 地方要求·待确认" in page


def test_what_is_sealed_and_booked_is_not_offered_for_sealing(
    client: FlaskClient, yard: Yard, db: Database, clock: FixedClock
) -> None:
    with db.transaction(SYSTEM) as work:
        old = a_drum(work, yard.shop, waste_code="900-249-08", first_waste_at="2025-06-01T08:00")
        request(work, old, work.new_id())
    page = signed(client, yard.user, clock).get("/today").text
    assert "900-249-08" in page
    assert "封口" not in page
