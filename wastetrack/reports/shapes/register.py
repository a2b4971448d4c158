"""A register as it stands on screen, in a workbook and on paper: whose, which period, its tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from wastetrack.ledger.shapes import tables_workbook
from wastetrack.ledger.shapes.spreadsheet import Out
from wastetrack.ledger.terms import Table


@dataclass(frozen=True, slots=True)
class Register:
    """Tables of one unit or site and one period, with how long they are kept."""

    title: str
    unit: str
    credit_code: str
    site: str
    address: str
    period: str
    tables: Sequence[Table]
    retention: str
    # what is not certain about the form itself, said on every page
    pending: str = ""

    @property
    def file_name(self) -> str:
        """Without what a file's name may not hold."""
        text = f"{self.title} {self.site or self.unit} {self.period}"
        return "".join("-" if char in '\\/:*?"<>|' else char for char in text)


def register_workbook(register: Register, out: Out | None = None) -> bytes:
    """Each table on a worksheet of its own, in its own order of columns."""
    return tables_workbook(register.tables, out)
