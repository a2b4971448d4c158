"""Which files are opened at all, and how sheets and columns that do not fit are told."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.ledger import a_produced_row, a_stored_row, a_unit_row, a_workbook
from wastetrack.kernel.errors import Refused
from wastetrack.ledger.inputs import read_book
from wastetrack.ledger.rules import LAYOUTS
from wastetrack.ledger.terms import Sheet

TITLES = [c.title for c in LAYOUTS[Sheet.PRODUCED]]


def told(content: bytes) -> tuple[str, ...]:
    with pytest.raises(Refused) as error:
        read_book(content)
    return error.value.codes


def repacked(content: bytes, change: dict[str, bytes], *, method: int = 8) -> bytes:
    """The same workbook with some parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", method) as new:
        for part in old.infolist():
            new.writestr(part.filename, change.pop(part.filename, old.read(part)))
        for name, data in change.items():
            new.writestr(name, data)
    return out.getvalue()


ONE = a_workbook([a_unit_row()], [a_produced_row()], [a_stored_row()])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "ledger.no_rows", id="empty file"),
        pytest.param(OLE, "ledger.old_xls", id="old .xls"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), "ledger.password", id="password"
        ),
        pytest.param("批次,时间\n1,2\n".encode(), "ledger.is_csv", id="csv"),
        pytest.param(b"%PDF-1.7", "ledger.not_xlsx", id="pdf"),
        pytest.param(b"PK\x03\x04 and then nothing", "ledger.damaged", id="cut off"),
        pytest.param(ONE[:-400], "ledger.damaged", id="end missing"),
        pytest.param(repacked(ONE, {"xl/vbaProject.bin": b"x"}), "ledger.has_macro", id="macros"),
    ],
)
def test_a_file_that_is_no_workbook_is_told_what_it_is(content: bytes, code: str) -> None:
    assert told(content) == (code,)


def test_another_zip_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert told(out.getvalue()) == ("ledger.not_xlsx",)


def test_a_bomb_is_not_unpacked() -> None:
    big = b" " * (70 * 1024 * 1024)
    assert told(repacked(ONE, {"xl/media/filler.xml": big})) == ("ledger.zip_bomb",)
    dense = b" " * (20 * 1024 * 1024)
    assert told(repacked(ONE, {"xl/media/filler.xml": dense})) == ("ledger.zip_bomb",)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    content = bytearray(repacked(ONE, {"xl/media/filler.xml": b" " * (70 * 1024 * 1024)}))
    place = content.rindex(b"PK\x01\x02", 0, content.rindex(b"xl/media/filler.xml"))
    content[place + 24 : place + 28] = struct.pack("<I", 10)
    assert told(bytes(content)) == ("ledger.zip_bomb",)


def test_a_far_cell_does_not_reserve_the_room_before_it() -> None:
    with zipfile.ZipFile(io.BytesIO(ONE)) as archive:
        sheet = archive.read("xl/worksheets/sheet3.xml")
    far = sheet.replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    assert told(repacked(ONE, {"xl/worksheets/sheet3.xml": far})) == ("ledger.too_wide",)


def test_an_empty_template_has_no_rows() -> None:
    assert told(a_workbook([], [], [])) == ("ledger.no_rows",)


def test_sheets_of_other_names_are_listed() -> None:
    content = a_workbook(None, [a_produced_row()], names={Sheet.PRODUCED: "Sheet1"})
    with pytest.raises(Refused) as error:
        read_book(content)
    assert error.value.codes == ("ledger.no_sheet",)
    assert "Sheet1" in str(error.value.violations[0].params["found"])


@pytest.mark.parametrize("name", ["B.1 产生", "B1", "表B.1 危险废物产生环节记录表", "产生"])
def test_a_sheet_is_known_in_the_spellings_people_use(name: str) -> None:
    book = read_book(a_workbook(None, [a_produced_row()], names={Sheet.PRODUCED: name}))
    assert len(book.produced) == 1


def test_a_hidden_sheet_is_not_loaded_unseen() -> None:
    content = a_workbook([a_unit_row()], [a_produced_row()], hidden=[Sheet.PRODUCED])
    assert told(content) == ("ledger.sheet_hidden",)


def test_columns_in_another_order_are_told_with_place_and_both_names() -> None:
    swapped = [TITLES[1], TITLES[0], *TITLES[2:]]
    content = a_workbook(None, [a_produced_row()], titles={Sheet.PRODUCED: swapped})
    with pytest.raises(Refused) as error:
        read_book(content)
    found = error.value.violations[0]
    assert found.code == "ledger.wrong_column"
    assert found.params == {
        "sheet": "B.1 产生",
        "place": "A",
        "expected": "产生批次编码",
        "found": "产生时间",
    }


def test_a_missing_column_is_told_where_it_should_stand() -> None:
    content = a_workbook(None, [a_produced_row()], titles={Sheet.PRODUCED: TITLES[:4] + TITLES[5:]})
    with pytest.raises(Refused) as error:
        read_book(content)
    assert error.value.violations[0].params["place"] == "E"


def test_a_sheet_without_header_names_the_columns_it_needs() -> None:
    content = a_workbook(None, [a_produced_row()], titles={Sheet.PRODUCED: ["甲", "乙"]})
    assert told(content) == ("ledger.no_header",)


def test_other_names_of_columns_are_known() -> None:
    other = {"类别": "危险废物类别", "代码": "废物代码*", "产生量": "产生量（吨）"}
    titles = [other.get(title, title) for title in TITLES]
    content = a_workbook(None, [a_produced_row()], titles={Sheet.PRODUCED: titles})
    assert len(read_book(content).produced) == 1


def test_a_repeated_batch_names_the_first_line() -> None:
    book = read_book(a_workbook(None, [a_produced_row(), a_produced_row()]))
    (fault,) = book.faults
    assert (fault.line, fault.violations[0].code) == (3, "ledger.repeated")
    assert fault.violations[0].params["first"] == 2


def test_all_faults_of_a_row_are_told_at_once() -> None:
    bad = a_produced_row(at="?", code="x", amount="", quantity="两")
    (fault,) = read_book(a_workbook(None, [bad])).faults
    assert {v.field for v in fault.violations} == {"at", "code", "amount", "quantity"}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(ONE) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_refused_or_read_and_never_falls_over(at: int, noise: bytes) -> None:
    content = ONE[:at] + noise + ONE[at + len(noise) :]
    try:
        codes = (*(v.code for f in read_book(content).faults for v in f.violations),)
    except Refused as error:
        codes = error.codes
    assert all(code.startswith(("ledger.", "catalog.")) for code in codes)
