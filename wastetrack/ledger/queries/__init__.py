"""Every SELECT of the ledger: uploads, what their rows meet, and the tables derived from events."""

from wastetrack.ledger.queries.balance import balances
from wastetrack.ledger.queries.checking import BATCH, check_book, judge, known_bad
from wastetrack.ledger.queries.containers import export_containers
from wastetrack.ledger.queries.entries import (
    Span,
    all_entries,
    count_entries,
    list_entries,
    readable_sites,
)
from wastetrack.ledger.queries.imports import (
    get_import,
    import_places,
    list_imports,
    lock_import,
    waiting_imports,
)

__all__ = [
    "BATCH",
    "Span",
    "all_entries",
    "balances",
    "check_book",
    "count_entries",
    "export_containers",
    "get_import",
    "import_places",
    "judge",
    "known_bad",
    "list_entries",
    "list_imports",
    "lock_import",
    "readable_sites",
    "waiting_imports",
]
