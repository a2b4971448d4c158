"""What the ledger gives out: spreadsheets of its tables, the template, a filled example, the errors."""

from wastetrack.ledger.shapes.errors import error_workbook
from wastetrack.ledger.shapes.sample import Spot, example_spots, sample_book
from wastetrack.ledger.shapes.spreadsheet import (
    entries_workbook,
    table_workbook,
    tables_workbook,
)
from wastetrack.ledger.shapes.template import empty_template

__all__ = [
    "Spot",
    "empty_template",
    "entries_workbook",
    "error_workbook",
    "example_spots",
    "sample_book",
    "table_workbook",
    "tables_workbook",
]
