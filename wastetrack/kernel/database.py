"""The database: how we connect, and the one place that commits."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from wastetrack.kernel.actor import Actor
from wastetrack.kernel.clock import Clock
from wastetrack.kernel.errors import Stale
from wastetrack.kernel.ids import Ids
from wastetrack.kernel.work import Work

T = TypeVar("T")
TRIES = 4
# PostgreSQL: serialization failure, deadlock, lock not available
_LOST_RACE = {"40001", "40P01", "55P03"}


def connect(url: str, *, pool_size: int = 8, durable: bool = True) -> Engine:
    """An engine for SQLite or PostgreSQL (psycopg 3).

    `durable=False` is for throw-away test databases only: SQLite then does not wait for the disk.
    """
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args={"timeout": 20}, pool_size=pool_size)
        _prepare_sqlite(engine, durable=durable)
        return engine
    return create_engine(url, pool_size=pool_size, max_overflow=4, pool_pre_ping=False)


def _prepare_sqlite(engine: Engine, *, durable: bool) -> None:
    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        for pragma in (
            "journal_mode=wal",
            f"synchronous={'full' if durable else 'off'}",
            "foreign_keys=on",
            "busy_timeout=20000",
        ):
            connection.execute(f"pragma {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # A deferred BEGIN that writes later loses against another writer (44-50 % of transactions
        # "database is locked" under four writers); writers take the lock at once.
        writes = connection.get_execution_options().get("writes", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lost_race(error: DBAPIError) -> bool:
    """Whether the same work may simply be tried again."""
    if isinstance(error, IntegrityError):
        text = str(error.orig).lower()
        return getattr(error.orig, "sqlstate", None) == "23505" or "unique" in text
    if getattr(error.orig, "sqlstate", None) in _LOST_RACE:
        return True
    return isinstance(error, OperationalError) and "locked" in str(error.orig).lower()


class _Reading(Session):
    """A session that has no way to write: its flush refuses whatever was changed."""

    def flush(self, objects: Sequence[object] | None = None) -> None:
        if self.new or self.deleted or any(map(self.is_modified, self.dirty)):
            raise RuntimeError("a reading unit cannot write")
        super().flush(objects)


class Database:
    """Opens units of work on one engine, with the clock and the ids they hand down."""

    def __init__(self, engine: Engine, clock: Clock, ids: Ids | None = None) -> None:
        self.engine = engine
        self.clock = clock
        self.ids = ids or Ids()
        self._readers = engine.execution_options(writes=False)

    @contextmanager
    def transaction(self, actor: Actor) -> Iterator[Work]:
        """THE commit: everything inside becomes true at once, or nothing does."""
        with Session(self.engine, autoflush=False, expire_on_commit=False) as session:
            work = Work(session, actor, self.clock.now(), self.ids)
            yield work
            session.commit()
        for hook in work.after_commit:
            hook()

    @contextmanager
    def reading(self, actor: Actor) -> Iterator[Work]:
        """A unit that cannot commit and refuses to flush a change."""
        with _Reading(self._readers, autoflush=False, expire_on_commit=False) as session:
            # closing rolls back, and what was read stays readable
            yield Work(session, actor, self.clock.now(), self.ids)

    def write(self, actor: Actor, do: Callable[[Work], T]) -> T:
        """Run one action in one transaction; a lost race is tried again, then told as Stale.

        The action must be repeatable: it reads its rows from the work it is given.
        """
        for attempt in range(1, TRIES + 1):
            try:
                with self.transaction(actor) as work:
                    return do(work)
            except DBAPIError as error:
                if not lost_race(error):
                    raise
                if attempt == TRIES:
                    raise Stale("any.busy") from error
        raise AssertionError("unreachable")

    def dispose(self) -> None:
        """Close the pooled connections."""
        self.engine.dispose()
