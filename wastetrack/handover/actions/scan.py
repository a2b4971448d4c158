"""Keeps one scan as a fact and judges it; only a mistyped code is none."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import Place, require
from wastetrack.containers.model import Container
from wastetrack.containers.queries import find_by_code
from wastetrack.containers.rules import read_code
from wastetrack.containers.terms import Content
from wastetrack.handover.inputs import ScanInput
from wastetrack.handover.model import Scan
from wastetrack.handover.queries import counted_before, find_scan, line_on_trip
from wastetrack.handover.rules import code_faults, judge
from wastetrack.handover.terms import ScanFact
from wastetrack.kernel.errors import Missing, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of, places
from wastetrack.trips.queries import find_trip, trip_place

LONGEST = 64


def scan(work: Work, data: ScanInput) -> Scan:
    """Record what was scanned for a manifest, or for whichever manifest of a trip it belongs to."""
    require(work.actor, Action.HANDOVER_SCAN, *_where(work, data))
    done = find_scan(work, data.nonce)
    if done is not None:
        return _same(work, data, done)
    code, version = read_code(data.code)
    container = find_by_code(work, data.code)
    if container is None:
        check(code_faults(code))
    manifest_id = data.manifest_id
    if manifest_id is None and data.trip_id is not None and container is not None:
        manifest_id = line_on_trip(work, data.trip_id, container.id)
    manifest = work.session.get(Manifest, manifest_id) if manifest_id else None
    row = Scan(
        id=work.new_id(),
        nonce=data.nonce,
        code=(f"{code}.{version}" if version else code)[:LONGEST],
        container_id=container.id if container else None,
        manifest_id=manifest_id,
        trip_id=data.trip_id or (manifest.trip_id if manifest else None),
        place=data.place,
        verdict=judge(_fact(work, data, container, manifest, version)),
        mass_g=data.mass_g,
        # a phone's clock may run ahead: a scan has not happened after the server heard of it
        claimed_at=min(data.claimed_at or work.now, work.now),
        recorded_at=work.now,
        actor_id=work.actor.user_id,
    )
    work.session.add(row)
    work.session.flush()
    return row


def _where(work: Work, data: ScanInput) -> tuple[Place, ...]:
    if data.manifest_id is not None:
        manifest = work.session.get(Manifest, data.manifest_id)
        if manifest is None:
            raise Missing("manifest")
        return places(manifest)
    trip = find_trip(work, data.trip_id) if data.trip_id else None
    if trip is None:
        raise Missing("trip")
    return (trip_place(trip),)


def _same(work: Work, data: ScanInput, done: Scan) -> Scan:
    """The same scan sent twice is one scan; another one under its nonce is a mistake of the sender."""
    mine = done.actor_id == work.actor.user_id
    there = data.manifest_id in {None, done.manifest_id} and data.trip_id in {None, done.trip_id}
    if not mine or not there or done.place != data.place:
        raise refuse("handover.nonce_used", "code")
    return done


def _fact(
    work: Work,
    data: ScanInput,
    container: Container | None,
    manifest: Manifest | None,
    version: int | None,
) -> ScanFact:
    if container is None:
        return ScanFact(known=False)
    booked: set[UUID] = set()
    consignor: UUID | None = None
    if manifest is not None:
        booked = {line.container_id for line in lines_of(work, manifest.id)}
        consignor = manifest.consignor_unit_id
    return ScanFact(
        known=True,
        scanned_version=version,
        current_version=container.label_version,
        on_manifest=container.id in booked,
        sealed=container.content is Content.SEALED,
        of_consignor=consignor in {container.origin_unit_id, container.holder_unit_id},
        counted_before=counted_before(
            work,
            container.id,
            manifest.id if manifest else None,
            data.trip_id,
            data.place,
        ),
    )
