"""Loads the shipped lists: writes only what differs, so that a second load changes nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from sqlalchemy import Table, and_, bindparam, delete, insert, select, update
from sqlalchemy import inspect as mapped

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.catalog.inputs import deadlines, lists, wastes
from wastetrack.catalog.inputs.listing import PACKAGED, Listing, Values
from wastetrack.catalog.model import ReferenceLoad
from wastetrack.catalog.queries.sources import forget, loads
from wastetrack.kernel.canonical import digest
from wastetrack.kernel.work import Work

# what happened so far: the list just loaded, how many of how many
Progress = Callable[[str, int, int], None]
Key = tuple[object, ...]


def load_reference(
    work: Work, folder: Path = PACKAGED, progress: Progress | None = None
) -> dict[str, int]:
    """Load every shipped list and tell the rows each has now; an operator's list is left alone."""
    require(work.actor, Action.REFERENCE_LOAD)
    readers: tuple[Callable[[], Listing], ...] = (
        lambda: wastes.catalogue_2025(folder),
        lambda: wastes.catalogue_2021(folder),
        lambda: wastes.exemptions(folder),
        lambda: lists.divisions(folder),
        lambda: lists.codes(folder),
        lambda: lists.templates(folder),
        lambda: deadlines.law(folder),
        deadlines.working_calendar,
    )
    before = loads(work)
    counts: dict[str, int] = {}
    for number, read in enumerate(readers, 1):
        listing = read()
        last = before.get((listing.what, listing.edition))
        if last is not None and not last.packaged:
            counts[listing.name] = last.rows
        else:
            counts[listing.name] = store(work, listing, last, packaged=True)
        if progress is not None:
            progress(listing.name, number, len(readers))
    return counts


def store(work: Work, listing: Listing, last: ReferenceLoad | None, *, packaged: bool) -> int:
    """Make the table hold this list and note the load when anything changed; rows it has now."""
    table = cast("Table", mapped(listing.table).local_table)
    keys = [column.name for column in table.primary_key]

    def key(row: Values) -> Key:
        return tuple(row[name] for name in keys)

    query = select(table)
    if listing.edition:
        query = query.where(table.c.edition == listing.edition)
    old = {key(dict(row)): dict(row) for row in work.session.execute(query).mappings()}
    new = {key(row): row for row in listing.rows}
    _write(
        work,
        table,
        added=[row for at, row in new.items() if at not in old],
        changed=[row for at, row in new.items() if at in old and old[at] != row],
        gone=[old[at] for at in old if at not in new] if listing.complete else [],
    )
    held = new if listing.complete else old | new
    mark = digest([held[at] for at in sorted(held, key=str)])
    if last is None or last.digest != mark or last.packaged != packaged:
        work.session.add(
            ReferenceLoad(
                id=work.new_id(),
                loaded_at=work.now,
                what=listing.what,
                edition=listing.edition,
                serial=last.serial + 1 if last else 1,
                rows=len(held),
                source=listing.source,
                digest=mark,
                checked_against=listing.checked_against,
                packaged=packaged,
            )
        )
        work.session.flush()
    forget(work)
    return len(held)


def _write(
    work: Work, table: Table, *, added: list[Values], changed: list[Values], gone: list[Values]
) -> None:
    """Three bulk statements at most, the same on SQLite and PostgreSQL."""
    keys = [column.name for column in table.primary_key]
    here = and_(*(table.c[name] == bindparam(f"key_{name}") for name in keys))
    connection = work.session.connection()
    if added:
        connection.execute(insert(table), added)
    if changed:
        others = [column.name for column in table.columns if column.name not in keys]
        rest: Values = {name: bindparam(name) for name in others}
        rows = [row | {f"key_{name}": row[name] for name in keys} for row in changed]
        connection.execute(update(table).where(here).values(rest), rows)
    if gone:
        only = [{f"key_{name}": row[name] for name in keys} for row in gone]
        connection.execute(delete(table).where(here), only)
