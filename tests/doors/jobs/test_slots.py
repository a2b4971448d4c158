"""A slot runs once however many processes try, and what a killed worker left is taken over."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from tests.support.build import a_site, a_unit
from tests.support.deadlines import a_standing
from wastetrack.audit.model import Anchor
from wastetrack.deadlines.model import Alert, Slot
from wastetrack.jobs import ticket
from wastetrack.jobs.anchor import anchor_days
from wastetrack.jobs.cleanup import clean
from wastetrack.jobs.runner import Worker
from wastetrack.jobs.schedule import JOBS, Job, job_named
from wastetrack.jobs.slot import Running, Stopped
from wastetrack.jobs.sweep import run_sweep
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.outbox.model import Submission

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SLOT = NOW


@pytest.fixture
def shared(db: Database) -> Iterator[Database]:
    """The database with a table in which each run of the tests' job leaves a row."""
    with db.engine.begin() as connection:
        connection.execute(text("create table ran (holder varchar(20))"))
    yield db
    with db.engine.begin() as connection:
        connection.execute(text("drop table ran"))


def start(db: Database, holder: str, now: datetime, *more: str) -> subprocess.Popen[str]:
    url = db.engine.url.render_as_string(hide_password=False)
    command = [
        sys.executable,
        "-m",
        "tests.doors.jobs.claimer",
        url,
        holder,
        now.isoformat(),
        *more,
    ]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def ran(db: Database) -> list[str]:
    with db.engine.connect() as connection:
        return list(connection.execute(text("select holder from ran")).scalars())


def test_three_processes_run_one_slot_once(shared: Database) -> None:
    workers = [start(shared, f"w{n}", NOW) for n in range(3)]
    said = [worker.communicate(timeout=180)[0].strip() for worker in workers]
    assert sorted(said) == ["finished", "not mine", "not mine"]
    assert len(ran(shared)) == 1


def test_a_killed_workers_slot_is_taken_over_after_its_lease(shared: Database) -> None:
    victim = start(shared, "victim", NOW, "hang")
    assert victim.stdout is not None
    assert victim.stdout.readline().strip() == "hanging"
    os.kill(victim.pid, signal.SIGKILL)
    victim.wait(timeout=180)
    early = start(shared, "early", NOW + timedelta(seconds=30)).communicate(timeout=180)[0]
    later = start(shared, "later", NOW + timedelta(seconds=90)).communicate(timeout=180)[0]
    assert (early.strip(), later.strip()) == ("not mine", "finished")
    assert ran(shared) == ["victim", "later"]
    with shared.reading(SYSTEM) as work:
        row = work.session.exec(select(Slot)).one()
    assert (row.claimed_by, row.result, row.finished_at is not None) == (
        "later",
        {"by": "later"},
        True,
    )


def test_the_worker_process_ends_cleanly_when_told_to(db: Database) -> None:
    url = db.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.doors.jobs.serving", url]
    worker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert worker.stdout is not None
        assert worker.stdout.readline().strip() == "ready"
        worker.send_signal(signal.SIGTERM)
        said, _ = worker.communicate(timeout=180)
    finally:
        worker.kill()  # a worker that would not end must not outlive its test
    assert (said.strip(), worker.returncode) == ("ended", 0)


def test_a_worker_that_lost_its_claim_does_not_finish_the_slot(db: Database) -> None:
    lease = timedelta(minutes=1)
    slow = ticket.claim(db, "sweep", SLOT, "slow", lease)
    assert slow is not None
    assert ticket.claim(db, "sweep", SLOT, "quick", lease) is None
    db.clock.move(minutes=2)  # type: ignore[attr-defined]  # the tests' clock moves
    quick = ticket.claim(db, "sweep", SLOT, "quick", lease)
    assert quick is not None
    with pytest.raises(ticket.LostClaim):
        ticket.beat(db, slow)
    with pytest.raises(ticket.LostClaim):
        ticket.finish(db, slow, {})
    ticket.finish(db, quick, {"by": "quick"})
    assert ticket.is_finished(db, "sweep", SLOT)
    assert ticket.claim(db, "sweep", SLOT, "third", lease) is None


def test_a_heartbeat_keeps_the_claim_beyond_one_lease(db: Database) -> None:
    lease = timedelta(minutes=1)
    mine = ticket.claim(db, "sweep", SLOT, "mine", lease)
    assert mine is not None
    for _ in range(3):
        db.clock.move(seconds=45)  # type: ignore[attr-defined]  # the tests' clock moves
        ticket.beat(db, mine)
        assert ticket.claim(db, "sweep", SLOT, "other", lease) is None


def test_a_worker_asked_to_end_gives_its_slot_back_at_once(db: Database) -> None:
    worker = Worker(db, b"", holder="ending")

    def stops(run: Running) -> dict[str, object]:
        worker.stopping.set()
        run.beat()
        return {}

    job = Job("stops", stops, every=timedelta(minutes=15))
    assert worker.attempt(job) is False
    again = Worker(db, b"", holder="next")
    assert again.attempt(Job("stops", lambda _run: {}, every=timedelta(minutes=15))) is True


def test_a_job_that_fails_is_tried_again_after_its_lease(db: Database) -> None:
    def fails(_run: Running) -> dict[str, object]:
        raise ValueError("not today")

    worker = Worker(db, b"", holder="w", lease=timedelta(minutes=1))
    assert worker.attempt(Job("shaky", fails, every=timedelta(hours=1))) is False
    well = Job("shaky", lambda _run: {}, every=timedelta(hours=1))
    assert worker.attempt(well) is False
    db.clock.move(minutes=2)  # type: ignore[attr-defined]  # the tests' clock moves
    assert worker.attempt(well) is True
    assert worker.attempt(well) is False


@pytest.mark.parametrize(
    ("name", "now", "slot"),
    [
        ("sweep", "2026-11-24T02:14:59+00:00", "2026-11-24T02:00:00+00:00"),
        ("sweep", "2026-11-24T02:15:00+00:00", "2026-11-24T02:15:00+00:00"),
        ("anchor", "2026-11-24T02:00:00+00:00", "2026-11-23T16:10:00+00:00"),
        ("anchor", "2026-11-23T16:09:00+00:00", "2026-11-22T16:10:00+00:00"),
    ],
)
def test_a_slot_is_the_last_scheduled_moment(name: str, now: str, slot: str) -> None:
    found = job_named(name).slot(datetime.fromisoformat(now))
    assert found == datetime.fromisoformat(slot)
    assert found.utcoffset() == timedelta(0)


def test_every_job_has_a_name_of_its_own() -> None:
    assert len({job.name for job in JOBS}) == len(JOBS)
    with pytest.raises(KeyError, match="sweep"):
        job_named("nothing")


def test_the_sweep_commits_batch_by_batch_and_keeps_what_it_did_when_stopped(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        for _ in range(4):
            a_standing(work, a_site(work, unit), NOW - timedelta(days=400))
    beats = iter(range(10))

    def beat() -> None:
        if next(beats) == 2:
            raise Stopped("sweep")

    with pytest.raises(Stopped):
        run_sweep(Running(db, beat=beat), batch=1)
    with db.reading(SYSTEM) as work:
        assert len(work.session.exec(select(Alert)).all()) == 2
    seen: list[tuple[int, int]] = []
    tally = run_sweep(Running(db, progress=lambda done, total: seen.append((done, total))))
    assert (tally.opened, seen) == (2, [(1, 1)])


def test_missed_days_are_anchored_in_order(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        a_unit(work)
    db.clock.move(days=3)  # type: ignore[attr-defined]  # the tests' clock moves
    assert anchor_days(Running(db, b"1" * 32)) == {"days": 3}
    assert anchor_days(Running(db, b"1" * 32)) == {"days": 0}
    with db.reading(SYSTEM) as work:
        days = [row.day.day for row in work.session.exec(select(Anchor).order_by(Anchor.day))]  # type: ignore[arg-type]  # SQLModel types a column as its value
    assert days == [24, 25, 26]


def test_old_nonces_are_taken_out_and_young_ones_kept(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        for nonce, days in (("old", 8), ("young", 1)):
            at = NOW - timedelta(days=days)
            work.session.add(Submission(nonce=nonce, location="/", at=at))
    assert clean(Running(db))["submissions"] == 1
    with db.reading(SYSTEM) as work:
        assert [row.nonce for row in work.session.exec(select(Submission))] == ["young"]
