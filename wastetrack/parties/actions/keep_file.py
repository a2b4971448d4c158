"""Keeps what a record says of a stored file; the bytes already lie in the file store."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.files import Stored
from wastetrack.kernel.work import Work
from wastetrack.parties.model import StoredFile


def keep_file(work: Work, stored: Stored, name: str, unit_id: UUID) -> StoredFile:
    """Note a file of the unit; the same content is noted once, whoever sent it first."""
    require(work.actor, Action.UNIT_READ, Place(Position.OWN, unit_id))
    known = work.session.get(StoredFile, stored.sha256)
    if known is not None:
        return known
    row = StoredFile(
        sha256=stored.sha256,
        mime=stored.mime,
        size=stored.size,
        name=name[:200],
        unit_id=unit_id,
        stored_at=work.now,
    )
    work.session.add(row)
    return row
