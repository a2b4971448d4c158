"""Decides how a label printer is entered: once per name in a unit."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import PrinterInput
from wastetrack.parties.model import Printer
from wastetrack.parties.queries import printers_of


def add_printer(work: Work, unit_id: UUID, data: PrinterInput) -> Printer:
    """Add a printer of the unit."""
    require(work.actor, Action.PRINTER_ADD, Place(Position.OWN, unit_id))
    if any(p.name == data.name for p in printers_of(work, unit_id)):
        raise refuse("parties.printer_known", "name", printer=data.name)
    row = Printer(id=work.new_id(), created_at=work.now, unit_id=unit_id, **data.model_dump())
    record(work, "printer.add", row, printer=row.name)
    return row
