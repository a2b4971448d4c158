"""The worker process: wakes for each job, claims its slot, runs it; ends cleanly on SIGTERM."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import FrameType

from apscheduler.events import EVENT_SCHEDULER_STARTED, SchedulerEvent
from apscheduler.schedulers.blocking import BlockingScheduler

from wastetrack.jobs import ticket
from wastetrack.jobs.exports import carry_exports
from wastetrack.jobs.imports import carry_imports
from wastetrack.jobs.messages import send_waiting
from wastetrack.jobs.schedule import JOBS, Job
from wastetrack.jobs.slot import Running, Stopped
from wastetrack.jobs.ticket import LEASE, LostClaim, Ticket
from wastetrack.kernel.database import Database
from wastetrack.kernel.files import FileStore

log = logging.getLogger("wastetrack.worker")
# how often a worker looks for a due slot; the slot, not the poll, decides that a job runs once
POLL = timedelta(seconds=20)
# how often it looks for uploads that somebody waits for
QUEUE = timedelta(seconds=5)


def holder_name() -> str:
    """How this process signs its claims."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}"


@dataclass
class Worker:
    """Runs due slots of jobs for one process."""

    database: Database
    signing_key: bytes
    holder: str = field(default_factory=holder_name)
    lease: timedelta = LEASE
    files: FileStore | None = None
    stopping: threading.Event = field(default_factory=threading.Event)
    # slots known to be done, so that an idle poll asks the database nothing
    _done: dict[str, datetime] = field(default_factory=dict)

    def attempt(self, job: Job) -> bool:
        """Run the job's present slot if nobody has; True when this process finished it."""
        slot = job.slot(self.database.clock.now())
        if self.stopping.is_set() or self._done.get(job.name) == slot:
            return False
        if ticket.is_finished(self.database, job.name, slot):
            self._done[job.name] = slot
            return False
        claimed = ticket.claim(self.database, job.name, slot, self.holder, self.lease)
        if claimed is None:
            return False
        return self._run(job, claimed)

    def _run(self, job: Job, claimed: Ticket) -> bool:
        log.info("%s %s: started", job.name, claimed.slot.isoformat())
        try:
            result = job.run(
                Running(self.database, self.signing_key, beat=lambda: self._beat(claimed))
            )
            ticket.finish(self.database, claimed, result)
        except Stopped:
            ticket.leave(self.database, claimed)
            log.info("%s: stopped between two batches", job.name)
            return False
        except LostClaim:
            log.warning("%s: another worker took the slot over", job.name)
            return False
        except Exception:
            # the claim stays until its lease ends; then this or another worker tries again
            log.exception("%s failed; it is tried again in %s", job.name, self.lease)
            return False
        self._done[job.name] = claimed.slot
        log.info("%s: %s", job.name, result)
        return True

    def _beat(self, claimed: Ticket) -> None:
        if self.stopping.is_set():
            raise Stopped(claimed.job)
        ticket.beat(self.database, claimed)

    def carry(self) -> None:
        """Send what waits and go on with uploads; no slot is needed, each row locks itself."""
        try:
            if self.files is not None:
                send_waiting(self.database, self.files.folder.parent / "messages")
            carry_imports(Running(self.database, files=self.files, beat=self._go_on))
        except Stopped:
            log.info("imports: stopped between two batches")
        except Exception:
            log.exception("messages or imports failed; they are tried again in %s", QUEUE)

    def export(self) -> None:
        """Write waiting exports; beside the rest, since a year's file takes minutes."""
        try:
            carry_exports(Running(self.database, files=self.files, beat=self._go_on), self.holder)
        except Stopped:
            log.info("exports: stopped; another worker begins the file anew")
        except Exception:
            log.exception("exports failed; they are tried again in %s", QUEUE)

    def _go_on(self) -> None:
        if self.stopping.is_set():
            raise Stopped("imports")


def run_worker(database: Database, signing_key: bytes, files: FileStore) -> None:
    """The worker process: every job, until it is told to end."""
    serve(Worker(database, signing_key, files=files))


def serve(
    worker: Worker,
    jobs: tuple[Job, ...] = JOBS,
    poll: timedelta = POLL,
    ready: Callable[[], None] | None = None,
) -> None:
    """Block until SIGTERM or SIGINT: then finish the batch at hand, leave the slot, return."""
    scheduler = BlockingScheduler(timezone="Asia/Shanghai")
    started = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        worker.stopping.set()

    def end() -> None:
        # a thread of its own: shutdown waits for running jobs, which a signal's frame must not,
        # and a signal that comes before the scheduler runs is kept until it does
        worker.stopping.wait()
        started.wait()
        scheduler.shutdown()

    def run(_event: SchedulerEvent) -> None:
        started.set()
        log.info("worker %s is running", worker.holder)
        if ready is not None:
            ready()

    for job in jobs:
        scheduler.add_job(
            worker.attempt,
            "interval",
            args=[job],
            id=job.name,
            seconds=poll.total_seconds(),
            next_run_time=worker.database.clock.now(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    for name, queue in (("imports", worker.carry), ("exports", worker.export)):
        scheduler.add_job(
            queue,
            "interval",
            id=name,
            seconds=QUEUE.total_seconds(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    scheduler.add_listener(run, EVENT_SCHEDULER_STARTED)
    threading.Thread(target=end, daemon=True).start()
    scheduler.start()
    log.info("worker %s has ended", worker.holder)
