"""Rules of the parties: units and their class, licences, stores; pure questions over plain facts."""

from wastetrack.parties.rules.licences import (
    any_covers,
    document_faults,
    document_state,
    extension_faults,
    in_scope,
    licence_covers,
    licence_faults,
    licence_in_force,
    outside_licence_faults,
    scale_left,
    transport_covers,
    unknown_codes,
)
from wastetrack.parties.rules.printing import calibration
from wastetrack.parties.rules.stores import (
    facility_faults,
    partition_faults,
    parts_faults,
)
from wastetrack.parties.rules.units import (
    annual_quantity,
    check_character,
    class_of,
    code_faults,
    kind_faults,
    may_file,
    may_open,
    search_text,
    starts_as,
    town_faults,
)

__all__ = [
    "annual_quantity",
    "any_covers",
    "calibration",
    "check_character",
    "class_of",
    "code_faults",
    "document_faults",
    "document_state",
    "extension_faults",
    "facility_faults",
    "in_scope",
    "kind_faults",
    "licence_covers",
    "licence_faults",
    "licence_in_force",
    "may_file",
    "may_open",
    "outside_licence_faults",
    "partition_faults",
    "parts_faults",
    "scale_left",
    "search_text",
    "starts_as",
    "town_faults",
    "transport_covers",
    "unknown_codes",
]
