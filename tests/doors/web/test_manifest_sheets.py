"""The sheets beside a manifest through HTTP: offered when there is one, for who may read it, logged."""

import pytest
from flask import Flask
from sqlmodel import select

from tests.doors.web.test_manifest_pages import MOST, Office
from tests.paper.sheets import page_texts
from tests.support.build import a_user
from tests.support.counting import statements
from tests.support.manifests import Cast
from wastetrack.audit.model import AccessLog
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.manifests.actions.correct import correct
from wastetrack.manifests.actions.refuse import refuse
from wastetrack.manifests.actions.void import void
from wastetrack.manifests.inputs import CorrectManifest, RefuseManifest, VoidManifest
from wastetrack.manifests.terms import State


def prepared(db: Database, app: Flask, kind: str) -> Office:
    """A manifest that has this sheet."""
    states = {"void": State.FILED, "correction": State.RECEIVED}
    office = Office(db, app, states.get(kind, State.ARRIVED))
    with db.transaction(SYSTEM) as work:
        by_producer, by_gate = (work.as_actor(a) for a in (office.cast.producer, office.cast.gate))
        if kind == "void":
            void(by_producer, office.id, VoidManifest(reason="选错了接受人", upstream_voided=True))
        elif kind == "correction":
            data = CorrectManifest(field_name="consignor_handler", value="老师傅", reason="换班")
            correct(by_producer, office.id, data)
        else:
            refuse(by_gate, office.id, RefuseManifest(reason="含水", reported_to="示例分局"))
    return office


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("discrepancy", "危险废物转移差异单"),
        ("correction", "危险废物转移联单更正单"),
        ("void", "危险废物转移联单作废单"),
        ("return", "危险废物转移退回单"),
    ],
)
def test_a_sheet_is_offered_printed_and_logged(
    db: Database, app: Flask, kind: str, title: str
) -> None:
    office = prepared(db, app, kind)
    client = office.as_(office.producer)
    path = f"/manifests/{office.id}/{kind}.pdf"
    assert path in client.get(f"/manifests/{office.id}").text
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert title in page_texts(answer.data)[0]
    with statements(db.engine) as seen:
        assert client.get(path).data == answer.data
    assert len([s for s in seen if "access_log" not in s]) <= MOST + 2, "\n".join(seen)
    with db.reading(SYSTEM) as work:
        assert path in {row.page for row in work.session.exec(select(AccessLog))}


def test_what_has_nothing_to_say_is_neither_offered_nor_there(db: Database, app: Flask) -> None:
    office = Office(db, app, State.RECEIVED)
    client = office.as_(office.producer)
    page = client.get(f"/manifests/{office.id}").text
    for kind in ("discrepancy", "correction", "void", "return", "nonsense"):
        path = f"/manifests/{office.id}/{kind}.pdf"
        assert path not in page
        assert client.get(path).status_code == 404


def test_a_stranger_does_not_learn_of_it(db: Database, app: Flask) -> None:
    office = prepared(db, app, "return")
    with db.transaction(SYSTEM) as work:
        other, _ = a_user(work, Cast(work).shop.unit, Role.OPERATOR)
    assert office.as_(other).get(f"/manifests/{office.id}/return.pdf").status_code == 404
    assert app.test_client().get(f"/manifests/{office.id}/return.pdf").status_code == 303
