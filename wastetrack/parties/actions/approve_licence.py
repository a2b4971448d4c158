"""Decides that a licence agrees with its document: from now on it counts at every gate."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put
from wastetrack.parties.model import Licence
from wastetrack.parties.queries import find_unit, lock_waiting_licence, sites_of_units
from wastetrack.parties.terms import PERMITS
from wastetrack.parties.transition import approve_version, reclass


def approve_licence(work: Work, licence_id: UUID) -> Licence:
    """Check the licence, or take a checked change or extension over into its licence."""
    require(work.actor, Action.LICENCE_APPROVE)
    row = approve_version(work, lock_waiting_licence(work, licence_id))
    put(work, "licence.approved", to_unit_id=row.unit_id, number=row.number)
    work.session.flush()
    unit = find_unit(work, row.unit_id)
    if unit is not None and row.kind in PERMITS:
        for site in sites_of_units(work, [unit.id]):
            if row.site_id in {None, site.id}:
                reclass(work, unit, site)
    return row
