"""The only writer of a manifest's state: lock, require, decide, apply, record (model.md §5)."""

from wastetrack.manifests.transition.desk import Desk, Effect, advance
from wastetrack.manifests.transition.entry import add_line, begin, next_reference
from wastetrack.manifests.transition.settling import (
    close_if_covered,
    consent_by_setting,
    outside,
)

__all__ = [
    "Desk",
    "Effect",
    "add_line",
    "advance",
    "begin",
    "close_if_covered",
    "consent_by_setting",
    "next_reference",
    "outside",
]
