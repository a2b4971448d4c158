"""What every command needs: settings, a database and a progress line."""

import sys
from collections.abc import Callable

import click

from config import Settings
from wastetrack.kernel.clock import Clock, SystemClock
from wastetrack.kernel.database import Database, connect

Read = Callable[[], Settings]


def open_database(settings: Settings, clock: Clock | None = None) -> Database:
    """A database for one command."""
    return Database(connect(settings.database_url, pool_size=4), clock or SystemClock())


class Progress:
    """One line that counts: overwritten on a terminal, every tenth step in a log."""

    def __init__(self, label: str) -> None:
        self.label, self.calls, self.live = label, 0, sys.stderr.isatty()

    def __call__(self, done: int, total: int | None = None) -> None:
        self.calls += 1
        if not self.live and self.calls % 10 != 1 and done != total:
            return
        text = f"{self.label} {done:,}" + (f" / {total:,}" if total else "")
        click.echo(f"\r{text}" if self.live else text, err=True, nl=not self.live)

    def end(self) -> None:
        """Leave the line standing."""
        if self.live and self.calls:
            click.echo("", err=True)
