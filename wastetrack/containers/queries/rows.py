"""Single containers: by id, locked, or by whatever code a person typed or a scanner read."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import col, or_, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.containers.model import Container
from wastetrack.containers.rules import DIGITAL_LENGTH, is_human_code, read_code
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work


def places(c: Container) -> tuple[Place, ...]:
    """The positions on a container: who holds it now (or made it, when nobody does), who made it."""
    return places_of(c.holder_unit_id, c.holder_site_id, c.origin_unit_id, c.origin_site_id)


def places_of(
    holder_unit_id: UUID | None,
    holder_site_id: UUID | None,
    origin_unit_id: UUID,
    origin_site_id: UUID,
) -> tuple[Place, ...]:
    """The same from columns alone, for lists that do not load the container."""
    holder, site = holder_unit_id or origin_unit_id, holder_site_id or origin_site_id
    return (
        Place(Position.HOLDER, holder, site),
        Place(Position.CARRIER, holder, site),
        Place(Position.OWN, origin_unit_id, origin_site_id),
    )


def get_container(work: Work, container_id: UUID) -> Container:
    """A container that the actor's unit holds, held in store or made; Missing otherwise."""
    found = work.session.get(Container, container_id)
    if found is None or not may(work.actor, Action.CONTAINER_READ, *places(found)):
        raise Missing(str(container_id))
    return found


def lock_container(work: Work, container_id: UUID) -> Container:
    """The row, locked for this work; the action that follows asks the policy itself."""
    found = lock_containers(work, [container_id])
    if not found:
        raise Missing(str(container_id))
    return found[0]


def lock_containers(work: Work, ids: Iterable[UUID]) -> list[Container]:
    """Many rows locked in one statement, in id order so that two works never wait in a ring."""
    wanted = set(ids)
    if not wanted:
        return []
    query = select(Container).where(col(Container.id).in_(wanted)).order_by(col(Container.id))
    # what this work changed already must reach the rows before they are read again
    work.session.flush()
    locked = query.with_for_update().execution_options(populate_existing=True)
    return list(work.session.exec(locked))


def containers_by_id(work: Work, ids: Iterable[UUID | None]) -> dict[UUID, Container]:
    """Many containers that other records name, in one statement."""
    wanted = {i for i in ids if i is not None}
    if not wanted:
        return {}
    rows = work.session.exec(select(Container).where(col(Container.id).in_(wanted)))
    return {row.id: row for row in rows}


def find_by_code(work: Work, text: str) -> Container | None:
    """The container that a digital id, a human code or a label's address names, in any spelling."""
    code, _ = read_code(text)
    if len(code) == DIGITAL_LENGTH:
        query = select(Container).where(Container.digital_id == code)
    elif is_human_code(code):
        query = select(Container).where(Container.human_code == code)
    else:
        return None
    return work.session.exec(query).first()


def family(work: Work, c: Container) -> Sequence[Container]:
    """The container's parent and children by splitting, in id order."""
    near = or_(col(Container.id) == c.parent_id, col(Container.parent_id) == c.id)
    return work.session.exec(select(Container).where(near).order_by(col(Container.id))).all()
