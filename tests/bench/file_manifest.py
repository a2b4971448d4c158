"""Filing a draft of two stored containers through HTTP, against the same rows written by hand."""

import multiprocessing
import statistics
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import Connection

from tests.bench import client, district
from tests.bench.frame import Figure
from tests.bench.seeding import seeded
from tests.bench.server import Web, drop_database, postgres, settings_for
from tests.support.schema import import_models
from wastetrack.app import create_app
from wastetrack.audit.trail import hash_of
from wastetrack.manifests.terms import State

NAME, PRODUCERS, ROUNDS, EACH, WARM = "file_manifest", 200, 5, 1000, 200
PORT, CONNECTIONS, PROCESSES = 8123, 8, 2


def _id(kind: int, number: int) -> str:
    return f"{kind:08x}-0000-7000-8000-{number:012x}"


def _seed(server: Any) -> str:
    """Drafts to file, always fresh ones: a filed draft cannot be filed again."""
    drop_database(server, NAME)
    drafts = WARM + ROUNDS * EACH * 2

    def fill(connection: Connection) -> None:
        district.people_and_papers(connection, PRODUCERS)
        owner = f"((g % {PRODUCERS}) + 2)"
        district.manifests(connection, drafts, PRODUCERS, state=State.DRAFT, owner=owner)

    return seeded(server, NAME, f"{drafts:,} drafts of {PRODUCERS} producers", fill)


def _requests(url: str, first: int, count: int) -> list[bytes]:
    """One POST per draft, each by a person of its producer with an own nonce."""
    app = create_app(settings_for(url, PORT))
    app.extensions["database"].dispose()
    now = datetime.now(UTC).timestamp()
    people = {n: client.signed_in(app, _id(district.PERSON, n), 0, now) for n in range(PRODUCERS)}
    made = []
    for number in range(first, first + count):
        cookie, token = people[number % PRODUCERS]
        body = urlencode({"csrf_token": token, "nonce": f"bench-{number}"})
        path = f"/manifests/{_id(district.MANIFEST, number)}/file"
        made.append(client.post(path, cookie, body))
    return made


def _written(connection: psycopg.Connection[Any], number: int) -> dict[str, list[dict[str, Any]]]:
    """The rows that filing one manifest wrote: what the baseline writes again for another."""
    key = _id(district.MANIFEST, number)
    found = {}
    for table, where in (
        ("manifest", "id = %s"),
        ("event", "manifest_id = %s"),
        ("submission", "nonce = %s"),
        ("message", "payload::text LIKE '%%' || %s || '%%'"),
    ):
        value = f"bench-{number}" if table == "submission" else key
        cursor = connection.execute(f"SELECT * FROM {table} WHERE {where}", (value,))
        names = [column.name for column in cursor.description or ()]
        found[table] = [dict(zip(names, row, strict=True)) for row in cursor]
    return found


_READ = (
    "SELECT * FROM person p JOIN membership s ON s.user_id = p.id JOIN unit u ON u.id = s.unit_id WHERE p.id = %s",
    "SELECT * FROM contract WHERE consignor_unit_id = %s AND receiver_unit_id = %s",
    "SELECT * FROM plan p JOIN plan_line l ON l.plan_id = p.id WHERE p.site_id = %s AND p.year = %s",
)


def _receiver(producer: int) -> int:
    """As `district.receiver_of` says."""
    share = (producer + 2) % district.RECEIVERS
    return PRODUCERS + 1 + share if share else 0


def _by_hand(
    url: str, numbers: list[int], sample: dict[str, list[dict[str, Any]]], changed: list[str]
) -> None:
    """One connection's share: the same locks, reads, rows and hashes, one execute per row."""
    with psycopg.connect(url) as connection:
        for number in numbers:
            key = _id(district.MANIFEST, number)
            producer = number % PRODUCERS
            connection.execute(_READ[0], (_id(district.PERSON, producer),)).fetchall()
            connection.execute("SELECT * FROM manifest WHERE id = %s FOR UPDATE", (key,)).fetchone()
            connection.execute(
                "SELECT * FROM manifest_line l JOIN container c ON c.id = l.container_id"
                " WHERE l.manifest_id = %s ORDER BY c.id FOR UPDATE",
                (key,),
            ).fetchall()
            connection.execute(
                _READ[1],
                (_id(district.UNIT, producer + 2), _id(district.UNIT, _receiver(producer))),
            ).fetchall()
            connection.execute(
                _READ[2], (_id(district.SITE, producer + 2), district.YEAR)
            ).fetchall()
            values = [_value(sample["manifest"][0][name]) for name in changed]
            sets = ", ".join(f'"{name}" = %s' for name in changed)
            connection.execute(f"UPDATE manifest SET {sets} WHERE id = %s", (*values, key))
            for table in ("event", "submission", "message"):
                for row in sample[table]:
                    _insert(connection, table, _for_another(table, row, number, key))
            connection.commit()


def _for_another(table: str, row: dict[str, Any], number: int, key: str) -> dict[str, Any]:
    new = dict(row)
    if table == "submission":
        new["nonce"] = f"hand-{number}"
        return new
    # ids as ordered as the product's: time first
    new["id"] = UUID(int=(time.time_ns() // 1_000_000 << 80) | (7 << 76) | number)
    if table == "event":
        new["id"] = UUID(int=new["id"].int + (int(row["seq"]) << 32) + hash(row["kind"]) % 9973)
        new["subject_id"] = new["manifest_id"] = UUID(key)
        new["hash"] = hash_of(new)
    return new


def _value(value: Any) -> Any:
    return Jsonb(value) if isinstance(value, (dict, list)) else value


def _insert(connection: psycopg.Connection[Any], table: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join(["%s"] * len(row))
    connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})", [_value(v) for v in row.values()]
    )


def _process(url: str, shares: list[list[int]], sample: Any, changed: list[str]) -> None:
    import threading

    threads = [
        threading.Thread(target=_by_hand, args=(url, share, sample, changed)) for share in shares
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _baseline(url: str, first: int, sample: Any, changed: list[str]) -> float:
    """Filings a second from 2 processes with 8 connections between them."""
    numbers = list(range(first, first + EACH))
    shares = [numbers[i::CONNECTIONS] for i in range(CONNECTIONS)]
    each = CONNECTIONS // PROCESSES
    workers = [
        multiprocessing.Process(
            target=_process, args=(url, shares[i * each : (i + 1) * each], sample, changed)
        )
        for i in range(PROCESSES)
    ]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return EACH / (time.perf_counter() - start)


def run() -> Iterable[Figure]:
    """Interleaved rounds: filings through HTTP, then as many by hand."""
    import_models()
    with postgres() as server:
        url = _seed(server)
        plain = url.replace("+psycopg", "")
        rates, bares, cpu, failed, p95 = [], [], [], 0, []
        with Web(url, PORT, PROCESSES) as web, psycopg.connect(plain) as look:
            before = look.execute(
                "SELECT * FROM manifest WHERE id = %s", (_id(district.MANIFEST, 0),)
            ).fetchone()
            warm = client.run(PORT, _requests(url, 0, WARM), CONNECTIONS)
            if warm.failed(303):
                raise RuntimeError(f"filing answered {warm.statuses}")
            look.rollback()
            sample = _written(look, 0)
            names = list(sample["manifest"][0])
            changed = [
                n for n, old in zip(names, before or (), strict=True)
                if sample["manifest"][0][n] != old and n != "id"
            ]  # fmt: skip
            look.rollback()
            for number in range(ROUNDS):
                first = WARM + number * EACH * 2
                requests = _requests(url, first, EACH)
                spent = web.cpu_seconds()
                load = client.run(PORT, requests, CONNECTIONS)
                cpu.append((web.cpu_seconds() - spent) * 1000 / EACH)
                failed += load.failed(303)
                rates.append(load.rate)
                p95.append(load.percentile(95))
                bares.append(_baseline(plain, first + EACH, sample, changed))
    ours, bare = statistics.median(rates), statistics.median(bares)
    rows = {table: len(rows) for table, rows in sample.items()}
    told = f"{CONNECTIONS} connections, {PROCESSES} web processes, PostgreSQL fsync on, {PRODUCERS} producers and {district.RECEIVERS} receivers, median of {ROUNDS} x {EACH}; rows a filing: {rows}"
    yield Figure("file_manifest", "ratio_to_bare", ours / bare, "x", told, target=">= 0.25")
    yield Figure("file_manifest", "rate", ours, "1/s", told, baseline=bare)
    yield Figure("file_manifest", "cpu_ms", statistics.median(cpu), "ms", told, target="<= 8")
    yield Figure("file_manifest", "failed", float(failed), "requests", told, target="<= 0")
    yield Figure("file_manifest", "p95_ms", statistics.median(p95), "ms", told)
