"""A million ledger rows to .xlsx by the worker's own path, against the bare writer on the same cells.

Each side runs in a process of its own, so that its peak memory is its own.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

import openpyxl
import xlsxwriter
from sqlalchemy import Connection

from tests.bench import bulk
from tests.bench.frame import Figure
from tests.bench.seeding import seeded
from tests.bench.server import FOLDER, postgres
from tests.support.schema import import_models
from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Content, Custody, HeldAs
from wastetrack.jobs.exports import carry_exports
from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect
from wastetrack.kernel.files import FileStore
from wastetrack.ledger.rules import LAYOUTS, NAMES
from wastetrack.ledger.terms import Sheet
from wastetrack.parties.model import Facility, Site, Unit
from wastetrack.parties.terms import FacilityKind, UnitState
from wastetrack.reports.model import Export
from wastetrack.reports.terms import EXPORTS_FOLDER, Kind

NOW = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
ROWS, SITES, DAYS = 1_000_000, 3, 365
FIRST = date(2025, 1, 1)
CODE, NAME = "900-214-08", "废机油"
DATABASE = "ledger_export"
_N = f"(g / {SITES})"
_DAY = f"(date '{FIRST}' + ({_N} % {DAYS}))"


def seed(connection: Connection, rows: int) -> None:
    """One unit of three busy sites; each container with its events of opening and sealing."""
    fill, key = bulk.fill, bulk.key
    fill(
        connection, Unit, 1,
        id=key(1), credit_code="'91330604BENCH00001'", name="'单位'", kinds="'[\"producer\"]'::jsonb",
        phone="'13800000000'", state=f"'{UnitState.ACTIVE}'", head_hash="''",
    )  # fmt: skip
    fill(
        connection, Site, SITES,
        id=key(2), unit_id=key(1, "0"), name="'厂区' || g", division_code="'330604001'",
        address="'示例路'", head_hash="''",
    )  # fmt: skip
    fill(
        connection, Facility, SITES,
        id=key(3), site_id=key(2), code="'TS001'", name="'库'", kind=f"'{FacilityKind.STORE}'",
        capacity_g="900000000000", head_hash="''",
    )  # fmt: skip
    site = f"(g % {SITES})"
    fill(
        connection, Container, rows,
        id=key(4), human_code="lpad(g::text, 8, '0')", digital_id="lpad(g::text, 37, '0')",
        waste_code=f"'{CODE}'", waste_name=f"'{NAME}'", content=f"'{Content.SEALED}'",
        custody=f"'{Custody.IN_STORE}'", held_as=f"'{HeldAs.PRODUCER}'",
        held_since=f"timestamptz '{NOW}'", first_waste_at=f"timestamptz '{NOW}'",
        holder_unit_id=key(1, "0"), holder_site_id=key(2, site), facility_id=key(3, site),
        origin_unit_id=key(1, "0"), origin_site_id=key(2, site), mass_g="5000 + g % 200000",
        head_hash="''",
    )  # fmt: skip
    at = f"(({_DAY})::timestamp at time zone 'Asia/Shanghai' + interval '9 hours')"
    batch = f"'HWCS' || to_char({_DAY}, 'YYYYMMDD') || lpad(({_N} / {DAYS} + 1)::text, 3, '0')"
    for number, kind, extra in (
        (5, "container.open", {"batch_code": batch}),
        (6, "container.seal", {"grams": "5000 + g % 200000"}),
    ):
        fill(
            connection, Event, rows,
            id=key(number), kind=f"'{kind}'", subject_kind="'container'", subject_id=key(4),
            seq=str(number - 4), container_id=key(4), site_id=key(2, site), claimed_at=at,
            accepted_at=at, recorded_at=at, actor_label="'经办人'",
            payload="'{\"set\": {}, \"was\": {}, \"facts\": {}}'::jsonb", previous_hash="''",
            hash="''", **extra,
        )  # fmt: skip


def prepare(server: Any, rows: int) -> str:
    """The seeded database's address; made once and kept under .bench/."""
    told = f"{rows:,} containers and {2 * rows:,} events"
    return seeded(server, f"{DATABASE}_{rows}", told, partial(seed, rows=rows), FixedClock(NOW))


def ours(url: str, folder: Path) -> dict[str, Any]:
    """Ask for the year's B.1 of the unit, and let the worker's code write it."""
    import_models()
    files = FileStore(folder / "files")
    database = Database(connect(url), FixedClock(NOW))

    def ask(work: Any) -> Any:
        unit = work.session.query(Unit).one()
        row = Export(
            id=work.new_id(), unit_id=unit.id, kind=Kind.B1, period=str(FIRST.year), first=FIRST,
            end=date(FIRST.year + 1, 1, 1), asked_at=work.now,
        )  # fmt: skip
        work.session.add(row)
        return row.id

    key = database.write(SYSTEM, ask)
    start = time.perf_counter()
    carry_exports(Running(database, files=files), "bench")
    seconds = time.perf_counter() - start
    with database.reading(SYSTEM) as work:
        row = work.session.get_one(Export, key)
        path = files.beside(EXPORTS_FOLDER).path(str(row.file_sha256))
        return _told(seconds, path, row.done)


def cells(rows: int, official: str) -> Iterator[tuple[Any, ...]]:
    """The same cells by a formula: site after site, batch after batch."""
    for site in range(SITES):
        for day in range(DAYS):
            at = datetime.combine(FIRST + timedelta(days=day), datetime.min.time()).replace(hour=9)
            stem = f"HWCS{at:%Y%m%d}"
            for serial in range(rows // SITES // DAYS + 1):
                g = (serial * DAYS + day) * SITES + site
                if g < rows:
                    tonnes = (5000 + g % 200000) / 1_000_000
                    yield (
                        f"{stem}{serial + 1:03d}", at, NAME, official, "HW08", CODE, tonnes, "吨",
                        f"{g:037d}", "桶", 1, "", "", "", "91330604BENCH00001", f"厂区{site}",
                    )  # fmt: skip


def bare(path: Path, rows: int, official: str) -> dict[str, Any]:
    """What anybody would write: xlsxwriter in constant memory, one call a cell."""
    start = time.perf_counter()
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
    text = book.add_format({"num_format": "@"})
    when = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    amount = book.add_format({"num_format": "0.000000"})
    page = book.add_worksheet(NAMES[Sheet.PRODUCED])
    for place, column in enumerate(LAYOUTS[Sheet.PRODUCED]):
        page.write_string(0, place, column.title)
    count = 0
    for count, values in enumerate(cells(rows, official), start=1):
        for place, value in enumerate(values):
            if isinstance(value, str):
                if value:
                    page.write_string(count, place, value, text)
            elif isinstance(value, datetime):
                page.write_datetime(count, place, value, when)
            else:
                page.write_number(count, place, value, amount if place == 6 else None)
    book.close()
    return _told(time.perf_counter() - start, path, count)


def _told(seconds: float, path: Path, rows: int) -> dict[str, Any]:
    megabytes = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    used = getrusage(RUSAGE_SELF)
    cpu = used.ru_utime + used.ru_stime
    return {"seconds": seconds, "cpu": cpu, "mb": megabytes, "path": str(path), "rows": rows}


def _sample(path: str, rows: int) -> list[Any]:
    """The first rows: both files must say the same."""
    with Path(path).open("rb") as stream:
        book = openpyxl.load_workbook(stream, read_only=True)
        page = book.worksheets[0]
        return list(page.iter_rows(min_row=1, max_row=min(rows, 2000), values_only=True))


def _run(*arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.ledger_export", *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def run(rows: int = ROWS) -> Iterable[Figure]:
    """One export by each, one after the other, and a look into both files."""
    folder = FOLDER / "exports"
    folder.mkdir(parents=True, exist_ok=True)
    with postgres() as server:
        mine = _run("ours", prepare(server, rows), str(folder))
    official = str(_sample(mine["path"], 2)[1][3])
    plain = _run("bare", str(folder / "bare.xlsx"), str(rows), official)
    if mine["rows"] != rows or plain["rows"] != rows:
        raise RuntimeError(f"{mine['rows']} and {plain['rows']} rows, expected {rows}")
    if _sample(mine["path"], rows) != _sample(plain["path"], rows):
        raise RuntimeError("the two files do not say the same")
    Path(mine["path"]).unlink()
    Path(plain["path"]).unlink()
    rate, theirs = rows / mine["seconds"], rows / plain["seconds"]
    told = (
        f"{rows:,} rows of B.1 from {3 * rows:,} rows in PostgreSQL through the export job, one run;"
        " baseline: xlsxwriter constant_memory writing the same cells from a formula"
    )
    yield Figure(
        "ledger_export", "mb", mine["mb"], "MB", told, baseline=plain["mb"], target="<= 250"
    )
    yield Figure("ledger_export", "ratio_to_bare", rate / theirs, "x", told, target=">= 0.5")
    yield Figure("ledger_export", "rate", rate, "rows/s", told, baseline=theirs)
    yield Figure(
        "ledger_export", "cpu_ms", 1e6 * mine["cpu"] / rows, "ms",
        f"CPU of the writing process for a thousand rows, start included; {told}",
        baseline=1e6 * plain["cpu"] / rows,
    )  # fmt: skip


if __name__ == "__main__":
    side, *rest = sys.argv[1:]
    if side == "ours":
        print(json.dumps(ours(rest[0], Path(rest[1]))))
    else:
        print(json.dumps(bare(Path(rest[0]), int(rest[1]), rest[2])))
