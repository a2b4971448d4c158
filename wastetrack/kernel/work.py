"""The single parameter that walks down from a door: session, actor, time and ids."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from wastetrack.kernel.actor import Actor
from wastetrack.kernel.ids import Ids


@dataclass
class Work:
    """One unit of work: everything an action may use, and nothing that outlives it."""

    session: Session
    actor: Actor
    now: datetime
    ids: Ids
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    # containers that got an event: the door asks the deadlines to look at them again
    touched: set[UUID] = field(default_factory=set)

    def new_id(self) -> UUID:
        """A fresh UUIDv7 at the work's time."""
        return self.ids.new(self.now)

    @contextmanager
    def item(self) -> Iterator[None]:
        """One item of a batch: a savepoint, so a bad item never undoes its neighbours."""
        self.session.flush()
        with self.session.begin_nested():
            yield
            self.session.flush()

    def as_actor(self, actor: Actor) -> "Work":
        """The same transaction acting as somebody else (imports, demo, proxy steps)."""
        return Work(self.session, actor, self.now, self.ids, self.after_commit, self.touched)
