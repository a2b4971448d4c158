"""Writes the empty template: a guide, and three sheets with the columns, formats and choices to fill."""

from io import BytesIO
from typing import Any

from wastetrack.ledger.rules import GUIDE, LAYOUTS, NAMES
from wastetrack.ledger.shapes.spreadsheet import Out, Writer
from wastetrack.ledger.terms import IMPORTED, Column

_ROWS = 5000
_CHOICES = {
    "unit": ["吨", "千克"],
    "packaging": ["桶", "袋", "箱", "吨桶", "罐", "散装", "其他"],
    "store_kind": ["贮存库", "贮存场", "贮存池", "贮存罐区", "贮存点"],
    "industry": ["汽修", "机加工", "印刷", "喷涂", "实验室", "电镀", "化工", "医院", "其他"],
}
GUIDE_LINES = (
    "怎么填",
    "1. 三张表的列按《危险废物管理计划和管理台账制定技术导则》（HJ 1259-2022）附录 B 的顺序，请不要增删或者调换列。",
    "2. “单位”每行一个单位的一个场所；只给本单位的一个场所导入时，这张表可以空着。",
    "3. “B.1 产生”每行一个产生批次，编码为 HWCS + 8 位日期 + 3 位序号，例如 HWCS20211031001。",
    "4. “B.2 入库”每行一个入库批次，编码为 HWRK + 8 位日期 + 3 位序号；产生批次编码写 B.1 里的那一个。",
    "5. 容器/包装编码可以写一个或者几个（用顿号隔开），每个编码登记一个容器；不写编码的登记为一个散装批次。",
    "6. 计量单位写吨或者千克，不写按吨；最多精确到克（吨的小数点后 6 位）。",
    "7. 日期写 2026-11-01 或者 2026-11-01 14:30，也可以用表格的日期格式。",
    "8. 信用代码、批次编码、容器编码都按文本填。单元格变成 9.13306E+17 的，说明末尾几位已经丢失，请重新填。",
    "9. 贮存设施编码写已经登记的编码；只有一个贮存设施或者一个贮存点时可以空着。",
    "10. 同一个场所的批次编码不能重复。再次上传同一个文件，已经导入的行不会重复登记。",
)


def empty_template(out: Out | None = None) -> bytes:
    """The workbook to fill; written to `out`, or returned."""
    buffer = BytesIO()
    writer = Writer(out or buffer)
    write_guide(writer)
    for sheet in IMPORTED:
        columns = LAYOUTS[sheet]
        page = writer.sheet(NAMES[sheet], columns)
        add_choices(page, columns)
    writer.close()
    return buffer.getvalue()


def write_guide(writer: Writer) -> None:
    """The sheet that says how; it is not read at import."""
    page = writer.book.add_worksheet(GUIDE)
    page.set_column(0, 0, 110)
    for line, text in enumerate(GUIDE_LINES):
        page.write_string(line, 0, text, writer.head if line == 0 else writer.plain)


def add_choices(page: Any, columns: tuple[Column, ...]) -> None:
    """Lists to choose from; other words may still be typed."""
    for place, column in enumerate(columns):
        if column.key in _CHOICES:
            page.data_validation(
                1,
                place,
                _ROWS,
                place,
                {"validate": "list", "source": _CHOICES[column.key], "error_type": "information"},
            )
