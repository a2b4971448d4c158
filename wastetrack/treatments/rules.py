"""What may be fed to a treatment: sealed, in this store, received before, and never more than there is."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from wastetrack.containers.machine import obstacles
from wastetrack.containers.rules import kilograms
from wastetrack.kernel.errors import Violation
from wastetrack.treatments.terms import FeedFact, MethodFact

TOLERANCE = timedelta(minutes=5)
# 收集、贮存后转交: what a collector does; the outcome is told by whoever treats it in the end
PASSED_ON = "G29"
# HJ 1033 附录F: R1–R15 are 利用; of co-processing, making building materials is 利用 too
_USES = frozenset({"C2"})


def is_use(method: str) -> bool:
    """Whether a method counts as 利用 (the ending LY of a batch code) or as 处置 (CZ)."""
    return method.startswith("R") or method in _USES


def record_faults(
    feeds: Sequence[FeedFact], method: str, known: MethodFact, at: datetime, now: datetime
) -> list[Violation]:
    """Everything that keeps a treatment from being recorded."""
    return [
        *_method_faults(method, known),
        *_when_faults(feeds, at, now),
        *(fault for feed in feeds for fault in _feed_faults(feed)),
    ]


def _method_faults(method: str, known: MethodFact) -> list[Violation]:
    found: list[Violation] = []
    if not known.known:
        found.append(Violation("treatments.unknown_method", "method", {"method": method}))
    elif method == PASSED_ON:
        found.append(Violation("treatments.not_a_treatment", "method"))
    if not known.facility_known:
        found.append(Violation("treatments.other_facility", "facility_id"))
    return found


def _when_faults(feeds: Sequence[FeedFact], at: datetime, now: datetime) -> list[Violation]:
    if at > now + TOLERANCE:
        return [Violation("treatments.in_the_future", "treated_at")]
    return [
        Violation(
            "treatments.before_receipt",
            "treated_at",
            {"container": feed.code, "since": feed.held_since},
        )
        for feed in feeds
        if feed.held_since is not None and at < feed.held_since - TOLERANCE
    ]


def _feed_faults(feed: FeedFact) -> list[Violation]:
    if not feed.here:
        return [Violation("treatments.not_here", "feeds", {"container": feed.code})]
    found = [
        Violation(fault.code, "feeds", fault.params)
        for fault in obstacles("feed", feed.standing, feed.code)
    ]
    if feed.asked_g > feed.on_hand_g:
        params: dict[str, object] = {
            "container": feed.code,
            "asked": kilograms(feed.asked_g),
            "there": kilograms(feed.on_hand_g),
        }
        found.append(Violation("treatments.more_than_on_hand", "feeds", params))
    return found
