"""A worker process for the tests: claims one slot, notes that it ran, and may hang until killed."""

import sys
import time
from datetime import datetime, timedelta

from sqlalchemy import text

from wastetrack.jobs.runner import Worker
from wastetrack.jobs.schedule import Job
from wastetrack.jobs.slot import Running
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect

HANG_SECONDS = 120


def main(url: str, holder: str, now: str, *, hangs: bool) -> None:
    """Try the slot once; print what became of it."""
    database = Database(connect(url), FixedClock(datetime.fromisoformat(now)))

    def note(run: Running) -> dict[str, object]:
        with run.database.engine.begin() as connection:
            connection.execute(
                text("insert into ran (holder) values (:holder)"), {"holder": holder}
            )
        if hangs:
            print("hanging", flush=True)
            time.sleep(HANG_SECONDS)
        return {"by": holder}

    worker = Worker(database, b"", holder=holder, lease=timedelta(minutes=1))
    done = worker.attempt(Job("note", note, every=timedelta(minutes=15)))
    print("finished" if done else "not mine", flush=True)
    database.dispose()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], hangs=sys.argv[4:] == ["hang"])
