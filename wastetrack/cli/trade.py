"""Commands of the trade: bringing a ledger in, and taking tables out as workbooks."""

import sys
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import click

from wastetrack.cli.connection import Progress, Read, open_database
from wastetrack.cli.tables import CONTAINERS, MANIFESTS, containers_of, manifests_of
from wastetrack.kernel.actor import SYSTEM, Actor, Role, Seat
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.database import Database
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.ledger.actions.import_batch import import_batch
from wastetrack.ledger.actions.upload import upload
from wastetrack.ledger.inputs import UploadImport, check_file
from wastetrack.ledger.model import Import
from wastetrack.ledger.queries import all_entries, readable_sites
from wastetrack.ledger.queries.entries import Span
from wastetrack.ledger.shapes import (
    empty_template,
    entries_workbook,
    sample_book,
    table_workbook,
)
from wastetrack.ledger.terms import OPEN, ImportState, Sheet
from wastetrack.parties.queries import find_unit_by_code
from wastetrack.web.ledger_imports import errors_of

LANG = "zh-CN"
_TABLES = {sheet.value: sheet for sheet in Sheet if sheet is not Sheet.UNITS}
KINDS = ("template", "sample", *_TABLES, "containers", "manifests")


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--accept-good", is_flag=True, help="load the good rows, skip the bad ones")
@click.option("--errors", type=click.Path(path_type=Path), help="where the error workbook goes")
@click.pass_obj
def import_command(read: Read, file: Path, errors: Path | None, *, accept_good: bool) -> None:
    """Load a ledger workbook (units, B.1 to B.5); the same file again changes nothing."""
    settings = read()
    database, files = open_database(settings), FileStore(settings.instance / "files")
    content = file.read_bytes()
    check_file(content)
    stored = files.put(content, spreadsheet=True)
    data = UploadImport(file=file.name[-200:], accept_good=accept_good)

    def take(work: Work) -> Import:
        return upload(work, stored, files, data)

    row = _go_on(database, files, database.write(SYSTEM, take))
    click.echo(
        f"{row.rows:,} rows: {row.loaded:,} loaded, {row.unchanged:,} unchanged, {row.bad:,} bad"
    )
    if row.problems:
        out = errors or file.with_name(f"{file.stem}.errors.xlsx")
        out.write_bytes(errors_of(row, files, LANG))
        click.echo(f"reasons beside the original cells: {out}")
    if row.state is not ImportState.DONE:
        click.echo("nothing was loaded; mend the rows, or load the others with --accept-good")
        sys.exit(1)


def _go_on(database: Database, files: FileStore, row: Import) -> Import:
    """One commit a batch until the upload is over."""
    progress = Progress("rows")

    def step(work: Work) -> Import:
        return import_batch(work, row.id, files)

    while row.state in OPEN:
        row = database.write(SYSTEM, step)
        progress(row.done, row.rows)
    progress.end()
    return row


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--unit", "code", help="统一社会信用代码")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="first day")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="last day")
@click.option("-o", "--output", "out", required=True, type=click.Path(path_type=Path))
@click.pass_obj
def export(
    read: Read,
    kind: str,
    *,
    code: str | None,
    first: datetime | None,
    last: datetime | None,
    out: Path,
) -> None:
    """Write the template, the example, or a unit's tables of a period to a workbook."""
    database = open_database(read())
    today = local_day(database.clock.now())
    if kind == "template":
        out.write_bytes(empty_template())
    elif kind == "sample":
        out.write_bytes(sample_book(today))
    elif code is None:
        raise click.UsageError("--unit is needed for this table")
    else:
        begin = first.date() if first else today.replace(month=1, day=1)
        end = (last.date() if last else today) + timedelta(days=1)
        with database.reading(_reader(database, code)) as work:
            span = Span(readable_sites(work), begin, end)
            _write(work, kind, span, out)
    click.echo(str(out))


def _write(work: Work, kind: str, span: Span, out: Path) -> None:
    progress = Progress("rows")
    if kind == "containers":
        rows = _counted(progress, containers_of(work, span))
        table_workbook("容器", CONTAINERS, rows, str(out))
    elif kind == "manifests":
        rows = _counted(progress, manifests_of(work, span))
        table_workbook("联单", MANIFESTS, rows, str(out))
    else:
        entries_workbook(_TABLES[kind], all_entries(work, _TABLES[kind], span), str(out))
    progress.end()


def _counted(
    progress: Progress, rows: Iterator[Mapping[str, object]]
) -> Iterator[Mapping[str, object]]:
    for count, row in enumerate(rows, start=1):
        if count % 1000 == 0:
            progress(count)
        yield row


def _reader(database: Database, code: str) -> Actor:
    """Reads what the unit's own people may read."""
    with database.reading(SYSTEM) as work:
        unit = find_unit_by_code(work, code)
    if unit is None:
        raise click.UsageError(f"no unit has the code {code}")
    seat = Seat(unit_id=unit.id, unit_name=unit.name, role=Role.READER, kinds=tuple(unit.kinds))
    return Actor(user_id=None, name="导出", seats=(seat,))


COMMANDS = (import_command, export)
