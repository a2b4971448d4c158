"""Decides who holds a container and since when: loading, gates, receipt, return (model.md §§3-5)."""

from datetime import datetime
from uuid import UUID

from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch, HeldAs
from wastetrack.containers.transition.numbers import next_batch
from wastetrack.containers.transition.step import step, told, weigh
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work


def load(
    work: Work,
    c: Container,
    *,
    trip_id: UUID,
    carrier_unit_id: UUID,
    carrier_site_id: UUID,
    at: datetime,
    place: str,
    grams: int,
) -> None:
    """The carrier takes it over; the clock that ran is kept, in case it comes back."""
    kind = step(c, "load")
    left_site = c.holder_site_id
    stored = c.facility_id is not None and left_site is not None
    c.held_as_before, c.held_before = c.held_as, c.held_since
    c.held_as, c.held_since = HeldAs.CARRIER, at
    c.holder_unit_id, c.holder_site_id, c.trip_id = carrier_unit_id, carrier_site_id, trip_id
    left_facility, c.facility_id, c.partition_id = c.facility_id, None, None
    weigh(c, grams)
    batch = None
    if stored and left_site is not None:
        batch = next_batch(work, left_site, Batch.LEFT, local_day(at))
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=c.manifest_id,
        holder_from=left_site,
        holder_to=carrier_site_id,
        site_id=left_site,
        place=place,
        grams=grams,
        batch_code=batch,
        claimed_at=at,
        facility_id=left_facility,
        **told(c),
    )


def hand_on(
    work: Work,
    c: Container,
    *,
    trip_id: UUID,
    carrier_unit_id: UUID,
    carrier_site_id: UUID,
    at: datetime,
    place: str,
) -> None:
    """The next carrier takes it over on the road (部令23 §17)."""
    kind = step(c, "hand_on")
    giver = c.holder_site_id
    c.holder_unit_id, c.holder_site_id, c.trip_id = carrier_unit_id, carrier_site_id, trip_id
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=c.manifest_id,
        holder_from=giver,
        holder_to=carrier_site_id,
        place=place,
        grams=c.mass_g,
        claimed_at=at,
        **told(c),
    )


def reach_gate(work: Work, c: Container, *, at: datetime, place: str) -> None:
    """It stands at the receiver's gate; the carrier still holds it."""
    _at_place(work, c, "reach_gate", at, place)


def leave_gate(work: Work, c: Container, *, at: datetime, place: str) -> None:
    """Refused, it is on the vehicle again."""
    _at_place(work, c, "leave_gate", at, place)


def _at_place(work: Work, c: Container, name: str, at: datetime, place: str) -> None:
    kind = step(c, name)
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=c.manifest_id,
        place=place,
        grams=c.mass_g,
        claimed_at=at,
        **told(c),
    )


def receive(
    work: Work,
    c: Container,
    *,
    unit_id: UUID,
    site_id: UUID,
    facility_id: UUID | None,
    partition_id: UUID | None,
    held_as: HeldAs,
    at: datetime,
    grams: int,
    basis: str | None,
    consignor_site_id: UUID | None = None,
    outside: Batch | None = None,
) -> None:
    """Custody moves and the receiver's clock starts; accepted grams are the mass from now on.

    With `consignor_site_id` and `outside` (HWWWLY or HWWWCZ by the accepted method) the consignor's
    ledger gets its row of entrusted treatment as an event of its own (HJ 1259 B.5).
    """
    kind = step(c, "receive")
    manifest_id, giver, shipped = c.manifest_id, c.holder_site_id, c.mass_g
    c.holder_unit_id, c.holder_site_id = unit_id, site_id
    c.facility_id, c.partition_id, c.trip_id = facility_id, partition_id, None
    c.held_as, c.held_since = held_as, at
    c.held_as_before = c.held_before = None
    c.manifest_id = c.request_id = c.requested_at = None
    weigh(c, grams)
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=manifest_id,
        holder_from=giver,
        holder_to=site_id,
        site_id=site_id,
        grams=grams,
        batch_code=next_batch(work, site_id, Batch.STORED, local_day(at)),
        claimed_at=at,
        basis=basis,
        facility_id=facility_id,
        shipped_g=shipped,
        **told(c),
    )
    if consignor_site_id is not None and outside is not None:
        record(
            work,
            "container.entrust",
            c,
            container_id=c.id,
            manifest_id=manifest_id,
            site_id=consignor_site_id,
            grams=grams,
            batch_code=next_batch(work, consignor_site_id, outside, local_day(at)),
            claimed_at=at,
            basis=basis,
            **told(c),
        )


def take_back(
    work: Work,
    c: Container,
    *,
    unit_id: UUID,
    site_id: UUID,
    facility_id: UUID | None,
    at: datetime,
) -> None:
    """The consignor has it again, and his clock goes on as if it had never stopped."""
    kind = step(c, "take_back")
    manifest_id, giver = c.manifest_id, c.holder_site_id
    c.holder_unit_id, c.holder_site_id = unit_id, site_id
    c.facility_id, c.partition_id, c.trip_id = facility_id, None, None
    c.held_as = c.held_as_before or HeldAs.PRODUCER
    c.held_since = c.held_before or c.oldest_waste_at
    c.held_as_before = c.held_before = None
    c.manifest_id = c.request_id = c.requested_at = None
    batch = None
    if facility_id is not None:
        batch = next_batch(work, site_id, Batch.STORED, local_day(at))
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=manifest_id,
        holder_from=giver,
        holder_to=site_id,
        site_id=site_id,
        grams=c.mass_g,
        batch_code=batch,
        claimed_at=at,
        facility_id=facility_id,
        **told(c),
    )
