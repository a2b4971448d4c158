"""Decides which jobs run and when: one table; a slot is the last scheduled moment before now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from wastetrack.jobs.anchor import anchor_days
from wastetrack.jobs.cleanup import clean
from wastetrack.jobs.slot import Running
from wastetrack.jobs.sweep import sweep_slot
from wastetrack.kernel.clock import SHANGHAI, local_day, start_of_day

Work = Callable[[Running], dict[str, object]]


@dataclass(frozen=True, slots=True)
class Job:
    """One job: every so many minutes of the Shanghai day, or once a day at a time of it."""

    name: str
    run: Work
    every: timedelta | None = None
    daily_at: time | None = None

    def slot(self, now: datetime) -> datetime:
        """The last moment at which this job was scheduled, up to now (UTC).

        Every job looks at the present state, so slots missed in between cost only delay.
        """
        day = start_of_day(local_day(now))
        if self.daily_at is not None:
            at = datetime.combine(local_day(now), self.daily_at, SHANGHAI).astimezone(day.tzinfo)
            return at if at <= now else at - timedelta(days=1)
        if self.every is None:
            raise ValueError(f"{self.name} has no schedule")
        return day + (now - day) // self.every * self.every


JOBS: tuple[Job, ...] = (
    Job("sweep", sweep_slot, every=timedelta(minutes=15)),
    Job("anchor", anchor_days, daily_at=time(0, 10)),
    Job("cleanup", clean, daily_at=time(3, 30)),
)


def job_named(name: str) -> Job:
    """A job by its name; KeyError lists the names there are."""
    for job in JOBS:
        if job.name == name:
            return job
    raise KeyError(f"{name}: {', '.join(job.name for job in JOBS)}")
