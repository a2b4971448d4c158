"""Walks a clock through the demo's two years: acts are queued by their time and done in that order."""

import gc
import heapq
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from wastetrack.kernel.actor import SYSTEM, Actor
from wastetrack.kernel.clock import SHANGHAI, FixedClock, local_day
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import WorkError
from wastetrack.kernel.ids import Ids
from wastetrack.kernel.work import Work

Act = Callable[[], object]
Progress = Callable[[int, int | None], None]
LOG = logging.getLogger("wastetrack.demo")
YEARS = timedelta(days=730)
PER_COMMIT = 400
_TELL_EVERY = 100
_GARBAGE = 200_000


@dataclass(frozen=True, slots=True)
class Size:
    """How large a district is made, and the number that makes it the same district again."""

    units: int
    containers: int
    seed: int


class Walk:
    """The queue of acts, the clock they run by, and the chance that shapes them.

    What lies after the present never happens, so the district stops in the middle of its work.
    """

    def __init__(self, database: Database, size: Size, progress: Progress) -> None:
        self.size, self.progress = size, progress
        self.present = database.clock.now()
        self.start = self.present - YEARS
        self.chance = Random(size.seed)
        self._clock = FixedClock(self.start)
        # chance for ids is a source of its own: one more row changes no choice
        ids = Ids(Random(size.seed + 1).getrandbits)
        self._database = Database(database.engine, self._clock, ids)
        self._queue: list[tuple[datetime, int, Act]] = []
        self._count = self.done = self.refused = 0
        self._work: Work | None = None

    @property
    def now(self) -> datetime:
        """The moment at which the present act happens."""
        return self._clock.now()

    @property
    def today(self) -> date:
        return local_day(self.now)

    def ago(self, **delta: float) -> datetime:
        """A moment before the present."""
        return self.present - timedelta(**delta)

    def day_at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """An hour of a Shanghai day."""
        return datetime.combine(day, time(hour, minute), SHANGHAI).astimezone(self.start.tzinfo)

    def soon(self, first: float, last: float) -> datetime:
        """A working hour some days from now, as chance has it."""
        day = local_day(self.now + timedelta(days=self.chance.uniform(first, last)))
        moment = self.day_at(day, self.chance.randint(8, 16), self.chance.randrange(60))
        return max(moment, self.now)

    def at(self, when: datetime, act: Act) -> None:
        """Queue one act."""
        if when > self.present:
            return
        self._count += 1
        heapq.heappush(self._queue, (max(when, self.now), self._count, act))

    def chain(self, steps: Sequence[tuple[datetime, Act]]) -> None:
        """Queue acts that follow one another; what is refused ends its chain."""
        if not steps:
            return
        (when, act), rest = steps[0], steps[1:]

        def do() -> None:
            act()
            self.chain([(max(moment, self.now), step) for moment, step in rest])

        self.at(when, do)

    def by(self, actor: Actor) -> Work:
        """The unit of work as this actor, at this moment."""
        if self._work is None:
            raise RuntimeError("outside an act")
        return self._work.as_actor(actor)

    def run(self) -> None:
        """Do every act in the order of time, many to a transaction and each in its savepoint."""
        usual = gc.get_threshold()
        # rows by the ten thousand and few cycles: looking for those so often costs a twentieth
        gc.set_threshold(_GARBAGE, *usual[1:])
        try:
            while self._queue:
                self._batch()
        finally:
            gc.set_threshold(*usual)

    def _batch(self) -> None:
        with self._database.transaction(SYSTEM) as work:
            self._work = work
            for _ in range(min(PER_COMMIT, len(self._queue))):
                self._one(work)
        self._work = None

    def _one(self, work: Work) -> None:
        when, _, act = heapq.heappop(self._queue)
        work.now = self._clock.at = when
        try:
            with work.item():
                act()
        except WorkError as error:
            # a gate that said no: the district goes on without this act, as a real one would
            self.refused += 1
            LOG.warning("%s: %s %s", when.date(), type(error).__name__, error)
        self.done += 1
        if self.done % _TELL_EVERY == 0:
            self.progress(self.done, None)
