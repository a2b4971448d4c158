"""Finds what a manifest expects at a place and what was scanned there."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from wastetrack.handover.model import Scan
from wastetrack.handover.rules import compare
from wastetrack.handover.terms import COUNTED, Comparison, Expected, ScanPlace, Seen
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import Boxed, boxes
from wastetrack.manifests.terms import Decision


def expected_of(rows: Sequence[Boxed], place: ScanPlace) -> list[Expected]:
    """What should be there: at the yard all that is booked, at the gate what was loaded."""
    return [
        Expected(
            line_id=line.id,
            container_id=container.id,
            number=line.number,
            code=container.human_code,
            waste_code=line.waste_code,
            waste_name=line.waste_name,
            grams=_grams(line, container.mass_g, place),
        )
        for line, container in rows
        if line.decision is not Decision.LEFT_OUT
    ]


def _grams(line: ManifestLine, mass_g: int | None, place: ScanPlace) -> int:
    if line.shipped_g is not None:
        return line.shipped_g
    return mass_g if place is ScanPlace.YARD and mass_g else line.planned_g


def scans_of(work: Work, manifest_id: UUID, place: ScanPlace) -> Sequence[Scan]:
    """The scans for a manifest at one place that stand, in order."""
    query = select(Scan).where(
        Scan.manifest_id == manifest_id, Scan.place == place, col(Scan.undone_at).is_(None)
    )
    return work.session.exec(query.order_by(col(Scan.id))).all()


def same_unknown(work: Work, row: Scan) -> Sequence[Scan]:
    """This person's standing scans of the same unknown code at the same place."""
    query = select(Scan).where(
        Scan.manifest_id == row.manifest_id,
        Scan.place == row.place,
        Scan.code == row.code,
        Scan.actor_id == row.actor_id,
        col(Scan.container_id).is_(None),
        col(Scan.undone_at).is_(None),
    )
    return work.session.exec(query).all()


def find_scan(work: Work, nonce: str) -> Scan | None:
    """The scan that a nonce already made."""
    return work.session.exec(select(Scan).where(Scan.nonce == nonce)).first()


def counted_before(
    work: Work, container_id: UUID, manifest_id: UUID | None, trip_id: UUID | None, place: ScanPlace
) -> bool:
    """Whether this container was already told at this place, for this manifest or trip."""
    query = select(Scan.id).where(
        Scan.container_id == container_id,
        Scan.place == place,
        col(Scan.verdict).in_(COUNTED),
        Scan.manifest_id == manifest_id if manifest_id else Scan.trip_id == trip_id,
    )
    return work.session.exec(query.limit(1)).first() is not None


def line_on_trip(work: Work, trip_id: UUID, container_id: UUID) -> UUID | None:
    """The manifest of a trip that a container is on."""
    query = (
        select(Manifest.id)
        .join(ManifestLine, col(ManifestLine.manifest_id) == col(Manifest.id))
        .where(Manifest.trip_id == trip_id, ManifestLine.container_id == container_id)
        .order_by(col(Manifest.id).desc())
    )
    return work.session.exec(query).first()


def comparison(
    work: Work, manifest_id: UUID, place: ScanPlace
) -> tuple[list[Boxed], Sequence[Scan], Comparison]:
    """Lines, scans and what they make together."""
    rows = boxes(work, manifest_id)
    scans = scans_of(work, manifest_id, place)
    seen = [_seen(s, work.actor.user_id) for s in scans]
    return rows, scans, compare(expected_of(rows, place), seen)


def _seen(scan: Scan, reader: UUID | None) -> Seen:
    mine = scan.id if scan.actor_id == reader else None
    return Seen(scan.code, scan.container_id, scan.verdict, scan.mass_g, mine)
