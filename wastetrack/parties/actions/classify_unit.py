"""Decides how an adjusted management class enters: with the city's document (HJ 1259 §4.2.2)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import Classification
from wastetrack.parties.model import Site
from wastetrack.parties.queries import lock_site
from wastetrack.parties.transition import adjust


def classify_unit(work: Work, site_id: UUID, data: Classification) -> Site:
    """Set the class of a site, since classes are counted per site."""
    require(work.actor, Action.UNIT_CLASSIFY)
    return adjust(work, lock_site(work, site_id), data.management_class, data.document)
