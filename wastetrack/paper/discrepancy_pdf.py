"""Decides the discrepancy sheet 差异单: by line and legal dimension, then statements, report, cases."""

from collections.abc import Iterator

from wastetrack.manifests.terms import Dimension
from wastetrack.paper.form_rows import Column, facts, part, table
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row
from wastetrack.paper.sheet_rows import (
    label,
    moment,
    note,
    reports,
    said,
    sheet_pdf,
    three_units,
    which,
)
from wastetrack.reports.shapes.sheets import CaseFact, DiscrepancySheet, SheetLine

TITLE = "危险废物转移差异单"
DIMENSIONS: tuple[Column, ...] = (
    ("行", 9, CENTRE),
    ("容器", 27, CENTRE),
    ("废物", 33, LEFT),
    ("方面", 18, CENTRE),
    ("移出人申报", 31, RIGHT),
    ("接受人核实", 31, RIGHT),
    ("相差", 31, RIGHT),
)
NOTE_COLUMNS: tuple[Column, ...] = (
    ("行", 9, CENTRE),
    ("容器", 27, CENTRE),
    ("处理意见", 27, CENTRE),
    ("接受量", 27, RIGHT),
    ("拒收量", 27, RIGHT),
    ("接受人的说明", 63, LEFT),
)


def discrepancy_pdf(sheet: DiscrepancySheet) -> bytes:
    """Make the sheet; raises `Unprintable` for characters without a glyph."""
    return sheet_pdf(TITLE, sheet, _rows(sheet))


def _rows(sheet: DiscrepancySheet) -> Iterator[Row]:
    compared = [cells for line in sheet.lines for cells in _compared(line)]
    yield from part("移出与接受对照", table(DIMENSIONS, compared))
    yield from part("逐件处理", table(NOTE_COLUMNS, [_decided(line) for line in sheet.lines]))
    if sheet.stray:
        yield note(f"联单以外扫到的容器：{'、'.join(sheet.stray)}")
    yield from said("双方陈述", sheet.said)
    yield from reports(sheet.reports)
    for case in sheet.cases:
        yield from part("案件", _case(case))


def _compared(line: SheetLine) -> Iterator[tuple[str, ...]]:
    """One row for each disputed dimension; the quantity always, since it is what is received."""
    asked = dict.fromkeys((*line.dimensions, Dimension.QUANTITY))
    for dimension in Dimension:
        if dimension not in asked:
            continue
        mark = "" if dimension in line.dimensions else "（未提出）"
        yield (*which(line), label(dimension) + mark, *_values(line, dimension))


def _values(line: SheetLine, dimension: Dimension) -> tuple[str, str, str]:
    if dimension is Dimension.QUANTITY:
        found = None
        if line.accepted_g is not None:
            found = line.accepted_g + (line.refused_g or 0)
        less = None if line.difference_g is None else -line.difference_g
        return three_units(line.shipped_g), three_units(found), three_units(less)
    declared = {
        Dimension.NAME: line.waste_name,
        Dimension.PROPERTY: line.hazards or "—",
        Dimension.FORM: line.form,
        Dimension.PACKAGING: line.packaging,
    }
    return declared[dimension], line.note or "见说明", "不符"


def _decided(line: SheetLine) -> tuple[str, ...]:
    return (
        str(line.number),
        line.code,
        label(line.decision),
        three_units(line.accepted_g),
        three_units(line.refused_g),
        line.note or "—",
    )


def _case(case: CaseFact) -> Iterator[Row]:
    yield facts(("事项", case.title), ("状态", label(case.state)))
    yield facts(("提出时间", moment(case.opened_at)), ("结案时间", moment(case.closed_at)))
    yield facts(("依据", case.basis or "—"))
    if case.closing:
        yield facts(("结案说明", case.closing))
