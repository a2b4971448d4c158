"""Judges rows of B.3 to B.5: the same as the acts here left them, history of another system, or neither.

Leaving the store and going to another unit are halves of a transfer, which is a manifest signed by
both sides: a row of a file cannot stand for the receiver's word, so B.3 and B.5 are compared only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wastetrack.catalog.queries import code_values
from wastetrack.containers.machine import obstacles
from wastetrack.containers.model import Container
from wastetrack.containers.rules import own_waste_faults, when_faults
from wastetrack.containers.terms import Standing
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.work import Work
from wastetrack.ledger.inputs import MovedRow, OwnRow, read_own
from wastetrack.ledger.queries.entries import entries_by_batch
from wastetrack.ledger.queries.judging import Judged
from wastetrack.ledger.queries.judging_stored import Coming, Target, targets_of
from wastetrack.ledger.queries.known import batches, kept_of
from wastetrack.ledger.queries.land import Land, Spot
from wastetrack.ledger.rules import LAYOUTS, differing
from wastetrack.ledger.terms import Sheet
from wastetrack.parties.model import Facility
from wastetrack.parties.queries import facilities_of
from wastetrack.parties.terms import FacilityKind


@dataclass(frozen=True, slots=True)
class Treating:
    """A good row of B.4 with what it takes out of which container, and where."""

    row: OwnRow
    parts: tuple[tuple[Container, int], ...]
    facility: Facility

    @property
    def containers(self) -> tuple[Container, ...]:
        return tuple(container for container, _ in self.parts)


def judge_moved(
    work: Work, land: Land, sheet: Sheet, rows: Sequence[MovedRow], coming: Coming
) -> Judged:
    """Rows of one table after all of B.1 and B.2."""
    judged = Judged()
    spots = {row.line: land.find(row.where) for row in rows}
    sites = {s.site.id: s.site for s in spots.values() if isinstance(s, Spot) and s.site}
    here = entries_by_batch(work, sheet, sites, {row.batch for row in rows})
    new: list[tuple[MovedRow, Spot]] = []
    for row in rows:
        spot = spots[row.line]
        if isinstance(spot, Violation):
            judged.blame(sheet, row.line, [spot])
            continue
        entry = here.get((spot.site.id, row.batch)) if spot.site else None
        if entry is None and sheet is Sheet.OWN:
            new.append((row, spot))
        elif entry is None:
            fault = Violation(_ELSEWHERE[sheet], "batch", {"batch": row.batch})
            judged.blame(sheet, row.line, [fault])
        elif keys := differing(LAYOUTS[sheet], row.cells, entry.values):
            titles = {c.key: c.title for c in LAYOUTS[sheet]}
            params: dict[str, object] = {"what": [titles[key] for key in keys]}
            judged.blame(sheet, row.line, [Violation("ledger.differs", keys[0], params)])
        else:
            judged.unchanged += 1
    _judge_own(work, judged, new, coming)
    return judged


_ELSEWHERE = {Sheet.LEFT: "ledger.left_elsewhere", Sheet.OUTSIDE: "ledger.entrusted_elsewhere"}


def _judge_own(
    work: Work, judged: Judged, new: Sequence[tuple[MovedRow, Spot]], coming: Coming
) -> None:
    """What another system recorded of own use and disposal becomes the same act here."""
    site_ids = {spot.site.id for _, spot in new if spot.site}
    read = [(*read_own(row), spot) for row, spot in new]
    here = batches(work, site_ids, {row.produced for row, _, _ in read})
    kept = kept_of(work, [c.id for found in here.values() for c in found])
    ovens = {
        (f.site_id, f.code): f
        for f in facilities_of(work, list(site_ids))
        if f.active and f.kind is FacilityKind.TREATMENT
    }
    methods = {value.code for value in code_values(work, "method")} if new else set()
    for row, unread, spot in read:
        faults = list(unread)
        boxes = here.get((spot.site.id, row.produced), []) if spot.site else []
        oven = ovens.get((spot.site.id, row.treated_in)) if spot.site else None
        if not faults:
            if oven is None:
                params: dict[str, object] = {"input": row.treated_in}
                faults.append(Violation("ledger.treatment_unknown", "treated_in", params))
            if row.method not in methods:
                params = {"input": row.method}
                faults.append(Violation("containers.unknown_method", "method", params))
            made, code, targets = targets_of(row, spot, boxes, kept, coming)
            faults += _when(work, row, made)
            faults += _source(row, code, targets, bad=row.produced in coming.bad)
            parts = _parts(row, targets, coming, faults)
        if faults or oven is None:
            judged.blame(Sheet.OWN, row.line, faults)
            continue
        mine = tuple((t.container, grams) for t, grams in parts if t.container is not None)
        judged.fresh.append((Treating(row, mine, oven), spot))


def _when(work: Work, row: OwnRow, made: datetime | None) -> list[Violation]:
    faults = when_faults(row.at, work.now, "at") + when_faults(row.finished, work.now, "finished")
    if made is not None and row.at < made:
        faults.append(Violation("ledger.treated_before_made", "at", {"made": made.isoformat()}))
    if row.finished < row.at:
        faults.append(Violation("containers.finished_before_start", "finished"))
    return faults


def _source(row: OwnRow, code: str, targets: Sequence[Target], *, bad: bool) -> list[Violation]:
    if not code:
        known = "ledger.batch_bad" if bad else "ledger.batch_unknown"
        return [Violation(known, "source", {"input": row.produced})]
    if code != row.code:
        params: dict[str, object] = {"input": row.code, "made": code, "batch": row.produced}
        return [Violation("ledger.waste_differs", "code", params)]
    if not targets:
        params = {"input": list(row.codes), "batch": row.produced}
        return [Violation("ledger.code_unknown", "codes", params)]
    return []


def _parts(
    row: OwnRow, targets: Sequence[Target], coming: Coming, faults: list[Violation]
) -> list[tuple[Target, int]]:
    """What the row takes of each piece: all of several, or some of one."""
    left = {id(t): t.grams - coming.used.get(_piece(row, t), 0) for t in targets}
    whole = sum(left.values())
    if targets and (row.grams > whole or (len(targets) > 1 and row.grams != whole)):
        params: dict[str, object] = {"input": row.grams, "left": whole, "batch": row.produced}
        faults.append(Violation("ledger.own_amount", "amount", params))
    for target in targets:
        c = target.container
        if c is not None:
            now = Standing(c.content, c.custody, c.booking)
            faults += obstacles("treat_self", now, c.human_code)
            faults += own_waste_faults(c.held_as, "containers.not_own_waste")
    if faults:
        return []
    parts = [(t, left[id(t)] if len(targets) > 1 else row.grams) for t in targets]
    for target, grams in parts:
        piece = _piece(row, target)
        coming.used[piece] = coming.used.get(piece, 0) + grams
    return [(target, grams) for target, grams in parts if grams]


def _piece(row: OwnRow, target: Target) -> UUID | str:
    return target.container.id if target.container else f"{row.where}{row.produced}{target.code}"
