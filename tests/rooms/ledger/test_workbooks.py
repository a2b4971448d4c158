"""What the ledger gives out: the template, the example, its tables, and the errors beside the cells."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.rooms.ledger.test_import_rows import load, own, whole
from tests.support.ledger import CODE, a_produced_row, a_stored_row, a_unit_row, a_workbook
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing
from wastetrack.ledger.queries import all_entries, list_entries, readable_sites
from wastetrack.ledger.queries.entries import Span
from wastetrack.ledger.rules import LAYOUTS
from wastetrack.ledger.shapes import (
    empty_template,
    entries_workbook,
    error_workbook,
    sample_book,
)
from wastetrack.ledger.terms import IMPORTED, ImportState, Sheet
from wastetrack.parties.queries import find_unit_by_code

TODAY = date(2026, 11, 24)
YEAR = (date(2026, 1, 1), date(2027, 1, 1))


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def the_unit(db: Database, code: str = CODE) -> Any:
    from tests.support.build import actor_of

    with db.reading(SYSTEM) as work:
        unit = find_unit_by_code(work, code)
    assert unit is not None
    return actor_of(unit, Role.READER)


def exported(db: Database, sheet: Sheet, actor: Any) -> bytes:
    with db.reading(actor) as work:
        span = Span(readable_sites(work), *YEAR)
        return entries_workbook(sheet, all_entries(work, sheet, span))


def test_the_template_has_the_columns_in_order_and_takes_codes_as_text() -> None:
    book = opened(empty_template())
    assert book.sheetnames == ["填写说明", "单位", "B.1 产生", "B.2 入库"]
    for sheet, page in zip(IMPORTED, book.worksheets[1:], strict=True):
        header = [cell.value for cell in page[1]]
        assert header == [column.title for column in LAYOUTS[sheet]]
    assert book["单位"].column_dimensions["A"].width > 18


def test_the_example_is_the_same_every_time_and_loads_as_it_is(
    db: Database, tmp_path: Path
) -> None:
    content = sample_book(TODAY)
    assert content == sample_book(TODAY)
    row = load(db, tmp_path, content)
    assert (row.state, row.problems) == (ImportState.DONE, [])
    assert row.loaded == row.rows == 50


@pytest.mark.parametrize("sheet", [Sheet.PRODUCED, Sheet.STORED])
def test_what_is_exported_can_be_imported_again_without_a_change(
    db: Database, tmp_path: Path, sheet: Sheet
) -> None:
    load(db, tmp_path, sample_book(TODAY))
    with db.reading(SYSTEM) as work:
        from sqlmodel import select

        from wastetrack.parties.model import Unit

        code = work.session.exec(select(Unit.credit_code)).first() or ""
    content = exported(db, sheet, the_unit(db, code))
    page = opened(content).worksheets[0]
    assert [cell.value for cell in page[1]] == [column.title for column in LAYOUTS[sheet]]
    assert page.max_row == 13
    site = page.cell(2, len(LAYOUTS[sheet])).value
    with db.reading(the_unit(db, code)) as work:
        (site_id, row) = next(iter(readable_sites(work).items()))
        assert row.name == site
    again = load(db, tmp_path, content, site_id=site_id)
    assert (again.state, again.problems) == (ImportState.DONE, [])
    assert (again.loaded, again.unchanged) == (0, 12)


def test_tonnes_have_six_decimals_and_times_are_times(sqlite_db: Database, tmp_path: Path) -> None:
    content = a_workbook([a_unit_row()], [a_produced_row(1, amount="0.123457")])
    load(sqlite_db, tmp_path, content)
    page = opened(exported(sqlite_db, Sheet.PRODUCED, the_unit(sqlite_db))).worksheets[0]
    amount, moment = page["G2"], page["B2"]
    assert (amount.value, amount.number_format) == (0.123457, "0.000000")
    assert moment.value.isoformat() == "2026-10-02T09:30:00"


def test_the_error_workbook_keeps_the_cells_and_says_why(tmp_path: Path) -> None:
    rows = [
        a_produced_row(1),
        a_produced_row(2, name="=HYPERLINK(1)", code="900-21-08", amount=0.25),
        a_produced_row(3, officer="@SUM(A1)"),
    ]
    content = a_workbook(None, rows)
    said = {("b1", 3): ["第一个原因", "第二个原因"]}
    page = opened(error_workbook(content, said, "没有导入的原因"))["B.1 产生"]
    beside = page.max_column
    assert page.cell(1, beside).value == "没有导入的原因"
    assert page.cell(3, beside).value == "第一个原因\n第二个原因"
    assert page.cell(2, beside).value is None
    assert (page["F3"].value, page["G3"].value) == ("900-21-08", 0.25)
    name, officer = page["C3"], page["M4"]
    assert (name.value, name.data_type, name.quotePrefix) == ("=HYPERLINK(1)", "s", True)
    assert (officer.value, officer.data_type, officer.quotePrefix) == ("@SUM(A1)", "s", True)


def test_a_mended_error_workbook_is_taken(sqlite_db: Database, tmp_path: Path) -> None:
    content = a_workbook([a_unit_row()], [a_produced_row(1, code="900-21-08")], [a_stored_row(1)])
    row = load(sqlite_db, tmp_path, content)
    assert row.state is ImportState.REFUSED
    notes = {(p["sheet"], p["line"]): [p["code"]] for p in row.problems}
    book = opened(error_workbook(content, notes, "没有导入的原因"))
    book["B.1 产生"]["F2"] = "900-214-08"
    mended = BytesIO()
    book.save(mended)
    assert load(sqlite_db, tmp_path, mended.getvalue()).loaded == 3


def test_a_formula_in_a_name_comes_out_as_text(sqlite_db: Database, tmp_path: Path) -> None:
    load(sqlite_db, tmp_path, a_workbook([a_unit_row()], [a_produced_row(1, name="=1+1")]))
    page = opened(exported(sqlite_db, Sheet.PRODUCED, the_unit(sqlite_db))).worksheets[0]
    assert (page["C2"].value, page["C2"].data_type, page["C2"].quotePrefix) == ("=1+1", "s", True)


def test_pages_of_a_table_meet_without_gap_or_overlap(sqlite_db: Database, tmp_path: Path) -> None:
    load(sqlite_db, tmp_path, whole(27))
    with sqlite_db.reading(the_unit(sqlite_db)) as work:
        span = Span(readable_sites(work), *YEAR)
        seen, after = [], ""
        for _ in range(9):
            page = list_entries(work, Sheet.STORED, span, after, 4)
            seen += [entry.batch for entry in page.rows]
            if page.after is None:
                break
            after = page.after
    assert len(seen) == len(set(seen)) == 27
    assert seen == sorted(seen)


def test_a_ledger_is_read_by_its_unit_only(sqlite_db: Database, tmp_path: Path) -> None:
    load(sqlite_db, tmp_path, whole(1))
    stranger, site, _ = own(sqlite_db)
    with sqlite_db.reading(the_unit(sqlite_db)) as work:
        (mine,) = readable_sites(work)
        with pytest.raises(Missing):
            readable_sites(work, [site.id])
    with sqlite_db.reading(stranger) as work, pytest.raises(Missing):
        readable_sites(work, [mine])
