"""Decides what a yearly plan must say and what it still allows (部令23 §14, HJ 1259 §5.2, A.7)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from wastetrack.agreements.terms import Balance, LineFacts, LineKind, ReceiverKind, TransferType
from wastetrack.kernel.errors import Violation


def plan_form(
    *, year: int, filed_on: date, today: date, line_kinds: Sequence[LineKind]
) -> list[Violation]:
    """Faults in the head of a plan: its year, its filing date, and that it says anything."""
    found: list[Violation] = []
    if filed_on > today:
        found.append(Violation("agreements.filed_later", "filed_on", {"today": today}))
    # filed by 31 March of its year (HJ 1259 §5.2), as early as the year before; late is still filed
    if filed_on.year not in {year - 1, year}:
        found.append(
            Violation("agreements.plan_year", "year", {"year": year, "filed_on": filed_on})
        )
    if not line_kinds:
        found.append(Violation("agreements.plan_empty", "lines"))
    return found


def plan_amendment(
    *, filed_on: date, amended_on: date, today: date, line_kinds: Sequence[LineKind]
) -> list[Violation]:
    """Faults in the head of a filed change."""
    found: list[Violation] = []
    if not filed_on <= amended_on <= today:
        found.append(
            Violation(
                "agreements.amended_outside",
                "amended_on",
                {"filed_on": filed_on, "today": today},
            )
        )
    if not line_kinds:
        found.append(Violation("agreements.plan_empty", "lines"))
    return found


def plan_lines(lines: Sequence[LineFacts]) -> list[Violation]:
    """Faults in the transfer lines: each needs its type and receiver (HJ 1259 A.7), no line twice."""
    found: list[Violation] = []
    seen: set[tuple[str, TransferType | None, UUID | None]] = set()
    for line in lines:
        code: dict[str, object] = {"code": line.waste_code}
        if line.transfer_type is None or line.receiver_kind is None:
            found.append(Violation("agreements.line_transfer", "lines", code))
        abroad = line.transfer_type is TransferType.ABROAD
        if (line.receiver_kind is ReceiverKind.ABROAD) != abroad:
            found.append(Violation("agreements.line_abroad", "lines", code))
        if line.planned_g == 0:
            found.append(Violation("agreements.line_zero", "lines", code))
        key = (line.waste_code, line.transfer_type, line.receiver_unit_id)
        if key in seen:
            found.append(Violation("agreements.line_twice", "lines", code))
        seen.add(key)
    return found


def plan_balance(lines: Iterable[LineFacts], used_by_code: Mapping[str, int]) -> list[Balance]:
    """Planned, used and left per code; a code that was moved without a line shows with 0 planned."""
    planned: dict[str, int] = defaultdict(int)
    for line in lines:
        planned[line.waste_code] += line.planned_g
    return [
        Balance(code, planned.get(code, 0), used_by_code.get(code, 0))
        for code in sorted(planned.keys() | used_by_code.keys())
    ]


def plan_covers(
    lines: Sequence[LineFacts],
    asked_by_code: Mapping[str, int],
    used_by_code: Mapping[str, int],
    *,
    transfer_type: TransferType,
    receiver_unit_id: UUID,
    number: str,
) -> list[Violation]:
    """Faults when these grams are to go to this receiver under the plan (部令23 §14).

    A line without a named receiver allows any. What is over the plan is told with how much is
    missing, so that the plan can be amended first.
    """
    found: list[Violation] = []
    left = {balance.waste_code: balance.left_g for balance in plan_balance(lines, used_by_code)}
    for code, grams in sorted(asked_by_code.items()):
        facts: dict[str, object] = {"code": code, "number": number}
        own = [line for line in lines if line.waste_code == code]
        if not own:
            found.append(Violation("agreements.plan_no_line", "plan_id", facts))
            continue
        if all(line.transfer_type is not transfer_type for line in own):
            found.append(Violation("agreements.plan_other_type", "plan_id", facts))
        elif all(line.receiver_unit_id not in {None, receiver_unit_id} for line in own):
            found.append(Violation("agreements.plan_other_receiver", "plan_id", facts))
        if grams > left[code]:
            found.append(
                Violation(
                    "agreements.plan_over",
                    "plan_id",
                    facts
                    | {
                        "asked": grams,
                        "left": max(left[code], 0),
                        "over": grams - left[code],
                        "planned": sum(line.planned_g for line in own),
                    },
                )
            )
    return found
