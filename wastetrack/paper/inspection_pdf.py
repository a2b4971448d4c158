"""Decides how the inspection sheet of one unit stands on one A4 page, with room for the inspector's hand."""

from collections.abc import Iterator
from dataclasses import asdict

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack import words
from wastetrack.deadlines.terms import RuleCode
from wastetrack.paper import document, glyphs, grid, qr
from wastetrack.paper.amounts import tonnes
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row
from wastetrack.paper.one_page import (
    BODY,
    FOOT,
    MARGIN,
    TITLE_TYPE,
    TOP,
    Block,
    day,
    facts,
    fingerprint,
    fit,
    foot,
    moment,
    table,
    texts,
    title,
    write,
    write_bold,
)
from wastetrack.reports.shapes.inspection import InspectionSheet

TITLE = "单位检查单"
QR_SIDE = 22 * mm
HEAD = 30 * mm
HAND = 26 * mm
LINE = 7.5 * mm
CHINESE = "zh-CN"
MOST_CODES = 6


def inspection_pdf(sheet: InspectionSheet) -> bytes:
    """Make the page; the longest lists are cut, and say how much of them is left out."""
    glyphs.guard(texts(asdict(sheet)))
    seal = fingerprint(sheet)
    rows = fit(lambda cap: list(_rows(sheet, cap)), TOP - HEAD - FOOT - HAND)

    def paint(canvas: Canvas) -> None:
        _head(canvas, sheet)
        end = grid.draw(canvas, rows, MARGIN, TOP - HEAD)
        _hand(canvas, end)
        foot(canvas, f"{sheet.unit}　{moment(sheet.at)}", seal)
        canvas.showPage()

    return document.build(f"{TITLE} {sheet.unit}", paint, seal)


def _label(member: object) -> str:
    return words.label(CHINESE, member)


def _rule(code: str) -> str:
    return words.label(CHINESE, RuleCode(code))


def _head(canvas: Canvas, sheet: InspectionSheet) -> None:
    write_bold(canvas, TITLE, (MARGIN, TOP - 6 * mm), TITLE_TYPE)
    write_bold(canvas, sheet.unit, (MARGIN, TOP - 13.5 * mm), 12)
    kinds = "、".join(_label(kind) for kind in sheet.kinds)
    said = f"{sheet.credit_code}　{kinds}　{sheet.industry}　{_label(sheet.state)}"
    write(canvas, said, (MARGIN, TOP - 19.5 * mm), BODY + 1)
    note = f"数据截至 {moment(sheet.at)}　联系电话 {sheet.phone}"
    if sheet.invented:
        note += "　演示数据"
    write(canvas, note, (MARGIN, TOP - 25 * mm), BODY + 1)
    modules = qr.matrix(sheet.qr_text)
    whole = qr.whole_width(len(modules), QR_SIDE)
    quiet = (whole - QR_SIDE) / 2
    right = document.A4_WIDTH - MARGIN
    qr.draw(canvas, modules, right + quiet - whole, TOP + quiet - whole, QR_SIDE)
    write(canvas, sheet.credit_code, (right, TOP - QR_SIDE - 3.5 * mm), 7, RIGHT)


def _rows(sheet: InspectionSheet, cap: int) -> Iterator[Row]:
    yield title("经营场所")
    for site in sheet.sites[:cap]:
        yield facts(
            (site.name, f"{site.town} {site.address}"),
            (_label(site.management), f"应急电话 {site.emergency_phone or '未登记'}"),
            label_mm=26.0,
        )
    for block in (
        _licences(sheet),
        _stock(sheet),
        _stores(sheet),
        _alerts(sheet),
        _under_way(sheet),
        _reports(sheet),
        _cases(sheet),
    ):
        yield from table(block, cap)


def _licences(sheet: InspectionSheet) -> Block:
    return Block(
        "许可证照",
        (
            ("种类", 34, LEFT),
            ("编号", 40, LEFT),
            ("范围", 54, LEFT),
            ("年规模（吨）", 21, RIGHT),
            ("有效期止", 20, CENTRE),
            ("状态", 16, CENTRE),
        ),
        [
            (
                _label(row.kind),
                row.number,
                "、".join(row.codes[:MOST_CODES])
                + (f" 等 {len(row.codes)} 种" if len(row.codes) > MOST_CODES else ""),
                tonnes(row.annual_scale_g),
                day(row.valid_to),
                _label(row.state),
            )
            for row in sheet.licences
        ],
    )


def _stock(sheet: InspectionSheet) -> Block:
    return Block(
        "现有危险废物",
        (
            ("废物", 56, LEFT),
            ("代码", 24, CENTRE),
            ("件数", 14, RIGHT),
            ("数量（吨）", 22, RIGHT),
            ("时钟起算", 23, CENTRE),
            ("已过（天）", 20, RIGHT),
            ("最早产生", 26, CENTRE),
        ),
        [
            (
                row.waste_name,
                row.waste_code,
                str(row.count),
                tonnes(row.grams),
                day(row.clock_from),
                str((sheet.at - row.clock_from).days) if row.clock_from else "",
                day(row.oldest),
            )
            for row in sheet.stock
        ],
    )


def _stores(sheet: InspectionSheet) -> Block:
    return Block(
        "贮存设施",
        (
            ("编码", 24, LEFT),
            ("名称", 56, LEFT),
            ("类型", 26, CENTRE),
            ("能力（吨）", 27, RIGHT),
            ("现存（吨）", 27, RIGHT),
            ("占用", 25, RIGHT),
        ),
        [
            (
                row.code,
                row.name,
                _label(row.kind),
                tonnes(row.capacity_g),
                tonnes(row.grams),
                "未登记能力" if row.percent is None else f"{row.percent}%",
            )
            for row in sheet.stores
        ],
        none="未登记",
    )


def _alerts(sheet: InspectionSheet) -> Block:
    return Block(
        "未关闭的预警",
        (
            ("等级", 26, CENTRE),
            ("事项", 46, LEFT),
            ("对象", 44, LEFT),
            ("到期日", 22, CENTRE),
            ("件数", 17, RIGHT),
            ("数量（吨）", 30, RIGHT),
        ),
        [
            (
                _label(row.level),
                _rule(row.rule),
                row.about,
                day(row.due_on),
                str(row.count) if row.count else "",
                tonnes(row.grams) if row.grams else "",
            )
            for row in sheet.alerts
        ],
    )


def _under_way(sheet: InspectionSheet) -> Block:
    return Block(
        "在办联单",
        (
            ("编号", 38, LEFT),
            ("状态", 22, CENTRE),
            ("方向", 14, CENTRE),
            ("对方", 57, LEFT),
            ("数量（吨）", 22, RIGHT),
            ("启运", 32, CENTRE),
        ),
        [
            (
                row.number,
                _label(row.state),
                "移出" if row.sends else "移入",
                row.other,
                tonnes(row.grams),
                moment(row.departed_at),
            )
            for row in sheet.under_way
        ],
    )


def _reports(sheet: InspectionSheet) -> Block:
    left = f"，未申报 {sheet.unfiled} 项" if sheet.unfiled else ""
    return Block(
        f"最近的申报回执{left}",
        (("事项", 46, LEFT), ("期间", 26, CENTRE), ("回执", 76, LEFT), ("申报日期", 37, CENTRE)),
        [
            (
                _rule(row.rule),
                row.period,
                row.number + ("（更正）" if row.sequence > 1 else ""),
                day(row.filed_on),
            )
            for row in sheet.reports
        ],
    )


def _cases(sheet: InspectionSheet) -> Block:
    return Block(
        "最近的案件",
        (
            ("种类", 26, CENTRE),
            ("标题", 85, LEFT),
            ("状态", 22, CENTRE),
            ("立案", 26, CENTRE),
            ("结案", 26, CENTRE),
        ),
        [
            (_label(row.kind), row.title, _label(row.state), day(row.opened_at), day(row.closed_at))
            for row in sheet.cases
        ],
    )


def _hand(canvas: Canvas, top: float) -> None:
    """Room to write by hand: what was found, who was there."""
    base = max(top - 7 * mm, FOOT + 16 * mm)
    write_bold(canvas, "本次检查记录", (MARGIN, base), 9.5)
    canvas.setLineWidth(0.4)
    right = document.A4_WIDTH - MARGIN
    lines = int((base - FOOT - 4 * mm) / LINE)
    for number in range(1, lines + 1):
        canvas.line(MARGIN, base - number * LINE, right, base - number * LINE)
    signed = "检查人（两名以上）：　　　　　　　　　　　　单位人员：　　　　　　　　　　　　日期："
    write(canvas, signed, (MARGIN, FOOT - 0.5 * mm), BODY)
