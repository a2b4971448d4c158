"""Every SELECT of general industrial waste: records of a table and period, numbers, the balance."""

from wastetrack.solids.queries.balance import solid_balances
from wastetrack.solids.queries.records import (
    all_records,
    get_record,
    last_number,
    list_records,
    lock_record,
    record_place,
    values_of,
)

__all__ = [
    "all_records",
    "get_record",
    "last_number",
    "list_records",
    "lock_record",
    "record_place",
    "solid_balances",
    "values_of",
]
