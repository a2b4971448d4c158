"""The real things a benchmark measures: a PostgreSQL server that waits for its disk, and web processes."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import text

from config import ROOT, Settings, from_environment
from tests.support.cluster import DURABLE, Cluster
from wastetrack.kernel.database import connect

FOLDER = ROOT / ".bench"
_HERE = Path(__file__).parent
_SEEDS = ("bulk.py", "district.py", "ledger_export.py", "pages.py", "seeding.py", "sweep.py")
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def postgres() -> Iterator[Cluster]:
    """A server with fsync on whose data is kept between runs under .bench/."""
    settings = {
        **DURABLE,
        "shared_buffers": "512MB",
        "max_wal_size": "4GB",
        "checkpoint_timeout": "30min",
        "autovacuum": "off",  # seeded once and analysed; a vacuum in mid-run would be noise
        "work_mem": "64MB",
    }
    FOLDER.mkdir(exist_ok=True)
    with Cluster(settings, FOLDER / "pg") as server:
        yield server


def make_database(server: Cluster, name: str) -> bool:
    """Create a database unless it is there under the present schema and seed; True when it is new."""
    admin = connect(server.url())
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        mark = connection.execute(
            text(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = :name"
            ),
            {"name": name},
        ).first()
        wanted = _made_from()
        if mark is not None and mark[0] == wanted:
            admin.dispose()
            return False
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
        connection.execute(text(f"COMMENT ON DATABASE \"{name}\" IS '{wanted}'"))
    admin.dispose()
    return True


def _made_from() -> str:
    """A digest of what a kept seed depends on: the migrations and the seeding programs."""
    sources = [
        *sorted((ROOT / "migrations" / "versions").glob("*.py")),
        *sorted(_HERE.glob("*.py")),
    ]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]


def drop_database(server: Cluster, name: str) -> None:
    """Drop a database if it is there."""
    admin = connect(server.url())
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
    admin.dispose()


def settings_for(url: str, port: int, processes: int = 2) -> Settings:
    """Settings of the measured server."""
    return from_environment(
        {
            **os.environ,
            "DATABASE_URL": url,
            "WASTETRACK_INSTANCE": str(FOLDER / "instance"),
            "PORT": str(port),
            "WEB_PROCESSES": str(processes),
            "WEB_THREADS": "4",
        }
    )


class Web:
    """The product's own server as processes; tells the CPU seconds of its workers."""

    def __init__(self, url: str, port: int, processes: int = 2) -> None:
        env = {
            **os.environ,
            "DATABASE_URL": url,
            "WASTETRACK_INSTANCE": str(FOLDER / "instance"),
            "PORT": str(port),
            "WEB_PROCESSES": str(processes),
            "WEB_THREADS": "4",
            "WASTETRACK_BASE_URL": f"http://127.0.0.1:{port}",
        }
        self.port, self.processes = port, processes
        self.log = (FOLDER / "web.log").open("w")
        self.child = subprocess.Popen(
            [sys.executable, "-m", "wastetrack.cli", "serve"],
            env=env,
            cwd=ROOT,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def workers(self) -> list[int]:
        """Process ids of the web workers."""
        children = Path(f"/proc/{self.child.pid}/task/{self.child.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def cpu_seconds(self) -> float:
        """User and system seconds of all workers so far."""
        total = 0
        for pid in self.workers():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def wait(self, seconds: float = 60) -> None:
        """Wait until every worker answers."""
        import http.client

        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.child.poll() is not None:
                raise RuntimeError((FOLDER / "web.log").read_text()[-2000:])
            try:
                link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                link.request("GET", "/healthz")
                if link.getresponse().status == 200 and len(self.workers()) == self.processes:
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise RuntimeError("the web server did not come up")

    def stop(self) -> None:
        """Stop the server and wait for it."""
        self.child.terminate()
        self.child.wait(30)
        self.log.close()

    def __enter__(self) -> Self:
        self.wait()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stop()
