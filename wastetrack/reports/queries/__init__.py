"""The closed loop as SQL over live data (model.md §3)."""

from wastetrack.reports.queries.loop import closed_loop

__all__ = ["closed_loop"]
