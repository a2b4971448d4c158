"""What every look at the deadlines needs: the law in force today and the working-day calendar."""

from dataclasses import dataclass
from datetime import date, datetime

from wastetrack.catalog import queries as catalog
from wastetrack.catalog.rules import WorkingDays
from wastetrack.catalog.terms import Rule
from wastetrack.deadlines.terms import RuleCode
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work


@dataclass(frozen=True, slots=True)
class Lookout:
    """One look at the present state under the rules of that day."""

    work: Work
    rules: dict[str, Rule]
    days: WorkingDays

    @property
    def now(self) -> datetime:
        return self.work.now

    @property
    def today(self) -> date:
        return local_day(self.work.now)

    def rule(self, code: RuleCode) -> Rule | None:
        """The rule as in force today; None when the district has ended it."""
        return self.rules.get(code.value)


def lookout(work: Work) -> Lookout:
    """Rules and calendar as of the work's time (both kept per process by the catalogue)."""
    return Lookout(work, catalog.law_bases(work, local_day(work.now)), catalog.working_days(work))
