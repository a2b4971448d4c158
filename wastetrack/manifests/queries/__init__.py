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
    upstream_of,
)
from wastetrack.manifests.queries.choices import carriers, receiving_sites
from wastetrack.manifests.queries.facts import gather
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
    places,
)
from wastetrack.manifests.queries.lists import list_manifests
from wastetrack.manifests.queries.pages import manifest_page, standing_of
from wastetrack.manifests.queries.sheets import manifest_sheet
from wastetrack.manifests.queries.sums import in_states, plan_use, receiver_mass

__all__ = [
    "Boxed",
    "Crewed",
    "boxes",
    "carriers",
    "corrections_of",
    "crewed",
    "facilities_here",
    "find_by_number",
    "first_site",
    "gather",
    "get_manifest",
    "hauls_of",
    "in_states",
    "last_change",
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
    "places",
    "plan_use",
    "receiver_mass",
    "receiving_sites",
    "standing_of",
    "transport_licence",
    "upstream_of",
]
