"""Decides that a roll of blank codes is printed: signed, of one unit, bound to no waste yet."""

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.containers import transition
from wastetrack.containers.inputs import PrintBlanks
from wastetrack.containers.model import BlankCode
from wastetrack.kernel.errors import Missing, check
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import find_site, find_unit
from wastetrack.parties.rules import may_open


def print_blanks(work: Work, data: PrintBlanks) -> list[BlankCode]:
    """Make the codes of one roll; what may open no container gets no codes for one either."""
    site = find_site(work, data.site_id)
    unit = find_unit(work, site.unit_id) if site else None
    if site is None or unit is None:
        raise Missing(str(data.site_id))
    require(work.actor, Action.CONTAINER_PRINT_BLANKS, Place(Position.OWN, unit.id, site.id))
    check(may_open(unit.state))
    return transition.print_blanks(work, unit.id, site.id, data.count)
