"""Decides how a store is parted for its wastes (GB 18597-2023 §6): within its own capacity."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import catalogue
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import PartitionInput
from wastetrack.parties.model import Partition
from wastetrack.parties.queries import get_facility, partitions_of
from wastetrack.parties.rules import partition_faults, unknown_codes
from wastetrack.parties.terms import STORES


def partition_facility(work: Work, facility_id: UUID, data: PartitionInput) -> Partition:
    """Add a marked part to a store."""
    facility, site = get_facility(work, facility_id, lock=True)
    require(work.actor, Action.FACILITY_PARTITION, Place(Position.OWN, site.unit_id, site.id))
    if facility.kind not in STORES:
        raise refuse("parties.not_a_store", name=facility.name)
    others = sum(p.capacity_g or 0 for p in partitions_of(work, [facility.id]))
    check(
        [
            *unknown_codes(data.waste_codes, catalogue(work), "waste_codes"),
            *partition_faults(data.capacity_g, others, facility.capacity_g),
        ]
    )
    row = Partition(
        id=work.new_id(), created_at=work.now, facility_id=facility.id, **data.model_dump()
    )
    record(work, "facility.partition", row, site_id=site.id, name=row.name, store=facility.name)
    return row
