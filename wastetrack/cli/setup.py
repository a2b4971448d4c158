"""Makes a database ready: migrated, reference loaded, a demo district once."""

from pathlib import Path

import click

from config import Settings
from wastetrack.catalog.actions.load import load_reference
from wastetrack.cli.connection import Progress, open_database
from wastetrack.cli.demo import DEFAULT, LOGINS, PASSWORD, seed
from wastetrack.cli.schema import migrate
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.files import FileStore
from wastetrack.parties.queries import any_unit, demo_data


def prepare(settings: Settings, *, demo: bool) -> None:
    """Bring the database up to date; an empty one gets the demo district when asked."""
    unfinished = settings.instance / "demo.unfinished"
    if unfinished.exists():
        _start_over(settings)
    database = open_database(settings)
    migrate(database.engine)
    with database.reading(SYSTEM) as work:
        populated = any_unit(work)
    # idempotent: a newer version brings its newer lists, an operator's own list is left alone
    database.write(SYSTEM, load_reference)
    # demo logins have a printed password: never outside development
    if demo and settings.development and not populated:
        unfinished.touch()
        progress = Progress("demo district: steps")
        files = FileStore(settings.instance / "files")
        seed(database, DEFAULT, progress, files, key=settings.signing_key)
        progress.end()
        unfinished.unlink()
    _logins(database)
    database.dispose()


def _start_over(settings: Settings) -> None:
    """An interrupted demo is half a district: throw the SQLite file away and begin again."""
    if not settings.database_url.startswith("sqlite:///"):
        raise RuntimeError(
            "the demo district was interrupted: empty this database or name another, then remove "
            f"{settings.instance / 'demo.unfinished'}"
        )
    click.echo("the demo district was interrupted; it is made anew")
    path = settings.database_url.removeprefix("sqlite:///")
    for suffix in ("", "-wal", "-shm"):
        Path(path + suffix).unlink(missing_ok=True)


def _logins(database: Database) -> None:
    with database.reading(SYSTEM) as work:
        if not demo_data(work):
            return
    click.echo("\n演示登录 demo logins (all with password " + PASSWORD + "):")
    for phone, who in LOGINS:
        click.echo(f"  {phone}  {who}")
    click.echo("")
