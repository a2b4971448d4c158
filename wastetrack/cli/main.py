"""The console script: names every command and hands it the settings."""

import logging
import sys

import click

from config import from_environment
from wastetrack.cli import data, labels, people, processes, schedule, trade
from wastetrack.kernel.errors import Refused, WorkError
from wastetrack.words import sentence


@click.group()
def commands() -> None:
    """Containers of hazardous waste, tracked until the loop is closed."""
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        stream=sys.stdout,
    )
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)


for module in (processes, data, labels, people, schedule, trade):
    for command in module.COMMANDS:
        commands.add_command(command)


def main() -> None:
    """Run a command; a refusal is a sentence and exit code 1, never a traceback."""
    try:
        commands(obj=from_environment, standalone_mode=True)
    except Refused as error:
        for violation in error.violations:
            click.echo(sentence("zh-CN", violation), err=True)
        sys.exit(1)
    except (WorkError, RuntimeError) as error:
        click.echo(str(error) or type(error).__name__, err=True)
        sys.exit(1)
