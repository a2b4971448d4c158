"""Decides that an export is not written any further."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.reports import transition
from wastetrack.reports.model import Export
from wastetrack.reports.queries.exports import export_places, lock_export
from wastetrack.reports.terms import OPEN, ExportState


def stop_export(work: Work, export_id: UUID) -> Export:
    """The worker sees it at its next word; stopping what is over changes nothing."""
    row = lock_export(work, export_id)
    require(work.actor, Action.LEDGER_READ, *export_places(row))
    if row.state in OPEN:
        transition.end(work, row, ExportState.STOPPED)
    return row
