"""Judges the rows of an upload against what is here: new, unchanged, or bad with every reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from wastetrack.catalog.queries import division_names, find_waste
from wastetrack.catalog.rules import edition_on
from wastetrack.containers.model import Container
from wastetrack.containers.rules import SEQUENCE_MOST, when_faults
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.work import Work
from wastetrack.ledger.inputs import ProducedRow, UnitRow
from wastetrack.ledger.queries.known import Kept, batches, imported_sites, kept_of
from wastetrack.ledger.queries.land import Land, Spot
from wastetrack.ledger.rules import LAYOUTS
from wastetrack.ledger.terms import RowFault, Sheet
from wastetrack.parties.rules import code_faults, may_open

# numbers of digital ids used up, by unit code, waste code and day
Numbers = dict[tuple[str, str, str], int]
# follows from the code: an export fills it in where an upload left it empty
_FOLLOWS = frozenset({"official"})
# a browser's minute against a spreadsheet's second
SAME_MOMENT_S = 60


@dataclass
class Judged:
    """Rows to load with their sites, rows that are here already, and bad rows."""

    fresh: list[tuple[Any, Any]] = field(default_factory=list)
    unchanged: int = 0
    faults: list[RowFault] = field(default_factory=list)

    def blame(self, sheet: Sheet, line: int, faults: Sequence[Violation]) -> None:
        self.faults.append(RowFault(sheet, line, tuple(faults)))


def town_code(work: Work, text: str) -> str | None:
    """The division that a town's code or name means, with or without 街道, 镇, 乡."""
    names = division_names(work)
    if text in names:
        return text
    short = text.rstrip("镇乡").removesuffix("街道")
    for code, name in names.items():
        if (
            len(code) == 9
            and text
            and name in {text, *(short + end for end in ("街道", "镇", "乡"))}
        ):
            return code
    return None


def changed(sheet: Sheet, before: dict[str, Any], now: dict[str, Any]) -> list[Violation]:
    """The same key with other content is never overwritten: which columns differ."""
    titles = {c.key: c.title for c in LAYOUTS[sheet]}
    titles |= {"grams": "数量", "expected_g": "预计年产生量", "capacity_g": "贮存能力"}
    # what a later version of the program keeps beside was not known when this row came
    known = now.keys() & before.keys() - _FOLLOWS
    keys = [key for key in now if key in known and before[key] != now[key]]
    if not keys:
        return []
    what = [titles.get(key, key) for key in keys]
    return [Violation("ledger.changed", keys[0] if keys[0] in titles else "", {"what": what})]


def judge_units(work: Work, land: Land, rows: Sequence[UnitRow]) -> Judged:
    """Rows of 单位."""
    judged = Judged()
    here = {key: land.sites[key] for row in rows if (key := row.key) in land.sites}
    made = imported_sites(work, [site.id for site in here.values()]) if here else {}
    for row in rows:
        unit, site = land.units.get(row.credit_code), here.get(row.key)
        faults = code_faults(row.credit_code, row.code_reason or None)
        town = town_code(work, row.town)
        if town is None:
            faults.append(Violation("ledger.town_unknown", "town", {"input": row.town}))
        if land.only is not None and row.key != land.only.key:
            params: dict[str, object] = {"site": land.only.site_name, "code": land.only.credit_code}
            faults.append(Violation("ledger.not_your_site", "credit_code", params))
        if unit is not None and unit.name != row.name:
            params = {"input": row.name, "known": unit.name}
            faults.append(Violation("ledger.unit_name", "name", params))
        if site is not None and (before := made.get(site.id)) is not None:
            faults += changed(Sheet.UNITS, before, row.kept())
        elif site is not None and land.only is None:
            # registered by itself: its own entries stand, and the row may not say otherwise
            was = {"town": site.division_code, "address": site.address}
            faults += changed(Sheet.UNITS, was, {"town": town, "address": row.address})
        if faults:
            judged.blame(Sheet.UNITS, row.line, faults)
            land.planned.pop(row.key, None)
            land.bad_units.add(row.credit_code)
        elif site is not None:
            judged.unchanged += 1
        else:
            judged.fresh.append((row, town))
    return judged


def judge_produced(
    work: Work, land: Land, rows: Sequence[ProducedRow], numbers: Numbers | None
) -> Judged:
    """Rows of B.1; `numbers` counts what the rows judged before will use up (None: told at loading)."""
    judged = Judged()
    spots = {row.line: land.find(row.where) for row in rows}
    site_ids = {s.site.id for s in spots.values() if isinstance(s, Spot) and s.site}
    here = batches(work, site_ids, {row.batch for row in rows})
    kept = kept_of(work, [c.id for found in here.values() for c in found])
    for row in rows:
        spot = spots[row.line]
        if isinstance(spot, Violation):
            judged.blame(Sheet.PRODUCED, row.line, [spot])
            continue
        found = here.get((spot.site.id, row.batch), []) if spot.site else []
        if found:
            faults = _produced_changed(row, found, kept)
            judged.unchanged += not faults
        else:
            faults = _produced_faults(work, row, spot)
            if not faults and numbers is not None:
                faults = _crowded(row, spot, numbers)
            if not faults:
                judged.fresh.append((row, spot))
        if faults:
            judged.blame(Sheet.PRODUCED, row.line, faults)
    return judged


def _produced_faults(work: Work, row: ProducedRow, spot: Spot) -> list[Violation]:
    faults = when_faults(row.at, work.now, "at")
    edition = edition_on(local_day(row.at))
    if find_waste(work, row.code, edition) is None:
        params: dict[str, object] = {"waste_code": row.code, "edition": edition.value}
        faults.append(Violation("containers.waste_unknown", "code", params))
    if row.codes and row.grams < len(row.codes):
        faults.append(Violation("ledger.amount_zero", "amount", {"input": row.grams}))
    if spot.unit is not None:
        faults += may_open(spot.unit.state)
    return faults


def _crowded(row: ProducedRow, spot: Spot, numbers: Numbers) -> list[Violation]:
    day = local_day(row.at).isoformat()
    key = (spot.credit_code, row.code, day)
    numbers[key] = numbers.get(key, 0) + max(len(row.codes), 1)
    if numbers[key] <= SEQUENCE_MOST:
        return []
    params: dict[str, object] = {"waste_code": row.code, "day": day}
    return [Violation("containers.sequence_full", "code", params)]


def _produced_changed(
    row: ProducedRow, found: Sequence[Container], kept: dict[UUID, Kept]
) -> list[Violation]:
    first = found[0]
    before = kept.get(first.id, Kept())
    if before.row is not None:
        return changed(Sheet.PRODUCED, before.row, row.kept())
    # registered here, not imported: what both sides know
    grams = sum(kept.get(c.id, Kept()).grams or 0 for c in found)
    same_time = first.first_waste_at is not None and (
        abs((first.first_waste_at - row.at).total_seconds()) < SAME_MOMENT_S
    )
    was: dict[str, Any] = {"at": same_time, "code": first.waste_code, "grams": grams}
    now: dict[str, Any] = {"at": True, "code": row.code, "grams": row.grams}
    if row.name:
        was["name"], now["name"] = first.waste_name, row.name
    return changed(Sheet.PRODUCED, was, now)
