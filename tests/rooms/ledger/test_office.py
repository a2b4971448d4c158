"""Every register opens in LibreOffice without a word, and what it saves says the same and loads again."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlmodel import select

from tests.support.build import actor_of
from tests.support.ledger import a_produced_row, a_stored_row, a_unit_row, a_workbook, kept
from tests.support.office import resaved
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.ledger.actions.upload import upload
from wastetrack.ledger.inputs import UploadImport
from wastetrack.ledger.queries import Span, readable_sites
from wastetrack.ledger.rules import period_of
from wastetrack.ledger.terms import ImportState
from wastetrack.parties.model import Unit
from wastetrack.reports.queries.registers import register
from wastetrack.reports.shapes.register import register_workbook
from wastetrack.reports.terms import Kind

YEAR = period_of("2026")


def values(content: bytes) -> list[list[list[object]]]:
    """Every value of every worksheet, empty rows and cells at the ends left out."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [
        [[cell if cell != "" else None for cell in row] for row in page.iter_rows(values_only=True)]
        for page in book.worksheets
    ]


@pytest.fixture
def year(sqlite_db: Database, tmp_path: Path) -> tuple[Database, Span]:
    """A unit's imported year."""
    rows = range(1, 9)
    content = a_workbook(
        [a_unit_row()],
        [a_produced_row(n, name="=废机油" if n == 3 else "废机油") for n in rows],
        [a_stored_row(n, name="=废机油" if n == 3 else "废机油") for n in rows],
    )
    files, stored = kept(tmp_path, content)
    row = sqlite_db.write(
        SYSTEM, lambda w: upload(w, stored, files, UploadImport(file="台账.xlsx"))
    )
    assert row.state is ImportState.DONE, row.problems[:3]
    with sqlite_db.reading(SYSTEM) as work:
        unit = work.session.exec(select(Unit)).one()
        inside = work.as_actor(actor_of(unit, Role.READER))
        return sqlite_db, Span(readable_sites(inside), date(2026, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize("kind", list(Kind))
def test_a_register_opens_without_a_word_and_nothing_changes(
    year: tuple[Database, Span], tmp_path: Path, kind: Kind
) -> None:
    database, span = year
    assert YEAR is not None
    with database.reading(SYSTEM) as work:
        content = register_workbook(register(work, kind, span, YEAR))
    assert values(resaved(content, tmp_path)) == values(content)


@pytest.mark.parametrize("kind", [Kind.B1, Kind.B2])
def test_what_libreoffice_saved_loads_again_without_a_change(
    year: tuple[Database, Span], tmp_path: Path, kind: Kind
) -> None:
    database, span = year
    assert YEAR is not None
    with database.reading(SYSTEM) as work:
        content = register_workbook(register(work, kind, span, YEAR))
    files, stored = kept(tmp_path / "again", resaved(content, tmp_path))
    row = database.write(
        SYSTEM, lambda w: upload(w, stored, files, UploadImport(file="again.xlsx"))
    )
    assert row.state is ImportState.DONE, row.problems[:3]
    assert (row.loaded, row.unchanged, row.bad) == (0, 8, 0)
