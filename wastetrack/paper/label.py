"""Decides how container labels come out of the printer: one a page, or filling sheets of A4."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper import document, glyphs, label_drawing, label_fields, label_layout, qr
from wastetrack.paper.label_layout import LabelTooLong, lay_out
from wastetrack.paper.label_size import copies_for

# Lower left corners on A4, in millimetres; two millimetres between labels are for the knife.
SLOTS: dict[int, tuple[tuple[float, float], ...]] = {
    100: ((4, 149.5), (106, 149.5), (4, 47.5), (106, 47.5)),
    150: ((30, 73.5),),
    200: ((5, 48.5),),
}


def label_misfits(sheet: LabelSheet) -> tuple[str, ...]:
    """Name the fields that do not fit the label at the least lawful text height."""
    return label_layout.too_long(lay_out(sheet, len(qr.matrix(sheet.qr_text))))


def label_pdf(sheets: Sequence[LabelSheet], *, layout: Literal["single", "a4"]) -> bytes:
    """Make the labels as a PDF in true millimetres; two of each container over 450 litres.

    Raises `Unprintable` for characters without a glyph and `LabelTooLong` for texts without room.
    """
    glyphs.guard(text for sheet in sheets for text in label_fields.texts(sheet))
    misfits: list[tuple[LabelSheet, int, tuple[str, ...]]] = []

    def paint(canvas: Canvas) -> None:
        place = _on_a4(canvas) if layout == "a4" else _alone(canvas)
        for sheet in sheets:
            modules = qr.matrix(sheet.qr_text)
            laid = lay_out(sheet, len(modules))
            side = laid.measures.side_mm
            if laid.slack < 0:
                misfits.append((sheet, side, label_layout.too_long(laid)))
                continue
            for _ in range(copies_for(sheet.volume_l)):
                place(side)
                label_drawing.draw(canvas, sheet, laid, modules)
                canvas.restoreState()
        canvas.showPage()

    made = document.build("危险废物标签", paint, "HJ 1276-2022")
    if misfits:
        raise LabelTooLong(misfits)
    return made


Place = Callable[[int], None]


def _alone(canvas: Canvas) -> Place:
    """Every label on a page of its own size."""
    pages = iter(range(1_000_000_000))

    def place(side: int) -> None:
        if next(pages):
            canvas.showPage()
        canvas.setPageSize((side * mm, side * mm))
        canvas.saveState()

    return place


def _on_a4(canvas: Canvas) -> Place:
    """Labels of one size share a sheet as long as there is room."""
    free: Iterator[tuple[float, float]] = iter(())
    current = 0

    def place(side: int) -> None:
        nonlocal free, current
        slot = next(free, None) if side == current else None
        if slot is None:
            if current:
                canvas.showPage()
            free, current = iter(SLOTS[side]), side
            slot = next(free)
        canvas.saveState()
        canvas.translate(slot[0] * mm, slot[1] * mm)

    return place
