"""Reads everything that one manifest's page and form show, in five statements."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import may, require
from wastetrack.agreements.model import Contract, Plan
from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.containers.queries import places_of
from wastetrack.containers.terms import Custody
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Haul, Manifest, ManifestLine
from wastetrack.manifests.queries.heads import corrections_of, get_manifest, places
from wastetrack.manifests.shapes import HaulView, LineView, ManifestPage, PartyView
from wastetrack.manifests.terms import Decision, Entry, Part, Standing, State
from wastetrack.parties.model import Licence, Site, StoredFile, Unit
from wastetrack.trips.model import Trip

_BEFORE_DEPARTURE = frozenset({State.DRAFT, State.FILED, State.READY})
_TIMELINE = 200


_cu, _ru, _tu, _pu = aliased(Unit), aliased(Unit), aliased(Unit), aliased(Unit)
_cs, _rs, _earlier, _refused = aliased(Site), aliased(Site), aliased(Manifest), aliased(Container)


def _places(container: Any) -> tuple[Any, ...]:
    """The columns that say who may open a container's own page."""
    holder = (container.holder_unit_id, container.holder_site_id)
    return (*holder, container.origin_unit_id, container.origin_site_id)


# built once: the parts of a statement cost more to put together than to send
_HEAD: Any = (
    select(  # type: ignore[call-overload]  # SQLModel types at most four columns
        Manifest,
        *(_cu.name, _cu.phone, _cs.name, _cs.address),
        *(_ru.name, _ru.phone, _rs.name, _rs.address),
        *(_tu.name, _tu.phone, _pu.name),
        *(Trip.plate, Trip.planned_on, Licence.number, Contract.number, Plan.number),
        _earlier.reference,
    )
    .join(_cu, col(_cu.id) == col(Manifest.consignor_unit_id))
    .join(_cs, col(_cs.id) == col(Manifest.consignor_site_id))
    .join(_ru, col(_ru.id) == col(Manifest.receiver_unit_id))
    .join(_rs, col(_rs.id) == col(Manifest.receiver_site_id))
    .outerjoin(_tu, col(_tu.id) == col(Manifest.carrier_unit_id))
    .outerjoin(_pu, col(_pu.id) == col(Manifest.proxy_unit_id))
    .outerjoin(Trip, col(Trip.id) == col(Manifest.trip_id))
    .outerjoin(Licence, col(Licence.id) == col(Manifest.licence_id))
    .outerjoin(Contract, col(Contract.id) == col(Manifest.contract_id))
    .outerjoin(Plan, col(Plan.id) == col(Manifest.plan_id))
    .outerjoin(_earlier, col(_earlier.id) == col(Manifest.previous_id))
    .where(col(Manifest.id) == bindparam("manifest_id"))
)
_LINES: Any = (
    select(  # type: ignore[call-overload]  # SQLModel types at most four columns
        ManifestLine,
        Container.human_code,
        Container.label_version,
        _refused.human_code,
        Container.custody,
        *_places(Container),
        *_places(_refused),
    )
    .join(Container, col(Container.id) == col(ManifestLine.container_id))
    .outerjoin(_refused, col(_refused.id) == col(ManifestLine.refused_container_id))
    .where(col(ManifestLine.manifest_id) == bindparam("manifest_id"))
    .order_by(col(ManifestLine.number))
)


def manifest_page(work: Work, manifest_id: UUID, *, trail: bool = True) -> ManifestPage:
    """A manifest in the actor's scope; `trail` False leaves its events out (for the form on paper)."""
    row = _head(work, manifest_id)
    if row is None:
        raise Missing("manifest")
    require(work.actor, Action.MANIFEST_READ, *places(row[0]))
    return _page(work, row, trail=trail)


def page_by_pass(work: Work, manifest_id: UUID) -> ManifestPage | None:
    """The manifest of a genuine roadside pass: whoever holds the pass needs no account."""
    row = _head(work, manifest_id)
    return None if row is None else _page(work, row, trail=False)


def _head(work: Work, manifest_id: UUID) -> Any:
    return work.session.exec(_HEAD, params={"manifest_id": manifest_id}).one_or_none()


def _page(work: Work, row: Any, *, trail: bool) -> ManifestPage:
    m: Manifest = row[0]
    moved = m.state not in _BEFORE_DEPARTURE
    return ManifestPage(
        manifest=m,
        consignor=_party(m, Part.CONSIGNOR, m.consignor_unit_id, row[1:5]),
        receiver=_party(m, Part.RECEIVER, m.receiver_unit_id, row[5:9]),
        carrier=_party(m, Part.CARRIER, m.carrier_unit_id, (row[9], row[10], "", "")),
        proxy=row[11] or "",
        plate=row[12] or "",
        planned_on=row[13],
        licence=row[14] or "",
        contract=row[15] or "",
        plan=row[16] or "",
        previous=row[17] or "",
        lines=_lines(work, m.id),
        hauls=_hauls(work, m.id) if moved else (),
        corrections=corrections_of(work, m.id) if moved else (),
        events=_trail(work, m.id) if trail else (),
    )


def copy_of(work: Work, manifest_id: UUID) -> StoredFile:
    """The record of the copy that a party outside signed, for who may read the manifest."""
    m = get_manifest(work, manifest_id)
    kept = work.session.get(StoredFile, m.copy_sha256) if m.copy_sha256 else None
    if kept is None:
        raise Missing("file")
    return kept


def standing_of(page: ManifestPage) -> Standing:
    """Where the manifest stands, for the machine's offers."""
    m = page.manifest
    return Standing(
        state=m.state,
        numbered=m.national_no is not None,
        signed=m.signed_at is not None,
        paper=m.paper,
        backfilled=m.backfilled_at is not None,
        acknowledged=m.acknowledged_at is not None,
        relay_offered=m.next_trip_id is not None,
        outside=frozenset(
            Part(part) for part, entry in m.entries.items() if entry == Entry.OUTSIDE
        ),
        copied=m.copy_sha256 is not None,
        ways=frozenset(way for v in page.lines if (way := _way(v)) is not None),
    )


def _way(view: LineView) -> Decision | None:
    """How far a line is on its way back; one that was short and is found can go back."""
    found = view.custody in {Custody.ON_VEHICLE, Custody.AT_GATE}
    return (
        Decision.REFUSED if view.line.decision is Decision.SHORT and found else view.line.way_back
    )


def _party(m: Manifest, part: Part, unit_id: UUID | None, columns: Any) -> PartyView:
    name, phone, site, address = (value or "" for value in columns)
    outside = m.entries.get(part) == Entry.OUTSIDE
    return PartyView(unit_id, name, phone, site, address, outside=outside)


def _lines(work: Work, manifest_id: UUID) -> list[LineView]:
    found = work.session.exec(_LINES, params={"manifest_id": manifest_id})
    return [LineView(*row[:5], *(_opens(work, row[at : at + 4]) for at in (5, 9))) for row in found]


def _opens(work: Work, columns: Any) -> bool:
    """Whether the reader may open the container's page: its receiver may not before he took it."""
    known = columns[2] is not None
    return known and may(work.actor, Action.CONTAINER_READ, *places_of(*columns))


def _hauls(work: Work, manifest_id: UUID) -> list[HaulView]:
    query = (
        select(Haul, Unit.name, Unit.phone)
        .join(Unit, col(Unit.id) == col(Haul.carrier_unit_id))
        .where(Haul.manifest_id == manifest_id)
        .order_by(col(Haul.number))
    )
    return [HaulView(*row) for row in work.session.exec(query)]


def _trail(work: Work, manifest_id: UUID) -> list[Event]:
    """The manifest's own events, the latest ones of a very long life; lines and drums have theirs."""
    query = (
        select(Event)
        .where(Event.subject_id == manifest_id)
        .order_by(col(Event.seq).desc())
        .limit(_TIMELINE)
    )
    return list(reversed(work.session.exec(query).all()))
