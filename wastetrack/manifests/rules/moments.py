"""Decides whether claimed moments and official numbers can be (部令23 §§15, 20)."""

from datetime import datetime, timedelta

from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation

TOLERANCE = timedelta(minutes=5)
NATIONAL_LENGTH = 14


def when_faults(
    at: datetime, now: datetime, floor: datetime | None, field: str = "at"
) -> list[Violation]:
    """A claimed moment is not ahead, and not before the step that it follows."""
    if at > now + TOLERANCE:
        return [Violation("manifests.in_future", field)]
    if floor is not None and at < floor - TOLERANCE:
        return [Violation("manifests.before_previous", field, {"previous": floor})]
    return []


def number_faults(
    number: str, division_code: str, filed_at: datetime | None, now: datetime
) -> list[Violation]:
    """The number names the consignor's prefecture and a year in which it can have been issued."""
    found: list[Violation] = []
    expected = division_code[:4]
    if number[4:8] != expected:
        params: dict[str, object] = {"input": number, "expected": expected, "found": number[4:8]}
        found.append(Violation("manifests.number_prefecture", "national_no", params))
    years = {local_day(now).year, local_day(filed_at or now).year}
    if int(number[:4]) not in years:
        known = "、".join(str(year) for year in sorted(years))
        found.append(
            Violation("manifests.number_year", "national_no", {"input": number, "expected": known})
        )
    return found


def paper_faults(paper_no: str | None, paper_ground: str | None) -> list[Violation]:
    """The paper path needs its number and why the system cannot be used."""
    found: list[Violation] = []
    if paper_no and not paper_ground:
        found.append(Violation("manifests.paper_ground_missing", "paper_ground"))
    if paper_ground and not paper_no:
        found.append(Violation("manifests.paper_no_missing", "paper_no"))
    return found
