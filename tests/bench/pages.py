"""Reading pages: one manifest, and the first page of a busy site's list in a small and a large district."""

import statistics
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection

from tests.bench import client, district
from tests.bench.frame import Figure
from tests.bench.seeding import seeded
from tests.bench.server import Web, postgres, settings_for
from tests.support.schema import import_models
from wastetrack.app import create_app
from wastetrack.kernel.database import connect
from wastetrack.manifests.terms import State

SMALL, LARGE, OF_SITE = 30_000, 1_000_000, 20_000
PRODUCERS, ROUNDS, EACH, CONNECTIONS = 200, 5, 2000, 8
PORT = 8124


def _id(kind: int, number: int) -> str:
    return f"{kind:08x}-0000-7000-8000-{number:012x}"


def _prepare(server: Any, count: int) -> str:
    """A district with `count` manifests, 20 000 of them of the first producer; kept between runs."""
    return seeded(server, f"pages_{count}", f"{count:,} manifests", partial(_seed, count=count))


def _seed(connection: Connection, count: int) -> None:
    # every (count / 20 000)th manifest is the busy site's, the rest spread over the others
    step = count / OF_SITE
    mine = f"(floor((g + 1) / {step}) > floor(g / {step}))"
    owner = f"(case when {mine} then 2 else 3 + g % {PRODUCERS - 1} end)"
    district.people_and_papers(connection, PRODUCERS)
    district.manifests(connection, count, PRODUCERS, state=State.CLOSED, owner=owner)


def _measure(url: str, port: int, path: str) -> tuple[float, float, int, float]:
    """Median over rounds of p95 ms and CPU ms a request; failures; requests a second."""
    app = create_app(settings_for(url, port))
    app.extensions["database"].dispose()
    cookie, _ = client.signed_in(app, _id(district.PERSON, 0), 0, datetime.now(UTC).timestamp())
    request = client.get(path, cookie)
    p95, cpu, rates, failed = [], [], [], 0
    with Web(url, port) as web:
        client.run(port, [request] * 200, CONNECTIONS)
        for _ in range(ROUNDS):
            spent = web.cpu_seconds()
            load = client.run(port, [request] * EACH, CONNECTIONS)
            cpu.append((web.cpu_seconds() - spent) * 1000 / EACH)
            p95.append(load.percentile(95))
            rates.append(load.rate)
            failed += load.failed(200)
    if failed:
        raise RuntimeError(f"{path}: {failed} requests failed")
    return statistics.median(p95), statistics.median(cpu), failed, statistics.median(rates)


def manifest_page() -> Iterable[Figure]:
    """One manifest page of a closed manifest of two lines."""
    import_models()
    with postgres() as server:
        url = _prepare(server, SMALL)
        path = f"/manifests/{_id(district.MANIFEST, OF_SITE)}"
        path = f"/manifests/{_of_first(url)}"
        p95, cpu, _, rate = _measure(url, PORT, path)
    told = f"{CONNECTIONS} connections, 2 web processes, PostgreSQL, {ROUNDS} x {EACH} requests"
    yield Figure("manifest_page", "cpu_ms", cpu, "ms", told, target="<= 8")
    yield Figure("manifest_page", "rate", rate, "1/s", told)
    yield Figure("manifest_page", "p95_ms", p95, "ms", told)


def _of_first(url: str) -> str:
    from sqlalchemy import text

    engine = connect(url)
    with engine.connect() as connection:
        found = connection.execute(
            text(
                "SELECT id FROM manifest WHERE consignor_site_id = :site ORDER BY id DESC LIMIT 1"
            ),
            {"site": _id(district.SITE, 2)},
        ).scalar_one()
    engine.dispose()
    return str(found)


def manifest_list() -> Iterable[Figure]:
    """The first page of a site of 20 000 manifests, in 30 000 and in 1 000 000."""
    import_models()
    results = {}
    with postgres() as server:
        for count in (SMALL, LARGE):
            results[count] = _measure(_prepare(server, count), PORT, "/manifests")
    told = f"a site of {OF_SITE:,} manifests; {CONNECTIONS} connections, 2 web processes, PostgreSQL, {ROUNDS} x {EACH} requests"
    yield Figure(
        "manifest_list",
        "cpu_ms",
        results[LARGE][1],
        "ms",
        f"{LARGE:,} in all, {told}",
        target="<= 15",
    )
    yield Figure(
        "manifest_list",
        "growth",
        results[LARGE][0] / results[SMALL][0],
        "x",
        f"p95 at {LARGE:,} over p95 at {SMALL:,}, {told}",
        target="<= 1.5",
    )
    yield Figure(
        "manifest_list", "p95_ms", results[LARGE][0], "ms", told, baseline=results[SMALL][0]
    )
