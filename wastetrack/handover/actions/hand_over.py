"""Completes a stop: the consignor signs for what is on the vehicle, the carrier leaves with it."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import may, require
from wastetrack.cases.actions.open import open_case
from wastetrack.cases.terms import CaseKind
from wastetrack.handover.inputs import HandOver
from wastetrack.handover.queries import comparison
from wastetrack.handover.rules import loading_faults
from wastetrack.handover.terms import Comparison, ScanPlace
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import DepartManifest, SignManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import get_manifest, places
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
    seen = data.seen
    if signs:
        lines = {item.line_id for item in result.expected}
        check(loading_faults(lines, data.loaded, picked=data.picked))
        loaded = set(data.loaded) or {match.expected.line_id for match in result.matched} or lines
        weights = {match.expected.line_id: match.grams for match in result.matched}
        weights |= {line.id: c.mass_g for line, c in rows if c.mass_g and line.id not in weights}
        weights |= {item.line_id: item.grams for item in data.shipped}
        m = sign(
            work,
            m.id,
            SignManifest.model_validate(
                {
                    "seen": seen,
                    "shipped": [
                        {"line_id": line, "grams": weights[line]} for line in loaded & set(weights)
                    ],
                    "left_out": sorted(lines - loaded),
                    "left_reason": data.left_reason,
                    "handler": data.handler,
                    "at": data.at,
                }
            ),
        )
        seen = None
    if drives:
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
        )
        _strays(work, m, result)
    return m


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
