"""Starts and stops the processes: the web server, the worker, and both together."""

import signal
import subprocess
import sys
import threading
from types import FrameType
from typing import Any

import click
from gunicorn.app.base import BaseApplication

from config import Settings
from wastetrack.app import create_app
from wastetrack.cli.connection import Read, open_database
from wastetrack.cli.setup import prepare
from wastetrack.jobs.runner import run_worker
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.memory import keep_what_is_loaded

GRACE_SECONDS = 15


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """gunicorn with threads; each worker process builds its own application and connections."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Our settings as gunicorn's."""
        values: dict[str, Any] = {
            "bind": f"{self.settings.host}:{self.settings.port}",
            "workers": self.settings.web_processes,
            "threads": self.settings.web_threads,
            "worker_class": "gthread",
            "keepalive": 30,
            # the most there is, so that a long address comes to our own page and not to a bare one
            "limit_request_line": 8190,
            "graceful_timeout": GRACE_SECONDS,
            "timeout": 60,
            "proc_name": "wastetrack",
            "control_socket_disable": True,
        }
        for name, value in values.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Build the application after the fork: no connection is shared."""
        application = create_app(self.settings)
        keep_what_is_loaded()
        return application


@click.command()
@click.pass_obj
def serve(read: Read) -> None:
    """Serve the web application."""
    sys.argv = sys.argv[:1]  # gunicorn reads nothing from our command line
    Server(read()).run()


@click.command()
@click.pass_obj
def worker(read: Read) -> None:
    """Run the scheduled jobs until stopped."""
    settings = read()
    files = FileStore(settings.instance / "files")
    keep_what_is_loaded()
    run_worker(open_database(settings), settings.signing_key, files)


@click.command()
@click.option(
    "--no-demo", is_flag=True, help="do not load the demo district into an empty database"
)
@click.pass_obj
def up(read: Read, *, no_demo: bool) -> None:
    """Prepare the database, then run web and worker together; Ctrl-C stops both."""
    settings = read()
    prepare(settings, demo=not no_demo)
    script = [sys.executable, "-m", "wastetrack.cli"]
    # a session of their own: Ctrl-C reaches this process only, and it stops both in order
    children = [
        subprocess.Popen([*script, name], start_new_session=True)  # noqa: S603 - our own commands
        for name in ("serve", "worker")
    ]
    stopping = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    click.echo(f"wastetrack: {settings.base_url}  (Ctrl-C 停止)")
    while not stopping.wait(0.5) and all(child.poll() is None for child in children):
        pass
    failed = not stopping.is_set()
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(GRACE_SECONDS + 5)
        except subprocess.TimeoutExpired:
            child.kill()
    click.echo("wastetrack: stopped")
    sys.exit(1 if failed else 0)


COMMANDS = (serve, worker, up)
