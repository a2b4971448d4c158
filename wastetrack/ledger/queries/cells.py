"""Fills the columns of a ledger row from an event, its container, and what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import null
from sqlmodel import col, select

from wastetrack.audit.model import Event
from wastetrack.catalog.queries import code_values, find_waste
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries.known import PAST, Kept, Past, events_of, kept_from
from wastetrack.ledger.rules import STORE_KINDS
from wastetrack.ledger.terms import Sheet
from wastetrack.parties.model import Facility, Site, Unit
from wastetrack.parties.queries import facilities_of, licences_by_unit
from wastetrack.parties.terms import PERMITS, LicenceFacts, LicenceKind


class Made(NamedTuple):
    """What a row says of the container itself."""

    id: UUID
    waste_name: str
    waste_code: str
    edition: str
    packaging: str
    digital_id: str | None
    human_code: str
    batch_code: str | None


class Piece(NamedTuple):
    """One event that is a row of the ledger, with who and when, and its container."""

    event: Past
    claimed_at: datetime | None
    accepted_at: datetime
    actor_label: str
    container: Made

    @property
    def at(self) -> datetime:
        return self.claimed_at or self.accepted_at


_MADE: tuple[Any, ...] = tuple(getattr(Container, name) for name in Made._fields)
# a row of B.1 says nothing by its event's facts
_BARE = (*PAST[:-2], null(), null())
_WHO: tuple[Any, ...] = (
    col(Event.claimed_at),
    col(Event.accepted_at),
    col(Event.actor_label),
    *_MADE,
)


def columns_of(sheet: Sheet) -> tuple[Any, ...]:
    """What to select for the rows of a table: `piece` reads it."""
    return (*(_BARE if sheet is Sheet.PRODUCED else PAST), *_WHO)


def piece(row: Sequence[Any]) -> Piece:
    """A selected row as a value."""
    cut = len(PAST)
    claimed, accepted, who = row[cut : cut + 3]
    return Piece(Past(*row[:cut]), claimed, accepted, who, Made(*row[cut + 3 :]))


_WITH_STORE = frozenset({Sheet.STORED, Sheet.LEFT, Sheet.OWN})
_WITH_PAST = frozenset({Sheet.LEFT, Sheet.OWN, Sheet.OUTSIDE})
_WITH_RECEIVER = frozenset({Sheet.LEFT, Sheet.OUTSIDE})


@dataclass
class Around:
    """What a page of rows refers to, read in sets."""

    sites: dict[UUID, Site]
    kept: dict[UUID, Kept] = field(default_factory=dict)
    stores: dict[str, Facility] = field(default_factory=dict)
    past: dict[UUID, list[Past]] = field(default_factory=dict)
    receivers: dict[tuple[UUID | None, UUID | None], Unit] = field(default_factory=dict)
    licences: dict[UUID, list[LicenceFacts]] = field(default_factory=dict)
    # the catalogue's names and the words of packaging, each looked up once
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    packagings: dict[str, str] = field(default_factory=dict)
    # credit codes by unit, where a table holds the rows of several
    codes: dict[UUID, str] = field(default_factory=dict)

    def kept_of(self, container_id: UUID) -> Kept:
        return self.kept.get(container_id, Kept())


def read_around(
    work: Work, sheet: Sheet, sites: dict[UUID, Site], pieces: Sequence[Piece]
) -> Around:
    """At most six statements, however many rows."""
    around = Around(sites)
    ids = {piece.container.id for piece in pieces}
    if not ids:
        return around
    around.packagings = {v.code: v.label_zh for v in code_values(work, "packaging")}
    for c in {p.container.waste_code: p.container for p in pieces}.values():
        around.names[c.waste_code, c.edition] = _official(work, c)
    past = sheet in _WITH_PAST
    events = events_of(work, ids, all_batches=past, opened=past or sheet is Sheet.STORED)
    around.kept = kept_from(events)
    if sheet in _WITH_STORE:
        around.stores = {str(f.id): f for f in facilities_of(work, sites)}
    for event in events:
        if event.container_id is not None and event.batch_code is not None:
            around.past.setdefault(event.container_id, []).append(event)
    if sheet in _WITH_RECEIVER:
        around.receivers = _receivers(work, events)
    if sheet is Sheet.OUTSIDE:
        around.licences = licences_by_unit(work, {u.id for u in around.receivers.values()})
    return around


def _receivers(work: Work, events: Sequence[Past]) -> dict[tuple[UUID | None, UUID | None], Unit]:
    """Who took a container over, by container and manifest."""
    taken = [e for e in events if e.kind == "container.receive"]
    query = (
        select(Site.id, Unit)
        .join(Unit, col(Unit.id) == col(Site.unit_id))
        .where(col(Site.id).in_({e.site_id for e in taken}))
    )
    units = dict(work.session.exec(query).all()) if taken else {}
    return {(e.container_id, e.manifest_id): units[e.site_id] for e in taken if e.site_id in units}


def values_of(sheet: Sheet, pieces: Sequence[Piece], around: Around) -> dict[str, object]:
    """The row by column key; what an upload said of itself is given back as it was."""
    first = pieces[0]
    event, c = first.event, first.container
    said = around.kept_of(c.id).row or {}
    row = (event.facts or {}).get("ledger_row") if sheet in _SAID else None
    site = around.sites.get(event.site_id) if event.site_id else None
    values: dict[str, object] = {
        "container_id": c.id,
        "batch": event.batch_code,
        "at": first.at,
        "name": c.waste_name,
        "official": said.get("official") or around.names.get((c.waste_code, c.edition), ""),
        "category": f"HW{c.waste_code[-2:]}",
        "code": c.waste_code,
        "amount": _grams(sheet, pieces, around),
        "unit": "吨",
        "codes": "、".join(
            around.kept_of(p.container.id).code or p.container.digital_id or "" for p in pieces
        )
        if not said or said.get("codes")
        else "",
        "packaging": said.get("packaging") or around.packagings.get(c.packaging, ""),
        "quantity": said.get("quantity", len(pieces)),
        "site_name": site.name if site else "",
        "credit_code": around.codes.get(site.unit_id, "") if site else "",
    }
    if sheet is Sheet.PRODUCED:
        values |= {key: said.get(key, "") for key in ("made_in", "officer", "destination")}
    elif sheet is Sheet.STORED:
        values |= _stored(first, around)
    elif sheet is Sheet.LEFT:
        values |= _left(first, around)
    elif sheet is Sheet.OWN:
        values |= _own(first, around)
    elif sheet is Sheet.OUTSIDE:
        values |= _outside(first, around)
    if row:
        values |= {k: v for k, v in row.items() if k in _SAID[sheet]}
        values["codes"] = "、".join(row["codes"])
    return values


# columns of an imported row that nothing here knows better
_SAID = {
    Sheet.STORED: frozenset({"name", "packaging", "quantity", "store", "carried_by", "kept_by"}),
    Sheet.OWN: frozenset({"name", "packaging", "quantity", "officer"}),
}


def _grams(sheet: Sheet, pieces: Sequence[Piece], around: Around) -> int | None:
    if sheet is not Sheet.PRODUCED:
        return sum(piece.event.grams or 0 for piece in pieces)
    # what was weighed, or corrected since; a drum that still fills has no weight yet
    known = [around.kept_of(piece.container.id).grams for piece in pieces]
    return None if None in known else sum(g or 0 for g in known)


def _official(work: Work, c: Made) -> str:
    fact = find_waste(work, c.waste_code, c.edition)
    return fact.name if fact else ""


def _store(around: Around, store_id: object) -> dict[str, object]:
    store = around.stores.get(str(store_id))
    return {
        "store": store.code if store else "",
        "store_kind": STORE_KINDS.get(store.kind.value, "") if store else "",
    }


def _stored(piece: Piece, around: Around) -> dict[str, object]:
    event = piece.event
    told = event.facility_set or (event.facts or {}).get("facility_id")
    found = _store(around, told or around.kept_of(piece.container.id).opened_in)
    return {**found, "carried_by": "", "kept_by": "", "produced": piece.container.batch_code}


def _before(event: Past, around: Around, *prefixes: Batch) -> str:
    """The latest batch code of these kinds that this container had at this site before the event."""
    past = around.past.get(event.container_id, []) if event.container_id else []
    for earlier in reversed(past):
        batch = earlier.batch_code or ""
        same = earlier.site_id == event.site_id and earlier.id < event.id
        if same and batch.startswith(prefixes):
            return batch
    return ""


def _left(piece: Piece, around: Around) -> dict[str, object]:
    event = piece.event
    unit = around.receivers.get((event.container_id, event.manifest_id))
    return {
        **_store(around, (event.facts or {}).get("facility_id")),
        "given_by": piece.actor_label,
        "carried_by": "",
        "stored": _before(event, around, Batch.STORED),
        "destination": unit.name if unit else "",
    }


def _own(piece: Piece, around: Around) -> dict[str, object]:
    facts = piece.event.facts or {}
    treated = around.stores.get(str(facts.get("treated_in")))
    finished = facts.get("finished_at")
    return {
        "treated_in": treated.code if treated else "",
        "method": facts.get("method", ""),
        "finished": datetime.fromisoformat(finished) if finished else "",
        "officer": piece.actor_label,
        "source": _before(piece.event, around, Batch.LEFT) or piece.container.batch_code or "",
    }


def _outside(piece: Piece, around: Around) -> dict[str, object]:
    event = piece.event
    unit = around.receivers.get((event.container_id, event.manifest_id))
    day = local_day(piece.at)
    held = around.licences.get(unit.id, []) if unit else []
    valid = [li for li in held if li.checked and li.valid_from <= day <= li.valid_to]
    permit = next((li for li in valid if li.kind in PERMITS), None)
    exempt = next((li for li in valid if li.kind is LicenceKind.EXEMPT), None)
    use = (event.batch_code or "").startswith(Batch.OUTSIDE_USE)
    return {
        "method": "利用" if use else "处置",
        "receiver_kind": "许可证持有单位" if permit else "豁免单位" if exempt else "",
        "receiver": unit.name if unit else "",
        "licence": permit.number if permit else exempt.number if exempt else "",
        "source": _before(event, around, Batch.LEFT) or piece.container.batch_code or "",
    }
