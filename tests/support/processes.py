"""The product as real processes on loopback, which a test may kill by their ids and start again."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from config import ROOT

READY_SECONDS = 60


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Processes:
    """Web and worker of one installation: its own folder, port and database."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder, self.port = folder, free_port()
        self.environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "WASTETRACK_INSTANCE": str(folder),
            "WASTETRACK_BASE_URL": f"http://127.0.0.1:{self.port}",
            "PORT": str(self.port),
            "WEB_PROCESSES": "2",
            "WEB_THREADS": "4",
            "PYTHONUNBUFFERED": "1",
        }
        self.children: list[subprocess.Popen[bytes]] = []
        self.logs: list[IO[bytes]] = []

    def start(self, command: str) -> subprocess.Popen[bytes]:
        """Start one of the product's commands with a log of its own."""
        log = (self.folder / f"{command}.log").open("ab")
        child = subprocess.Popen(
            [sys.executable, "-m", "wastetrack.cli", command],
            cwd=ROOT,
            env=self.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self.logs.append(log)
        self.children.append(child)
        return child

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "wastetrack.cli", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def log(self, command: str) -> str:
        return (self.folder / f"{command}.log").read_text()

    def answers(self) -> None:
        """Wait until the web answers."""
        self.wait(self._alive, "serve")

    def wait(self, done: Callable[[], bool], command: str) -> None:
        """Wait for something that a command will do soon."""
        limit = time.monotonic() + READY_SECONDS
        while not done():
            if time.monotonic() > limit:
                raise AssertionError(f"{command} did not come up: {self.log(command)[-2000:]}")
            time.sleep(0.05)

    def _alive(self) -> bool:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            link.request("GET", "/healthz")
            return link.getresponse().status == 200
        except OSError:
            return False
        finally:
            link.close()

    def kill(self, child: subprocess.Popen[bytes], *, workers_only: bool = False) -> None:
        """kill -9: the child's own children, and the child itself unless its workers only."""
        listed = Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text().split()
        if not workers_only:
            child.kill()
        for pid in map(int, listed):
            os.kill(pid, signal.SIGKILL)
        if not workers_only:
            child.wait()

    def end(self) -> None:
        """Stop what still runs."""
        for child in self.children:
            if child.poll() is None:
                child.terminate()
        for child in self.children:
            try:
                child.wait(20)
            except subprocess.TimeoutExpired:
                self.kill(child)
        for log in self.logs:
            log.close()
