"""Decides what of an upload is loaded next: first all of it is judged, then 500 rows at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers.queries import lock_containers
from wastetrack.containers.terms import Batch
from wastetrack.kernel.actor import Actor
from wastetrack.kernel.errors import Refused, Violation
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.ledger import transition
from wastetrack.ledger.actions.load_rows import LOADERS
from wastetrack.ledger.inputs import Book, read_book
from wastetrack.ledger.model import Import
from wastetrack.ledger.queries import (
    BATCH,
    check_book,
    import_places,
    judge,
    known_bad,
    lock_import,
)
from wastetrack.ledger.queries.land import Spot, read_land, read_streams
from wastetrack.ledger.terms import OPEN, ImportState, RowFault, Sheet
from wastetrack.ledger.transition import Source


def import_batch(work: Work, import_id: UUID, files: FileStore) -> Import:
    """One step of an upload: the door calls it, one commit each, until it is no longer open.

    Safe to call from several workers, and again after one of them died: each step locks the upload
    and begins where the last committed one ended.
    """
    row = lock_import(work, import_id)
    require(work.actor, Action.LEDGER_IMPORT, *import_places(row))
    if row.state not in OPEN:
        return row
    try:
        book = read_book(files.get(row.file_sha256))
    except FileNotFoundError:
        row.problems = transition.told_faults(
            RowFault(Sheet.UNITS, 0, (Violation("ledger.file_lost", "file"),))
        )
        transition.finish(work, row, ImportState.FAILED)
        return row
    inside = work.as_actor(_loader(row))
    if row.state is ImportState.WAITING:
        _judge_all(inside, row, book)
    else:
        _load_next(inside, row, book)
    return row


def _loader(row: Import) -> Actor:
    """Who the trail names: the person whose upload it is; the upload itself was permitted."""
    return Actor(user_id=row.by_user_id, name=row.by_label or "台账导入", system=True)


def _judge_all(work: Work, row: Import, book: Book) -> None:
    faults = check_book(work, row, book)
    transition.begin(row, faults, rows=book.rows, bad=len(faults))
    if row.state is ImportState.REFUSED:
        transition.finish(work, row, ImportState.REFUSED)


def _load_next(work: Work, row: Import, book: Book) -> None:
    part = book.slice(row.done, BATCH)
    if part is None:
        transition.finish(work, row, ImportState.DONE)
        return
    sheet, rows = part
    bad = known_bad(row)
    wanted = [item for item in rows if (sheet.value, item.line) not in bad]
    land = read_land(work, book, row.site_id)
    if sheet is Sheet.PRODUCED:
        read_streams(work, land, [site.id for site in land.sites.values()])
    judged = judge(work, land, sheet, wanted)

    def load(fresh: tuple[Any, Any]) -> None:
        source = Source(row.id, row.file_name, _line(fresh[0]))
        LOADERS[sheet](work, land, fresh, source)

    if sheet in {Sheet.STORED, Sheet.OWN}:
        # nobody moves them between being judged and being stored or treated
        lock_containers(work, [c.id for task, _ in judged.fresh for c in task.containers])
    failed = _load(work, sheet, judged.fresh, load)
    for prefix in _PREFIXES.get(sheet, ()):
        transition.reserve(work, _batches(judged.fresh, prefix), prefix)
    transition.advance(
        row,
        done=len(rows),
        loaded=len(judged.fresh) - len(failed),
        unchanged=judged.unchanged,
        faults=[*judged.faults, *failed],
    )
    if book.slice(row.done, 1) is None:
        transition.finish(work, row, ImportState.DONE)


def _load(
    work: Work, sheet: Sheet, fresh: Sequence[tuple[Any, Any]], load: Callable[[Any], None]
) -> list[RowFault]:
    """All rows in one savepoint; if one says no after all, each in its own."""
    try:
        with work.item():
            for item in fresh:
                load(item)
    except Refused:
        return _load_singly(work, sheet, fresh, load)
    return []


def _load_singly(
    work: Work, sheet: Sheet, fresh: Sequence[tuple[Any, Any]], load: Callable[[Any], None]
) -> list[RowFault]:
    failed: list[RowFault] = []
    for item in fresh:
        try:
            with work.item():
                load(item)
        except Refused as error:
            failed.append(RowFault(sheet, _line(item[0]), error.violations))
    return failed


_PREFIXES = {
    Sheet.PRODUCED: (Batch.PRODUCED,),
    Sheet.STORED: (Batch.STORED,),
    Sheet.OWN: (Batch.OWN_USE, Batch.OWN_DISPOSAL),
}


def _batches(fresh: Sequence[tuple[Any, Spot]], prefix: str) -> Iterator[tuple[UUID, str]]:
    for task, spot in fresh:
        batch: str = getattr(task, "row", task).batch
        if spot.site is not None and batch.startswith(prefix):
            yield spot.site.id, batch


def _line(task: Any) -> int:
    found: int = getattr(task, "row", task).line
    return found
