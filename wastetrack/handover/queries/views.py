"""Reads the page of a stop and the page of a receipt."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import may, positions, require
from wastetrack.handover.queries.scans import comparison
from wastetrack.handover.rules import weigh
from wastetrack.handover.shapes import GateView, LineView, Sibling, StopView
from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.manifests.machine import step_of
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import places
from wastetrack.manifests.terms import Entry, Part, State
from wastetrack.parties.model import Unit
from wastetrack.parties.queries import facilities_of
from wastetrack.parties.terms import STORES
from wastetrack.trips.model import Trip

_AT_GATE = (State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING, State.RECEIVED, State.REFUSED)
_YARD_ACTS = (Action.MANIFEST_FILE, Action.MANIFEST_SIGN, Action.MANIFEST_DEPART)
_GATE_ACTS = (Action.MANIFEST_ACCEPT, Action.MANIFEST_REFUSE, Action.MANIFEST_QUERY)
_SCANNED = frozenset({State.FILED, State.READY, State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING})
# lines looked back at for the method that a form proposes
_BACK = 300


def stop_view(work: Work, manifest_id: UUID, place: ScanPlace = ScanPlace.YARD) -> StopView:
    """The page of a stop (or gate), in three statements."""
    consignor, receiver = aliased(Unit), aliased(Unit)
    this = aliased(Manifest)
    shared = select(this.trip_id).where(this.id == manifest_id).scalar_subquery()
    rows = work.session.exec(
        select(Manifest, consignor.name, receiver.name, Trip)
        .join(consignor, col(consignor.id) == col(Manifest.consignor_unit_id))
        .join(receiver, col(receiver.id) == col(Manifest.receiver_unit_id))
        .join(Trip, col(Trip.id) == col(Manifest.trip_id), isouter=True)
        .where(or_(col(Manifest.id) == manifest_id, col(Manifest.trip_id) == shared))
        .order_by(col(Manifest.id))
    ).all()
    row = next((found for found in rows if found[0].id == manifest_id), None)
    if row is None:
        raise Missing("manifest")
    manifest, trip = row[0], row[3]
    require(work.actor, Action.MANIFEST_READ, *places(manifest))
    boxed, scans, result = comparison(work, manifest_id, place)
    matched = {m.expected.line_id: m for m in result.matched}
    grams = {item.line_id: item.grams for item in result.expected}
    return StopView(
        manifest=manifest,
        consignor=row[1],
        receiver=row[2],
        plate=trip.plate if trip else "",
        waybill_no=(trip.waybill_no or "") if trip else "",
        siblings=[
            _sibling(m, name)
            for m, name, _, _ in rows
            if m.id != manifest_id and may(work.actor, Action.MANIFEST_READ, *places(m))
        ],
        lines=[
            LineView(
                line=line,
                code=container.human_code,
                grams=grams[line.id],
                scanned=line.id in matched,
                mass_g=matched[line.id].mass_g if line.id in matched else None,
                custody=container.custody,
            )
            for line, container in boxed
            if line.id in grams
        ],
        result=result,
        last=scans[-1] if scans else None,
        acts=_acts(work, manifest),
    )


def _acts(work: Work, m: Manifest) -> frozenset[Action]:
    """What this person may do now; an act at the gate weighs the vehicle in first, so it starts on the road."""
    here = places(m)
    arrived = State.ARRIVED if m.state is State.IN_TRANSIT else m.state
    starts = dict.fromkeys(_YARD_ACTS, m.state) | dict.fromkeys(_GATE_ACTS, arrived)
    found = {
        action
        for action, state in starts.items()
        if step_of(action, state) is not None and may(work.actor, action, *here)
    }
    if m.signed_at is not None:
        found.discard(Action.MANIFEST_SIGN)
    if Position.CONSIGNOR not in positions(work.actor, here):
        # a proxy files on the manifest's page, where its consent is looked at
        found.discard(Action.MANIFEST_FILE)
    if m.entries.get(Part.CARRIER) == Entry.OUTSIDE:
        # entered from its papers on the manifest's page
        found.discard(Action.MANIFEST_DEPART)
    if may(work.actor, Action.HANDOVER_SCAN, *here) and m.state in _SCANNED:
        found |= {Action.HANDOVER_SCAN, Action.HANDOVER_UNDO}
    return frozenset(found)


def gate_view(work: Work, manifest_id: UUID) -> GateView:
    """The page of a receipt: the stop, what else the bridge weighed with it, and where it can be put."""
    stop = stop_view(work, manifest_id, ScanPlace.GATE)
    m = stop.manifest
    together = [
        s for s in stop.siblings if s.receiver_site_id == m.receiver_site_id and s.state in _AT_GATE
    ]
    load = stop.result.expected_g + sum(s.grams for s in together)
    gross = m.gross_g or next((s.gross_g for s in together if s.gross_g), None)
    stores = [f for f in facilities_of(work, [m.receiver_site_id]) if f.kind in STORES and f.active]
    return GateView(
        stop=stop,
        together=together,
        load_g=load,
        gross_g=gross,
        weighing=weigh(m.gross_g, m.tare_g, load),
        stores=stores,
    )


def _sibling(m: Manifest, consignor: str) -> Sibling:
    number = m.national_no or m.paper_no or m.reference
    return Sibling(m.id, number, consignor, m.receiver_site_id, m.state, m.mass_g, m.gross_g)


def last_methods(work: Work, site_id: UUID, codes: Sequence[str]) -> dict[str, str]:
    """How this receiver last said it treats these wastes: what the form proposes."""
    if not codes:
        return {}
    rows = work.session.exec(
        select(ManifestLine.waste_code, ManifestLine.method)
        .join(Manifest, col(Manifest.id) == col(ManifestLine.manifest_id))
        .where(
            Manifest.receiver_site_id == site_id,
            col(ManifestLine.waste_code).in_(codes),
            col(ManifestLine.method).is_not(None),
        )
        .order_by(col(Manifest.id).desc())
        .limit(_BACK)
    )
    found: dict[str, str] = {}
    for code, method in rows:
        found.setdefault(code, method or "")
    return found
