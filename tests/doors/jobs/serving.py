"""The worker process itself, for the tests: real clock, real jobs, until it is told to end."""

import sys

from wastetrack.jobs.runner import Worker, serve
from wastetrack.kernel.clock import SystemClock
from wastetrack.kernel.database import Database, connect


def main(url: str) -> None:
    """Serve until SIGTERM, then say so."""
    database = Database(connect(url), SystemClock())
    serve(Worker(database, b"1" * 32), ready=lambda: print("ready", flush=True))
    database.dispose()
    print("ended", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
