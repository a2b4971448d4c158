"""Decides what may change about a vehicle: its documents, and whether it is in use."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import VehicleInput
from wastetrack.parties.model import Vehicle
from wastetrack.parties.queries import get_vehicle, vehicles_of


def edit_vehicle(work: Work, vehicle_id: UUID, data: VehicleInput) -> Vehicle:
    """Change a vehicle of the unit."""
    row = get_vehicle(work, vehicle_id, lock=True)
    require(work.actor, Action.VEHICLE_EDIT, Place(Position.OWN, row.unit_id))
    if any(v.plate == data.plate and v.id != row.id for v in vehicles_of(work, row.unit_id)):
        raise refuse("parties.plate_known", "plate", plate=data.plate)
    for name, value in data.model_dump().items():
        setattr(row, name, value)
    record(work, "vehicle.edit", row, plate=row.plate)
    return row
