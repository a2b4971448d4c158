"""The small lists: divisions, code values, and what each trade usually makes."""

from sqlmodel import col, select

from wastetrack.catalog.model import CodeValue, Division, IndustryTemplate
from wastetrack.catalog.queries.sources import kept
from wastetrack.catalog.shapes import code_fact, division_fact, template_fact
from wastetrack.catalog.terms import CodeFact, DivisionFact, TemplateFact
from wastetrack.kernel.work import Work


def divisions(work: Work) -> tuple[DivisionFact, ...]:
    """Towns and streets in code order."""

    def read() -> tuple[DivisionFact, ...]:
        rows = work.session.exec(select(Division).order_by(col(Division.code)))
        return tuple(division_fact(row) for row in rows)

    return kept(work, "divisions", "", read)


def division_names(work: Work) -> dict[str, str]:
    """Name of each town and of its county, by code."""
    rows = divisions(work)
    return {r.county_code: r.county_name for r in rows} | {r.code: r.name for r in rows}


def code_values(work: Work, kind: str) -> tuple[CodeFact, ...]:
    """A list in its own order: form, packaging, hazard, method, category, note, general_waste."""

    def read() -> dict[str, tuple[CodeFact, ...]]:
        found: dict[str, tuple[CodeFact, ...]] = {}
        for row in work.session.exec(select(CodeValue).order_by(col(CodeValue.position))):
            found[row.kind] = (*found.get(row.kind, ()), code_fact(row))
        return found

    return kept(work, "codes", "", read).get(kind, ())


def industry_templates(work: Work, industry: str) -> tuple[TemplateFact, ...]:
    """What a trade usually makes; empty for a trade without a template."""
    return _templates(work).get(industry, ())


def industries(work: Work) -> tuple[str, ...]:
    """Trades that have a template, in the order of the registration form."""
    return tuple(_templates(work))


def everyday_codes(work: Work) -> frozenset[str]:
    """Codes that some trade usually makes: a search shows them before the rare ones."""
    return frozenset(row.waste_code for rows in _templates(work).values() for row in rows)


def _templates(work: Work) -> dict[str, tuple[TemplateFact, ...]]:
    def read() -> dict[str, tuple[TemplateFact, ...]]:
        found: dict[str, tuple[TemplateFact, ...]] = {}
        rows = work.session.exec(select(IndustryTemplate).order_by(col(IndustryTemplate.position)))
        for row in rows:
            found[row.industry] = (*found.get(row.industry, ()), template_fact(row))
        return found

    return kept(work, "templates", "", read)
