"""Decides how container labels come out of the printer: one a page, or filling sheets of A4."""

from collections.abc import Sequence
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper import document, glyphs, label_fields, label_layout, label_pages, symbols
from wastetrack.paper.label_layout import LabelTooLong, lay_out
from wastetrack.paper.press import COLOUR, Press


def label_misfits(sheet: LabelSheet, press: Press = COLOUR) -> tuple[str, ...]:
    """Name the fields that do not fit the label at the least lawful text height."""
    return label_layout.too_long(lay_out(sheet, symbols.modules_for(sheet.qr_text), press))


def label_pdf(
    sheets: Sequence[LabelSheet],
    *,
    layout: Literal["single", "a4"],
    press: Press = COLOUR,
) -> bytes:
    """Make the labels as a PDF in true millimetres; two of each container over 450 litres.

    Raises `Unprintable` for characters without a glyph and `LabelTooLong` for texts without room.
    """
    glyphs.guard({text for sheet in sheets for text in label_fields.texts(sheet)})
    letters = label_pages.letters_of(sheets)
    pages = label_pages.plan(sheets, a4=layout == "a4")
    many = len(sheets) >= symbols.LONG_RUN
    misfits: list[label_pages.Misfit] = []

    def paint(canvas: Canvas) -> None:
        document.prime(canvas, letters)
        known: set[str] = set()
        for parcel in label_pages.drawn(pages, letters, press, many=many):
            misfits.extend(parcel.misfits)
            for page in parcel.pages:
                for name in page.forms:
                    if name not in known:
                        document.add_form(canvas, name, *parcel.forms[name])
                        known.add(name)
                document.add_page(canvas, *page)

    made = document.build("危险废物标签", paint, "HJ 1276-2022")
    if misfits:
        raise LabelTooLong(misfits)
    return made
