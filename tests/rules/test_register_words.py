"""Every official column has its English, whatever table it stands in."""

from wastetrack import words
from wastetrack.ledger.rules import LAYOUTS, NAMES
from wastetrack.ledger.terms import SHOWN
from wastetrack.reports.rules import book, declaration
from wastetrack.solids import rules as solids


def test_every_column_and_table_is_said_in_english_too() -> None:
    tables = [
        *(LAYOUTS[sheet] for sheet in SHOWN),
        declaration.COLUMNS,
        declaration.CHECK_COLUMNS,
        declaration.CAUSE_COLUMNS,
        *(columns for _, columns in book.NAMES.values()),
        *solids.COLUMNS.values(),
        solids.BALANCE_COLUMNS,
    ]
    said = {column.title for columns in tables for column in columns}
    said |= {NAMES[sheet] for sheet in SHOWN} | set(solids.NAMES.values())
    said |= {name for name, _ in book.NAMES.values()} | set(declaration.NAMES.values())
    said |= {declaration.CHECK_NAME, declaration.CAUSES_NAME, declaration.FORMULA}
    assert sorted(said - words.english().keys()) == []


def test_a_landfills_book_is_kept_for_ever_and_any_other_ten_years() -> None:
    assert book.book_retention(frozenset({"D10", "R9"})).years == 10
    assert book.book_retention(frozenset({"D10", "D1"})).years is None
    assert "第十八条" in book.book_retention(frozenset()).text
