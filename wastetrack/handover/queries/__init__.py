"""Every SELECT of hand-over: what a manifest expects, what was scanned, what is on its way to a gate."""

from wastetrack.handover.queries.arrivals import arrivals
from wastetrack.handover.queries.scans import (
    comparison,
    counted_before,
    expected_of,
    find_scan,
    line_on_trip,
    same_unknown,
    scans_of,
)
from wastetrack.handover.queries.views import gate_view, last_methods, stop_view

__all__ = [
    "arrivals",
    "comparison",
    "counted_before",
    "expected_of",
    "find_scan",
    "gate_view",
    "last_methods",
    "line_on_trip",
    "same_unknown",
    "scans_of",
    "stop_view",
]
