"""Decides what may change about a label printer: its calibration, and whether it is in use."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import PrinterInput
from wastetrack.parties.model import Printer
from wastetrack.parties.queries import get_printer, printers_of


def edit_printer(work: Work, printer_id: UUID, data: PrinterInput) -> Printer:
    """Keep what was read on its test page."""
    row = get_printer(work, printer_id, lock=True)
    require(work.actor, Action.PRINTER_EDIT, Place(Position.OWN, row.unit_id))
    if any(p.name == data.name and p.id != row.id for p in printers_of(work, row.unit_id)):
        raise refuse("parties.printer_known", "name", printer=data.name)
    for name, value in data.model_dump().items():
        setattr(row, name, value)
    record(work, "printer.edit", row, printer=row.name)
    return row
