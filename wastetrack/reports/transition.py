"""The only writer of an export's progress."""

from datetime import timedelta

from wastetrack.kernel.files import Stored
from wastetrack.kernel.work import Work
from wastetrack.reports.model import Export
from wastetrack.reports.terms import OPEN, ExportState

KEPT = timedelta(days=30)
# a worker tells how far it is every few seconds; silence for so long means that it is gone
SILENCE = timedelta(minutes=5)


def take(work: Work, row: Export, holder: str) -> bool:
    """Begin, or begin anew where a worker died; False when another one is at it."""
    alone = row.told_at is not None and work.now - row.told_at < SILENCE and row.held_by != holder
    if row.state not in OPEN or (row.state is ExportState.RUNNING and alone):
        return False
    row.state, row.held_by, row.told_at, row.done = ExportState.RUNNING, holder, work.now, 0
    return True


def tell(work: Work, row: Export, holder: str, done: int) -> bool:
    """So many rows are written; False when the export was stopped or is somebody else's now."""
    if row.state is not ExportState.RUNNING or row.held_by != holder:
        return False
    row.done, row.told_at = done, work.now
    return True


def finish(work: Work, row: Export, file_name: str, stored: Stored, done: int) -> None:
    """The file is there for its days."""
    row.state, row.done, row.rows = ExportState.DONE, done, done
    row.file_name, row.file_sha256, row.file_size = file_name, stored.sha256, stored.size
    row.finished_at, row.expires_at = work.now, work.now + KEPT


def end(work: Work, row: Export, state: ExportState) -> None:
    """Nothing more will happen to it: stopped by a person, or failed."""
    row.state, row.finished_at = state, work.now


def expire(row: Export) -> None:
    """The file is gone; the row still tells who had it."""
    row.state, row.file_sha256 = ExportState.EXPIRED, None
