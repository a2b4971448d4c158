"""Decides which printer a person's labels of one site go to, until he chooses another."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import PrinterChoice
from wastetrack.parties.queries import find_site, get_printer


def choose_printer(work: Work, site_id: UUID, printer_id: UUID | None) -> PrinterChoice:
    """Remember it; None stands for labels in full colour on A4."""
    site = find_site(work, site_id)
    if site is None or work.actor.user_id is None:
        raise Missing(str(site_id))
    require(work.actor, Action.UNIT_READ, Place(Position.OWN, site.unit_id, site.id))
    if printer_id is not None:
        get_printer(work, printer_id)
    row = work.session.get(PrinterChoice, (work.actor.user_id, site_id))
    if row is None:
        row = PrinterChoice(user_id=work.actor.user_id, site_id=site_id)
        work.session.add(row)
    row.printer_id = printer_id
    return row
