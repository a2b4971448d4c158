"""Decides the correction sheet 更正单: before and after of each field, why, who asked, who agreed when."""

from collections.abc import Iterator

from wastetrack import words
from wastetrack.paper.form_rows import Column, facts, part, table
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row
from wastetrack.paper.sheet_rows import (
    CHINESE,
    in_one_line,
    label,
    moment,
    sheet_pdf,
    three_units,
    which,
)
from wastetrack.reports.shapes.sheets import Amended, Consent, CorrectionSheet, FieldChange

TITLE = "危险废物转移联单更正单"
CONSENTS: tuple[Column, ...] = (
    ("时间", 36, CENTRE),
    ("谁", 54, LEFT),
    ("身份", 24, CENTRE),
    ("答复", 18, CENTRE),
    ("说明", 48, LEFT),
)
LINES: tuple[Column, ...] = (
    ("行", 10, CENTRE),
    ("容器", 28, CENTRE),
    ("废物", 40, LEFT),
    ("计划", 25.5, RIGHT),
    ("移出", 25.5, RIGHT),
    ("接受", 25.5, RIGHT),
    ("称重差", 25.5, RIGHT),
)


def correction_pdf(sheet: CorrectionSheet) -> bytes:
    """Make the sheet; raises `Unprintable` for characters without a glyph."""
    return sheet_pdf(TITLE, sheet, _rows(sheet))


def _rows(sheet: CorrectionSheet) -> Iterator[Row]:
    for number, change in enumerate(sheet.changes, start=1):
        yield from part(f"更正 {number}：{change.title}", _change(change))
    for amended in sheet.amended:
        yield from part(f"容器更改申请：{amended.code}", _amended(amended))
    now = [
        (
            *which(line),
            three_units(line.planned_g),
            three_units(line.shipped_g),
            three_units(line.accepted_g),
            three_units(line.difference_g),
        )
        for line in sheet.lines
    ]
    yield from part("更正后的数量", table(LINES, now))


def _change(change: FieldChange) -> Iterator[Row]:
    if change.about:
        yield facts(("对象", change.about))
    if change.before_g is not None and change.after_g is not None:
        before, after = three_units(change.before_g), three_units(change.after_g)
        yield facts(("更正前", before), ("更正后", after))
        yield facts(("相差", in_one_line(change.after_g - change.before_g)))
    else:
        yield facts(("更正前", change.before or "未填"), ("更正后", change.after or "未填"))
    yield facts(("原因", change.reason))
    yield facts(("申请人", change.asked_by), ("申请时间", moment(change.asked_at)))
    yield facts(("状态", _state(change)))
    if change.consents:
        yield from table(CONSENTS, [_consent(one) for one in change.consents])


def _consent(one: Consent) -> tuple[str, ...]:
    who = "、".join(label(position) for position in one.positions) or "—"
    answer = "同意" if one.agreed else "不同意"
    return moment(one.at), one.who, who, answer, one.note or "—"


def _state(change: FieldChange) -> str:
    if change.applied_at is not None:
        return f"已生效，{moment(change.applied_at)}"
    if change.rejected_at is not None:
        return f"未同意，{moment(change.rejected_at)}，联单不变"
    given = {position for one in change.consents if one.agreed for position in one.positions}
    left = "、".join(label(position) for position in change.needs if position not in given)
    return f"等{left}答复，尚未生效"


def _amended(row: Amended) -> Iterator[Row]:
    yield facts(("事项", label(row.kind)), ("状态", label(row.state)))
    for name, before, after in row.changes:
        title = words.label(CHINESE, name, "column")
        yield facts((title, f"{_value(name, before)} → {_value(name, after)}"))
    yield facts(("原因", row.reason or "—"))
    yield facts(("申请人", row.asked_by), ("申请时间", moment(row.asked_at)))
    yield facts(("审核人", row.decided_by or "—"), ("审核时间", moment(row.decided_at)))
    if row.answer:
        yield facts(("审核意见", row.answer))


def _value(name: str, text: str) -> str:
    if name.endswith("_g") and text.isdigit():
        return in_one_line(int(text), "，")
    return text or "—"
