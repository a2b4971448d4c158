"""Web and worker are killed in the middle of their work: what was acknowledged is there, and only once."""

import http.client
import os
import queue
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlmodel import select

from config import from_environment
from tests.bench.client import signed_in
from tests.conftest import NOW
from tests.support.build import a_user
from tests.support.cluster import Cluster
from tests.support.containers import Workshop, a_drum
from tests.support.processes import Processes
from tests.support.schema import build
from wastetrack.app import create_app
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.deadlines.model import Alert
from wastetrack.jobs.slot import Running
from wastetrack.jobs.sweep import run_sweep
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.clock import FixedClock, SystemClock
from wastetrack.kernel.database import Database, connect
from wastetrack.kernel.work import Work
from wastetrack.outbox.model import Submission
from wastetrack.parties.model import Stream
from wastetrack.parties.terms import Packaging, StreamForm

# the forms that are sent: a short run in CI, that many times more in a soak
FORMS = 60 * max(1, int(os.environ.get("WASTETRACK_SOAK", "1")))  # noqa: TID251 - length of a test
CONNECTIONS = 4
OLD = 12


class Yard:
    """A workshop whose operator opens drums, some of them long overdue."""

    def __init__(self, work: Work) -> None:
        shop = Workshop(work)
        self.user, _ = a_user(work, shop.unit, Role.OPERATOR)
        self.site_id = shop.site.id
        stream = Stream(
            id=work.new_id(),
            created_at=work.now,
            site_id=shop.site.id,
            waste_code="900-214-08",
            common_name="废机油",
            form=StreamForm.LIQUID,
            packaging=Packaging.DRUM,
        )
        record(work, "stream.add", stream)
        work.session.flush()
        self.stream_id = stream.id
        for _ in range(OLD):
            a_drum(work, shop, kg="1", first_waste_at=work.now - timedelta(days=500))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, sqlite_template: Path, tmp_path: Path) -> Iterator[str]:
    """A database of its own with the reference loaded, which waits for the disk as in production."""
    if request.param == "sqlite":
        shutil.copyfile(sqlite_template, tmp_path / "killed.db")
        yield f"sqlite:///{tmp_path / 'killed.db'}"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    admin = connect(cluster.url()).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE killed"))
    engine = connect(cluster.url("killed"))
    build(engine, FixedClock(NOW))
    engine.dispose()
    yield cluster.url("killed")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE killed WITH (FORCE)"))
    admin.dispose()


class Load:
    """Opens drums over some connections; keeps which form led where, and which had no answer."""

    def __init__(self, processes: Processes, yard: Yard) -> None:
        self.port, self.yard = processes.port, yard
        app = create_app(from_environment(processes.environment))
        app.extensions["database"].dispose()
        now = datetime.now(UTC).timestamp()  # noqa: TID251 - a cookie for a real server
        self.cookie, self.token = signed_in(app, str(yard.user.id), 0, now)
        self.waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.led: dict[str, str] = {}
        self.unanswered: list[str] = []
        self.odd: list[str] = []
        self.counted = threading.Condition()

    def send(self, nonce: str) -> None:
        """One form; an answer, or none because somebody was killed."""
        form = {
            "csrf_token": self.token,
            "nonce": nonce,
            "site_id": self.yard.site_id,
            "mass_g": "1",
        }
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            link.request(
                "POST",
                f"/containers/new/{self.yard.stream_id}",
                urlencode(form),
                {
                    "Cookie": f"session={self.cookie}",
                    "Content-Type": "application/x-www-form-urlencoded",
                },
            )
            answer = link.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            self.unanswered.append(nonce)
            return
        finally:
            link.close()
        with self.counted:
            if answer.status == 303:
                self.led[nonce] = answer.headers["Location"]
            else:
                self.odd.append(f"{answer.status} {body[:300]!r}")
            self.counted.notify_all()

    def begin(self, nonces: list[str]) -> list[threading.Thread]:
        """Send all of them, each connection one after the other."""
        for nonce in nonces:
            self.waiting.put(nonce)
        threads = [threading.Thread(target=self._drain) for _ in range(CONNECTIONS)]
        for thread in threads:
            thread.start()
        return threads

    def _drain(self) -> None:
        while True:
            try:
                self.send(self.waiting.get_nowait())
            except queue.Empty:
                return

    def reaches(self, count: int) -> None:
        """Wait until that many forms were answered."""
        with self.counted:
            assert self.counted.wait_for(lambda: len(self.led) + len(self.odd) >= count, 60)


@pytest.mark.soak
def test_nothing_acknowledged_is_lost_when_web_and_worker_are_killed(
    url: str, tmp_path: Path
) -> None:
    database = Database(connect(url), SystemClock())
    with database.transaction(SYSTEM) as work:
        yard = Yard(work)
    processes = Processes(tmp_path, url)
    nonces = [f"form-{number}" for number in range(FORMS)]
    try:
        web, worker = processes.start("serve"), processes.start("worker")
        processes.answers()
        load = Load(processes, yard)
        sending = load.begin(nonces)
        load.reaches(FORMS // 4)
        processes.kill(web, workers_only=True)
        processes.wait(lambda: "sweep" in processes.log("worker"), "worker")
        processes.kill(worker)
        load.reaches(FORMS // 2)
        processes.kill(web)
        for thread in sending:
            thread.join()
        assert load.odd == []
        acknowledged = dict(load.led)
        assert len(acknowledged) >= FORMS // 2
        assert load.unanswered

        processes.start("serve")
        processes.start("worker")
        processes.answers()
        for thread in load.begin(nonces):
            thread.join()
        assert load.odd == []
        assert {nonce: load.led[nonce] for nonce in acknowledged} == acknowledged
        assert set(load.led) == set(nonces)
    finally:
        processes.end()
    run_sweep(Running(database, b"1" * 32))
    opened = {UUID(place.split("/")[2]) for place in load.led.values()}
    assert len(opened) == FORMS
    with database.reading(SYSTEM) as work:
        rows = work.session.exec(select(Container.id)).all()
        assert len(rows) == FORMS + OLD
        assert opened <= set(rows)
        assert len(work.session.exec(select(Submission)).all()) == FORMS
        assert work.session.exec(select(Alert)).first() is not None
    database.dispose()
    verified = processes.run("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert "clean" in verified.stdout
