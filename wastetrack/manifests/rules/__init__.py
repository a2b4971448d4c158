"""Pure rules of the manifests room: gates of filing and loading, weights, moments, numbers, corrections."""

from wastetrack.manifests.rules.corrections import (
    FIELDS,
    Around,
    Editable,
    affected,
    correction_faults,
    grams_of,
    value_faults,
)
from wastetrack.manifests.rules.gates import need_faults
from wastetrack.manifests.rules.moments import number_faults, paper_faults, when_faults
from wastetrack.manifests.rules.permits import licence_for
from wastetrack.manifests.rules.proofs import proof_faults
from wastetrack.manifests.rules.roadside import (
    RoadsidePass,
    carries_pass,
    on_the_road,
    read_pass,
)
from wastetrack.manifests.rules.stores import place_faults
from wastetrack.manifests.rules.weights import (
    accept_faults,
    bridge_faults,
    consent_of_three,
    is_covered,
    is_short,
    method_faults,
    outcome_faults,
    query_faults,
    sign_faults,
    still_out,
)

__all__ = [
    "FIELDS",
    "Around",
    "Editable",
    "RoadsidePass",
    "accept_faults",
    "affected",
    "bridge_faults",
    "carries_pass",
    "consent_of_three",
    "correction_faults",
    "grams_of",
    "is_covered",
    "is_short",
    "licence_for",
    "method_faults",
    "need_faults",
    "number_faults",
    "on_the_road",
    "outcome_faults",
    "paper_faults",
    "place_faults",
    "proof_faults",
    "query_faults",
    "read_pass",
    "sign_faults",
    "still_out",
    "value_faults",
    "when_faults",
]
