"""The receiver takes a container over: custody moves, his clock starts in the capacity of his permit here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wastetrack.containers.model import Container
from wastetrack.containers.rules import held_as_for, held_where
from wastetrack.containers.terms import Batch, Custody, HeldAs
from wastetrack.containers.transition import find_again, miss, receive
from wastetrack.kernel.errors import Violation
from wastetrack.manifests.inputs import DecidedLine
from wastetrack.manifests.queries import facilities_here, partitions_here
from wastetrack.manifests.rules import place_faults
from wastetrack.manifests.terms import Facts
from wastetrack.manifests.transition.desk import Desk
from wastetrack.parties.queries import find_facility
from wastetrack.parties.rules import licence_covers
from wastetrack.parties.terms import PERMITS


@dataclass(frozen=True, slots=True)
class Receipt:
    """What all lines of one acceptance share."""

    at: datetime
    facts: Facts
    document: str


def store_faults(desk: Desk, lines: tuple[DecidedLine, ...]) -> list[Violation]:
    """Where things are put lies on the receiving site, and the part in the store that is named."""
    site_id = desk.manifest.receiver_site_id
    stores = {line.facility_id for line in lines if line.facility_id}
    parts = {line.partition_id for line in lines if line.partition_id}
    return place_faults(
        [(line.facility_id, line.partition_id) for line in lines],
        facilities_here(desk.work, site_id, stores),
        partitions_here(desk.work, site_id, parts),
    )


def take_over(desk: Desk, c: Container, given: DecidedLine, receipt: Receipt) -> None:
    """What a receiver weighs was there: a container that was given up as missing is found by it."""
    m = desk.manifest
    if c.custody is Custody.MISSING:
        find_again(desk.work, c, at=receipt.at, place="")
    receive(
        desk.work,
        c,
        unit_id=m.receiver_unit_id,
        site_id=m.receiver_site_id,
        facility_id=given.facility_id,
        partition_id=given.partition_id,
        held_as=_held_where(desk, _held_as(desk, c, receipt.facts, m.receiver_site_id), given),
        at=receipt.at,
        grams=given.accepted_g,
        basis=receipt.document,
        consignor_site_id=m.consignor_site_id,
        outside=Batch.OUTSIDE_USE
        if (given.method or "").startswith("R")
        else Batch.OUTSIDE_DISPOSAL,
    )


def give_up(desk: Desk, c: Container, at: datetime) -> None:
    """It did not arrive: from now on it is missing with the carrier who held it last."""
    if c.custody is not Custody.MISSING:
        miss(desk.work, c, at=at, note=desk.manifest.reference)


def _held_as(desk: Desk, c: Container, facts: Facts, site_id: UUID) -> HeldAs:
    """By the permits of this site or of the whole unit; those of its other sites give no right here."""
    rights = [
        licence
        for licence in facts.licences
        if licence.kind in PERMITS
        and licence.site_id in {None, site_id}
        and not licence_covers(licence, c.waste_code, None, facts.day)
    ]
    return held_as_for(
        unit_kinds=desk.parties.receiver_kinds,
        licences=rights,
        is_hospital=desk.parties.receiver_is_hospital,
        waste_code=c.waste_code,
    )


def _held_where(desk: Desk, held_as: HeldAs, given: DecidedLine) -> HeldAs:
    """Medical waste that is put into a chilled store has another clock; nothing else asks for the store."""
    if held_as is not HeldAs.MEDICAL or given.facility_id is None:
        return held_as
    store = find_facility(desk.work, given.facility_id)
    return held_where(held_as, chilled=store is not None and store.chilled)
