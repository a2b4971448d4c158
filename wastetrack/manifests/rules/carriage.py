"""Decides whether the vehicle may leave: trip, waybill, permits of carrier, vehicle and crew (部令23 §§11, 13)."""

from wastetrack.kernel.errors import Violation
from wastetrack.manifests.terms import Facts
from wastetrack.parties.rules import transport_covers


def trip_faults(facts: Facts) -> list[Violation]:
    """The trip is named, open, of this carrier, and has its dangerous-goods waybill."""
    carrier = facts.carrier
    if carrier is None or not carrier.trip:
        return [Violation("manifests.trip_missing", "trip_id")]
    found: list[Violation] = []
    if not carrier.open:
        found.append(Violation("manifests.trip_over", "trip_id"))
    if not carrier.same_carrier:
        found.append(Violation("manifests.trip_other_carrier", "trip_id"))
    if not carrier.waybill:
        found.append(Violation("manifests.waybill_missing", "trip_id"))
    return found


def carrier_faults(facts: Facts) -> list[Violation]:
    """Every document is valid on the day of loading; an outside carrier's were checked elsewhere."""
    carrier = facts.carrier
    if carrier is None or not carrier.trip or carrier.outside:
        return []
    found = list(transport_covers(carrier.licences, facts.day))
    if carrier.vehicle_to is None or carrier.vehicle_to < facts.day:
        params: dict[str, object] = {
            "plate": carrier.plate,
            "until": str(carrier.vehicle_to or "—"),
        }
        found.append(Violation("manifests.vehicle_permit_expired", "trip_id", params))
    found.extend(
        Violation(
            "manifests.qualification_expired", "trip_id", {"name": name, "until": str(until or "—")}
        )
        for name, until in carrier.crew_to
        if until is None or until < facts.day
    )
    return found
