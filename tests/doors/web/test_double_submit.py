"""Two taps, two people, two tabs: one act becomes true, and the other is told so or led there."""

import threading
from collections.abc import Callable, Sequence
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import col, select
from werkzeug.test import TestResponse

from tests.conftest import NOW
from tests.doors.web.test_containers import Yard
from tests.doors.web.test_manifest_pages import Office
from tests.support.build import sign_in
from tests.support.containers import a_drum
from wastetrack.audit.model import Event
from wastetrack.audit.verify import verify_trail
from wastetrack.containers.model import Container
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.manifests.terms import State
from wastetrack.people.model import User

Send = Callable[[FlaskClient], TestResponse]


@pytest.fixture
def yard(db: Database) -> Yard:
    with db.transaction(SYSTEM) as work:
        return Yard(work)


def browser(app: Flask, user: User) -> FlaskClient:
    client = app.test_client()
    sign_in(client, user, NOW.timestamp())
    return client


def at_once(app: Flask, user: User, sends: Sequence[Send]) -> list[TestResponse]:
    """Send all at the same moment, each from a browser of its own."""
    app.config["TESTING"] = False
    start = threading.Barrier(len(sends))
    answers: list[TestResponse | None] = [None] * len(sends)

    def run(place: int) -> None:
        client = browser(app, user)
        start.wait(30)
        answers[place] = sends[place](client)

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(sends))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return [answer for answer in answers if answer is not None]


def opening(yard: Yard, nonce: str) -> Send:
    form = {"site_id": str(yard.shop.site.id), "mass_g": "12", "nonce": nonce}
    return lambda client: client.post(f"/containers/new/{yard.stream.id}", data=form)


def drums(db: Database) -> list[Container]:
    with db.reading(SYSTEM) as work:
        return list(work.session.exec(select(Container).where(Container.mass_g == 12_000)))


def kinds(db: Database, subject: UUID) -> list[str]:
    with db.reading(SYSTEM) as work:
        query = select(Event.kind).where(Event.subject_id == subject).order_by(col(Event.seq))
        return list(work.session.exec(query))


def test_a_second_send_of_one_form_leads_to_the_first_result(
    app: Flask, db: Database, yard: Yard
) -> None:
    client, send = browser(app, yard.user), opening(yard, "one")
    first, second = send(client), send(client)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
    assert len(drums(db)) == 1


def test_two_sends_at_once_make_one_drum_and_lead_to_it(
    app: Flask, db: Database, yard: Yard
) -> None:
    answers = at_once(app, yard.user, [opening(yard, "one")] * 4)
    assert [answer.status_code for answer in answers] == [303] * 4
    assert len({answer.location for answer in answers}) == 1
    assert len(drums(db)) == 1


def test_forms_without_a_nonce_or_with_another_are_other_acts(
    app: Flask, db: Database, yard: Yard
) -> None:
    client = browser(app, yard.user)
    for nonce in ("", "", "a", "b"):
        assert opening(yard, nonce)(client).status_code == 303
    assert len(drums(db)) == 4


def test_somebody_elses_nonce_leads_nowhere(app: Flask, db: Database, yard: Yard) -> None:
    led = opening(yard, "mine")(browser(app, yard.user))
    other = browser(app, yard.stranger).post("/me", data={"name": "路人", "nonce": "mine"})
    assert other.status_code == 409
    assert led.location not in other.text
    assert len(drums(db)) == 1


def test_the_numbers_of_a_day_are_given_once_however_many_ask_together(
    app: Flask, db: Database, yard: Yard
) -> None:
    answers = at_once(app, yard.user, [opening(yard, f"n{i}") for i in range(6)])
    assert [answer.status_code for answer in answers] == [303] * 6
    rows = drums(db)
    assert len({row.digital_id for row in rows}) == len(rows) == 6
    with db.reading(SYSTEM) as work:
        assert verify_trail(work).broken is None


def test_of_two_people_who_do_one_step_one_does_it_and_one_is_told(
    app: Flask, db: Database, yard: Yard
) -> None:
    with db.transaction(SYSTEM) as work:
        drum = a_drum(work, yard.shop, None).id
    path = f"/containers/{drum}/void"

    def voiding(nonce: str) -> Send:
        return lambda client: client.post(path, data={"reason": "登记错了", "nonce": nonce})

    answers = at_once(app, yard.user, [voiding("a"), voiding("b")])
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses[0] == 303
    assert statuses[1] in {409, 422}
    assert kinds(db, drum).count("container.void") == 1


def test_of_two_taps_on_one_button_both_come_to_the_manifest(app: Flask, db: Database) -> None:
    office = Office(db, app)
    path = f"/manifests/{office.id}/file"
    sends: list[Send] = [lambda client: client.post(path, data={"nonce": "tap"})] * 2
    answers = at_once(app, office.producer, sends)
    assert {(a.status_code, a.location) for a in answers} == {(303, f"/manifests/{office.id}")}
    assert office.state() is State.FILED
    assert kinds(db, office.id).count("manifest.file") == 1


def test_a_page_that_went_stale_is_told_who_changed_it_and_when(app: Flask, db: Database) -> None:
    office = Office(db, app, State.FILED)
    client = browser(app, office.producer)
    form = {"reason": "数量有误", "seen": "1"}
    answer = client.post(f"/manifests/{office.id}/withdraw", data=form)
    assert answer.status_code == 409
    assert "改了什么" in answer.text
    assert "2026-11-24 10:00 改过这张联单" in answer.text
    assert office.state() is State.FILED
