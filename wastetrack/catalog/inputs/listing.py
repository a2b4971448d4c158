"""The form of a list to load, and how its CSV file is read."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wastetrack.kernel.schema import Row

PACKAGED = Path(__file__).parents[1] / "data"
Cells = dict[str, str]
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """One list to load: into which table, which rows, from where."""

    what: str
    edition: str
    table: type[Row]
    rows: list[Values]
    source: str
    checked_against: str = ""
    # False: the file holds a part only (one year of the calendar), other rows stay
    complete: bool = True

    @property
    def name(self) -> str:
        return f"{self.what}:{self.edition}" if self.edition else self.what


def cells(content: str) -> Iterator[Cells]:
    """Rows of a CSV text by column name, blanks around values removed."""
    for row in csv.DictReader(io.StringIO(content, newline="")):
        # a line with too many values keeps them under None; they belong to no column
        yield {key: (value or "").strip() for key, value in row.items() if key is not None}


def read(folder: Path, name: str) -> Iterator[Cells]:
    """Rows of one of the shipped files."""
    return cells((folder / name).read_text(encoding="utf-8"))
