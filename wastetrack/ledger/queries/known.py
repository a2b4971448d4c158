"""Finds again what an upload's rows may already have made: by site and batch code, in sets."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import case
from sqlalchemy import select as pick
from sqlmodel import col, or_, select

from wastetrack.audit.model import Event
from wastetrack.containers.model import CodeSequence, Container
from wastetrack.containers.rules import SEQUENCE_MOST
from wastetrack.containers.terms import Batch
from wastetrack.kernel.work import Work

IMPORTED = "ledger.import"
_KEPT_KINDS = frozenset(
    {IMPORTED, "container.open", "container.seal", "container.correct", "container.void"}
)
Key = tuple[UUID, str]


class Past(NamedTuple):
    """What the ledger reads of one event: whole rows would cost an export of a year its time."""

    id: UUID
    kind: str
    container_id: UUID | None
    manifest_id: UUID | None
    site_id: UUID | None
    batch_code: str | None
    grams: int | None
    facts: dict[str, Any] | None
    facility_set: str | None


# facts are read where they say something: unpacking them is the dearest part of a row
_TELLING = or_(col(Event.kind) == IMPORTED, col(Event.batch_code).is_not(None))
PAST: tuple[Any, ...] = (
    col(Event.id),
    col(Event.kind),
    col(Event.container_id),
    col(Event.manifest_id),
    col(Event.site_id),
    col(Event.batch_code),
    col(Event.grams),
    case((_TELLING, col(Event.payload)["facts"])),
    col(Event.payload)["set"]["facility_id"].as_string(),
)


@dataclass(slots=True)
class Kept:
    """What the trail knows of one container's row: as imported, its own code, its sealed weight."""

    row: dict[str, Any] | None = None
    code: str = ""
    grams: int | None = None
    opened_in: str = ""  # the store at registration, as text of its id
    void: bool = False


def batches(
    work: Work, site_ids: Collection[UUID], codes: Collection[str]
) -> dict[Key, list[Container]]:
    """Containers by site and batch of production, the children of splits left out."""
    if not site_ids or not codes:
        return {}
    query = (
        select(Container)
        .where(
            col(Container.origin_site_id).in_(site_ids),
            col(Container.batch_code).in_(codes),
            col(Container.parent_id).is_(None),
        )
        .order_by(col(Container.id))
    )
    found: dict[Key, list[Container]] = {}
    for row in work.session.exec(query):
        found.setdefault((row.origin_site_id, row.batch_code or ""), []).append(row)
    return found


def events_of(
    work: Work,
    container_ids: Collection[UUID],
    *,
    all_batches: bool = False,
    opened: bool = True,
) -> list[Past]:
    """What is kept of some containers, in order.

    With `all_batches` also every ledger row of theirs; without `opened` not where they were opened.
    """
    if not container_ids:
        return []
    kinds = col(Event.kind).in_(_KEPT_KINDS if opened else _KEPT_KINDS - {"container.open"})
    wanted = or_(kinds, col(Event.batch_code).is_not(None)) if all_batches else kinds
    query = pick(*PAST).where(col(Event.container_id).in_(container_ids), wanted)
    return [Past(*row) for row in work.session.execute(query.order_by(col(Event.id)))]


def kept_from(events: Iterable[Past]) -> dict[UUID, Kept]:
    """The imported row, the weight and the first store of each container, from its events in order."""
    found: dict[UUID, Kept] = {}
    for event in events:
        if event.container_id is None or event.kind not in _KEPT_KINDS:
            continue
        kept = found.setdefault(event.container_id, Kept())
        if event.kind == IMPORTED:
            facts = event.facts or {}
            kept.row, kept.code = facts.get("ledger_row"), facts.get("code", "")
        elif event.kind == "container.open":
            kept.opened_in = event.facility_set or ""
        elif event.kind == "container.void":
            kept.void = True
        elif event.grams is not None:
            kept.grams = event.grams
    return found


def kept_of(work: Work, container_ids: Collection[UUID]) -> dict[UUID, Kept]:
    """The same, asked for."""
    return kept_from(events_of(work, container_ids))


def stored_rows(
    work: Work, site_ids: Collection[UUID], codes: Collection[str]
) -> dict[Key, list[Event]]:
    """Events of being stored by site and batch code of storing."""
    if not site_ids or not codes:
        return {}
    query = select(Event).where(col(Event.site_id).in_(site_ids), col(Event.batch_code).in_(codes))
    found: dict[Key, list[Event]] = {}
    for event in work.session.exec(query):
        if event.site_id is not None and (event.batch_code or "").startswith(Batch.STORED):
            found.setdefault((event.site_id, event.batch_code or ""), []).append(event)
    return found


def imported_sites(work: Work, site_ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """The unit rows that made some sites."""
    query = select(Event.subject_id, Event.payload).where(
        col(Event.subject_id).in_(set(site_ids)), Event.kind == IMPORTED
    )
    return {
        subject: payload["facts"]["ledger_row"] for subject, payload in work.session.exec(query)
    }


def nearly_full(
    work: Work, unit_codes: Collection[str], most_more: int
) -> dict[tuple[str, str, str], int]:
    """Numbers already used up by (unit, waste, day) where so many more could pass the 999th."""
    if not unit_codes:
        return {}
    query = select(CodeSequence).where(
        col(CodeSequence.unit_code).in_(unit_codes),
        col(CodeSequence.last) > SEQUENCE_MOST - most_more,
    )
    rows: Sequence[CodeSequence] = work.session.exec(query).all()
    return {(r.unit_code, r.waste_code, r.day.isoformat()): r.last for r in rows}
