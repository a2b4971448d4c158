"""Decides how the district's daily brief stands on one A4 page: figures, charts, lists."""

from collections.abc import Iterator
from dataclasses import asdict

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack import words
from wastetrack.deadlines.terms import RuleCode
from wastetrack.paper import chart, document, glyphs, grid
from wastetrack.paper.amounts import tonnes
from wastetrack.paper.chart import Box
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row
from wastetrack.paper.one_page import (
    BODY,
    FOOT,
    MARGIN,
    TITLE_TYPE,
    TOP,
    WIDTH_MM,
    Block,
    day,
    fingerprint,
    fit,
    foot,
    moment,
    table,
    texts,
    write,
    write_bold,
)
from wastetrack.reports.shapes.brief import Amount, DailyBrief, Late

TITLE = "危险废物监管日报"
HEAD = 14 * mm
CHART = 46 * mm
CHINESE = "zh-CN"
FIGURE_TYPE = 13.0
GRAMS_PER_TONNE = 1_000_000


def brief_pdf(brief: DailyBrief) -> bytes:
    """Make the page; lists are cut to what it holds, and say how much is left out."""
    glyphs.guard(texts(asdict(brief)))
    seal = fingerprint(brief)
    top = list(_figures(brief))
    head = sum(row.height for row in top)
    rows = fit(lambda cap: list(_lists(brief, cap)), TOP - HEAD - head - CHART - FOOT)

    def paint(canvas: Canvas) -> None:
        write_bold(canvas, TITLE, (MARGIN, TOP - 6 * mm), TITLE_TYPE)
        right = document.A4_WIDTH - MARGIN
        write_bold(
            canvas,
            f"{brief.day.year} 年 {brief.day.month} 月 {brief.day.day} 日",
            (right, TOP - 6 * mm),
            11,
            RIGHT,
        )
        write(canvas, f"数据截至 {moment(brief.at)}", (right, TOP - 11 * mm), BODY, RIGHT)
        end = grid.draw(canvas, top, MARGIN, TOP - HEAD)
        _charts(canvas, brief, end)
        grid.draw(canvas, rows, MARGIN, end - CHART)
        foot(canvas, f"{TITLE}　{day(brief.day)}", seal)
        canvas.showPage()

    return document.build(f"{TITLE} {day(brief.day)}", paint, seal)


def _tiles(*pairs: tuple[str, str]) -> Iterator[Row]:
    """Names in one row, their figures large in the next."""
    width = WIDTH_MM / len(pairs)
    names = (grid.cell(name, width, BODY, align=CENTRE) for name, _ in pairs)
    figures = (
        grid.cell(figure, width, FIGURE_TYPE, bold=True, align=CENTRE) for _, figure in pairs
    )
    yield Row(tuple(names), BODY, keep_next=True)
    yield Row(tuple(figures), FIGURE_TYPE)


def _amount(amount: Amount) -> str:
    return f"{amount.count}" + (f" / {tonnes(amount.grams)} t" if amount.grams else "")


def _figures(brief: DailyBrief) -> Iterator[Row]:
    yield from _tiles(
        ("超期（法定）", _amount(brief.legal)),
        ("超期（地方要求）", _amount(brief.local)),
        ("7 天内到期", _amount(brief.in_week)),
        ("30 天内到期", _amount(brief.in_month)),
    )
    yield from _tiles(
        ("临期未约收运（件）", str(brief.unbooked)),
        ("未结案件", str(brief.open_cases)),
        ("无人答复的案件", str(brief.unowned_cases)),
        ("待审核单位", str(brief.pending_units)),
        (f"{brief.silent_days} 天无记录的场所", str(brief.silent_count)),
    )
    yield from _tiles(
        ("在途联单", _amount(brief.under_way)), ("被拒收、退回途中", _amount(brief.refused))
    )
    names = [grid.cell("", WIDTH_MM / 4, BODY)]
    names += [
        grid.cell(f"{flow.name}（吨）", WIDTH_MM / 4, BODY, bold=True, align=CENTRE)
        for flow in brief.flows
    ]
    yield Row(tuple(names), BODY, keep_next=True)
    for label, year in (("昨日", False), ("本年至昨日", True)):
        cells = [grid.cell(label, WIDTH_MM / 4, BODY, bold=True)]
        cells += [
            grid.cell(tonnes(flow.year_g if year else flow.day_g), WIDTH_MM / 4, BODY, align=RIGHT)
            for flow in brief.flows
        ]
        yield Row(tuple(cells), BODY)


def _charts(canvas: Canvas, brief: DailyBrief, top: float) -> None:
    left, middle = MARGIN, document.A4_WIDTH / 2
    width = middle - MARGIN - 6 * mm
    base = top - CHART + 5 * mm
    write_bold(canvas, "近两周产生与接受（吨）", (left, top - 5 * mm), BODY)
    chart.key(canvas, left + 100, top - 5 * mm, ("产生", "接受"))
    chart.columns(
        canvas,
        Box(left, base, width, CHART - 17 * mm),
        [f"{item.day.day}" for item in brief.days],
        [
            [item.produced_g / GRAMS_PER_TONNE for item in brief.days],
            [item.accepted_g / GRAMS_PER_TONNE for item in brief.days],
        ],
        "吨",
    )
    right = middle + 6 * mm
    write_bold(canvas, "库存年龄（天，件）", (right, top - 5 * mm), BODY)
    chart.key(canvas, right + 90, top - 5 * mm, ("经营单位", "产废单位"))
    chart.bars(
        canvas,
        Box(right, base - 3 * mm, width, CHART - 11 * mm),
        [row.age.value for row in brief.ages],
        [[row.permit for row in brief.ages], [row.producer for row in brief.ages]],
    )


_LATE = (
    ("单位", 52, LEFT),
    ("街道（乡镇）", 22, LEFT),
    ("事项", 36, LEFT),
    ("对象", 30, LEFT),
    ("到期日", 18, CENTRE),
    ("吨", 14, RIGHT),
    ("收运", 13, CENTRE),
)


def _late(rows: list[Late] | tuple[Late, ...]) -> list[tuple[str, ...]]:
    return [
        (
            row.unit,
            row.town,
            words.label(CHINESE, RuleCode(row.rule)),
            row.about,
            day(row.due_on),
            tonnes(row.grams) if row.grams else "",
            "未约" if row.unbooked else "",
        )
        for row in rows
    ]


def _lists(brief: DailyBrief, cap: int) -> Iterator[Row]:
    overdue = brief.legal.count + brief.local.count
    yield from table(Block("超期", _LATE, _late([*brief.overdue]), overdue), cap)
    yield from table(Block("30 天内到期", _LATE, _late([*brief.soon]), brief.in_month.count), cap)
    yield from table(
        Block(
            f"持有废物而 {brief.silent_days} 天无记录的场所",
            (
                ("单位", 70, LEFT),
                ("场所", 55, LEFT),
                ("街道（乡镇）", 35, LEFT),
                ("现存（吨）", 25, RIGHT),
            ),
            [(row.unit, row.site, row.town, tonnes(row.grams)) for row in brief.silent],
            brief.silent_count,
        ),
        cap,
    )
