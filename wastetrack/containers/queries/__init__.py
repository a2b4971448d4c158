"""Every SELECT of the containers room; `get_` and `list_` are scoped, `find_` and `lock_` are not.

A `lock_` is followed by an action's `require`; a `find_` serves rooms whose record names the row.
"""

from wastetrack.containers.queries.amendments import (
    get_amendment,
    lock_waiting_amendment,
    waiting_amendment,
    waiting_amendments,
)
from wastetrack.containers.queries.blanks import find_blank, get_roll, list_rolls, may_bind
from wastetrack.containers.queries.correcting import changes_of, correction_of
from wastetrack.containers.queries.own_stores import (
    own_streams,
    place_name,
    store_faults,
    treatment_faults,
)
from wastetrack.containers.queries.rows import (
    containers_by_id,
    family,
    find_by_code,
    get_container,
    lock_container,
    lock_containers,
    places,
    places_of,
)
from wastetrack.containers.queries.sheets import (
    label_sheet,
    label_sheets,
    public_card,
)
from wastetrack.containers.queries.show import get_view
from wastetrack.containers.queries.stock import (
    facility_mass,
    list_containers,
    list_stock,
    stock_by_waste,
    store_stock,
)
from wastetrack.containers.queries.telling import advice, stored

__all__ = [
    "advice",
    "changes_of",
    "containers_by_id",
    "correction_of",
    "facility_mass",
    "family",
    "find_blank",
    "find_by_code",
    "get_amendment",
    "get_container",
    "get_roll",
    "get_view",
    "label_sheet",
    "label_sheets",
    "list_containers",
    "list_rolls",
    "list_stock",
    "lock_container",
    "lock_containers",
    "lock_waiting_amendment",
    "may_bind",
    "own_streams",
    "place_name",
    "places",
    "places_of",
    "public_card",
    "stock_by_waste",
    "store_faults",
    "store_stock",
    "stored",
    "treatment_faults",
    "waiting_amendment",
    "waiting_amendments",
]
