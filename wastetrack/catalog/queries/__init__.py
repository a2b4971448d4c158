"""Every SELECT of the catalogue; lists are kept per process under the digest of what was loaded."""

from wastetrack.catalog.queries.deadlines import (
    all_law_bases,
    law_bases,
    law_basis,
    working_days,
)
from wastetrack.catalog.queries.lists import (
    code_values,
    division_names,
    divisions,
    industries,
    industry_templates,
)
from wastetrack.catalog.queries.sources import list_sources, loads, reference_loaded
from wastetrack.catalog.queries.wastes import (
    catalogue,
    exemptions_for,
    find_waste,
    get_waste,
    search_wastes,
)

__all__ = [
    "all_law_bases",
    "catalogue",
    "code_values",
    "division_names",
    "divisions",
    "exemptions_for",
    "find_waste",
    "get_waste",
    "industries",
    "industry_templates",
    "law_bases",
    "law_basis",
    "list_sources",
    "loads",
    "reference_loaded",
    "search_wastes",
    "working_days",
]
