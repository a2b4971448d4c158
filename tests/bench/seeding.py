"""A seeded database for a benchmark: schema, reference, rows by bulk SQL; whole or not there."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from tests.bench.bulk import analyse
from tests.bench.server import drop_database, make_database
from tests.support.schema import import_models
from wastetrack.catalog.actions.load import load_reference
from wastetrack.cli.schema import migrate
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import Clock, SystemClock
from wastetrack.kernel.database import Database, connect

Fill = Callable[[Connection], None]


def seeded(server: Any, name: str, told: str, fill: Fill, clock: Clock | None = None) -> str:
    """The database's address; `fill` seeds it unless it is kept under .bench/ from an earlier run.

    `told` is what the output says of the seeding.
    """
    import_models()
    url: str = server.url(name)
    if not make_database(server, name):
        return url
    print(f"   seeding {told} by bulk SQL", flush=True)
    engine = connect(url)
    try:
        migrate(engine)
        Database(engine, clock or SystemClock()).write(SYSTEM, load_reference)
        with engine.begin() as connection:
            fill(connection)
        with engine.connect() as connection:
            analyse(connection)
    except BaseException:
        engine.dispose()
        drop_database(server, name)
        raise
    engine.dispose()
    return url
