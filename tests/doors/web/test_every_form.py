"""Whatever anybody sends to any form or address: an answer with a sentence, and the books stay whole."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as limits
from hypothesis import strategies as st
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from config import Settings
from tests.conftest import NOW
from tests.doors.web.conftest import application
from tests.support import district, fuzz
from tests.support.build import sign_in
from wastetrack.audit.verify import verify_trail
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.people.model import User
from wastetrack.reports.queries.closed_loop import closed_loop
from wastetrack.web.door import Room

# 1 in CI; a soak sends that many times as much, and other things each time
SOAK = int(os.environ.get("WASTETRACK_SOAK", "0"))  # noqa: TID251 - the length of a test
SEATS = [*(f"{kind} {role}" for kind, role in district.ROLES), "nobody"]
# every page that says no holds one of these
SAYS = ("data-summary", 'class="field-error"', 'class="problem', 'class="empty"')
Send = Callable[[FlaskClient, Rule, st.DataObject], tuple[TestResponse, str]]


class Tries:
    """One person sends things; what went wrong is kept with what was sent."""

    def __init__(self, app: Flask, database: Database, seat: str) -> None:
        self.app, self.database = app, database
        self.person = district.people(database).get(seat)
        assert self.person is not None or seat == "nobody", f"the demo district has no {seat}"
        self.faults: list[str] = []
        plain = [rule.rule for rule in self.rules("GET") if "<" not in rule.rule]
        known = district.ids(database, each=400)
        self.ground = fuzz.ground_of(self.client(), plain, known)

    def client(self) -> FlaskClient:
        """A browser in which the person is signed in, whatever an earlier form ended."""
        client = self.app.test_client()
        if self.person is not None:
            with self.database.reading(SYSTEM) as work:
                user = work.session.get(User, self.person.id)
            assert user is not None
            sign_in(client, user, NOW.timestamp())
        return client

    def rules(self, method: str) -> list[Rule]:
        rules = [r for r in self.app.url_map.iter_rules() if method in (r.methods or ())]
        return sorted((r for r in rules if r.endpoint != "static"), key=lambda r: r.rule)

    def each(self, method: str, send: Send, examples: int) -> None:
        """Some examples of what is sent to each address."""
        for rule in self.rules(method):
            self._some(rule, send, examples)

    def _some(self, rule: Rule, send: Send, examples: int) -> None:
        @limits(
            max_examples=examples * max(SOAK, 1),
            derandomize=not SOAK,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.data())
        def once(data: st.DataObject) -> None:
            with overheard() as said:
                answer, told = send(self.client(), rule, data)
            self.judge(answer, told, said)

        once()

    def judge(self, answer: TestResponse, told: str, said: list[str]) -> None:
        """Below 500, and whoever is told no is told why."""
        status, text = answer.status_code, answer.text if answer.mimetype == "text/html" else ""
        if status >= 500 or said:
            self.faults.append(f"{status} {told} {said}")
        elif status >= 400 and not any(mark in text for mark in SAYS):
            self.faults.append(f"{status} without a sentence: {told}")
        elif "代号告诉管理员" in text:
            self.faults.append(f"{status} with a code that has no sentence: {told}")

    def model(self, rule: Rule) -> fuzz.Model:
        room, _, view = rule.endpoint.partition(".")
        found = self.app.blueprints[room]
        assert isinstance(found, Room)
        return found.inputs.get(view)


@contextmanager
def overheard() -> Iterator[list[str]]:
    """The last lines of what the door logs as a fault of ours."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            text = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
            said.append(" | ".join(text.splitlines()[-8:])[:1500] or record.getMessage())

    ear = Ear(logging.ERROR)
    log = logging.getLogger("wastetrack.web")
    log.addHandler(ear)
    try:
        yield said
    finally:
        log.removeHandler(ear)


def whole(database: Database) -> None:
    """No form, however odd, broke the trail or the closed loop."""
    with database.reading(SYSTEM) as work:
        assert verify_trail(work).broken is None
    with database.reading(SYSTEM) as work:
        assert [check for check in closed_loop(work) if check.broken] == []


def fields(tries: Tries) -> Send:
    def send(client: FlaskClient, rule: Rule, data: st.DataObject) -> tuple[TestResponse, str]:
        path = data.draw(fuzz.paths(rule, tries.ground))
        pairs = data.draw(fuzz.forms(tries.model(rule), tries.ground))
        upload = data.draw(st.sampled_from((None, None, None, *fuzz.UPLOADS)))
        told = f"POST {path} {[(n, v[:80]) for n, v in pairs]} {upload and upload[1][:20]}"
        if upload is None:
            body = fuzz.encoded(pairs)
            kind = "application/x-www-form-urlencoded"
            return client.post(path, data=body, content_type=kind), told
        form: dict[str, object] = {}
        for name, value in pairs:
            kept = value.encode("utf-8", "replace").decode()
            form.setdefault(name.encode("utf-8", "replace").decode(), kept)
        content, named = upload
        field = data.draw(st.sampled_from(("file", "scan", "document")))
        form[field] = (BytesIO(content), named)
        return client.post(path, data=form, content_type="multipart/form-data"), told

    return send


def bodies(tries: Tries) -> Send:
    def send(client: FlaskClient, rule: Rule, data: st.DataObject) -> tuple[TestResponse, str]:
        path = data.draw(fuzz.paths(rule, tries.ground))
        kind, body = data.draw(st.sampled_from(fuzz.BODIES))
        return client.post(path, data=body, content_type=kind), f"POST {path} {kind} {body!r}"

    return send


def searches(tries: Tries) -> Send:
    def send(client: FlaskClient, rule: Rule, data: st.DataObject) -> tuple[TestResponse, str]:
        path = data.draw(fuzz.paths(rule, tries.ground))
        query = data.draw(fuzz.queries(tries.ground))
        return client.get(f"{path}?{query}"), f"GET {path}?{query[:300]}"

    return send


@pytest.mark.soak
@pytest.mark.parametrize("seat", SEATS)
def test_any_form_from_anybody_is_answered(demo: Database, demo_app: Flask, seat: str) -> None:
    tries = Tries(demo_app, demo, seat)
    tries.each("POST", fields(tries), 2)
    assert tries.faults == []
    whole(demo)


def test_a_body_of_any_kind_is_answered(demo: Database, demo_app: Flask) -> None:
    tries = Tries(demo_app, demo, "producer admin")
    tries.each("POST", bodies(tries), 2)
    assert tries.faults == []


@pytest.mark.parametrize("seat", ["producer admin", "authority officer", "nobody"])
def test_any_address_and_query_is_answered(demo: Database, demo_app: Flask, seat: str) -> None:
    tries = Tries(demo_app, demo, seat)
    tries.each("GET", searches(tries), 2)
    assert tries.faults == []


@pytest.mark.parametrize("seat", ["producer admin", "disposer admin", "authority officer"])
def test_postgresql_minds_no_value_either(
    postgres_demo: Database, settings: Settings, seat: str
) -> None:
    tries = Tries(application(postgres_demo, settings), postgres_demo, seat)
    tries.each("POST", fields(tries), 2)
    tries.each("GET", searches(tries), 1)
    assert tries.faults == []
    whole(postgres_demo)
