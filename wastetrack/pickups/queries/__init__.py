"""Every SELECT of the pickups room."""

from wastetrack.pickups.queries.proposals import (
    candidates,
    propose,
    propose_here,
    stock_fact,
)
from wastetrack.pickups.queries.requests import (
    consent_needed,
    get_request,
    inbox,
    list_requests,
    lock_request,
    manifests_of,
    request_of_manifest,
    request_places,
    requests_of_trip,
)
from wastetrack.pickups.queries.stops import stops_of

__all__ = [
    "candidates",
    "consent_needed",
    "get_request",
    "inbox",
    "list_requests",
    "lock_request",
    "manifests_of",
    "propose",
    "propose_here",
    "request_of_manifest",
    "request_places",
    "requests_of_trip",
    "stock_fact",
    "stops_of",
]
