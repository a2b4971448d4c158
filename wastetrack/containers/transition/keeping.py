"""Decides where a held container is when it is moved, missed, found, seized or released."""

from datetime import datetime
from uuid import UUID

from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch, Content, Custody, HeldAs
from wastetrack.containers.transition.numbers import next_batch
from wastetrack.containers.transition.step import step, told
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work


def place_in(
    work: Work,
    c: Container,
    *,
    facility_id: UUID,
    partition_id: UUID | None,
    held_as: HeldAs,
    at: datetime,
    place: str | None = None,
) -> None:
    """It stands in a store of the holder. Into the first store is 入库; between stores is a move."""
    kind = step(c, "store")
    first = c.facility_id is None and c.content is Content.SEALED
    c.facility_id, c.partition_id = facility_id, partition_id
    # the clock began when the holder took it over; a chilled store only has another limit
    c.held_as = held_as
    batch = None
    if first and c.holder_site_id is not None:
        batch = next_batch(work, c.holder_site_id, Batch.STORED, local_day(at))
    record(
        work,
        kind,
        c,
        container_id=c.id,
        site_id=c.holder_site_id,
        place=place,
        grams=c.mass_g,
        batch_code=batch,
        claimed_at=at,
        **told(c),
    )


def miss(work: Work, c: Container, *, at: datetime, note: str) -> None:
    """It is not where it should be; its holder stays the holder until it is found."""
    _note(work, c, "miss", at=at, note=note)


def find_again(work: Work, c: Container, *, at: datetime, place: str) -> None:
    """It is seen again, where the last holder keeps it: on the vehicle or in the store."""
    _note(work, c, "find", at=at, place=place, back=True)


def seize(work: Work, c: Container, *, at: datetime, basis: str) -> None:
    """The authority holds it where it stands (查封、扣押); nothing moves it until released."""
    _note(work, c, "seize", at=at, basis=basis)


def release(work: Work, c: Container, *, at: datetime, basis: str) -> None:
    """The authority lets it go, where it stood."""
    _note(work, c, "release", at=at, basis=basis, back=True)


def _note(
    work: Work,
    c: Container,
    name: str,
    *,
    at: datetime,
    note: str = "",
    place: str | None = None,
    basis: str | None = None,
    back: bool = False,
) -> None:
    kind = step(c, name)
    if back:
        # a gate that was left meanwhile cannot be known: the receiver's acts accept both
        c.custody = Custody.ON_VEHICLE if c.trip_id else Custody.IN_STORE
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=c.manifest_id,
        site_id=c.holder_site_id,
        place=place,
        grams=c.mass_g,
        claimed_at=at,
        basis=basis,
        note=note or None,
        **told(c),
    )
