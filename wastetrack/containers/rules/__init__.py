"""Pure rules of the containers room: amending, bounds, codes, holding, places, segregation."""

from wastetrack.containers.rules.amending import (
    correction_needs_approval,
    proposal_faults,
    void_needs_approval,
)
from wastetrack.containers.rules.blanks import blank_faults
from wastetrack.containers.rules.bounds import (
    correction_faults,
    kilograms,
    mass_advice,
    own_waste_faults,
    split_faults,
    take_faults,
    when_faults,
)
from wastetrack.containers.rules.codes import (
    DIGITAL_LENGTH,
    HUMAN_BITS,
    SEQUENCE_MOST,
    digital_id,
    human_code,
    is_digital_id,
    is_human_code,
    read_code,
    sequence_full,
    tidy_code,
)
from wastetrack.containers.rules.holding import (
    apportion,
    held_as_for,
    held_as_own,
    held_where,
    is_medical,
)
from wastetrack.containers.rules.label_text import LabelReading, LabelSigner, read_label
from wastetrack.containers.rules.places import store_advice
from wastetrack.containers.rules.segregation import neighbour_advice

__all__ = [
    "DIGITAL_LENGTH",
    "HUMAN_BITS",
    "SEQUENCE_MOST",
    "LabelReading",
    "LabelSigner",
    "apportion",
    "blank_faults",
    "correction_faults",
    "correction_needs_approval",
    "digital_id",
    "held_as_for",
    "held_as_own",
    "held_where",
    "human_code",
    "is_digital_id",
    "is_human_code",
    "is_medical",
    "kilograms",
    "mass_advice",
    "neighbour_advice",
    "own_waste_faults",
    "proposal_faults",
    "read_code",
    "read_label",
    "sequence_full",
    "split_faults",
    "store_advice",
    "take_faults",
    "tidy_code",
    "void_needs_approval",
    "when_faults",
]
