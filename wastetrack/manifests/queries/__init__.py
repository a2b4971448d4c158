"""What the other rooms and the doors may ask of manifests."""

from wastetrack.manifests.queries.carriage import (
    Crewed,
    crewed,
    first_site,
    transport_licence,
)
from wastetrack.manifests.queries.chains import (
    facilities_here,
    line_of_container,
    partitions_here,
    upstream_of,
)
from wastetrack.manifests.queries.choices import carriers, known_methods, receiving_sites
from wastetrack.manifests.queries.facts import filing_consent, gather
from wastetrack.manifests.queries.heads import (
    Boxed,
    boxes,
    corrections_of,
    find_by_number,
    get_manifest,
    hauls_of,
    last_change,
    line_fact,
    line_facts,
    lines_of,
    lock_containers,
    lock_correction,
    lock_manifest,
    lock_with_parties,
    number_taken,
    parties_at,
    places,
)
from wastetrack.manifests.queries.lists import list_manifests
from wastetrack.manifests.queries.pages import copy_of, manifest_page, page_by_pass, standing_of
from wastetrack.manifests.queries.sheets import manifest_sheet
from wastetrack.manifests.queries.sums import in_states, licence_mass, plan_use

__all__ = [
    "Boxed",
    "Crewed",
    "boxes",
    "carriers",
    "copy_of",
    "corrections_of",
    "crewed",
    "facilities_here",
    "filing_consent",
    "find_by_number",
    "first_site",
    "gather",
    "get_manifest",
    "hauls_of",
    "in_states",
    "known_methods",
    "last_change",
    "licence_mass",
    "line_fact",
    "line_facts",
    "line_of_container",
    "lines_of",
    "list_manifests",
    "lock_containers",
    "lock_correction",
    "lock_manifest",
    "lock_with_parties",
    "manifest_page",
    "manifest_sheet",
    "number_taken",
    "page_by_pass",
    "parties_at",
    "partitions_here",
    "places",
    "plan_use",
    "receiving_sites",
    "standing_of",
    "transport_licence",
    "upstream_of",
]
