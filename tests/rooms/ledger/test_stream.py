"""Tables written as a stream: valid parts, codes as text, numbers as numbers, nothing a formula, no loss."""

import io
import xml.etree.ElementTree as ET
import zipfile
from datetime import UTC, date, datetime
from itertools import islice, repeat

import openpyxl
import pytest
import python_calamine as calamine
from openpyxl.utils.escape import unescape

from wastetrack.ledger.shapes import stream, tables_workbook
from wastetrack.ledger.terms import Column, Form, Table

COLUMNS = (
    Column("code", "代码"),
    Column("at", "时间", form=Form.MOMENT),
    Column("on", "日期", form=Form.DAY),
    Column("grams", "数量（吨）", form=Form.TONNES),
    Column("count", "件数", form=Form.COUNT),
)
ROW: dict[str, object] = {
    "code": "000123",
    "at": datetime(2026, 11, 5, 1, 30, tzinfo=UTC),
    "on": date(2026, 11, 5),
    "grams": 1_234_567_890_123,
    "count": 7,
}
NASTY = (
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    'a & b <c> "d"',
    " blanks ",
    "two\nlines",
    "_x0041_",
    "end\x01",
    "𬭊子",
)


def made(*rows: dict[str, object]) -> bytes:
    return tables_workbook([Table("B.1 产生", COLUMNS, rows)])


def sheet(content: bytes) -> list[list[object]]:
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_every_part_is_well_formed_and_named_in_the_types() -> None:
    with zipfile.ZipFile(io.BytesIO(made(ROW))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        for name in names:
            ET.fromstring(archive.read(name))  # noqa: S314 - our own bytes
        types = archive.read("[Content_Types].xml").decode()
    for name in names:
        if name.startswith(("xl/worksheets/", "xl/styles", "xl/workbook.xml", "docProps")):
            assert f'PartName="/{name}"' in types


def test_codes_are_text_amounts_are_numbers_and_grams_survive() -> None:
    head, row = sheet(made(ROW))
    assert head == [column.title for column in COLUMNS]
    assert row == [
        "000123",
        datetime(2026, 11, 5, 9, 30),  # noqa: DTZ001 - a cell has no zone
        datetime(2026, 11, 5),  # noqa: DTZ001
        1234567.890123,
        7,
    ]
    page = openpyxl.load_workbook(io.BytesIO(made(ROW))).worksheets[0]
    assert [cell.number_format for cell in page[2]] == [
        "@",
        r"yyyy\-mm\-dd\ hh:mm",
        r"yyyy\-mm\-dd",
        "0.000000",
        "0",
    ]
    assert page.freeze_panes == "A2"


@pytest.mark.parametrize("text", NASTY)
def test_a_text_comes_back_as_it_was_and_is_never_a_formula(text: str) -> None:
    content = made({"code": text})
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert page["A2"].data_type != "f"
    found = calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert unescape(str(page["A2"].value)) == text
    assert str(found[1][0]).strip() == text.strip() or "_x" in str(found[1][0])


def test_what_could_be_read_as_a_formula_is_marked_as_quoted() -> None:
    page = openpyxl.load_workbook(io.BytesIO(made({"code": "=1+1"}, {"code": "桶"}))).worksheets[0]
    assert page["A2"].quotePrefix is True
    assert not page["A3"].quotePrefix


def test_the_same_rows_give_the_same_bytes() -> None:
    assert made(ROW, ROW) == made(ROW, ROW)


def test_no_rows_are_still_a_table_with_its_header() -> None:
    assert sheet(made()) == [[column.title for column in COLUMNS]]


def test_a_table_longer_than_a_worksheet_goes_on_in_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "MOST_ROWS", 3)
    content = tables_workbook([Table("B.1 产生", COLUMNS, islice(repeat(ROW), 7))])
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["B.1 产生", "B.1 产生 (2)", "B.1 产生 (3)"]
    assert [page.max_row - 1 for page in book.worksheets] == [3, 3, 1]
