"""Decides how an approved longer storage time is entered (Code §535(3)): with its document, to be checked."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import Extension
from wastetrack.parties.model import Licence
from wastetrack.parties.queries import get_licence
from wastetrack.parties.rules import extension_faults
from wastetrack.parties.shapes import licence_facts
from wastetrack.parties.transition import offer_version


def extend_licence(work: Work, licence_id: UUID, data: Extension) -> Licence:
    """Offer the longer storage time for checking; no clock uses it before."""
    row = get_licence(work, licence_id, lock=True)
    require(work.actor, Action.LICENCE_EXTEND, Place(Position.OWN, row.unit_id, row.site_id))
    until, today = data.storage_extended_to, local_day(work.now)
    check(extension_faults(licence_facts(row), until, data.extension_sha256, today))
    return offer_version(work, row, data.model_dump(), "licence.extend")
