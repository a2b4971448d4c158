"""Codes of an edition, how one is found, and the exemptions that touch it."""

from sqlmodel import col, or_, select

from wastetrack.catalog.model import Exemption, Waste
from wastetrack.catalog.queries.lists import everyday_codes, industry_templates
from wastetrack.catalog.queries.sources import kept
from wastetrack.catalog.rules import is_identified_code, tidy_code
from wastetrack.catalog.shapes import exemption_fact, identified_fact, waste_fact
from wastetrack.catalog.terms import Edition, ExemptionFact, WasteFact
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work


def catalogue(work: Work, edition: str = Edition.E2025) -> dict[str, WasteFact]:
    """All codes of an edition in the catalogue's order."""

    def read() -> dict[str, WasteFact]:
        order = (col(Waste.category_code), col(Waste.waste_code))
        rows = work.session.exec(select(Waste).where(Waste.edition == edition).order_by(*order))
        return {row.waste_code: waste_fact(row) for row in rows}

    return kept(work, "wastes", str(edition), read)


def find_waste(work: Work, code: str, edition: str = Edition.E2025) -> WasteFact | None:
    """A code of the edition; 900-000-×× is valid in every category the edition has."""
    wastes = catalogue(work, edition)
    if code in wastes or not is_identified_code(code):
        return wastes.get(code)
    category = f"HW{code[-2:]}"
    sample = next((fact for fact in wastes.values() if fact.category_code == category), None)
    return identified_fact(code, sample) if sample else None


def get_waste(work: Work, code: str, edition: str = Edition.E2025) -> WasteFact:
    """A code of the edition, or Missing."""
    fact = find_waste(work, code, edition)
    if fact is None:
        raise Missing(code)
    return fact


def search_wastes(
    work: Work,
    text: str,
    industry: str | None = None,
    limit: int = 20,
    edition: str = Edition.E2025,
) -> list[WasteFact]:
    """Codes by number (with or without hyphens), wording, everyday name, pinyin initials, trade.

    All words must be found. A trade (汽修 …) puts its usual wastes first, and without words shows
    only those; any other industry text narrows to the catalogue's own industry column. Plain LIKE
    over a few hundred rows: the same on both databases, and right for two-character words.
    """
    # PostgreSQL takes no NUL in a text; nobody types one on purpose
    words = [word.lower() for word in text.replace("\0", " ").split()]
    usual = {row.waste_code for row in industry_templates(work, industry)} if industry else set()
    query = select(Waste.waste_code).where(Waste.edition == edition)
    for word in words:
        digits = word.replace("-", "")
        sought = digits if digits.isdigit() else word
        query = query.where(col(Waste.search).contains(sought, autoescape=True))
    if usual and not words:
        query = query.where(col(Waste.waste_code).in_(usual))
    elif industry and not usual:
        query = query.where(col(Waste.industry).contains(industry, autoescape=True))
    start = words[0].replace("-", "") if words else "?"
    everyday = everyday_codes(work)

    def rank(code: str) -> tuple[bool, bool, bool, str, str]:
        begins = code.replace("-", "").startswith(start)
        return code not in usual, not begins, code not in everyday, code[-2:], code

    wastes = catalogue(work, edition)
    found = [wastes[code] for code in sorted(work.session.exec(query), key=rank)]
    exact = find_waste(work, tidy_code(text) or "", edition)
    if exact is not None and exact.identified:
        found.insert(0, exact)
    return found[:limit]


def exemptions_for(
    work: Work, code: str, edition: str = Edition.E2025
) -> tuple[ExemptionFact, ...]:
    """Rows of the exemption list for a code: its own, its category's, and 点对点 use, open to all."""
    mine = or_(
        col(Exemption.waste_code).in_((code, f"HW{code[-2:]}")),
        (col(Exemption.applies_to) == "scope") & (col(Exemption.scope) == ""),
    )
    query = select(Exemption).where(Exemption.edition == edition, mine)
    rows = work.session.exec(query.order_by(col(Exemption.position)))
    return tuple(exemption_fact(row) for row in rows)
