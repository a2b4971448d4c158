"""Brings a database to the newest migration."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from config import MIGRATIONS


def _config(engine: Engine) -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    # revisions share migrations/append_only.py, from wherever the command is started
    settings.set_main_option("prepend_sys_path", str(MIGRATIONS.parent))
    settings.set_main_option("path_separator", "os")
    return settings


def migrate(engine: Engine, revision: str = "head") -> None:
    """Upgrade to a revision in one transaction per run; a second run changes nothing."""
    settings = _config(engine)
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, revision)


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Go back to a revision; used by the migration tests only."""
    settings = _config(engine)
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, revision)


def draft(engine: Engine, message: str, number: str) -> None:
    """Write a new revision from what the models have and the database has not."""
    settings = _config(engine)
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.revision(settings, message, autogenerate=True, rev_id=number)
