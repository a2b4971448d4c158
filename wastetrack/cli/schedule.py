"""Runs a scheduled job by hand: the overdue check now or as of a day, any job for an outside cron."""

from datetime import datetime, timedelta

import click

from wastetrack.cli.connection import Progress, Read, open_database
from wastetrack.jobs.runner import Worker
from wastetrack.jobs.schedule import JOBS, job_named
from wastetrack.jobs.slot import Running
from wastetrack.jobs.sweep import run_sweep
from wastetrack.kernel.clock import FixedClock, end_of_day


@click.command()
@click.option("--at", "day", type=click.DateTime(["%Y-%m-%d"]), help="as of the end of this day")
@click.pass_obj
def sweep(read: Read, day: datetime | None) -> None:
    """Run the overdue check: opens, raises and closes alerts by the present state."""
    settings = read()
    clock = FixedClock(end_of_day(day.date()) - timedelta(seconds=1)) if day else None
    progress = Progress("batches")
    running = Running(open_database(settings, clock), settings.signing_key, progress=progress)
    figures = run_sweep(running).figures()
    progress.end()
    click.echo(", ".join(f"{name} {count}" for name, count in figures.items()))


@click.command("run-job")
@click.argument("name", type=click.Choice([job.name for job in JOBS]))
@click.pass_obj
def run_job(read: Read, name: str) -> None:
    """Run one job's present slot, unless some worker has: for an outside cron."""
    settings = read()
    ran = Worker(open_database(settings), settings.signing_key).attempt(job_named(name))
    click.echo("done" if ran else "this slot is done or taken")


COMMANDS = (sweep, run_job)
