"""The database: how we connect, and the one place that commits."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
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


_READS_ONLY = "a reading unit cannot write"


class _Reading(Session):
    """A session that has no way to write: neither by changed rows nor by a statement."""

    def flush(self, objects: Sequence[object] | None = None) -> None:
        if self.new or self.deleted or any(map(self.is_modified, self.dirty)):
            raise RuntimeError(_READS_ONLY)
        super().flush(objects)

    def execute(self, statement: Any, *args: Any, **kwargs: Any) -> Any:
        if statement.is_dml:
            raise RuntimeError(_READS_ONLY)
        return super().execute(statement, *args, **kwargs)


class Database:
    """Opens units of work on one engine, with the clock and the ids they hand down."""

    def __init__(self, engine: Engine, clock: Clock, ids: Ids | None = None) -> None:
        self.engine = engine
        self.clock = clock
        self.ids = ids or Ids()
        # PostgreSQL begins on a snapshot only when told to; SQLite's transaction always is one
        sqlite = engine.dialect.name == "sqlite"
        self._whole = engine.execution_options(
            writes=False, **({} if sqlite else {"isolation_level": "REPEATABLE READ"})
        )
        self._each = engine.execution_options(
            writes=False, **({} if sqlite else {"isolation_level": "AUTOCOMMIT"})
        )

    @contextmanager
    def transaction(self, actor: Actor) -> Iterator[Work]:
        """THE commit: everything inside becomes true at once, or nothing does."""
        with Session(self.engine, autoflush=False, expire_on_commit=False) as session:
            work = Work(session, actor, self.clock.now(), self.ids)
            yield work
            session.commit()
        for hook in work.after_commit:
            hook()

    def reading(self, actor: Actor) -> AbstractContextManager[Work]:
        """A unit that cannot write and sees one state of the data however long it reads."""
        return self._read(self._whole, actor)

    def glance(self, actor: Actor) -> AbstractContextManager[Work]:
        """The same for a page: on PostgreSQL each statement sees the data as it is then.

        That is what a transaction gives there too (READ COMMITTED), without the two round trips
        of BEGIN and ROLLBACK.
        """
        return self._read(self._each, actor)

    @contextmanager
    def _read(self, engine: Engine, actor: Actor) -> Iterator[Work]:
        with _Reading(engine, autoflush=False, expire_on_commit=False) as session:
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
