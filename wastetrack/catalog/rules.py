"""Pure rules of the catalogue: hazard letters, code forms, editions, working days, same-date years."""

import calendar
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta

from wastetrack.catalog.terms import Edition, LimitUnit, RuleLevel
from wastetrack.kernel.errors import Violation

LETTERS = ("T", "C", "I", "R", "In")
FIRST_DAY_2025 = date(2025, 1, 1)
_CODE = re.compile(r"^\d{3}-\d{3}-(0[1-9]|[1-3]\d|40|4[5-9]|50)$")
_SATURDAY = 5


def hazards(text: str) -> tuple[tuple[str, ...], str]:
    """Letters in printed order and the separator: `,` first is certain, `/` one or more (note 2).

    ValueError when a letter is none of T C I R In or separators are mixed.
    """
    clean = unicodedata.normalize("NFKC", text).replace(" ", "")
    if not clean:
        return (), ""
    separator = "/" if "/" in clean else "," if "," in clean else ""
    letters = tuple(clean.split(separator)) if separator else (clean,)
    if any(letter not in LETTERS for letter in letters) or len(set(letters)) != len(letters):
        raise ValueError(text)
    return letters, separator


def is_identified_code(code: str) -> bool:
    """900-000-××: found hazardous by identification and in no listed code (名录 §6)."""
    return code.startswith("900-000-") and _CODE.match(code) is not None


def edition_on(day: date) -> Edition:
    """The edition in force on a day; facts before 2021 are shown under the oldest we hold."""
    return Edition.E2025 if day >= FIRST_DAY_2025 else Edition.E2021


def tidy_code(text: str) -> str | None:
    """The code that was surely meant: hyphens, HW prefix, full-width digits, a lost zero mended."""
    clean = unicodedata.normalize("NFKC", text).upper()
    clean = re.sub(r"[‐-―−_.·\s]+", "-", clean).strip("-")
    clean = re.sub(r"^HW-?\d{1,2}-", "", clean)
    parts = clean.split("-")
    if len(parts) == 1 and re.fullmatch(r"\d{8}", clean):
        parts = [clean[:3], clean[3:6], clean[6:]]
    if len(parts) != 3:
        return None
    code = f"{parts[0]}-{parts[1]}-{parts[2].zfill(2)}"
    return code if _CODE.match(code) else None


def suggest_code(text: str, field_name: str = "waste_code") -> Violation | None:
    """What to tell about a code that has not the catalogue's form; None when it has."""
    if _CODE.match(text):
        return None
    meant = tidy_code(text)
    if meant is None:
        return Violation("catalog.bad_code", field_name, {"input": text})
    return Violation("catalog.bad_code_meant", field_name, {"input": text, "meant": meant})


def end_of_years(day: date, years: int) -> date:
    """The same date some years later; 29 February ends on the 28th (model.md §7)."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    return date(year, day.month, min(day.day, last))


def parse_limit(unit: LimitUnit, text: str) -> tuple[int, int | None]:
    """Limit and month: `03-31` is a yearly date, `15` under a date is a day of the month."""
    if unit is LimitUnit.DATE and "-" in text:
        month, day = text.split("-")
        return int(day), int(month)
    return int(text), None


def parse_levels(levels: list[dict[str, object]]) -> tuple[RuleLevel, ...]:
    """The levels of a law basis as values, in the order they are reached."""
    return tuple(
        RuleLevel(
            float(str(step["at"])),
            LimitUnit(str(step["unit"])),
            str(step["level"]),
            bool(step.get("over", False)),
        )
        for step in levels
    )


class WorkingDays:
    """The working-day calendar; a year without data counts Monday to Friday and is estimated."""

    def __init__(self, days: Mapping[date, bool]) -> None:
        self._days = days
        self.years = frozenset(day.year for day in days)

    def is_working(self, day: date) -> bool:
        known = self._days.get(day)
        return day.weekday() < _SATURDAY if known is None else known

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after a day (before it when negative)."""
        step = timedelta(days=1 if count >= 0 else -1)
        left = abs(count)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def count(self, after: date, until: date) -> int:
        """Working days after one day up to and with another; negative the other way round."""
        if until < after:
            return -self.count(until, after)
        span = (until - after).days
        return sum(self.is_working(after + timedelta(days=n)) for n in range(1, span + 1))

    def estimated(self, day: date) -> bool:
        """Whether the day lies in a year that no notice is known for."""
        return day.year not in self.years
