"""Reads the worksheets of an upload as they stand: names, header, cells; nothing is judged but form."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import python_calamine as calamine

from wastetrack.kernel.errors import Violation, check, refuse
from wastetrack.ledger.inputs.safety import check_file
from wastetrack.ledger.rules import GUIDE, NAMES, Header, find_header, sheet_of
from wastetrack.ledger.terms import READ, Cell, Sheet

MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A recognised worksheet with everything in it."""

    sheet: Sheet
    name: str
    header: Header
    rows: Sequence[Sequence[Cell]]

    def lines(self) -> Iterator[tuple[int, dict[str, Cell]]]:
        """Spreadsheet line number (from 1) and cells by column key; empty lines are passed over."""
        for index in range(self.header.index + 1, len(self.rows)):
            cells = self.rows[index]
            if all(_is_empty(cell) for cell in cells):
                continue
            named = zip(self.header.keys, cells, strict=False)
            yield index + 1, {key: cell for key, cell in named if key is not None}


def _is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def read_sheets(content: bytes) -> tuple[list[RawSheet], list[str]]:
    """The recognised worksheets in our order, and the names of those that were not read."""
    check_file(content)
    named, others, hidden = _open(content)
    if not named:
        found = "、".join(others) or "—"
        raise refuse("ledger.no_sheet", "file", found=found, wanted="、".join(_wanted()))
    faults = [Violation("ledger.sheet_hidden", "file", {"sheet": name}) for name in hidden]
    sheets: list[RawSheet] = []
    for sheet in READ:
        candidates = [(name, rows) for kind, name, rows in named if kind is sheet]
        if len(candidates) > 1:
            names = "、".join(name for name, _ in candidates)
            faults.append(Violation("ledger.sheet_twice", "file", {"sheets": names}))
        for name, rows in candidates[:1]:
            if not any(any(not _is_empty(cell) for cell in row) for row in rows):
                continue
            header = find_header(sheet, name, rows)
            if isinstance(header, Violation):
                faults.append(Violation(header.code, "file", header.params))
            else:
                sheets.append(RawSheet(sheet, name, header, rows))
    check(faults)
    count = sum(1 for sheet in sheets for _ in sheet.lines())
    if not count:
        raise refuse("ledger.no_rows", "file")
    if count > MOST_ROWS:
        raise refuse("ledger.too_many_rows", "file", count=count, most=MOST_ROWS)
    return sheets, [name for name in others if name != GUIDE]


def _wanted() -> list[str]:
    return [NAMES[sheet] for sheet in READ]


Named = list[tuple[Sheet, str, Sequence[Sequence[Cell]]]]


def _open(content: bytes) -> tuple[Named, list[str], list[str]]:
    named: Named = []
    others: list[str] = []
    hidden: list[str] = []
    try:
        with calamine.load_workbook(io.BytesIO(content)) as book:
            for info in book.sheets_metadata:
                sheet = None if info.name == GUIDE else sheet_of(info.name)
                if sheet is None or info.typ != calamine.SheetTypeEnum.WorkSheet:
                    others.append(info.name)
                    continue
                # skip_empty_area would move the lines that a person sees
                rows = book.get_sheet_by_name(info.name).to_python(skip_empty_area=False)
                if info.visible != calamine.SheetVisibleEnum.Visible and any(rows):
                    hidden.append(info.name)
                named.append((sheet, info.name, rows))
    except calamine.PasswordError:
        raise refuse("ledger.password", "file") from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - the parser's own panic is no Exception
        raise refuse("ledger.damaged", "file") from None
    return named, others, hidden
