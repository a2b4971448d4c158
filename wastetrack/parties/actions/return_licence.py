"""Decides that a licence does not agree with its document: it goes back to its holder with the reason."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put
from wastetrack.parties.inputs import Decision
from wastetrack.parties.model import Licence
from wastetrack.parties.queries import lock_waiting_licence
from wastetrack.parties.terms import LicenceState


def return_licence(work: Work, licence_id: UUID, data: Decision) -> Licence:
    """Give the licence back; what was checked before stays as it is."""
    require(work.actor, Action.LICENCE_RETURN)
    row = lock_waiting_licence(work, licence_id)
    row.state, row.state_reason = LicenceState.RETURNED, data.reason
    record(
        work,
        "licence.return",
        row,
        site_id=row.site_id,
        basis=row.number,
        number=row.number,
        reason=data.reason,
    )
    put(work, "licence.returned", to_unit_id=row.unit_id, number=row.number, reason=data.reason)
    return row
