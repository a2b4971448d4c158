"""Walks an upload table by table: the whole of it before anything is loaded, then slice by slice."""

from collections.abc import Collection, Sequence
from typing import cast

from wastetrack.kernel.work import Work
from wastetrack.ledger.inputs import Book, MovedRow, Parsed, ProducedRow, StoredRow, UnitRow
from wastetrack.ledger.model import Import
from wastetrack.ledger.queries.judging import Judged, Numbers, judge_produced, judge_units
from wastetrack.ledger.queries.judging_moved import judge_moved
from wastetrack.ledger.queries.judging_stored import Coming, judge_stored
from wastetrack.ledger.queries.known import nearly_full
from wastetrack.ledger.queries.land import Land, Spot, read_land
from wastetrack.ledger.terms import MOVED, RowFault, Sheet

BATCH = 500


def check_book(work: Work, row: Import, book: Book) -> list[RowFault]:
    """Every bad row of an upload, with all its reasons, as if all good ones were loaded."""
    land = read_land(work, book, row.site_id)
    numbers = _numbers(work, book, land)
    coming = Coming(bad=set(book.bad_batches))
    faults = list(book.faults)
    done = 0
    while (part := book.slice(done, BATCH)) is not None:
        sheet, rows = part
        done += len(rows)
        judged = judge(work, land, sheet, rows, numbers=numbers, coming=coming)
        faults += judged.faults
        if sheet is Sheet.PRODUCED:
            _note(land, cast("Sequence[ProducedRow]", rows), judged, coming)
    return sorted(faults, key=lambda fault: (list(Sheet).index(fault.sheet), fault.line))


def judge(
    work: Work,
    land: Land,
    sheet: Sheet,
    rows: Sequence[Parsed],
    *,
    numbers: Numbers | None = None,
    coming: Coming | None = None,
) -> Judged:
    """One slice of one table."""
    if sheet is Sheet.UNITS:
        return judge_units(work, land, cast("Sequence[UnitRow]", rows))
    if sheet is Sheet.PRODUCED:
        return judge_produced(work, land, cast("Sequence[ProducedRow]", rows), numbers)
    if sheet in MOVED:
        return judge_moved(work, land, sheet, cast("Sequence[MovedRow]", rows), coming or Coming())
    return judge_stored(work, land, cast("Sequence[StoredRow]", rows), coming or Coming())


def known_bad(row: Import) -> Collection[tuple[str, int]]:
    """Lines that were found bad before: they are passed over, not judged again."""
    return {(str(p["sheet"]), int(p["line"])) for p in row.problems}


def _note(land: Land, rows: Sequence[ProducedRow], judged: Judged, coming: Coming) -> None:
    bad = {fault.line for fault in judged.faults}
    for row in rows:
        spot = land.find(row.where)
        if row.line in bad:
            coming.bad.add(row.batch)
        elif isinstance(spot, Spot):
            coming.rows[spot.key, row.batch] = row


def _numbers(work: Work, book: Book, land: Land) -> Numbers:
    """What is used up already, where the upload could pass the 999th of a day."""
    counts: dict[tuple[str, str, str], int] = {}
    for row in book.produced:
        key = (row.where.credit_code, row.code, row.at.date().isoformat())
        counts[key] = counts.get(key, 0) + max(len(row.codes), 1)
    most = max(counts.values(), default=0)
    return nearly_full(work, list(land.units), most) if most else {}
