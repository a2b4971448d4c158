"""Decides which wastes had better not stand side by side: advice of our own, to be confirmed.

GB 18597-2023 §4.3 asks for storage by class, form and property; it was found without a matrix of
pairs, so these follow well-known reactions and are told as advice, never as a breach. A pair that
nobody has decided is told as undecided, never taken for harmless.
"""

from collections.abc import Sequence
from enum import StrEnum

from wastetrack.containers.rules.places import letters
from wastetrack.containers.terms import Neighbour, Stored
from wastetrack.kernel.errors import Violation


class Group(StrEnum):
    """What a waste does to others."""

    ACID = "acid"
    ALKALI = "alkali"
    CORROSIVE = "corrosive"  # acid or alkali, not known which
    OXIDISER = "oxidiser"
    ORGANIC = "organic"  # ignitable or reducing
    CYANIDE = "cyanide"
    REACTIVE = "reactive"  # with water, by itself, or explosive
    MEDICAL = "medical"
    GENERAL = "general"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    TOGETHER = "together"
    APART = "apart"  # not in one partition
    NEVER = "never"  # not in one store
    UNDECIDED = "undecided"


G, V = Group, Verdict

# by the category of the catalogue where the category itself says what it is
BY_CATEGORY: dict[str, Group] = {
    "01": G.MEDICAL,
    "06": G.ORGANIC,
    "08": G.ORGANIC,
    "11": G.ORGANIC,
    "12": G.ORGANIC,
    "13": G.ORGANIC,
    "15": G.REACTIVE,
    "33": G.CYANIDE,
    "34": G.ACID,
    "35": G.ALKALI,
    "37": G.ORGANIC,
    "38": G.CYANIDE,
    "39": G.ORGANIC,
    "40": G.ORGANIC,
    "45": G.ORGANIC,
}
# otherwise by the property that matters most; infectious alone is HW01, and oily rags (T/In) are
# ordinary toxic waste
BY_LETTER: tuple[tuple[str, Group], ...] = (
    ("R", G.REACTIVE),
    ("I", G.ORGANIC),
    ("C", G.CORROSIVE),
    ("T", G.GENERAL),
)
PAIRS: dict[frozenset[Group], Verdict] = {
    frozenset(pair): verdict
    for *pair, verdict in (
        (G.ACID, G.ACID, V.TOGETHER),
        (G.ALKALI, G.ALKALI, V.TOGETHER),
        (G.ORGANIC, G.ORGANIC, V.TOGETHER),
        (G.OXIDISER, G.OXIDISER, V.TOGETHER),
        (G.CYANIDE, G.CYANIDE, V.TOGETHER),
        (G.MEDICAL, G.MEDICAL, V.TOGETHER),
        (G.GENERAL, G.GENERAL, V.TOGETHER),
        (G.GENERAL, G.ACID, V.TOGETHER),
        (G.GENERAL, G.ALKALI, V.TOGETHER),
        (G.GENERAL, G.CORROSIVE, V.TOGETHER),
        (G.GENERAL, G.ORGANIC, V.TOGETHER),
        (G.GENERAL, G.CYANIDE, V.APART),
        (G.GENERAL, G.OXIDISER, V.APART),
        (G.ALKALI, G.CYANIDE, V.TOGETHER),
        (G.ACID, G.ALKALI, V.APART),  # heat
        (G.ACID, G.ORGANIC, V.APART),
        (G.ALKALI, G.ORGANIC, V.APART),
        (G.CORROSIVE, G.ORGANIC, V.APART),
        (G.CYANIDE, G.ORGANIC, V.APART),
        (G.ACID, G.OXIDISER, V.APART),
        (G.ACID, G.CYANIDE, V.NEVER),  # hydrogen cyanide
        (G.CORROSIVE, G.CYANIDE, V.NEVER),
        (G.OXIDISER, G.ORGANIC, V.NEVER),  # fire
        (G.OXIDISER, G.CYANIDE, V.NEVER),
    )
}
_ALONE = (G.REACTIVE, G.MEDICAL)


def group_of(waste: Stored) -> Group:
    """The group of a waste by its category, else by its gravest property."""
    known = BY_CATEGORY.get(waste.waste_code[-2:])
    if known is not None:
        return known
    held = letters(waste.hazards)
    return next((group for letter, group in BY_LETTER if letter in held), G.UNKNOWN)


def verdict_of(one: Stored, other: Stored) -> Verdict:
    """Whether two wastes may stand together; the same waste always may."""
    if one.waste_code == other.waste_code:
        return V.TOGETHER
    pair = frozenset((group_of(one), group_of(other)))
    if pair in PAIRS:
        return PAIRS[pair]
    return V.NEVER if any(group in pair for group in _ALONE) else V.UNDECIDED


def neighbour_advice(subject: Stored, neighbours: Sequence[Neighbour]) -> list[Violation]:
    """Every waste in the store that this one should not stand with."""
    found: list[Violation] = []
    for neighbour in neighbours:
        verdict = verdict_of(subject, neighbour.waste)
        params: dict[str, object] = {
            "one": subject.waste_name,
            "other": neighbour.waste.waste_name,
        }
        if verdict is V.NEVER:
            found.append(Violation("containers.never_together", "", params))
        elif verdict is V.APART and neighbour.same_partition:
            found.append(Violation("containers.keep_apart", "", params))
        elif verdict is V.UNDECIDED and neighbour.same_partition:
            found.append(Violation("containers.pair_undecided", "", params))
    return found
