"""Decides in which store and partition of its holder a container stands."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.containers import transition
from wastetrack.containers.inputs import StoreContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, place_name, places, store_faults
from wastetrack.containers.rules import held_where, when_faults
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import find_facility


def store(work: Work, container_id: UUID, data: StoreContainer) -> Container:
    """Set it down there; what is wrong with the place is told by `queries.advice`, not refused."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_STORE, *places(c))
    at = data.at or work.now
    found = when_faults(at, work.now, "at")
    if c.holder_site_id is not None:
        found += store_faults(work, c.holder_site_id, data.facility_id, data.partition_id)
    check(found)
    there = find_facility(work, data.facility_id)
    transition.place_in(
        work,
        c,
        facility_id=data.facility_id,
        partition_id=data.partition_id,
        held_as=held_where(c.held_as, chilled=there is not None and there.chilled),
        at=at,
        place=place_name(work, data.facility_id, data.partition_id),
    )
    return c
