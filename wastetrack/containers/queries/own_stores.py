"""What a site has of its own: wastes, and whether a store, partition or treatment facility is one."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, or_, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Partition, Site, Stream
from wastetrack.parties.terms import STORES, FacilityKind


def store_faults(
    work: Work, site_id: UUID | None, facility_id: UUID, partition_id: UUID | None
) -> list[Violation]:
    """A container stands in an active store of its holder's site, in a part of that store."""
    facility = work.session.get(Facility, facility_id)
    if facility is None or facility.site_id != site_id:
        return [Violation("containers.not_your_store", "facility_id")]
    if not facility.active or facility.kind not in STORES:
        return [Violation("containers.no_store", "facility_id", {"store": facility.name})]
    if partition_id is None:
        return []
    part = work.session.get(Partition, partition_id)
    if part is None or part.facility_id != facility_id:
        return [Violation("containers.not_of_this_store", "partition_id")]
    return []


def treatment_faults(
    work: Work, site_ids: Sequence[UUID | None], facility_id: UUID
) -> list[Violation]:
    """Own use and disposal happen in an active treatment facility of the site."""
    facility = work.session.get(Facility, facility_id)
    if facility is None or facility.site_id not in site_ids:
        return [Violation("containers.not_your_store", "facility_id")]
    if not facility.active or facility.kind is not FacilityKind.TREATMENT:
        params: dict[str, object] = {"store": facility.name}
        return [Violation("containers.no_treatment", "facility_id", params)]
    return []


def place_name(work: Work, facility_id: UUID, partition_id: UUID | None) -> str:
    """How an event names the place, so that it reads the same after the store is renamed."""
    facility = work.session.get(Facility, facility_id)
    part = work.session.get(Partition, partition_id) if partition_id else None
    names = (facility.name if facility else "", part.name if part else "")
    return " · ".join(name for name in names if name)


def own_streams(work: Work, site_id: UUID | None = None) -> list[tuple[Stream, Site]]:
    """The wastes of the actor's own sites (or one of them), in one statement."""
    span = reach(work.actor, Action.CONTAINER_OPEN)
    own = or_(col(Site.unit_id).in_(span.unit_ids), col(Site.id).in_(span.site_ids))
    query = (
        select(Stream, Site)
        .join(Site, col(Site.id) == col(Stream.site_id))
        .where(own, col(Stream.active).is_(True))
        .order_by(col(Site.id), col(Stream.id))
    )
    if site_id is not None:
        query = query.where(col(Site.id) == site_id)
    return list(work.session.exec(query))
