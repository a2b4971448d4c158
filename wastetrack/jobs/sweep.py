"""Runs the overdue check, each batch in a transaction of its own (model.md §8)."""

from functools import partial

from wastetrack.deadlines.actions.sweep import BATCH, Batch, apply, due_batches
from wastetrack.deadlines.terms import Tally
from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.work import Work


def _apply(part: Batch, work: Work) -> Tally:
    return apply(work, part)


def run_sweep(run: Running, batch: int = BATCH) -> Tally:
    """Find what is due, then settle it batch by batch; what is done stays done if we stop."""
    with run.database.reading(SYSTEM) as work:
        parts = due_batches(work, batch)
    tally = Tally()
    for number, part in enumerate(parts, start=1):
        run.beat()
        tally.add(run.database.write(SYSTEM, partial(_apply, part)))
        run.progress(number, len(parts))
    return tally


def sweep_slot(run: Running) -> dict[str, object]:
    """The sweep as a scheduled job: its figures are what the slot keeps."""
    return run_sweep(run).figures()
