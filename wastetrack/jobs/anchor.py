"""Anchors every finished day of the trail that has no signed row yet (model.md §2)."""

from datetime import date
from functools import partial

from wastetrack.audit.anchor import anchor_day, missing_days
from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.work import Work


def _anchor(day: date, key: bytes, work: Work) -> None:
    anchor_day(work, day, key)


def anchor_days(run: Running) -> dict[str, object]:
    """One transaction a day, oldest first, so that the days are chained in order."""
    with run.database.reading(SYSTEM) as work:
        days = list(missing_days(work))
    for number, day in enumerate(days, start=1):
        run.beat()
        run.database.write(SYSTEM, partial(_anchor, day, run.signing_key))
        run.progress(number, len(days))
    return {"days": len(days)}
