"""Commands over the whole database: migrate, load-reference, seed-demo, verify."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from wastetrack.audit.anchor import public_key_of
from wastetrack.audit.verify import verify_trail
from wastetrack.catalog.actions.load import load_reference
from wastetrack.catalog.actions.load_file import load_catalogue_file
from wastetrack.cli import schema
from wastetrack.cli.connection import Progress, Read, open_database
from wastetrack.cli.demo import DEFAULT, seed
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.files import FileStore
from wastetrack.reports.queries.closed_loop import closed_loop


@click.command()
@click.pass_obj
def migrate(read: Read) -> None:
    """Bring the database to the newest schema."""
    schema.migrate(open_database(read()).engine)
    click.echo("migrated")


@click.command("load-reference")
@click.argument("file", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--edition", default="2025", help="edition of the catalogue in FILE")
@click.pass_obj
def load_reference_command(read: Read, file: Path | None, edition: str) -> None:
    """Load the shipped reference data, or an official catalogue FILE over it."""
    database = open_database(read())
    if file is not None:
        rows = database.write(SYSTEM, lambda work: load_catalogue_file(work, file, edition))
        click.echo(f"{file.name}: {rows} rows")
        return
    for name, rows in database.write(SYSTEM, load_reference).items():
        click.echo(f"{rows:>8,}  {name}")


@click.command("seed-demo")
@click.option("--units", default=DEFAULT.units, show_default=True, type=click.IntRange(10, 5000))
@click.option(
    "--containers", default=DEFAULT.containers, show_default=True, type=click.IntRange(0, 200_000)
)
@click.option("--seed", "number", default=DEFAULT.seed, show_default=True)
@click.pass_obj
def seed_demo(read: Read, units: int, containers: int, number: int) -> None:
    """Fill an empty database with an invented district of two years."""
    settings = read()
    progress = Progress("demo district: steps")
    seed(
        open_database(settings),
        replace(DEFAULT, units=units, containers=containers, seed=number),
        progress,
        FileStore(settings.instance / "files"),
        key=settings.signing_key,
    )
    progress.end()


@click.command()
@click.pass_obj
def verify(read: Read) -> None:
    """Walk the trail, replay it against every column, and check that the loop is closed."""
    settings = read()
    database = open_database(settings)
    progress = Progress("verified")
    trusted = public_key_of(settings.signing_key)
    with database.reading(SYSTEM) as work:
        verdict = verify_trail(work, lambda _name, count: progress(count), trusted)
    progress.end()
    for name, figure in verdict.figures.items():
        click.echo(f"{figure:>12,}  {name}")
    broken = verdict.broken
    with database.reading(SYSTEM) as work:
        for check in closed_loop(work):
            click.echo(f"{check.figure:>12,}  {check.name}")
            if check.broken and not broken:
                broken = f"{check.name}: {check.broken}"
    if broken:
        click.echo(f"BROKEN: {broken}")
        sys.exit(1)
    click.echo("clean")


COMMANDS = (migrate, load_reference_command, seed_demo, verify)
