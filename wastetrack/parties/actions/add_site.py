"""Decides how a unit gets a place of work: in a known town, with the class its facts give."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import division_names
from wastetrack.kernel.errors import Missing, check
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import SiteInput
from wastetrack.parties.model import Site
from wastetrack.parties.queries import find_unit
from wastetrack.parties.rules import town_faults
from wastetrack.parties.transition import class_at


def add_site(work: Work, unit_id: UUID, data: SiteInput) -> Site:
    """Add a site of one's own unit."""
    require(work.actor, Action.SITE_ADD, Place(Position.OWN, unit_id))
    unit = find_unit(work, unit_id)
    if unit is None:
        raise Missing(str(unit_id))
    check(town_faults(data.division_code, division_names(work)))
    site = Site(id=work.new_id(), created_at=work.now, unit_id=unit.id, **data.model_dump())
    site.management_class = class_at(work, unit, site)
    record(work, "site.add", site, site_id=site.id, name=site.name)
    return site
