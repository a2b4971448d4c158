"""One-page papers: the inspection sheet of a unit, the district's daily brief, and the sheet's symbol."""

from uuid import UUID

from flask import current_app, redirect, url_for

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.looks import Look
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.paper.brief_pdf import brief_pdf
from wastetrack.paper.inspection_pdf import inspection_pdf
from wastetrack.parties.queries import find_unit_by_code
from wastetrack.reports.queries.brief import daily_brief
from wastetrack.reports.queries.inspection import inspection_sheet
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.papers import paper

room = Room("sheets", __name__)


@room.page("/units/<uuid:id>/inspection.pdf", logged=Look.UNIT)
def inspection(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The unit on one page, for whoever stands at its gate."""
    door.about(id)
    base = str(current_app.extensions["settings"].base_url)
    sheet = inspection_sheet(work, id, base)
    return paper(inspection_pdf(sheet), f"检查单 {sheet.unit}.pdf")


@room.page("/U/<code>")
def scanned(work: Work, code: str) -> Rendered:
    """The symbol of an inspection sheet leads to the unit, for those who may see it."""
    unit = find_unit_by_code(work, code[:18].upper())
    if unit is None:
        raise Missing("unit")
    require(work.actor, Action.UNIT_READ, Place(Position.OWN, unit.id))
    return redirect(url_for("parties.show", id=unit.id), 303)


@room.page("/oversight/brief.pdf", asks=Action.OVERSIGHT_READ)
def brief(work: Work) -> Rendered:
    """The district's day on one page."""
    found = daily_brief(work)
    return paper(brief_pdf(found), f"监管日报 {found.day:%Y-%m-%d}.pdf")
