"""Builders of ledger workbooks: sane rows, any cell overridden, written as a spreadsheet would."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from wastetrack.kernel.files import FileStore, Stored
from wastetrack.ledger.rules import LAYOUTS, NAMES
from wastetrack.ledger.terms import Sheet

Cells = Mapping[str, Any]
CODE = "91330604MA2DEMQ01D"
SITE = "修理车间"


def a_unit_row(**over: Any) -> dict[str, Any]:
    return {
        "credit_code": CODE,
        "name": "示例汽车修理厂",
        "industry": "汽修",
        "site_name": SITE,
        "town": "百官街道",
        "address": "示例路 1 号",
        "phone": "13800000001",
    } | over


def a_produced_row(number: int = 1, **over: Any) -> dict[str, Any]:
    day = f"202610{number % 28 + 1:02d}"
    return {
        "batch": f"HWCS{day}{number // 28 + 1:03d}",
        "at": f"{day[:4]}-{day[4:6]}-{day[6:]} 09:30",
        "name": "废机油",
        "category": "HW08",
        "code": "900-214-08",
        "amount": 0.1824,
        "unit": "吨",
        "codes": f"T-{number:05d}",
        "packaging": "铁桶",
        "quantity": 1,
        "made_in": "MF0001",
        "officer": "维修班组",
        "destination": "贮存",
    } | over


def a_stored_row(number: int = 1, **over: Any) -> dict[str, Any]:
    made = a_produced_row(number)
    kept = {
        key: made[key]
        for key in ("name", "category", "code", "amount", "unit", "codes", "packaging", "quantity")
    }
    return {
        **kept,
        "batch": made["batch"].replace("HWCS", "HWRK"),
        "at": made["at"].replace("09:30", "11:00"),
        "store": "TS001",
        "store_kind": "贮存点",
        "carried_by": "维修班组",
        "kept_by": "危废管理岗",
        "produced": made["batch"],
    } | over


def a_workbook(
    units: Sequence[Cells] | None = None,
    produced: Sequence[Cells] | None = None,
    stored: Sequence[Cells] | None = None,
    *,
    names: Mapping[Sheet, str] | None = None,
    titles: Mapping[Sheet, Sequence[str]] | None = None,
    hidden: Sequence[Sheet] = (),
) -> bytes:
    """A workbook of the given rows; a table left None is not in it."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as book:
        dates = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        book.add_worksheet("填写说明").write_string(0, 0, "怎么填")
        for sheet, rows in (
            (Sheet.UNITS, units),
            (Sheet.PRODUCED, produced),
            (Sheet.STORED, stored),
        ):
            if rows is None:
                continue
            page = book.add_worksheet((names or {}).get(sheet, NAMES[sheet]))
            if sheet in hidden:
                page.hide()
            header = (titles or {}).get(sheet) or [c.title for c in LAYOUTS[sheet]]
            for place, title in enumerate(header):
                page.write_string(0, place, title)
            for line, row in enumerate(rows, start=1):
                for place, column in enumerate(LAYOUTS[sheet]):
                    value = row.get(column.key)
                    if isinstance(value, datetime):
                        page.write_datetime(line, place, value, dates)
                    elif isinstance(value, str):
                        page.write_string(line, place, value)
                    elif value is not None:
                        page.write(line, place, value)
    return out.getvalue()


def kept(folder: Path, content: bytes) -> tuple[FileStore, Stored]:
    """The file in a store of its own."""
    files = FileStore(folder / "files")
    return files, files.put(content, spreadsheet=True)
