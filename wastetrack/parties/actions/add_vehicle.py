"""Decides how a vehicle is entered: once per plate in a unit."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import VehicleInput
from wastetrack.parties.model import Vehicle
from wastetrack.parties.queries import vehicles_of


def add_vehicle(work: Work, unit_id: UUID, data: VehicleInput) -> Vehicle:
    """Add a vehicle of the unit."""
    require(work.actor, Action.VEHICLE_ADD, Place(Position.OWN, unit_id))
    if any(v.plate == data.plate for v in vehicles_of(work, unit_id)):
        raise refuse("parties.plate_known", "plate", plate=data.plate)
    row = Vehicle(id=work.new_id(), created_at=work.now, unit_id=unit_id, **data.model_dump())
    record(work, "vehicle.add", row, plate=row.plate)
    return row
