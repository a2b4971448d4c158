"""Decides what a pickup proposal contains: which containers, which collector, when, who pays."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from wastetrack.agreements.terms import PriceBasis
from wastetrack.catalog.rules import WorkingDays
from wastetrack.kernel.errors import Violation
from wastetrack.manifests.terms import FINISHED, RECEIVED_STATES, State
from wastetrack.parties.rules import any_covers, in_scope
from wastetrack.parties.terms import Mode
from wastetrack.pickups.terms import Candidate, Offer, Payer, RequestState, StockFact, Window

# the consent outlives the window, so that a late truck needs no second confirmation
CONSENT_AFTER = timedelta(days=30)
_WINDOWS = ((1, 3), (4, 6))
_LONGEST = timedelta(days=60)
_FAR = date.max

PAYERS = {
    PriceBasis.PER_TONNE: Payer.PRODUCER,
    PriceBasis.PACKAGE: Payer.PRODUCER,
    PriceBasis.FREE: Payer.COLLECTOR,
    PriceBasis.SUBSIDISED: Payer.GOVERNMENT,
}


def windows(today: date, days: WorkingDays) -> tuple[Window, ...]:
    """The two windows proposed: the next three working days, and the three after them."""
    return tuple(Window(days.add(today, first), days.add(today, last)) for first, last in _WINDOWS)


def takes(candidate: Candidate, code: str, on: date) -> bool:
    """Whether contract and licence both let this collector take the code (Code §534)."""
    return in_scope(candidate.codes, code) and not any_covers(
        candidate.licences, code, Mode.COLLECT, on
    )


def offers(stock: Sequence[StockFact], candidates: Iterable[Candidate], on: date) -> list[Offer]:
    """What each collector can take, best first: most containers, nearest planned trip, name."""
    found = [_offer(stock, candidate, on) for candidate in candidates]
    return sorted(
        (offer for offer in found if offer.takes),
        key=lambda offer: (
            -len(offer.takes),
            offer.candidate.next_trip_on or _FAR,
            offer.candidate.name,
        ),
    )


def _offer(stock: Sequence[StockFact], candidate: Candidate, on: date) -> Offer:
    fit = {item.waste_code: takes(candidate, item.waste_code, on) for item in stock}
    return Offer(
        candidate=candidate,
        takes=tuple(item.container_id for item in stock if fit[item.waste_code]),
        payer=PAYERS[candidate.price_basis],
        left_out=tuple(sorted(code for code, fits in fit.items() if not fits)),
    )


def asked(
    *,
    wanted: Sequence[UUID],
    held: Iterable[UUID],
    offer: Offer | None,
    window: Window,
    today: date,
) -> list[Violation]:
    """Faults in what the producer confirms."""
    found: list[Violation] = []
    if not wanted:
        found.append(Violation("pickups.nothing_chosen", "container_ids"))
    gone = set(wanted) - set(held)
    if gone:
        found.append(Violation("pickups.not_here", "container_ids", {"count": len(gone)}))
    if offer is None:
        found.append(Violation("pickups.collector_cannot", "collector_unit_id"))
    elif left := set(wanted) - gone - set(offer.takes):
        found.append(
            Violation(
                "pickups.not_covered",
                "container_ids",
                {
                    "count": len(left),
                    "codes": list(offer.left_out),
                    "collector": offer.candidate.name,
                    "number": offer.candidate.contract_number,
                },
            )
        )
    if window.last < window.first or window.last - window.first > _LONGEST:
        found.append(Violation("pickups.window", "window"))
    elif window.last < today:
        found.append(Violation("pickups.window_past", "window", {"today": today}))
    return found


def nobody(collectors: Sequence[str], codes: Sequence[str]) -> Violation:
    """Say why no pickup can be proposed, and which collectors could be asked for a contract."""
    facts: dict[str, object] = {"codes": list(codes), "collectors": list(collectors)}
    code = "pickups.no_contract" if collectors else "pickups.no_collector"
    return Violation(code, "collector_unit_id", facts)


def day_of_visit(on: date, today: date, window: Window, reason: str) -> list[Violation]:
    """A visit lies ahead, and on a day the producer asked for unless a reason is kept."""
    if on < today:
        return [Violation("pickups.day_past", "trip_id", {"today": today})]
    if window.first <= on <= window.last or reason:
        return []
    facts: dict[str, object] = {"on": on, "first": window.first, "last": window.last}
    return [Violation("pickups.window_reason", "window_reason", facts)]


def told_about_day(on: date, window: Window) -> list[Violation]:
    """What to tell when the day is not one of those the producer asked for."""
    if window.first <= on <= window.last:
        return []
    facts: dict[str, object] = {"on": on, "first": window.first, "last": window.last}
    return [Violation("pickups.outside_window", "trip_id", facts)]


def outcome(states: Iterable[State]) -> RequestState | None:
    """How a request ends: done when anything was received, cancelled when nothing was; None: not yet."""
    held = set(states) - {State.VOID}
    if not held <= set(FINISHED):
        return None
    return RequestState.DONE if held & set(RECEIVED_STATES) else RequestState.CANCELLED
