"""Decides how the particulars of a licence change: a checked one counts on until the change is checked."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_licence import columns, entry_faults
from wastetrack.parties.inputs import LicenceInput
from wastetrack.parties.model import Licence
from wastetrack.parties.queries import get_licence
from wastetrack.parties.transition import offer_version


def change_licence(work: Work, licence_id: UUID, data: LicenceInput) -> Licence:
    """Offer the changed licence for checking; without a new file the former one stays with it."""
    row = get_licence(work, licence_id, lock=True)
    require(work.actor, Action.LICENCE_CHANGE, Place(Position.OWN, row.unit_id, row.site_id))
    if row.ended_on is not None:
        raise refuse("parties.licence_ended_before", number=row.number, end=str(row.ended_on))
    if data.file_sha256 is None:
        data = data.model_copy(update={"file_sha256": row.file_sha256})
    same = frozenset(i for i in (row.id, row.changes_id) if i is not None)
    check(entry_faults(work, row.unit_id, data, same))
    return offer_version(work, row, columns(data), "licence.change")
