"""The only writer of an import's progress, and of what an imported row leaves on a container."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from wastetrack.audit.trail import record
from wastetrack.containers.model import BatchSequence, Container
from wastetrack.containers.transition.step import step, told
from wastetrack.kernel.canonical import plain
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.ledger.inputs import StoredRow
from wastetrack.ledger.model import Import
from wastetrack.ledger.terms import ImportState, RowFault
from wastetrack.parties.model import Facility

MOST_PROBLEMS = 20_000


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row came from, as the trail tells it."""

    import_id: UUID
    file_name: str
    line: int


def stow(work: Work, c: Container, store: Facility, row: StoredRow, source: Source) -> None:
    """The container stands in the store under the row's own batch code of storing (HJ 1259 B.2)."""
    if c.facility_id is not None:
        raise refuse("ledger.already_stored", "produced", batch=row.produced)
    kind = step(c, "store")
    c.facility_id, c.partition_id = store.id, None
    record(
        work,
        kind,
        c,
        container_id=c.id,
        site_id=c.holder_site_id,
        place=store.name,
        grams=c.mass_g,
        batch_code=row.batch,
        claimed_at=row.at,
        basis=source.file_name,
        import_id=source.import_id,
        line=source.line,
        ledger_row=row.kept(),
        **told(c),
    )


def reserve(work: Work, used: Iterable[tuple[UUID, str]], prefix: str) -> None:
    """Numbers that came with an upload are used: the next batch of that day is one after them."""
    last: dict[tuple[UUID, date], int] = {}
    for site_id, batch in used:
        digits = batch.removeprefix(prefix)
        try:
            day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        except ValueError:
            continue  # no day of the calendar, so no sequence of ours either
        last[site_id, day] = max(last.get((site_id, day), 0), int(digits[8:]))
    if not last:
        return
    sqlite = work.session.get_bind().dialect.name == "sqlite"
    insert = sqlite_insert if sqlite else postgresql_insert
    rows = [
        {"site_id": site_id, "prefix": prefix, "day": day, "last": number}
        for (site_id, day), number in sorted(last.items())
    ]
    statement = insert(BatchSequence).values(rows)
    mine, theirs = col(BatchSequence.last), statement.excluded.last
    work.session.execute(
        statement.on_conflict_do_update(
            index_elements=["site_id", "prefix", "day"],
            set_={"last": case((theirs > mine, theirs), else_=mine)},
        )
    )


def begin(row: Import, faults: Iterable[RowFault], *, rows: int, bad: int) -> None:
    """The check is done: load the good rows, or nothing."""
    row.rows, row.bad, row.done = rows, bad, 0
    row.problems = [entry for fault in faults for entry in told_faults(fault)][:MOST_PROBLEMS]
    row.state = ImportState.REFUSED if bad and not row.accept_good else ImportState.RUNNING


def advance(row: Import, *, done: int, loaded: int, unchanged: int, faults: list[RowFault]) -> None:
    """One more batch is in."""
    row.done += done
    row.loaded += loaded
    row.unchanged += unchanged
    row.bad += len(faults)
    if faults:
        more = [entry for fault in faults for entry in told_faults(fault)]
        row.problems = [*row.problems, *more][:MOST_PROBLEMS]


def finish(work: Work, row: Import, state: ImportState) -> None:
    """Nothing more will happen to this upload by itself."""
    row.state, row.finished_at = state, work.now


def again(row: Import) -> None:
    """Judge it once more, and take what is good this time."""
    row.accept_good, row.state, row.finished_at = True, ImportState.WAITING, None


def told_faults(fault: RowFault) -> list[dict[str, object]]:
    """A bad row as the upload keeps it, one entry for each reason."""
    return [
        {
            "sheet": fault.sheet.value,
            "line": fault.line,
            "column": v.field,
            "code": v.code,
            "params": plain(v.params),
        }
        for v in fault.violations
    ]
