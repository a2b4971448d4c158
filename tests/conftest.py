"""Fixtures every test may use: both databases with the reference loaded, a clock, the application."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser
from sqlalchemy import Engine

from config import Settings
from tests.support import schema
from tests.support.browser import chromium
from tests.support.cluster import Cluster, server_programs
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # 10:00 in Shanghai, a Tuesday
MISSING_SERVER = "PostgreSQL tests cannot run: no server programs (apt-get install postgresql)"


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at 2026-11-24 10:00 Shanghai until moved."""
    return FixedClock(NOW)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started once: Playwright runs one loop in a process, so no file starts its own."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """This test process's PostgreSQL server."""
    if server_programs() is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING_SERVER)
        pytest.skip(MISSING_SERVER)
    with Cluster() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_engine(cluster: Cluster) -> Iterator[Engine]:
    """A PostgreSQL database with tables and reference."""
    engine = connect(cluster.url())
    schema.build(engine, FixedClock(NOW))
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with tables and reference, to be copied."""
    path = tmp_path_factory.mktemp("template") / "wastetrack.db"
    engine = connect(f"sqlite:///{path}", durable=False)
    schema.build(engine, FixedClock(NOW))
    engine.dispose()  # the last connection folds the write-ahead log into the file
    return path


@pytest.fixture
def sqlite_db(sqlite_template: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Database]:
    """A fresh SQLite database."""
    path = tmp_path / "wastetrack.db"
    shutil.copyfile(sqlite_template, path)
    database = Database(connect(f"sqlite:///{path}", durable=False), clock)
    yield database
    database.dispose()


@pytest.fixture
def postgres_db(postgres_engine: Engine, clock: FixedClock) -> Iterator[Database]:
    """The PostgreSQL database, emptied after the test."""
    yield Database(postgres_engine, clock)
    schema.empty(postgres_engine)


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest) -> Database:
    """The same test on both databases."""
    name = "sqlite_db" if request.param == "sqlite" else "postgres_db"
    database: Database = request.getfixturevalue(name)
    return database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a development installation in a folder of its own."""
    return Settings(
        database_url="",
        secret_key="0" * 64,
        signing_key=b"1" * 32,
        instance=tmp_path,
        base_url="http://127.0.0.1:8000",
        environment="development",
        host="127.0.0.1",
        port=8000,
        web_processes=1,
        web_threads=4,
    )


@pytest.fixture
def app(db: Database, settings: Settings, clock: FixedClock) -> Flask:
    """The web application over the test's database."""
    from wastetrack.app import create_app

    application = create_app(settings, clock=clock, database=db)
    application.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return application


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without script."""
    return app.test_client()
