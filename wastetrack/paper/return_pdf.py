"""Decides the return sheet 退回单: what was refused and why, what goes back, who took it back when."""

from collections.abc import Iterator

from wastetrack.paper.form_rows import Column, facts, part, table
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row
from wastetrack.paper.sheet_rows import (
    in_one_line,
    label,
    moment,
    reports,
    said,
    sheet_pdf,
    three_units,
    which,
)
from wastetrack.reports.shapes.sheets import ReturnSheet, SheetLine

TITLE = "危险废物转移退回单"
LINES: tuple[Column, ...] = (
    ("行", 9, CENTRE),
    ("原容器", 26, CENTRE),
    ("废物", 34, LEFT),
    ("移出量", 26, RIGHT),
    ("接受量", 26, RIGHT),
    ("拒收退回量", 26, RIGHT),
    ("不符的方面和说明", 33, LEFT),
)
BACK: tuple[Column, ...] = (
    ("行", 9, CENTRE),
    ("退回的容器", 51, CENTRE),
    ("退回量", 60, RIGHT),
    ("到哪一步", 60, CENTRE),
)
WAITING = "待退运"


def return_pdf(sheet: ReturnSheet) -> bytes:
    """Make the sheet; raises `Unprintable` for characters without a glyph."""
    return sheet_pdf(TITLE, sheet, _rows(sheet))


def _rows(sheet: ReturnSheet) -> Iterator[Row]:
    yield from part("拒收", _refused(sheet))
    back = [
        (
            str(line.number),
            line.refused_code or line.code,
            in_one_line(line.refused_g),
            _way(line),
        )
        for line in sheet.lines
    ]
    yield from part("退回的废物", table(BACK, back))
    yield from said("移出人的退运指令和离开", sheet.orders)
    yield from said("移出人收回", sheet.taken_back)
    yield from reports(sheet.reports)


def _refused(sheet: ReturnSheet) -> Iterator[Row]:
    yield facts(("原因", sheet.reason or "见各行说明"))
    yield facts(("拒收人", sheet.refused_by), ("拒收时间", moment(sheet.refused_at)))
    yield from table(
        LINES,
        [
            (
                *which(line),
                three_units(line.shipped_g),
                three_units(line.accepted_g),
                three_units(line.refused_g),
                "；".join(filter(None, ["、".join(map(label, line.dimensions)), line.note])) or "—",
            )
            for line in sheet.lines
        ],
    )


def _way(line: SheetLine) -> str:
    """How far it is on its way; the decision tells it where the whole line goes back."""
    way = line.way_back or line.decision
    return WAITING if way.value == "refused" else label(way)
