"""The migrations make exactly the tables that the models describe, on both databases, up and down."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlmodel import SQLModel

from config import MIGRATIONS
from tests.support.cluster import Cluster
from tests.support.schema import import_models
from wastetrack.cli.schema import downgrade, migrate
from wastetrack.kernel.database import connect


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "sqlite":
        engine = connect(f"sqlite:///{tmp_path / 'm.db'}", durable=False)
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        admin = connect(cluster.url())
        with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("DROP DATABASE IF EXISTS migrations"))
            connection.execute(text("CREATE DATABASE migrations"))
        admin.dispose()
        engine = connect(cluster.url("migrations"))
    yield engine
    engine.dispose()


def test_up_gives_the_models_and_down_leaves_nothing_and_up_works_again(
    empty_engine: Engine,
) -> None:
    import_models()
    migrate(empty_engine)
    with empty_engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    downgrade(empty_engine)
    assert set(inspect(empty_engine).get_table_names()) <= {"alembic_version"}
    migrate(empty_engine)


def test_the_trail_refuses_to_be_rewritten(empty_engine: Engine) -> None:
    migrate(empty_engine)
    columns = (
        "id, kind, subject_kind, subject_id, seq, accepted_at, recorded_at, actor_label, "
        "payload, previous_hash, hash"
    )
    key = "'00000000000000000000000000000001'"
    with empty_engine.begin() as connection:
        connection.execute(
            text(
                f"INSERT INTO event ({columns}) VALUES ({key}, 'x', 'unit', {key}, 1, "
                "'2026-11-24 00:00:00', '2026-11-24 00:00:00', 'x', '{}', '', 'h')"
            )
        )
    for statement in ("UPDATE event SET kind = 'y'", "DELETE FROM event"):
        with pytest.raises(Exception, match="append-only"), empty_engine.begin() as connection:
            connection.execute(text(statement))


def test_there_is_one_head_and_it_is_written_down() -> None:
    heads = ScriptDirectory(str(MIGRATIONS)).get_heads()
    assert heads == [(MIGRATIONS / "HEAD").read_text().strip()]


def test_no_revision_imports_the_models() -> None:
    for path in (MIGRATIONS / "versions").glob("*.py"):
        names = {
            node.module or ""
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.ImportFrom)
        }
        assert not any(name.startswith("wastetrack") for name in names), path.name
