"""What deadlines are counted by: the working-day calendar and the dated law bases."""

import json
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar

from wastetrack.catalog.inputs.listing import Listing, Values, read
from wastetrack.catalog.model import CalendarDay, LawBasis
from wastetrack.catalog.terms import LimitUnit

FIRST_YEAR = 2020


def working_calendar() -> Listing:
    """Every day of the years that the package knows, from 2020 on."""
    known = chinese_calendar.holidays
    source = f"国务院办公厅放假通知（chinesecalendar {chinese_calendar.__version__}）"
    day, last = date(FIRST_YEAR, 1, 1), date(max(known).year, 12, 31)
    rows: list[Values] = []
    while day <= last:
        name = known.get(day) or chinese_calendar.workdays.get(day)
        rows.append(
            {
                "day": day,
                "working": chinese_calendar.is_workday(day),
                "name": chinese_calendar.Holiday(name).chinese if name else "",
                "source": source,
            }
        )
        day += timedelta(days=1)
    return Listing("calendar", "", CalendarDay, rows, source, complete=False)


def law(folder: Path) -> Listing:
    """Each limit and duty between its two dates."""
    same = ("code", "title_zh", "title_en", "binds", "starts", "law_name", "citation")
    also = ("confidence", "note", "duty_zh", "duty_en")
    rows: list[Values] = [
        {name: row[name] for name in (*same, *also)}
        | {
            "valid_from": date.fromisoformat(row["valid_from"]),
            "valid_to": date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            "unit": LimitUnit(row["unit"]),
            "limit_text": row["limit"],
            "levels": json.loads(row["levels"]),
            "local": row["local"] == "1",
        }
        for row in read(folder, "law_bases.csv")
    ]
    return Listing("law", "", LawBasis, rows, "随程序提供的时限依据表", "法规原文（标 S 的行）")
