"""Completes a stop: the consignor signs for what is on the vehicle, the carrier leaves with it."""

from collections.abc import Sequence
from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import may, require
from wastetrack.cases.actions.open import open_case
from wastetrack.cases.terms import CaseKind
from wastetrack.handover.inputs import HandOver
from wastetrack.handover.queries import comparison
from wastetrack.handover.rules import loading_faults, unscanned_faults
from wastetrack.handover.terms import Comparison, Difference, Expected, ScanPlace
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import DepartManifest, LoadingCount, SignManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import Boxed, get_manifest, places
from wastetrack.manifests.terms import Part
from wastetrack.manifests.transition import outside
from wastetrack.trips.queries import find_trip


def hand_over(work: Work, manifest_id: UUID, data: HandOver) -> Manifest:
    """Do every act of the stop that is this person's: sign, depart, or both in one.

    The producer signs on his own phone and the driver departs on his; where one unit is both
    consignor and carrier, one act does it. Each manifest of a trip departs by its own act.
    """
    m = get_manifest(work, manifest_id)
    here = places(m)
    signs = may(work.actor, Action.MANIFEST_SIGN, *here) and m.signed_at is None
    # a carrier without account leaves by its papers: that is a form of its own
    drives = may(work.actor, Action.MANIFEST_DEPART, *here) and not (
        signs and outside(m, Part.CARRIER)
    )
    if not signs:
        require(work.actor, Action.MANIFEST_DEPART, *here)
    rows, _, result = comparison(work, m.id, ScanPlace.YARD)
    seen, aboard = data.seen, {line.line_id: line.aboard for line in data.unscanned}
    if signs:
        loaded = _loaded(data, result)
        # what he ticked himself is aboard, whether it was scanned or not
        aboard = {item.line_id: True for item in result.missing if item.line_id in loaded}
    missing = [item for item in result.missing if not signs or item.line_id in aboard]
    if drives:
        check(unscanned_faults(missing, aboard, data.unscanned_reason))
    if signs:
        m = sign(work, m.id, _signature(data, rows, result, loaded))
        seen = None
    if drives:
        carried = [item for item in missing if aboard[item.line_id]]
        m = depart(
            work,
            m.id,
            DepartManifest(
                seen=seen,
                trip_id=data.trip_id,
                at=data.at,
                place=data.place,
                destination=data.destination,
                via=data.via,
            ),
            LoadingCount(
                left_out=tuple(i.line_id for i in missing if not aboard[i.line_id]),
                left_reason=data.left_reason,
                unscanned=tuple(item.line_id for item in carried),
                unscanned_reason=data.unscanned_reason,
            ),
        )
        _strays(work, m, result)
        _unscanned(work, m, carried, data.unscanned_reason)
    return m


def _loaded(data: HandOver, result: Comparison) -> set[UUID]:
    """What the consignor ticked; without ticks what was scanned, and all when nothing was."""
    lines = {item.line_id for item in result.expected}
    check(loading_faults(lines, data.loaded, picked=data.picked))
    return set(data.loaded) or {match.expected.line_id for match in result.matched} or lines


def _signature(
    data: HandOver, rows: Sequence[Boxed], result: Comparison, loaded: set[UUID]
) -> SignManifest:
    """Weights as typed, else as scanned, else as sealed."""
    lines = {item.line_id for item in result.expected}
    weights = {match.expected.line_id: match.grams for match in result.matched}
    weights |= {line.id: c.mass_g for line, c in rows if c.mass_g and line.id not in weights}
    weights |= {item.line_id: item.grams for item in data.shipped}
    return SignManifest.model_validate(
        {
            "seen": data.seen,
            "shipped": [
                {"line_id": line, "grams": weights[line]} for line in loaded & set(weights)
            ],
            "left_out": sorted(lines - loaded),
            "left_reason": data.left_reason,
            "handler": data.handler,
            "at": data.at,
        }
    )


def _unscanned(work: Work, m: Manifest, carried: Sequence[Expected], reason: str) -> None:
    """Drums that left without a scan become one case: the gate's count decides about them."""
    trip = find_trip(work, m.trip_id) if m.trip_id else None
    if not carried or trip is None:
        return
    open_case(
        work,
        CaseKind.DATA,
        trip.carrier_site_id,
        trip.carrier_unit_id,
        "装车时没有扫码的容器",
        other_unit_id=m.consignor_unit_id,
        other_site_id=m.consignor_site_id,
        manifest_id=m.id,
        detail={
            "position": Position.CARRIER.value,
            "note": reason,
            "lines": [
                Difference(i.number, i.code, i.waste_name, i.grams, note=reason).told()
                for i in carried
            ],
        },
    )


def _strays(work: Work, m: Manifest, result: Comparison) -> None:
    """Drums that were seen beside the expected ones become one case, now that the vehicle goes."""
    trip = find_trip(work, m.trip_id) if m.trip_id else None
    if not result.beside or trip is None:
        return
    open_case(
        work,
        CaseKind.CONFLICT if result.stray else CaseKind.DATA,
        trip.carrier_site_id,
        trip.carrier_unit_id,
        "装车时扫到不在联单上的容器",
        other_unit_id=m.consignor_unit_id,
        other_site_id=m.consignor_site_id,
        manifest_id=m.id,
        detail={
            "position": Position.CARRIER.value,
            "stray": [{"code": s.code, "verdict": s.verdict.value} for s in result.beside],
        },
    )
