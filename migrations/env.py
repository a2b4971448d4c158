"""Runs the migrations on the connection that the command hands over."""

import importlib
import pkgutil

from alembic import context
from sqlmodel import SQLModel

import wastetrack


def _models() -> None:
    for room in pkgutil.iter_modules(wastetrack.__path__):
        name = f"wastetrack.{room.name}.model"
        if room.ispkg:
            try:
                importlib.import_module(name)
            except ModuleNotFoundError as error:
                if error.name != name:
                    raise


_models()
connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
