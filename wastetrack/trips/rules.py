"""Decides whether a vehicle and its crew may carry waste on a day (部令23 §13; transport licence)."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from wastetrack.kernel.errors import Violation
from wastetrack.parties.rules import transport_covers
from wastetrack.parties.terms import CrewKind, LicenceFacts
from wastetrack.trips.terms import CrewFacts, VehicleFacts


def fit_for_road(
    *,
    carrier_unit_id: UUID,
    planned_on: date,
    vehicle: VehicleFacts,
    driver: CrewFacts,
    escort: CrewFacts,
    licences: Sequence[LicenceFacts],
) -> list[Violation]:
    """All faults in carrier, vehicle, driver and escort on the day of the trip."""
    found: list[Violation] = []
    if transport_covers(licences, planned_on):
        found.append(Violation("trips.no_transport_licence", "planned_on", {"on": planned_on}))
    if vehicle.unit_id != carrier_unit_id or not vehicle.active:
        found.append(Violation("trips.vehicle_not_yours", "vehicle_id", {"plate": vehicle.plate}))
    if vehicle.permit_valid_to < planned_on:
        facts: dict[str, object] = {
            "plate": vehicle.plate,
            "valid_to": vehicle.permit_valid_to,
            "on": planned_on,
        }
        found.append(Violation("trips.vehicle_permit", "vehicle_id", facts))
    found += _person(driver, CrewKind.DRIVER, "driver_id", carrier_unit_id, planned_on)
    found += _person(escort, CrewKind.ESCORT, "escort_id", carrier_unit_id, planned_on)
    if driver.id == escort.id:
        found.append(Violation("trips.one_person", "escort_id", {"name": driver.name}))
    return found


def _person(
    person: CrewFacts, kind: CrewKind, field: str, carrier_unit_id: UUID, on: date
) -> list[Violation]:
    facts: dict[str, object] = {
        "name": person.name,
        "valid_to": person.qualification_valid_to,
        "on": on,
    }
    found: list[Violation] = []
    if person.unit_id != carrier_unit_id or not person.active:
        found.append(Violation("trips.person_not_yours", field, facts))
    if person.kind is not kind:
        code = "trips.not_a_driver" if kind is CrewKind.DRIVER else "trips.not_an_escort"
        found.append(Violation(code, field, facts))
    if person.qualification_valid_to < on:
        found.append(Violation("trips.qualification", field, facts))
    return found


def day_ahead(planned_on: date, today: date) -> list[Violation]:
    """A trip is planned for today or later; what already happened is told by the manifest."""
    if planned_on < today:
        return [Violation("trips.day_past", "planned_on", {"today": today})]
    return []


def told_about_day(other_plates: Iterable[str], plate: str) -> list[Violation]:
    """Two trips of one vehicle on one day are allowed; the dispatcher is told."""
    others = sum(1 for other in other_plates if other == plate)
    if not others:
        return []
    return [Violation("trips.same_vehicle_day", "vehicle_id", {"plate": plate, "others": others})]


def told_about_load(load_g: int | None, booked_g: int, plate: str) -> list[Violation]:
    """More booked than the vehicle may carry is told, and never hidden."""
    if load_g is None or booked_g <= load_g:
        return []
    facts: dict[str, object] = {"plate": plate, "load": load_g, "booked": booked_g}
    return [Violation("trips.over_load", "vehicle_id", facts)]
