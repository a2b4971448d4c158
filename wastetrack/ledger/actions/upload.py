"""Decides whether a workbook may be taken in, and takes a small one in at once."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.files import FileStore, Stored
from wastetrack.kernel.work import Work
from wastetrack.ledger.actions.import_batch import import_batch
from wastetrack.ledger.inputs import UploadImport, read_book
from wastetrack.ledger.model import Import
from wastetrack.ledger.terms import OPEN, ImportState
from wastetrack.parties.actions.keep_file import keep_file
from wastetrack.parties.queries import find_site

# rows that are loaded while the person waits; more than these go to the worker
AT_ONCE = 200


def upload(work: Work, stored: Stored, files: FileStore, data: UploadImport) -> Import:
    """Note the upload; Refused when the file as a whole cannot be read."""
    unit_id = _whose(work, data)
    book = read_book(files.get(stored.sha256))
    if unit_id is not None:
        keep_file(work, stored, data.file or "ledger.xlsx", unit_id)
    row = Import(
        id=work.new_id(),
        unit_id=None if _for_all(work) else unit_id,
        site_id=data.site_id,
        file_sha256=stored.sha256,
        file_name=(data.file or "ledger.xlsx")[-200:],
        accept_good=data.accept_good,
        state=ImportState.WAITING,
        rows=book.rows,
        uploaded_at=work.now,
        by_user_id=work.actor.user_id,
        by_label=work.actor.label,
    )
    work.session.add(row)
    work.session.flush()
    while book.rows <= AT_ONCE and row.state in OPEN:
        import_batch(work, row.id, files)
    return row


def _for_all(work: Work) -> bool:
    return work.actor.system or work.actor.is_authority


def _whose(work: Work, data: UploadImport) -> UUID | None:
    """The unit in whose name the file is kept; a unit's own people name their site."""
    site = find_site(work, data.site_id) if data.site_id else None
    if data.site_id and site is None:
        raise Missing(str(data.site_id))
    places = [Place(Position.OWN, site.unit_id, site.id)] if site else []
    if site is None and not _for_all(work):
        raise Missing("site")
    require(work.actor, Action.LEDGER_IMPORT, *places)
    if site is not None:
        return site.unit_id
    return work.actor.seats[0].unit_id if work.actor.seats else None
