"""The access log: for the auditor all reads, for a unit's admin who looked at the unit."""

from datetime import date, datetime, timedelta
from typing import Any

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.audit.looks import Look
from wastetrack.audit.reads import ReadFilter, list_reads
from wastetrack.kernel.clock import start_of_day
from wastetrack.kernel.paging import cursor
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import units_by_id
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room

room = Room("reads", __name__)
_KEPT = ("what", "who", "unit", "from", "to")


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def _start(day: date | None, days: int = 0) -> datetime | None:
    try:
        return start_of_day(day + timedelta(days=days)) if day else None
    except OverflowError:
        return None


@room.page("/reads", asks=Action.AUDIT_READ)
def index(work: Work) -> Rendered:
    """Who looked at what, the newest first."""
    asked = request.args
    what = asked.get("what", "")
    want = ReadFilter(
        what=Look(what) if what in set(Look) else None,
        who=asked.get("who", "").strip()[:60],
        unit_id=cursor(asked.get("unit")),
        since=_start(_day("from")),
        until=_start(_day("to"), days=1),
    )
    page = list_reads(work, want, asked.get("after"))
    same: dict[str, Any] = {name: asked.get(name) or None for name in _KEPT}
    return door.render(
        "reads/index.html",
        rows=page.rows,
        units=units_by_id(work, [row.unit_id for row in page.rows if row.unit_id]),
        asked=asked,
        looks=words.choices(door.lang(), Look),
        next_href=url_for("reads.index", **same, after=page.after) if page.after else "",
        first_href=url_for("reads.index", **same) if asked.get("after") else "",
    )
