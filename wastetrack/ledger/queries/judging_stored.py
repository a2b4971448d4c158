"""Judges rows of B.2: the batch they store, its weight and date, the store, and what stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from wastetrack.audit.model import Event
from wastetrack.containers.machine import obstacles
from wastetrack.containers.model import Container
from wastetrack.containers.rules import when_faults
from wastetrack.containers.terms import Standing
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.work import Work
from wastetrack.ledger.inputs import OwnRow, ProducedRow, StoredRow
from wastetrack.ledger.queries.judging import SAME_MOMENT_S, Judged, changed
from wastetrack.ledger.queries.known import Kept, batches, kept_of, stored_rows
from wastetrack.ledger.queries.land import Land, Spot
from wastetrack.ledger.rules import even_parts
from wastetrack.ledger.terms import Sheet
from wastetrack.parties.model import Facility

BatchKey = tuple[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Target:
    """What a row would store: a container that is here, or one that the upload will make."""

    code: str
    grams: int
    container: Container | None = None


@dataclass
class Coming:
    """Batches that stand in the same upload: good ones with their row, and bad ones."""

    rows: dict[BatchKey, ProducedRow] = field(default_factory=dict)
    bad: set[str] = field(default_factory=set)
    # grams that rows of B.4 before this one take out, by piece
    used: dict[UUID | str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Storing:
    """A good row with the containers and the store it names."""

    row: StoredRow
    containers: tuple[Container, ...]
    store: Facility | None


def judge_stored(work: Work, land: Land, rows: Sequence[StoredRow], coming: Coming) -> Judged:
    """Rows of B.2, after all of B.1."""
    judged = Judged()
    spots = {row.line: land.find(row.where) for row in rows}
    site_ids = {s.site.id for s in spots.values() if isinstance(s, Spot) and s.site}
    here = batches(work, site_ids, {row.produced for row in rows})
    kept = kept_of(work, [c.id for found in here.values() for c in found])
    before = stored_rows(work, site_ids, {row.batch for row in rows})
    taken: set[UUID | str] = set()
    for row in rows:
        spot = spots[row.line]
        if isinstance(spot, Violation):
            judged.blame(Sheet.STORED, row.line, [spot])
            continue
        done = before.get((spot.site.id, row.batch)) if spot.site else None
        boxes = here.get((spot.site.id, row.produced), []) if spot.site else []
        if done:
            faults = _stored_changed(row, done, boxes)
            judged.unchanged += not faults
            if faults:
                judged.blame(Sheet.STORED, row.line, faults)
            continue
        made, code, targets = targets_of(row, spot, boxes, kept, coming)
        store = land.store_of(spot, row.store)
        faults = _faults(work, row, made, code, targets)
        if made is None and row.produced in coming.bad:
            faults = [Violation("ledger.batch_bad", "produced", {"input": row.produced})]
        faults += [store] if isinstance(store, Violation) else []
        faults += _obstacles(row, targets, taken)
        if faults:
            judged.blame(Sheet.STORED, row.line, faults)
            continue
        found = tuple(t.container for t in targets if t.container is not None)
        judged.fresh.append(
            (Storing(row, found, store if isinstance(store, Facility) else None), spot)
        )
    return judged


def targets_of(
    row: StoredRow | OwnRow,
    spot: Spot,
    boxes: Sequence[Container],
    kept: Mapping[UUID, Kept],
    coming: Coming,
) -> tuple[datetime | None, str, list[Target]]:
    """When the batch was made, its waste code, and those of its pieces that the row names."""
    if boxes:
        all_of = [
            Target(kept.get(c.id, Kept()).code or c.digital_id or "", c.mass_g or 0, c)
            for c in boxes
        ]
        return boxes[0].first_waste_at, boxes[0].waste_code, _named(row, all_of)
    made = coming.rows.get((spot.key, row.produced))
    if made is None:
        return None, "", []
    parts = even_parts(made.grams, max(len(made.codes), 1))
    names = made.codes or ("",)
    all_of = [Target(name, part) for name, part in zip(names, parts, strict=True)]
    return made.at, made.code, _named(row, all_of)


def _named(row: StoredRow | OwnRow, pieces: list[Target]) -> list[Target]:
    # a lot without codes is one piece, whatever the row calls it
    if not row.codes or not any(piece.code for piece in pieces):
        return pieces
    return [piece for piece in pieces if piece.code in row.codes]


def _faults(
    work: Work, row: StoredRow, made: datetime | None, code: str, targets: Sequence[Target]
) -> list[Violation]:
    faults = when_faults(row.at, work.now, "at")
    if made is None:
        return [*faults, Violation("ledger.batch_unknown", "produced", {"input": row.produced})]
    if row.at < made:
        faults.append(Violation("ledger.before_made", "at", {"made": made.isoformat()}))
    if row.code != code:
        params: dict[str, object] = {"input": row.code, "made": code, "batch": row.produced}
        faults.append(Violation("ledger.waste_differs", "code", params))
    if not targets:
        params = {"input": list(row.codes), "batch": row.produced}
        faults.append(Violation("ledger.code_unknown", "codes", params))
    elif (total := sum(t.grams for t in targets)) != row.grams:
        params = {"input": row.grams, "made": total, "batch": row.produced}
        faults.append(Violation("ledger.amount_differs", "amount", params))
    return faults


def _obstacles(
    row: StoredRow, targets: Sequence[Target], taken: set[UUID | str]
) -> list[Violation]:
    faults: list[Violation] = []
    for target in targets:
        c = target.container
        piece: UUID | str = c.id if c else f"{row.where}{row.produced}{target.code}"
        if piece in taken or (c is not None and c.facility_id is not None):
            faults.append(Violation("ledger.already_stored", "produced", {"batch": row.produced}))
        elif c is not None:
            now = Standing(c.content, c.custody, c.booking)
            faults += obstacles("store", now, c.human_code)
        taken.add(piece)
    return list(dict.fromkeys(faults))


def _stored_changed(
    row: StoredRow, done: Sequence[Event], boxes: Sequence[Container]
) -> list[Violation]:
    kept: dict[str, Any] | None = done[0].payload["facts"].get("ledger_row")
    if kept is not None:
        return changed(Sheet.STORED, kept, row.kept())
    at = done[0].happened_at
    mine = {c.id for c in boxes}
    was: dict[str, Any] = {
        "at": abs((at - row.at).total_seconds()) < SAME_MOMENT_S,
        "grams": sum(event.grams or 0 for event in done),
        "produced": all(event.container_id in mine for event in done),
    }
    return changed(Sheet.STORED, was, {"at": True, "grams": row.grams, "produced": True})
