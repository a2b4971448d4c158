"""Labels of containers in the browser: what is told before printing, the printer, the print."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal
from uuid import UUID

from flask import current_app, request, url_for

from wastetrack import words
from wastetrack.containers import queries
from wastetrack.containers.model import Container
from wastetrack.containers.rules import LabelSigner
from wastetrack.containers.shapes import LabelSheet
from wastetrack.kernel.errors import Missing, Violation
from wastetrack.kernel.paging import cursor
from wastetrack.kernel.work import Work
from wastetrack.paper.label import label_misfits
from wastetrack.paper.label import label_pdf as draw_labels
from wastetrack.paper.label_fields import TITLES
from wastetrack.paper.label_layout import LabelTooLong
from wastetrack.paper.label_size import TEXT_HEIGHTS, side_for
from wastetrack.paper.press import COLOUR, Press
from wastetrack.parties.actions.choose_printer import choose_printer
from wastetrack.parties.model import Printer
from wastetrack.parties.queries import chosen_printer, printers_for
from wastetrack.parties.rules import calibration
from wastetrack.parties.terms import Reading
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.papers import paper

room = Room("labels", __name__)


def signer() -> LabelSigner:
    """The application's writer of label texts."""
    found: LabelSigner = current_app.extensions["labels"]
    return found


def press_of(printer: Printer | None) -> Press:
    """How this printer is spoken to."""
    if printer is None:
        return COLOUR
    reading = Reading(printer.left_um, printer.top_um, printer.across_um, printer.down_um)
    return Press(calibration(reading, printer.dpi, printer.medium))


def printing_site(c: Container) -> UUID:
    """Where the label is put on: at the holder's, or where nobody holds it at its maker's."""
    return c.holder_site_id or c.origin_site_id


@room.page("/containers/<uuid:id>/label")
def label(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The last screen of a new container: its code, what is told of place and label, the print."""
    view = queries.get_view(work, id)
    c = view.container
    unit_id = c.holder_unit_id or c.origin_unit_id
    printers = printers_for(work, unit_id, printing_site(c))
    printer = next((row for row, chosen in printers if chosen), None)
    sheet = queries.label_sheet(work, c, signer())
    faults, larger = misfits(sheet, press_of(printer))
    told = [*queries.advice(work, c), *faults]
    return door.render(
        "containers/label.html",
        view=view,
        c=c,
        told=[words.sentence(door.lang(), v) for v in told],
        larger=larger,
        printing="print" in request.args and not faults,
        printer=printer,
        printers=[row for row, _ in printers],
        unit_id=unit_id,
    )


def misfits(sheet: LabelSheet, press: Press) -> tuple[list[Violation], int | None]:
    """What does not fit at the least lawful height, field by field, and the larger label that does."""
    keys = label_misfits(sheet, press)
    if not keys:
        return [], None
    side = side_for(sheet.volume_l, sheet.side_mm)
    told = [
        Violation(
            "paper.label_tight",
            key,
            {"field": words.say(door.lang(), TITLES[key]), "side": side},
        )
        for key in keys
    ]
    wider = (s for s in sorted(TEXT_HEIGHTS) if s > side)
    return told, next(
        (s for s in wider if not label_misfits(replace(sheet, side_mm=s), press)), None
    )


@room.mutation("/containers/<uuid:id>/label/printer")
def choose(work: Work, id: UUID) -> str:  # noqa: A002
    """From now on this person's labels of this site go to that printer."""
    c = queries.get_container(work, id)
    choose_printer(work, printing_site(c), cursor(request.form.get("printer_id")))
    return url_for("labels.label", id=id)


@room.page("/containers/<uuid:id>/label.pdf")
def label_pdf(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The label of the present version for the chosen printer, in its lawful size or a larger one."""
    c = queries.get_container(work, id)
    sheets = queries.label_sheets(work, [id], signer())
    press = press_of(chosen_printer(work, printing_site(c)))
    side = request.args.get("side", type=int)
    if side in TEXT_HEIGHTS:
        sheets = [replace(sheet, side_mm=side) for sheet in sheets]
    return paper(_drawn(sheets, press, "single"), f"label-{c.human_code}.pdf", keep=True)


@room.page("/containers/labels.pdf")
def labels_pdf(work: Work) -> Rendered:
    """Labels of several containers: on A4, or one after the other on a label printer."""
    ids = [key for text in request.args.getlist("ids") if (key := cursor(text))]
    if not ids:
        raise Missing("labels")
    sheets = queries.label_sheets(work, ids, signer())
    first = queries.get_container(work, ids[0])
    press = press_of(chosen_printer(work, printing_site(first)))
    return paper(_drawn(sheets, press, "single" if press.black else "a4"), "labels.pdf", keep=True)


@room.mutation("/containers/labels")
def labels(_work: Work) -> str:
    """From the ticks of the list to the sheet of labels."""
    ids = door.picked()
    return url_for("labels.labels_pdf", ids=ids) if ids else url_for("containers.index")


def _drawn(sheets: Sequence[LabelSheet], press: Press, layout: Literal["single", "a4"]) -> bytes:
    """On paper a larger label is cut as easily; on stock of one size the person must choose it."""
    if not press.black:
        for side in sorted(TEXT_HEIGHTS)[:-1]:
            try:
                larger = [replace(s, side_mm=max(side, s.side_mm or 0)) for s in sheets]
                return draw_labels(larger, layout=layout, press=press)
            except LabelTooLong:
                continue
        sheets = [replace(sheet, side_mm=max(TEXT_HEIGHTS)) for sheet in sheets]
    return draw_labels(sheets, layout=layout, press=press)
