"""Decides that an upload is not loaded any further; what is in stays in."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.ledger import transition
from wastetrack.ledger.model import Import
from wastetrack.ledger.queries import import_places, lock_import
from wastetrack.ledger.terms import OPEN, ImportState


def stop(work: Work, import_id: UUID) -> Import:
    """Stop between two batches; stopping what is over changes nothing."""
    row = lock_import(work, import_id)
    require(work.actor, Action.LEDGER_IMPORT, *import_places(row))
    if row.state in OPEN:
        transition.finish(work, row, ImportState.STOPPED)
    return row
