"""Every page, for every person: no fault of ours, at most eight statements, nothing of another's."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask

from config import Settings
from tests.conftest import NOW
from tests.support import district
from tests.support.build import sign_in
from tests.support.counting import statements
from wastetrack.app import create_app
from wastetrack.cli.demo import DEFAULT, seed
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect

SMALL = type(DEFAULT)(units=40, containers=120, seed=7)
MOST = 8


@pytest.fixture(scope="session")
def demo_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copyfile(sqlite_template, path)
    database = Database(connect(f"sqlite:///{path}", durable=False), FixedClock(NOW))
    seed(database, SMALL, lambda _done, _total=None: None)
    database.dispose()
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "demo.db"
    shutil.copyfile(demo_file, path)
    database = Database(connect(f"sqlite:///{path}", durable=False), FixedClock(NOW))
    yield database
    database.dispose()


@pytest.fixture
def demo_app(demo: Database, settings: Settings) -> Flask:
    application = create_app(settings, clock=FixedClock(NOW), database=demo)
    application.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return application


def addresses(app: Flask, known: dict[str, list[UUID]]) -> list[str]:
    """Every GET address, with real ids of every table in the places of ids."""
    every = [key for keys in known.values() for key in keys]
    found = []
    adapter = app.url_map.bind("127.0.0.1")
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.endpoint == "static":
            continue
        if not rule.arguments:
            found.append(adapter.build(rule.endpoint))
            continue
        for key in every:
            values: dict[str, object] = dict.fromkeys(rule.arguments, key)
            for name, converter in rule._converters.items():
                if type(converter).__name__ != "UUIDConverter":
                    values[name] = "container" if "kind" in name else "ABCD2345.1"
            found.append(adapter.build(rule.endpoint, values))
    return sorted(set(found))


@pytest.mark.parametrize("seat", [f"{kind} {role}" for kind, role in district.ROLES])
def test_every_page_answers_and_is_frugal(demo: Database, demo_app: Flask, seat: str) -> None:
    person = district.people(demo).get(seat)
    if person is None:
        pytest.fail(f"the demo district has no {seat}")
    client = demo_app.test_client()
    sign_in(client, person, NOW.timestamp())
    greedy, shown = [], 0
    for address in addresses(demo_app, district.ids(demo)):
        with statements(demo.engine) as seen:
            answer = client.get(address)
        assert answer.status_code < 500, address
        html = answer.mimetype == "text/html"
        if answer.status_code == 200 and html:
            shown += 1
            if len(seen) > MOST:
                greedy.append(f"{len(seen)} {address}")
    assert greedy == []
    assert shown > 5


def test_nobody_sees_a_page_without_signing_in(demo: Database, demo_app: Flask) -> None:
    client = demo_app.test_client()
    public = ("/sign-in", "/register", "/forgot", "/healthz", "/C/", "/dev/")
    open_to_all = []
    for address in addresses(demo_app, district.ids(demo, each=1)):
        if client.get(address).status_code == 200:
            open_to_all.append(address)
    assert [a for a in open_to_all if not a.startswith(public)] == []
