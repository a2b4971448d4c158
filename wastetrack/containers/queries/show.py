"""One container as its page shows it: the row with the names around it and what waits, in one statement."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import col

from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.containers.model import Amendment, Container
from wastetrack.containers.queries.rows import places
from wastetrack.containers.shapes import ContainerView
from wastetrack.containers.terms import AmendmentState
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Partition, Site, Unit


def get_view(work: Work, container_id: UUID) -> ContainerView:
    """The container in the actor's scope with origin, holder, site, store and partition."""
    holder = aliased(Unit)
    waiting = Amendment.state == AmendmentState.WAITING
    query = (
        select(Container, Unit, holder, Site, Facility, Partition, col(Amendment.id))
        .join(Unit, col(Unit.id) == col(Container.origin_unit_id))
        .join(holder, col(holder.id) == col(Container.holder_unit_id), isouter=True)
        .join(Site, col(Site.id) == col(Container.holder_site_id), isouter=True)
        .join(Facility, col(Facility.id) == col(Container.facility_id), isouter=True)
        .join(Partition, col(Partition.id) == col(Container.partition_id), isouter=True)
        .join(Amendment, (col(Amendment.container_id) == col(Container.id)) & waiting, isouter=True)
        .where(col(Container.id) == container_id)
    )
    row = work.session.execute(query).one_or_none()
    if row is None or not may(work.actor, Action.CONTAINER_READ, *places(row[0])):
        raise Missing(str(container_id))
    c, origin, held, site, store, part, amendment_id = row
    return ContainerView(
        c,
        origin=origin.name,
        holder=held.name if held else "",
        site=site.name if site else "",
        store=store.name if store else "",
        partition=part.name if part else "",
        amendment_id=amendment_id,
    )
