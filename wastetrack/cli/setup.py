"""Makes a database ready: migrated, reference loaded, a demo district once."""

import click

from config import Settings
from wastetrack.catalog.actions.load import load_reference
from wastetrack.cli.connection import Progress, open_database
from wastetrack.cli.demo import DEFAULT, LOGINS, PASSWORD, seed
from wastetrack.cli.schema import migrate
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.parties.queries import any_unit, demo_data


def prepare(settings: Settings, *, demo: bool) -> None:
    """Bring the database up to date; an empty one gets the demo district when asked."""
    database = open_database(settings)
    migrate(database.engine)
    with database.reading(SYSTEM) as work:
        populated = any_unit(work)
    # idempotent: a newer version brings its newer lists, an operator's own list is left alone
    database.write(SYSTEM, load_reference)
    if demo and not populated:
        progress = Progress("demo district: steps")
        seed(database, DEFAULT, progress, key=settings.signing_key)
        progress.end()
    _logins(database)
    database.dispose()


def _logins(database: Database) -> None:
    with database.reading(SYSTEM) as work:
        if not demo_data(work):
            return
    click.echo("\n演示登录 demo logins (all with password " + PASSWORD + "):")
    for phone, who in LOGINS:
        click.echo(f"  {phone}  {who}")
    click.echo("")
