"""Keeps one record of general industrial waste under the next number of its table and day."""

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import code_values
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import facilities_of, find_site
from wastetrack.solids.inputs import SolidEntry
from wastetrack.solids.model import SolidRecord
from wastetrack.solids.queries import last_number
from wastetrack.solids.rules import NUMBER_MOST, record_faults
from wastetrack.solids.terms import PREFIX, RecordFact, Sheet


def record_solid(work: Work, sheet: Sheet, data: SolidEntry) -> SolidRecord:
    """A fact of the site's own ledger: any past day may be entered, none of the future."""
    site = find_site(work, data.site_id)
    if site is None:
        raise Missing("site")
    require(work.actor, Action.SOLID_RECORD, Place(Position.OWN, site.unit_id, site.id))
    kinds = {value.code for value in code_values(work, "general_waste")}
    fact = RecordFact(
        sheet=sheet,
        code_known=f"SW{data.code[-2:]}" in kinds,
        on=data.on,
        today=local_day(work.now),
        grams=data.grams,
        way=data.way,
        facility=data.facility,
        facility_known=data.facility in {f.code for f in facilities_of(work, [site.id])},
        destination=data.destination,
        method=data.method,
    )
    check(record_faults(fact))
    serial = last_number(work, site.id, sheet, data.on) + 1
    if serial > NUMBER_MOST:
        raise refuse("solids.day_full", "on", most=NUMBER_MOST)
    row = SolidRecord(
        id=work.new_id(),
        created_at=work.now,
        site_id=site.id,
        unit_id=site.unit_id,
        sheet=sheet,
        number=f"{PREFIX[sheet]}{data.on:%Y%m%d}{serial:03d}",
        day=data.on,
        **data.model_dump(exclude={"site_id", "on"}),
    )
    record(
        work,
        "solid.record",
        row,
        site_id=site.id,
        grams=data.grams,
        number=row.number,
        waste=row.name,
    )
    return row
