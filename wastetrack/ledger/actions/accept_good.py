"""Decides that an upload with bad rows is loaded without them."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.ledger import transition
from wastetrack.ledger.actions.import_batch import import_batch
from wastetrack.ledger.actions.upload import AT_ONCE
from wastetrack.ledger.model import Import
from wastetrack.ledger.queries import import_places, lock_import
from wastetrack.ledger.terms import OPEN, ImportState


def accept_good(work: Work, import_id: UUID, files: FileStore) -> Import:
    """Judge it again and load what is good; the bad rows stay in the error workbook."""
    row = lock_import(work, import_id)
    require(work.actor, Action.LEDGER_IMPORT, *import_places(row))
    if row.state not in {ImportState.REFUSED, ImportState.STOPPED}:
        raise refuse("ledger.not_refused", state=row.state.value)
    transition.again(row)
    work.session.flush()
    while row.rows <= AT_ONCE and row.state in OPEN:
        import_batch(work, row.id, files)
    return row
