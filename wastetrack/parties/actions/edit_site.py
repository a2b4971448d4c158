"""Decides what may change about a place of work."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import division_names
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import SiteInput
from wastetrack.parties.model import Site
from wastetrack.parties.queries import lock_site
from wastetrack.parties.rules import town_faults


def edit_site(work: Work, site_id: UUID, data: SiteInput) -> Site:
    """Change a site of one's own unit."""
    site = lock_site(work, site_id)
    require(work.actor, Action.SITE_EDIT, Place(Position.OWN, site.unit_id, site.id))
    check(town_faults(data.division_code, division_names(work)))
    for name, value in data.model_dump().items():
        setattr(site, name, value)
    record(work, "site.edit", site, site_id=site.id, name=site.name)
    return site
