"""Decides the sheet of a manifest that ended without a transfer: voided before it left, or annulled after."""

from collections.abc import Iterator

from wastetrack.paper.form_rows import Column, facts, part, table
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row
from wastetrack.paper.sheet_rows import (
    label,
    moment,
    note,
    sheet_pdf,
    three_units,
    which,
)
from wastetrack.reports.shapes.sheets import VoidSheet

VOIDED, ANNULLED = "危险废物转移联单作废单", "危险废物转移联单撤销单"
CONSENTS: tuple[Column, ...] = (
    ("时间", 36, CENTRE),
    ("谁", 54, LEFT),
    ("身份", 28, CENTRE),
    ("原因", 62, LEFT),
)
LINES: tuple[Column, ...] = (
    ("行", 10, CENTRE),
    ("容器", 32, CENTRE),
    ("废物", 48, LEFT),
    ("计划移出", 30, RIGHT),
    ("已移出", 30, RIGHT),
    ("接受", 30, RIGHT),
)


def void_pdf(sheet: VoidSheet) -> bytes:
    """Make the sheet; raises `Unprintable` for characters without a glyph."""
    title = ANNULLED if sheet.annulled else VOIDED
    return sheet_pdf(title, sheet, _rows(sheet))


def _rows(sheet: VoidSheet) -> Iterator[Row]:
    what = "撤销" if sheet.annulled else "作废"
    yield from part(f"{what}的原因", iter([facts(("原因", sheet.reason or "—"))]))
    answers = [
        (moment(one.at), one.who, "、".join(label(p) for p in one.positions), one.note or "—")
        for one in sheet.consents
    ]
    yield from part("谁办理、谁同意" if sheet.annulled else "谁办理", table(CONSENTS, answers))
    amounts = [
        (
            *which(line),
            three_units(line.planned_g),
            three_units(line.shipped_g),
            three_units(line.accepted_g),
        )
        for line in sheet.lines
    ]
    yield from part("数量", table(LINES, amounts))
    yield note(
        "实物没有移动，容器仍由移出人持有，贮存时间接着原来的算。"
        if sheet.annulled
        else "联单在起运前作废，容器可以另开联单；联单编号不再使用。"
    )
