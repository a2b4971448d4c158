"""A whole small district for the tests that try every page and form, seeded once for all test processes."""

import fcntl
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, text
from sqlmodel import SQLModel

from config import Settings
from tests.conftest import NOW
from tests.support.schema import working_tables
from wastetrack.app import create_app
from wastetrack.cli.demo import Size, seed
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect
from wastetrack.kernel.files import FileStore

SMALL = Size(units=36, containers=190, seed=7)


@pytest.fixture(scope="session")
def demo_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeded SQLite file; the first test process that needs it makes it for the others."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if own.name.startswith("popen-") else own
    path = shared / "demo.db"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            part = shared / "demo.part"
            shutil.copyfile(sqlite_template, part)
            database = Database(connect(f"sqlite:///{part}", durable=False), FixedClock(NOW))
            seed(database, SMALL, lambda _done, _total: None, FileStore(shared / "demo-files"))
            database.dispose()
            part.rename(path)
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Iterator[Database]:
    """The district on SQLite."""
    path = tmp_path / "demo.db"
    shutil.copyfile(demo_file, path)
    database = Database(connect(f"sqlite:///{path}", durable=False), FixedClock(NOW))
    yield database
    database.dispose()


@pytest.fixture
def postgres_demo(demo_file: Path, postgres_db: Database) -> Database:
    """The same district on PostgreSQL, copied row by row."""
    source = connect(f"sqlite:///{demo_file}")
    copy_rows(source, postgres_db.engine)
    source.dispose()
    return postgres_db


def copy_rows(source: Engine, target: Engine) -> None:
    """Every working row; keys and triggers stand aside, since rows come table by table."""
    with source.connect() as old, target.begin() as new:
        new.execute(text("SET LOCAL session_replication_role = replica"))
        for name in working_tables():
            table = SQLModel.metadata.tables[name]
            rows = [dict(row) for row in old.execute(table.select()).mappings()]
            if rows:
                new.execute(table.insert(), rows)


def application(database: Database, settings: Settings) -> Flask:
    """The product over a district; a fault gives its page, as for a person."""
    app = create_app(settings, clock=FixedClock(NOW), database=database)
    app.config.update(WTF_CSRF_ENABLED=False)
    return app


@pytest.fixture
def demo_app(demo: Database, settings: Settings) -> Flask:
    """The product over the district on SQLite."""
    return application(demo, settings)
