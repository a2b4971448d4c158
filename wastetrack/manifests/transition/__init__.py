"""The only writer of a manifest's state: lock, require, decide, apply, record (model.md §5)."""

from wastetrack.manifests.transition.desk import Desk, Effect, advance
from wastetrack.manifests.transition.entry import add_line, begin, keep_scan, next_reference
from wastetrack.manifests.transition.loading import leave_out
from wastetrack.manifests.transition.settling import (
    close_if_covered,
    consent_by_setting,
    outside,
)
from wastetrack.manifests.transition.taking import Receipt, give_up, store_faults, take_over

__all__ = [
    "Desk",
    "Effect",
    "Receipt",
    "add_line",
    "advance",
    "begin",
    "close_if_covered",
    "consent_by_setting",
    "give_up",
    "keep_scan",
    "leave_out",
    "next_reference",
    "outside",
    "store_faults",
    "take_over",
]
