"""Carries waiting ledger uploads on, 500 rows a commit; the upload's own lock keeps workers apart."""

from functools import partial
from uuid import UUID

from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.ledger.actions.import_batch import import_batch
from wastetrack.ledger.model import Import
from wastetrack.ledger.queries import waiting_imports
from wastetrack.ledger.terms import OPEN


def _step(key: UUID, files: FileStore, work: Work) -> Import:
    return import_batch(work, key, files)


def carry_imports(run: Running) -> int:
    """Work every open upload to its end; the number of uploads that were open."""
    if run.files is None:
        return 0
    with run.database.reading(SYSTEM) as work:
        keys = list(waiting_imports(work))
    for key in keys:
        while run.database.write(SYSTEM, partial(_step, key, run.files)).state in OPEN:
            run.beat()
    return len(keys)
