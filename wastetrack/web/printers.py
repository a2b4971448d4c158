"""Label printers of a unit: entered once, corrected by what a ruler reads on the test page."""

from uuid import UUID

from flask import url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.kernel.work import Work
from wastetrack.paper.printer_page import printer_page_pdf
from wastetrack.parties.actions.add_printer import add_printer
from wastetrack.parties.actions.edit_printer import edit_printer
from wastetrack.parties.inputs import PrinterInput
from wastetrack.parties.model import Printer
from wastetrack.parties.queries import get_printer, get_unit, printers_of
from wastetrack.parties.terms import ALONG_UM, EDGE_UM, Calibration, Medium
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.labels import press_of
from wastetrack.web.papers import paper

room = Room("printers", __name__)
Form = Bound[PrinterInput]
READINGS = ("left_um", "top_um", "across_um", "down_um")
UNREAD = {"left_um": EDGE_UM, "top_um": EDGE_UM, "across_um": ALONG_UM, "down_um": ALONG_UM}


@room.page("/units/<uuid:id>/printers")
def index(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """All label printers of the unit."""
    unit = get_unit(work, id)
    return door.render(
        "parties/printers.html",
        unit=unit,
        rows=[(row, press_of(row).calibration) for row in printers_of(work, id)],
        may_edit=may(work.actor, Action.PRINTER_ADD, Place(Position.OWN, unit.id)),
    )


def _form(form: Form, unit_id: UUID, printer: Printer | None) -> Rendered:
    form.choose("medium", words.choices(door.lang(), Medium))
    return door.render("parties/printer.html", form=form, unit_id=unit_id, printer=printer)


def _millimetres(values: dict[str, int]) -> dict[str, str]:
    return {name: f"{value / 1000:.3f}".rstrip("0").rstrip(".") for name, value in values.items()}


@room.page("/units/<uuid:id>/printers/new")
def new(work: Work, id: UUID, bound: Form | None = None) -> Rendered:  # noqa: A002
    """A printer, believed to print true until its test page is read."""
    get_unit(work, id)
    form = bound or Bound.blank(PrinterInput, door.lang(), **_millimetres(UNREAD))
    return _form(form, id, None)


@room.mutation("/units/<uuid:id>/printers/new", data=PrinterInput, form=new)
def take(work: Work, data: PrinterInput, id: UUID) -> str:  # noqa: A002
    """Enter it and go on to its test page."""
    return url_for("printers.show", id=add_printer(work, id, data).id)


@room.page("/printers/<uuid:id>")
def show(work: Work, id: UUID, bound: Form | None = None) -> Rendered:  # noqa: A002
    """Its test page, and the form that takes what was read there."""
    row = get_printer(work, id)
    kept = {name: getattr(row, name) for name in ("name", "medium", "dpi", "active")}
    read = _millimetres({name: getattr(row, name) for name in READINGS})
    return _form(bound or Bound.blank(PrinterInput, door.lang(), **kept, **read), row.unit_id, row)


@room.mutation("/printers/<uuid:id>", data=PrinterInput, form=show)
def save(work: Work, data: PrinterInput, id: UUID) -> str:  # noqa: A002
    """Keep what was read."""
    return url_for("printers.index", id=edit_printer(work, id, data).unit_id)


@room.page("/printers/<uuid:id>/test.pdf")
def test_page(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The test page, always without correction: what is read there is the printer's own error."""
    row = get_printer(work, id)
    return paper(
        printer_page_pdf(row.name, Calibration(row.dpi, row.medium)), "printer-test.pdf", keep=True
    )
