"""What deadlines are counted by: the working-day calendar and the rules in force on a day."""

from datetime import date

from sqlmodel import col, select

from wastetrack.catalog.model import CalendarDay, LawBasis
from wastetrack.catalog.queries.sources import kept
from wastetrack.catalog.rules import WorkingDays
from wastetrack.catalog.shapes import rule_fact
from wastetrack.catalog.terms import Rule
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work


def working_days(work: Work) -> WorkingDays:
    """The working-day calendar as it stands."""

    def read() -> WorkingDays:
        query = select(col(CalendarDay.day), col(CalendarDay.working))
        return WorkingDays(dict(work.session.exec(query).all()))

    return kept(work, "calendar", "", read)


def all_law_bases(work: Work) -> tuple[Rule, ...]:
    """Every dated row, oldest first within its code."""

    def read() -> tuple[Rule, ...]:
        order = (col(LawBasis.code), col(LawBasis.valid_from))
        return tuple(rule_fact(row) for row in work.session.exec(select(LawBasis).order_by(*order)))

    return kept(work, "law", "", read)


def law_bases(work: Work, on: date) -> dict[str, Rule]:
    """Every rule in force on a day, by code."""
    return {
        rule.code: rule
        for rule in all_law_bases(work)
        if rule.valid_from <= on and (rule.valid_to is None or on <= rule.valid_to)
    }


def law_basis(work: Work, code: str, on: date) -> Rule:
    """One rule as in force on a day, or Missing."""
    rule = law_bases(work, on).get(code)
    if rule is None:
        raise Missing(code)
    return rule
