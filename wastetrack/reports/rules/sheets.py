"""Decides which sheets a manifest has: only those that have something to say."""

from collections.abc import Collection
from dataclasses import dataclass

from wastetrack.manifests.terms import Decision, State
from wastetrack.reports.terms import SheetKind


@dataclass(frozen=True, slots=True)
class LineSaid:
    """One line as far as it decides what is printed."""

    decision: Decision
    disputed: bool
    refused_g: int


def sheet_kinds(
    state: State, lines: Collection[LineSaid], *, reported: bool, corrected: bool
) -> tuple[SheetKind, ...]:
    """In the order in which they come about."""
    short = any(line.decision is Decision.SHORT for line in lines)
    refused = any(line.refused_g for line in lines)
    has = {
        SheetKind.DISCREPANCY: reported or short or any(line.disputed for line in lines),
        SheetKind.CORRECTION: corrected,
        SheetKind.VOID: state is State.VOID,
        SheetKind.RETURN: refused,
    }
    return tuple(kind for kind, there in has.items() if there)
