"""Reads one manifest with its parties, lines and containers; locks it for a step."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Correction, Haul, Manifest, ManifestLine
from wastetrack.manifests.shapes import Parties
from wastetrack.manifests.terms import Decision, Entry, LineFact, Part
from wastetrack.parties.model import Site, Unit

Boxed = tuple[ManifestLine, Container]


def places(m: Manifest) -> tuple[Place, ...]:
    """Who stands where on a manifest, with those who stand in for a party without account."""
    return (*parties_at(m), *stand_ins(m))


def parties_at(m: Manifest) -> tuple[Place, ...]:
    """The parties themselves."""
    consignor = (m.consignor_unit_id, m.consignor_site_id)
    receiver = (m.receiver_unit_id, m.receiver_site_id)
    found = [
        Place(Position.CONSIGNOR, *consignor),
        Place(Position.RECEIVER, *receiver),
        Place(Position.CARRIER, m.carrier_unit_id),
    ]
    if m.proxy_unit_id is not None:
        found.append(Place(Position.PROXY, m.proxy_unit_id))
    if m.next_carrier_unit_id is not None:
        found.append(Place(Position.CARRIER, m.next_carrier_unit_id))
    return tuple(found)


def stand_ins(m: Manifest) -> tuple[Place, ...]:
    """Who enters the part of a party without account: the other side, the consignor for a carrier."""
    consignor = (m.consignor_unit_id, m.consignor_site_id)
    receiver = (m.receiver_unit_id, m.receiver_site_id)
    found: list[Place] = []
    outside = {part for part, entry in m.entries.items() if entry == Entry.OUTSIDE}
    if Part.CONSIGNOR in outside:
        found.append(Place(Position.CONSIGNOR, *receiver))
    if Part.RECEIVER in outside:
        found.append(Place(Position.RECEIVER, *consignor))
    if Part.CARRIER in outside:
        found.append(Place(Position.CARRIER, *consignor))
    return tuple(found)


_cu, _ru = aliased(Unit), aliased(Unit)
_cs, _rs = aliased(Site), aliased(Site)
# built once: every step of the machine begins with it
_LOCKED: Any = (
    select(  # type: ignore[call-overload]  # SQLModel types at most four columns
        Manifest,
        _cu.name,
        _cu.credit_code,
        _cu.state,
        _cu.province_code,
        _cs.division_code,
        _ru.name,
        _ru.state,
        _ru.province_code,
        _ru.kinds,
        _rs.is_hospital,
    )
    .join(_cu, col(_cu.id) == col(Manifest.consignor_unit_id))
    .join(_cs, col(_cs.id) == col(Manifest.consignor_site_id))
    .join(_ru, col(_ru.id) == col(Manifest.receiver_unit_id))
    .join(_rs, col(_rs.id) == col(Manifest.receiver_site_id))
    .where(col(Manifest.id) == bindparam("manifest_id"))
    .with_for_update(of=Manifest)
    .execution_options(populate_existing=True)
)
_LINE_FACTS: Any = (
    select(ManifestLine, Container.human_code, Container.label_version)
    .join(Container, col(Container.id) == col(ManifestLine.container_id))
    .where(col(ManifestLine.manifest_id) == bindparam("manifest_id"))
    .order_by(col(ManifestLine.number))
)


def _afresh(work: Work, query: Any) -> Any:
    """What was read before the lock was taken may be stale: it is read again, pending changes kept."""
    work.session.flush()
    return query.execution_options(populate_existing=True)


def _parties(row: Sequence[Any]) -> Parties:
    return Parties(
        consignor_name=row[1],
        consignor_code=row[2],
        consignor_state=row[3],
        consignor_province=row[4],
        consignor_division=row[5],
        receiver_name=row[6],
        receiver_state=row[7],
        receiver_province=row[8],
        receiver_kinds=tuple(row[9]),
        receiver_is_hospital=row[10],
    )


def lock_with_parties(work: Work, manifest_id: UUID) -> tuple[Manifest, Parties]:
    """The manifest locked, with what its steps need of the parties; the step asks for permission."""
    work.session.flush()
    row = work.session.exec(_LOCKED, params={"manifest_id": manifest_id}).one_or_none()
    if row is None:
        raise Missing("manifest")
    require(work.actor, Action.MANIFEST_READ, *places(row[0]))
    return row[0], _parties(row)


def get_manifest(work: Work, manifest_id: UUID) -> Manifest:
    """A manifest in the actor's scope."""
    row = work.session.get(Manifest, manifest_id)
    if row is None:
        raise Missing("manifest")
    require(work.actor, Action.MANIFEST_READ, *places(row))
    return row


def lock_manifest(work: Work, manifest_id: UUID) -> Manifest:
    """A manifest in the actor's scope, locked for a change."""
    return lock_with_parties(work, manifest_id)[0]


def find_by_number(work: Work, text: str) -> Manifest | None:
    """By our reference or an official number, if the actor may read it."""
    code = text.strip().upper()
    columns = (col(Manifest.reference), col(Manifest.national_no), col(Manifest.provincial_no))
    for column in columns:
        row = work.session.exec(select(Manifest).where(column == code)).first()
        if row is not None:
            try:
                require(work.actor, Action.MANIFEST_READ, *places(row))
            except Missing:
                return None
            return row
    return None


def last_change(work: Work, manifest_id: UUID) -> dict[str, object]:
    """Who changed it last and when, for a person whose page has gone stale."""
    query = (
        select(Event.recorded_at, Event.actor_label)
        .where(Event.subject_id == manifest_id)
        .order_by(col(Event.seq).desc())
    )
    row = work.session.exec(query).first()
    return {} if row is None else {"at": row[0], "who": row[1]}


def number_taken(work: Work, column: str, number: str, but: UUID) -> bool:
    """Whether another manifest already carries this official number."""
    query = select(Manifest.id).where(
        col(getattr(Manifest, column)) == number, col(Manifest.id) != but
    )
    return work.session.exec(query).first() is not None


def boxes(work: Work, manifest_id: UUID, *, lock: bool = False) -> list[Boxed]:
    """The lines with the containers they were filed with, in line order."""
    query = (
        select(ManifestLine, Container)
        .join(Container, col(Container.id) == col(ManifestLine.container_id))
        .where(ManifestLine.manifest_id == manifest_id)
        .order_by(col(ManifestLine.number))
    )
    if lock:
        query = _afresh(work, query.with_for_update(of=Container))
    return [(line, container) for line, container in work.session.exec(query)]


def line_facts(work: Work, manifest_id: UUID) -> list[tuple[ManifestLine, LineFact]]:
    """The lines and what the gates need of their containers, without loading these."""
    found = work.session.exec(_LINE_FACTS, params={"manifest_id": manifest_id})
    return [(line, line_fact(line, code, version)) for line, code, version in found]


def line_fact(line: ManifestLine, code: str, version: int) -> LineFact:
    """A line as the rules see it."""
    return LineFact(
        number=line.number,
        waste_code=line.waste_code,
        waste_name=line.waste_name,
        code=code,
        planned_g=line.planned_g,
        shipped_g=line.shipped_g,
        label_version=line.label_version,
        current_label=version,
        left_out=line.decision is Decision.LEFT_OUT,
    )


def lines_of(work: Work, manifest_id: UUID) -> list[ManifestLine]:
    """The lines alone, in order."""
    query = select(ManifestLine).where(ManifestLine.manifest_id == manifest_id)
    return list(work.session.exec(query.order_by(col(ManifestLine.number))))


def lock_containers(work: Work, ids: Iterable[UUID]) -> list[Container]:
    """Containers that a step of a manifest moves, locked in id order; the step has its own permission."""
    wanted = set(ids)
    if not wanted:
        return []
    query = select(Container).where(col(Container.id).in_(wanted)).order_by(col(Container.id))
    return list(work.session.exec(_afresh(work, query.with_for_update())))


def hauls_of(work: Work, manifest_id: UUID) -> list[Haul]:
    """The carriers' parts in the order they drive."""
    query = select(Haul).where(Haul.manifest_id == manifest_id)
    return list(work.session.exec(query.order_by(col(Haul.number))))


def corrections_of(work: Work, manifest_id: UUID) -> list[Correction]:
    """Proposed and applied corrections, oldest first."""
    query = select(Correction).where(Correction.manifest_id == manifest_id)
    return list(work.session.exec(query.order_by(col(Correction.id))))


def lock_correction(work: Work, manifest_id: UUID, correction_id: UUID) -> Correction:
    """One correction of this manifest, locked."""
    query = select(Correction).where(
        Correction.id == correction_id, Correction.manifest_id == manifest_id
    )
    row: Correction | None = work.session.exec(_afresh(work, query.with_for_update())).one_or_none()
    if row is None:
        raise Missing("correction")
    return row
