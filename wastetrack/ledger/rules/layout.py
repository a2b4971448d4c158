"""The columns of each table in the order of HJ 1259-2022 appendix B, and how a header is recognised."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from wastetrack.kernel.errors import Violation
from wastetrack.ledger.terms import Cell, Column, Form, Sheet

_NAME = Column("name", "行业俗称/单位内部名称", ("俗称", "行业俗称", "单位内部名称"), 20)
_OFFICIAL = Column("official", "国家名录名称", ("国家危险废物名录名称", "名录名称"), 30)
_CATEGORY = Column("category", "类别", ("危险废物类别", "废物类别"), 8)
_CODE = Column("code", "代码", ("危险废物代码", "废物代码"), 13)
_UNIT = Column("unit", "计量单位", ("单位",), 8)
_BOXES = Column("codes", "容器/包装编码", ("容器编码", "容器包装编码"), 24)
_KIND = Column("packaging", "容器/包装类型", ("容器类型", "包装类型", "类型"), 10)
_COUNT = Column("quantity", "容器/包装数量", ("容器数量", "包装数量", "数量"), 8, Form.COUNT)
_STORE = Column("store", "贮存设施编码", (), 14)
_STORE_KIND = Column("store_kind", "贮存设施类型", ("设施类型",), 12)
_SITE = (
    Column("credit_code", "统一社会信用代码", ("信用代码",), 22, extra=True),
    Column("site_name", "场所名称", ("经营场所", "场所"), 20, extra=True),
)
_WASTE = (_NAME, _OFFICIAL, _CATEGORY, _CODE)


def _amount(title: str) -> Column:
    return Column("amount", title, ("数量（吨）", "重量"), 12, Form.TONNES)


def _at(title: str) -> Column:
    return Column("at", title, (title.replace("时间", "日期"),), 17, Form.MOMENT)


LAYOUTS: dict[Sheet, tuple[Column, ...]] = {
    Sheet.UNITS: (
        Column("credit_code", "统一社会信用代码", ("信用代码",), 22),
        Column("name", "单位名称", ("企业名称",), 26),
        Column("industry", "行业", ("行业类别",), 10),
        Column("site_name", "场所名称", ("经营场所", "经营场所名称"), 20),
        Column("town", "街道", ("街道（乡镇）", "所在街道（乡镇）", "乡镇", "镇街"), 12),
        Column("address", "地址", ("详细地址",), 28),
        Column("phone", "联系电话", ("手机号", "电话"), 14),
        Column("expected", "预计年产生量（吨）", (), 12, Form.TONNES, extra=True),
        Column("store", "贮存设施编码", (), 14, extra=True),
        Column("capacity", "贮存能力（吨）", (), 12, Form.TONNES, extra=True),
        Column("code_reason", "代码校验说明", (), 20, extra=True),
    ),
    Sheet.PRODUCED: (
        Column("batch", "产生批次编码", (), 20),
        _at("产生时间"),
        *_WASTE,
        _amount("产生量"),
        _UNIT,
        _BOXES,
        _KIND,
        _COUNT,
        Column("made_in", "产生设施编码", ("产生危险废物设施编码",), 14),
        Column("officer", "产生部门经办人", ("产生危险废物部门经办人",), 14),
        Column("destination", "去向", (), 12),
        *_SITE,
    ),
    Sheet.STORED: (
        Column("batch", "入库批次编码", (), 20),
        _at("入库时间"),
        _BOXES,
        _KIND,
        _COUNT,
        *_WASTE,
        _amount("入库量"),
        _UNIT,
        _STORE,
        _STORE_KIND,
        Column("carried_by", "运送部门经办人", (), 14),
        Column("kept_by", "贮存部门经办人", (), 14),
        Column("produced", "产生批次编码", (), 20),
        *_SITE,
    ),
    Sheet.LEFT: (
        Column("batch", "出库批次编码", (), 20),
        _at("出库时间"),
        _BOXES,
        _KIND,
        _COUNT,
        *_WASTE,
        _amount("出库量"),
        _UNIT,
        _STORE,
        _STORE_KIND,
        Column("given_by", "出库部门经办人", (), 14),
        Column("carried_by", "运送部门经办人", (), 14),
        Column("stored", "入库批次编码", (), 20),
        Column("destination", "去向", (), 24),
        *_SITE,
    ),
    Sheet.OWN: (
        Column("batch", "自行利用/处置批次编码", (), 22),
        _at("自行利用/处置时间"),
        _BOXES,
        _KIND,
        _COUNT,
        *_WASTE,
        _amount("自行利用/处置量"),
        _UNIT,
        Column("treated_in", "利用/处置设施编码", (), 16),
        Column("method", "利用/处置方式", (), 12),
        Column("finished", "利用/处置完毕时间", (), 17, Form.MOMENT),
        Column("officer", "利用/处置部门经办人", (), 16),
        Column("source", "产生/出库批次编码", (), 20),
        *_SITE,
    ),
    Sheet.OUTSIDE: (
        Column("batch", "委外利用/处置批次编码", (), 22),
        _at("出厂时间"),
        _BOXES,
        _KIND,
        _COUNT,
        *_WASTE,
        _amount("委外利用/处置量"),
        _UNIT,
        Column("method", "利用/处置方式", (), 12),
        Column("receiver_kind", "接收单位类型", (), 16),
        Column("receiver", "接收单位名称", (), 26),
        Column("licence", "许可证编码", (), 22),
        Column("source", "产生/出库批次编码", (), 20),
        *_SITE,
    ),
}
NAMES: dict[Sheet, str] = {
    Sheet.UNITS: "单位",
    Sheet.PRODUCED: "B.1 产生",
    Sheet.STORED: "B.2 入库",
    Sheet.LEFT: "B.3 出库",
    Sheet.OWN: "B.4 自行利用处置",
    Sheet.OUTSIDE: "B.5 委外利用处置",
}
# how the official tables call a kind of store, whatever language the reader has
STORE_KINDS = {
    "store": "贮存库",
    "yard": "贮存场",
    "pool": "贮存池",
    "tanks": "贮存罐区",
    "point": "贮存点",
}
GUIDE = "填写说明"
# a title and a form number may stand above the header, as on the printed tables
HEADER_WITHIN = 6


def tidy(text: str) -> str:
    """A title without what spreadsheets add: blanks, line breaks, stars, units, width of letters."""
    clean = unicodedata.normalize("NFKC", text)
    clean = re.sub(r"[\s*:：﹡]+", "", clean)
    return re.sub(r"[((](必填|选填|吨|kg|千克|t)[))]$", "", clean).casefold()


def sheet_of(name: str) -> Sheet | None:
    """Which table a worksheet's name means: 单位, B.1 or 产生, and so on to B.5 or 委外."""
    clean = tidy(name).replace(".", "").replace("_", "").replace("-", "")
    for sheet, marks in (
        (Sheet.PRODUCED, ("b1", "产生")),
        (Sheet.STORED, ("b2", "入库")),
        (Sheet.LEFT, ("b3", "出库")),
        (Sheet.OWN, ("b4", "自行")),
        (Sheet.OUTSIDE, ("b5", "委外")),
        (Sheet.UNITS, ("单位", "units")),
    ):
        if any(mark in clean for mark in marks):
            return sheet
    return None


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (from 0), and which column key each place holds."""

    index: int
    keys: tuple[str | None, ...]


def find_header(sheet: Sheet, name: str, rows: Sequence[Sequence[Cell]]) -> Header | Violation:
    """The header among the first rows, or what is wrong with it: missing, misplaced, unknown."""
    columns = LAYOUTS[sheet]
    spelled = {tidy(s) for c in columns for s in (c.title, *c.aliases)}
    best, hits = -1, 0
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        found = sum(isinstance(cell, str) and tidy(cell) in spelled for cell in row)
        if found > hits:
            best, hits = index, found
    needed = [c for c in columns if not c.extra]
    if hits * 2 < len(needed):
        titles = "、".join(c.title for c in needed)
        return Violation("ledger.no_header", "", {"sheet": name, "columns": titles})
    written = [cell.strip() if isinstance(cell, str) else "" for cell in rows[best]]
    return _match(name, best, written, columns)


def _match(
    name: str, index: int, written: list[str], columns: tuple[Column, ...]
) -> Header | Violation:
    needed = [c for c in columns if not c.extra]
    titles = [tidy(text) for text in written] + [""] * len(needed)
    for place, column in enumerate(needed):
        # a name may mean two columns (单位, 数量): what counts is that it may mean this one
        if titles[place] not in {tidy(s) for s in (column.title, *column.aliases)}:
            params: dict[str, object] = {
                "sheet": name,
                "place": letters(place),
                "expected": column.title,
                "found": written[place][:60] if place < len(written) else "",
            }
            return Violation("ledger.wrong_column", "", params)
    keys: list[str | None] = [c.key for c in needed]
    extras = {tidy(s): c.key for c in columns if c.extra for s in (c.title, *c.aliases)}
    keys += [extras.get(title) for title in titles[len(needed) :]]
    return Header(index, tuple(keys))


def letters(place: int) -> str:
    """The spreadsheet's own name of a column: 0 is A, 26 is AA."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text
