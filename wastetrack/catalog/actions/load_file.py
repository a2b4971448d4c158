"""Loads an operator's official file over a shipped list: a whole catalogue, or calendar days."""

import re
from datetime import date
from pathlib import Path

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.catalog.actions.load import store
from wastetrack.catalog.inputs.listing import Cells, Listing, Values, cells
from wastetrack.catalog.inputs.wastes import everyday_names, waste_values
from wastetrack.catalog.model import CalendarDay, Waste
from wastetrack.catalog.queries import loads
from wastetrack.catalog.rules import hazards, suggest_code
from wastetrack.kernel.errors import Refused, Violation, refuse
from wastetrack.kernel.work import Work

# the official table's own headings stand for our column names
_HEADINGS = {
    "废物类别": "category_code",
    "类别名称": "category_name",
    "行业来源": "industry_source",
    "废物代码": "waste_code",
    "危险废物": "description",
    "危险特性": "hazard_properties",
    "日期": "day",
    "是否上班": "working",
    "名称": "name",
}
_CATALOGUE = {"category_code", "waste_code", "description", "hazard_properties"}
_CALENDAR = {"day", "working"}
_YES, _NO = {"1", "是", "true", "yes", "上班"}, {"0", "否", "false", "no", "休"}
_MOST_FAULTS = 20


def load_catalogue_file(work: Work, file: Path | bytes, edition: str, source: str = "") -> int:
    """Replace an edition of the catalogue by a CSV file; one bad row and nothing loads."""
    require(work.actor, Action.REFERENCE_LOAD)
    everyday, faults, found = everyday_names(), [], dict[str, Values]()
    above: Cells = {}
    for number, row in enumerate(_rows(file, _CATALOGUE), 2):
        # merged cells of the official table: category and industry stand in their first row only
        category = row["category_code"] or above.get("category_code", "")
        split = re.fullmatch(r"(HW\d\d)\s*(.*)", category, re.DOTALL)
        row["category_code"] = split[1] if split else category
        named = row.get("category_name") or (split[2] if split else "")
        row["category_name"] = named or above.get("category_name", "")
        row["industry_source"] = row.get("industry_source") or above.get("industry_source", "")
        above = row
        row["hazard_properties"] = row["hazard_properties"].replace("，", ",").replace(" ", "")
        code, fault = row["waste_code"], _fault(row)
        if code in found:
            fault = "catalog.row_twice"
        if fault:
            params: dict[str, object] = {"row": number, "input": code}
            faults.append(Violation(fault, "file", params))
            continue
        found[code] = waste_values(edition, row, everyday.get(code, ()))
    if faults:
        raise Refused(faults[:_MOST_FAULTS])
    if not found:
        raise refuse("catalog.file_empty", "file")
    listing = Listing("wastes", edition, Waste, list(found.values()), source or _name(file))
    return store(work, listing, loads(work).get(("wastes", edition)), packaged=False)


def load_calendar_file(work: Work, file: Path | bytes, source: str = "") -> int:
    """Add or correct calendar days from a CSV file (day, working, name)."""
    require(work.actor, Action.REFERENCE_LOAD)
    faults, rows = [], []
    origin = source or _name(file)
    for number, row in enumerate(_rows(file, _CALENDAR), 2):
        working = row["working"].lower()
        try:
            day = date.fromisoformat(row["day"].replace("/", "-"))
        except ValueError:
            day = None
        if day is None or working not in _YES | _NO:
            faults.append(Violation("catalog.bad_day", "file", {"row": number}))
            continue
        named = row.get("name", "")
        rows.append({"day": day, "working": working in _YES, "name": named, "source": origin})
    if faults:
        raise Refused(faults[:_MOST_FAULTS])
    if not rows:
        raise refuse("catalog.file_empty", "file")
    listing = Listing("calendar", "", CalendarDay, rows, origin, complete=False)
    return store(work, listing, loads(work).get(("calendar", "")), packaged=False)


def _fault(row: Cells) -> str | None:
    if suggest_code(row["waste_code"]) is not None:
        return "catalog.row_bad_code"
    if row["category_code"] != f"HW{row['waste_code'][-2:]}":
        return "catalog.row_wrong_category"
    try:
        letters, _ = hazards(row["hazard_properties"])
    except ValueError:
        letters = ()
    return None if letters else "catalog.row_bad_hazards"


def _name(file: Path | bytes) -> str:
    return file.name if isinstance(file, Path) else "上传文件"


def _rows(file: Path | bytes, needed: set[str]) -> list[Cells]:
    content = file if isinstance(file, bytes) else file.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):  # spreadsheets in China save CSV in either
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise refuse("catalog.file_unreadable", "file")
    rows = [{_HEADINGS.get(k, k): v for k, v in row.items()} for row in cells(text)]
    missing = sorted(needed - set(rows[0])) if rows else []
    if missing:
        raise refuse("catalog.file_columns", "file", missing=missing)
    return rows
