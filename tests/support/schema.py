"""A database with all tables and the reference catalogue, made once and copied for each test."""

import importlib
import pkgutil
from collections.abc import Iterable

from sqlalchemy import Engine, text
from sqlmodel import SQLModel

import wastetrack
from wastetrack.catalog.actions.load import load_reference
from wastetrack.cli.schema import migrate
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database

REFERENCE = frozenset(
    {
        "waste",
        "exemption",
        "division",
        "code_value",
        "calendar_day",
        "law_basis",
        "industry_template",
        "reference_load",
        "alembic_version",
    }
)


def import_models() -> None:
    """Make every room's tables known to the metadata."""
    for room in pkgutil.iter_modules(wastetrack.__path__):
        if room.ispkg:
            try:
                importlib.import_module(f"wastetrack.{room.name}.model")
            except ModuleNotFoundError as error:
                if error.name != f"wastetrack.{room.name}.model":
                    raise


def build(engine: Engine, clock: FixedClock) -> None:
    """Create the tables as an installation would, by the migrations, and load the reference."""
    import_models()
    migrate(engine)
    with Database(engine, clock).transaction(SYSTEM) as work:
        load_reference(work)


def working_tables() -> Iterable[str]:
    """Every table that tests write to."""
    return (name for name in SQLModel.metadata.tables if name not in REFERENCE)


def empty(engine: Engine) -> None:
    """Take every working row out again; the trail's triggers are told to stand aside for it."""
    names = ", ".join(f'"{name}"' for name in working_tables())
    with engine.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(f"TRUNCATE {names} CASCADE"))
        connection.execute(text("SET session_replication_role = DEFAULT"))
