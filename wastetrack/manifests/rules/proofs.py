"""Decides what is shown before one side may enter the part of a party without account (model.md §5)."""

from collections.abc import Iterable

from wastetrack.kernel.errors import Violation
from wastetrack.manifests.terms import Proof


def proof_faults(asked: Iterable[Proof], *, numbered: bool, copied: bool) -> list[Violation]:
    """The number under which both sides know the transfer, and the copy that the party signed."""
    shown = {Proof.NUMBER: numbered, Proof.COPY: copied}
    codes = {Proof.NUMBER: "manifests.outside_number", Proof.COPY: "manifests.outside_copy"}
    return [Violation(codes[proof]) for proof in asked if not shown[proof]]
