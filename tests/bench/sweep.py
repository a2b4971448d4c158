"""The overdue check over a million live containers with a thousand newly due, against bare SQL."""

import json
import statistics
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import Connection, text

from tests.bench import bulk
from tests.bench.frame import Figure
from tests.bench.seeding import seeded
from tests.bench.server import postgres
from wastetrack.audit.trail import hash_of
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Content, Custody, HeldAs
from wastetrack.deadlines.actions.sweep import apply, due_batches
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect
from wastetrack.kernel.memory import keep_what_is_loaded
from wastetrack.parties.model import Facility, Site, Unit
from wastetrack.parties.terms import FacilityKind, UnitState

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SITES, DUE, ROUNDS = 2000, 1000, 9
CHUNKS = 4  # 500 sites each: after that a site would meet its own older alert
SMALL, LARGE = 100_000, 1_000_000
WRITTEN = ("alert_container", "event", "alert")


def seed(connection: Connection, live: int) -> None:
    """Sites with one large store each; every container is young, so nothing is due."""
    fill, key = bulk.fill, bulk.key
    fill(
        connection, Unit, SITES,
        id=key(1), credit_code="'BENCH' || lpad(g::text, 13, '0')", name="'单位' || g",
        kinds="'[\"producer\"]'::jsonb", phone="'13800000000'", state=f"'{UnitState.ACTIVE}'",
        head_hash="''",
    )  # fmt: skip
    fill(
        connection, Site, SITES,
        id=key(2), unit_id=key(1), name="'厂区'", division_code="'330604001'",
        address="'示例路'", head_hash="''",
    )  # fmt: skip
    fill(
        connection, Facility, SITES,
        id=key(3), site_id=key(2), code="'TS001'", name="'库'", kind=f"'{FacilityKind.STORE}'",
        capacity_g="900000000000", head_hash="''",
    )  # fmt: skip
    of_site = f"(g % {SITES})"
    fill(
        connection, Container, live,
        id=key(4), human_code="lpad(g::text, 8, '0')",
        digital_id="lpad(g::text, 37, '0')",
        waste_code=f"case when (g / {SITES}) % 2 = 0 then '900-214-08' else '900-041-49' end",
        waste_name="'废物'", content=f"'{Content.SEALED}'", custody=f"'{Custody.IN_STORE}'",
        held_as=f"'{HeldAs.PRODUCER}'",
        held_since="timestamptz '2026-11-01 00:00:00+00' + (g % 20000) * interval '1 minute'",
        first_waste_at="timestamptz '2026-11-01 00:00:00+00'",
        holder_unit_id=key(1, of_site), holder_site_id=key(2, of_site),
        facility_id=key(3, of_site), origin_unit_id=key(1, of_site),
        origin_site_id=key(2, of_site), mass_g="5000", head_hash="''",
    )  # fmt: skip


def _prepare(server: Any, live: int) -> Database:
    told = f"{live:,} live containers"
    url = seeded(server, f"sweep_{live}", told, partial(seed, live=live), FixedClock(NOW))
    return Database(connect(url), FixedClock(NOW))


@contextmanager
def _aged(database: Database, live: int, number: int) -> Iterator[None]:
    """A thousand containers older than a year, two each on five hundred sites; young again after."""
    ids = [_container(i, live) for i in range(number * DUE, (number + 1) * DUE)]
    change = text(
        "UPDATE container SET held_since = held_since + CAST(:by AS interval)"
        " WHERE id = ANY(CAST(:ids AS uuid[]))"
    )
    with database.engine.begin() as connection:
        connection.execute(change, {"by": "-366 days", "ids": ids})
        connection.execute(text("ANALYZE container"))
    try:
        yield
    finally:
        with database.engine.begin() as connection:
            connection.execute(change, {"by": "366 days", "ids": ids})


def _container(number: int, live: int) -> str:
    # pairs of one site and one code: site s, rows s and s + 2 * SITES have the same code
    pair, second = divmod(number, 2)
    row = pair % SITES + (pair // SITES) * 4 * SITES + second * 2 * SITES
    return f"00000004-0000-7000-8000-{row % live:012x}"


def _sweep(database: Database) -> int:
    with database.reading(SYSTEM) as work:
        batches = due_batches(work)
    for part in batches:
        database.write(SYSTEM, partial(apply, batch=part))
    return len(batches)


def _rows_since(connection: psycopg.Connection[Any], mark: Any) -> dict[str, list[dict[str, Any]]]:
    """What the sweep wrote after a mark, table by table."""
    found: dict[str, list[dict[str, Any]]] = {}
    where = {"alert": "id > %s", "event": "id > %s", "alert_container": "alert_id > %s"}
    for table in WRITTEN:
        cursor = connection.execute(f"SELECT * FROM {table} WHERE {where[table]}", (mark,))
        names = [column.name for column in cursor.description or ()]
        found[table] = [dict(zip(names, row, strict=True)) for row in cursor]
    return found


def _take_back(connection: psycopg.Connection[Any], mark: Any) -> None:
    connection.execute("SET session_replication_role = replica")
    connection.execute("DELETE FROM alert_container WHERE alert_id > %s", (mark,))
    connection.execute("DELETE FROM event WHERE id > %s", (mark,))
    connection.execute("DELETE FROM alert WHERE id > %s", (mark,))
    connection.execute("SET session_replication_role = DEFAULT")
    connection.commit()


_FIND = """
SELECT id, holder_site_id, waste_code, mass_g, held_since FROM container
WHERE content IN ('filling', 'sealed', 'emptied') AND held_as = 'producer' AND held_since <= %s
  AND NOT EXISTS (SELECT 1 FROM alert_container l
                  WHERE l.container_id = container.id AND l.left_at IS NULL)
"""


def _bare(connection: psycopg.Connection[Any], rows: dict[str, list[dict[str, Any]]]) -> None:
    """One transaction by hand: find the due, write the same rows, compute the same hashes."""
    connection.execute(_FIND, (NOW - timedelta(days=255),)).fetchall()
    for table in ("alert", "event", "alert_container"):
        sample = rows[table][0]
        names = ", ".join(f'"{n}"' for n in sample)
        marks = ", ".join(["%s"] * len(sample))
        values = []
        for row in rows[table]:
            if table == "event":
                row["hash"] = hash_of(row)
            values.append([Jsonb(v) if isinstance(v, (dict, list)) else v for v in row.values()])
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)
    connection.commit()


def _rounds(server: Any, live: int) -> Iterator[tuple[float, float, int]]:
    """Seconds of ours and of the baseline, and alerts written, for each round."""
    database = _prepare(server, live)
    plain = server.url(f"sweep_{live}").replace("+psycopg", "")
    with psycopg.connect(plain) as connection:
        _tidy(plain)
        _sweep(database)  # settles what seeding left, so that a round has its thousand and no more
        for number in range(ROUNDS):
            database.clock = FixedClock(NOW + timedelta(minutes=number + 1))
            with _aged(database, live, number % CHUNKS):
                yield _round(database, connection)
    database.dispose()


def _round(database: Database, connection: psycopg.Connection[Any]) -> tuple[float, float, int]:
    """The sweep, then the same rows by hand; both are taken back, so that the seed stays as it was."""
    mark = database.ids.new(database.clock.now())
    start = time.perf_counter()
    _sweep(database)
    ours = time.perf_counter() - start
    connection.rollback()
    rows = _rows_since(connection, mark)
    links = len(rows["alert_container"])
    _take_back(connection, mark)
    if links != DUE:
        raise RuntimeError(f"the sweep linked {links} containers, expected {DUE}")
    start = time.perf_counter()
    _bare(connection, rows)
    bare = time.perf_counter() - start
    _take_back(connection, mark)
    return ours, bare, len(rows["alert"])


def _tidy(url: str) -> None:
    """Earlier runs left dead rows, and no vacuum runs by itself here."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE) container")


def run() -> Iterable[Figure]:
    """Interleaved rounds at both sizes; medians."""
    results: dict[int, list[tuple[float, float, int]]] = {}
    keep_what_is_loaded()  # as the worker does before its first slot
    with postgres() as server:
        for live in (SMALL, LARGE):
            results[live] = list(_rounds(server, live))
    ours = {live: statistics.median(r[0] for r in rows) for live, rows in results.items()}
    bare = {live: statistics.median(r[1] for r in rows) for live, rows in results.items()}
    alerts = results[LARGE][0][2]
    told = f"{LARGE:,} live, {DUE} newly due on {alerts} alerts, PostgreSQL fsync on, median of {ROUNDS} rounds; baseline: one psycopg transaction, executemany, same rows and hashes"
    yield Figure("sweep", "ratio_to_bare", ours[LARGE] / bare[LARGE], "x", told, target="<= 4")
    yield Figure(
        "sweep", "growth", ours[LARGE] / ours[SMALL], "x",
        f"{SMALL:,} to {LARGE:,} live containers, the same {DUE} due", target="<= 1.5",
    )  # fmt: skip
    yield Figure("sweep", "seconds", ours[LARGE], "s", told, baseline=bare[LARGE])
    print(json.dumps({str(k): [[round(x, 3) for x in r] for r in v] for k, v in results.items()}))
