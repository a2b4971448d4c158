"""Decides whether weights balance: shipped = accepted + refused + difference; outcomes within accepted."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from wastetrack.access.policy import Position
from wastetrack.kernel.errors import Violation
from wastetrack.manifests.terms import Decision, Dimension, Weighed

# what a 60 t bridge may be off for a light load, gross and tare together (class III, in service:
# 2 x 1.0 e of 20 kg each); of a drum lighter than that only a fifth, of a heavy load 1 in 100
WEIGHING_G = 40_000
QUANTITY = Dimension.QUANTITY
ANNULLERS = frozenset({Position.CONSIGNOR, Position.RECEIVER, Position.AUTHORITY})


def sign_faults(
    lines: Collection[UUID],
    shipped: Collection[UUID],
    left_out: Collection[UUID],
    reason: str,
) -> list[Violation]:
    """Weights and left-out containers speak of lines of this manifest, and something leaves."""
    found: list[Violation] = []
    if (set(shipped) | set(left_out)) - set(lines):
        found.append(Violation("manifests.unknown_line", "shipped"))
    if set(shipped) & set(left_out):
        found.append(Violation("manifests.both_shipped_and_left", "left_out"))
    if lines and not set(lines) - set(left_out):
        found.append(Violation("manifests.nothing_loaded", "left_out"))
    if left_out and not reason:
        found.append(Violation("manifests.left_reason_missing", "left_reason"))
    return found


def accept_faults(lines: Sequence[Weighed], expected: int, *, reported: bool) -> list[Violation]:
    """All faults in what a receiver says of the lines."""
    found: list[Violation] = []
    if len({line.number for line in lines}) != expected or len(lines) != expected:
        found.append(Violation("manifests.lines_undecided", "lines", {"expected": expected}))
    for line in lines:
        found.extend(_line_faults(line))
    if lines and not any(line.accepted_g for line in lines):
        found.append(Violation("manifests.nothing_accepted", "lines"))
    if not reported and any(line.dimensions for line in lines):
        found.append(Violation("manifests.report_missing", "reported_to"))
    return found


def _line_faults(line: Weighed) -> list[Violation]:
    found: list[Violation] = []
    number: dict[str, object] = {"number": line.number}
    left = line.shipped_g - line.accepted_g - line.refused_g
    if line.difference_g != left:
        params = number | {
            "shipped": line.shipped_g,
            "accepted": line.accepted_g,
            "refused": line.refused_g,
            "difference": left,
        }
        found.append(Violation("manifests.line_unbalanced", "lines", params))
    elif line.accepted_g and line.refused_g and line.refused_g >= line.shipped_g:
        found.append(Violation("manifests.refused_too_much", "lines", number))
    elif is_implausible(line.shipped_g, line.accepted_g):
        params = number | {"shipped": line.shipped_g, "accepted": line.accepted_g}
        found.append(Violation("manifests.accepted_implausible", "lines", params))
    elif _is_decided(line) and _is_off(line, left):
        # more than two bridge weighings can be off: a mismatch in quantity, with its report
        params = number | {"difference": left}
        found.append(Violation("manifests.quantity_unsaid", "lines", params))
    if line.accepted_g and not line.method:
        found.append(Violation("manifests.method_missing", "lines", number))
    if line.seized and line.refused_g != line.shipped_g:
        # it waits where the authority holds it, refused with the seizure as its ground
        found.append(Violation("manifests.seized_waits", "lines", number))
    elif not _is_decided(line) and not is_short(line):
        found.append(Violation("manifests.line_undecided", "lines", number))
    if line.refused_g and not line.dimensions and not line.seized:
        found.append(Violation("manifests.dimension_missing", "lines", number))
    return found


def _is_decided(line: Weighed) -> bool:
    return bool(line.accepted_g or line.refused_g)


def _is_off(line: Weighed, left: int) -> bool:
    return abs(left) > weighing_error(line.shipped_g) and QUANTITY not in line.dimensions


def weighing_error(shipped_g: int) -> int:
    """What two weighings of a load may differ by; beyond it the difference is one in quantity."""
    return max(min(WEIGHING_G, shipped_g // 5), shipped_g // 100)


def is_implausible(shipped_g: int, accepted_g: int) -> bool:
    """More than twice what left is a slip of the hand."""
    return accepted_g > 2 * shipped_g + weighing_error(shipped_g)


def bridge_faults(gross_g: int | None, tare_g: int | None, field: str) -> list[Violation]:
    """An empty vehicle is lighter than the loaded one."""
    if gross_g is None or tare_g is None or tare_g < gross_g:
        return []
    return [Violation("manifests.tare_over_gross", field, {"gross": gross_g, "tare": tare_g})]


def is_short(line: Weighed) -> bool:
    """Nothing of it arrived: a mismatch in quantity over the whole of it (部令23 §18)."""
    return not _is_decided(line) and QUANTITY in line.dimensions


def query_faults(asked: Sequence[UUID], lines: Collection[UUID]) -> list[Violation]:
    """A query speaks of lines of this manifest, each once."""
    if set(asked) - set(lines):
        return [Violation("manifests.unknown_line", "lines")]
    return [Violation("manifests.line_twice", "lines")] if len(set(asked)) != len(asked) else []


def outcome_faults(accepted_g: int | None, done_g: int, grams: int) -> list[Violation]:
    """No more is treated than was accepted."""
    if accepted_g is None:
        return [Violation("manifests.not_accepted_yet", "grams")]
    if grams <= 0 or done_g + grams > accepted_g:
        params: dict[str, object] = {"left": max(accepted_g - done_g, 0), "asked": grams}
        return [Violation("manifests.outcome_too_much", "grams", params)]
    return []


def method_faults(method: str, known: Collection[str], field: str = "method") -> list[Violation]:
    """A way of treatment is one of the catalogue's."""
    if method in known:
        return []
    return [Violation("manifests.unknown_method", field, {"method": method})]


def is_covered(lines: Iterable[tuple[int | None, int]]) -> bool:
    """Whether every accepted gram has an outcome (model.md §3); pairs of accepted and outcome."""
    return all(not accepted or outcome >= accepted for accepted, outcome in lines)


def still_out(ways: Iterable[tuple[Decision, Decision | None]]) -> bool:
    """Whether a refused container is not yet back, or one is short; pairs of decision and way back."""
    out = {Decision.REFUSED, Decision.RETURNING}
    return any(decision is Decision.SHORT or way in out for decision, way in ways)


def consent_of_three(given: Iterable[str]) -> bool:
    """An annulment needs both parties and the regulator."""
    return {Position(text) for text in given} >= ANNULLERS
