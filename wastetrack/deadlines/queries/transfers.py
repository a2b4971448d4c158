"""Which transfers wait too long: confirmation, back-filling, the road, the gate, the outcome."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, select, text
from sqlmodel import col, or_

from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.rules import clock_level, due_day
from wastetrack.deadlines.terms import Finding, RuleCode
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.trips.model import Trip

Sites = Sequence[UUID] | None
# which state runs which clock of the receiver, and since when
_RECEIVER = {
    State.RECEIVED: (RuleCode.MF_5, "received_at"),
    State.ARRIVED: (RuleCode.MF_GATE_IN, "arrived_at"),
    State.NEGOTIATING: (RuleCode.MF_GATE_IN, "arrived_at"),
    State.CONFIRMED: (RuleCode.MF_OUT, "confirmed_at"),
}
_UNFILLED = text("manifest.paper and manifest.backfilled_at is null")
_FINISHED = (State.RECEIVED, State.CONFIRMED, State.CLOSED, State.RETURNED)
_COLUMNS = (
    col(Manifest.id),
    col(Manifest.reference),
    col(Manifest.state),
    col(Manifest.consignor_site_id),
    col(Manifest.consignor_unit_id),
    col(Manifest.receiver_site_id),
    col(Manifest.receiver_unit_id),
    col(Manifest.departed_at),
    col(Manifest.arrived_at),
    col(Manifest.received_at),
    col(Manifest.confirmed_at),
    col(Trip.carrier_site_id),
    col(Trip.carrier_unit_id),
)


def _finding(
    look: Lookout,
    code: RuleCode,
    row: Row[tuple[object, ...]],
    start: datetime | None,
    site: tuple[UUID, UUID],
) -> list[Finding]:
    rule = look.rule(code)
    level = clock_level(rule, start, look.now, look.days) if rule and start else None
    if rule is None or start is None or level is None:
        return []
    return [
        Finding(
            rule=code,
            level=level,
            site_id=site[0],
            unit_id=site[1],
            subject_key=str(row.id),
            manifest_id=row.id,
            clock_from=start,
            due_on=due_day(rule, start, look.days),
            facts={"reference": row.reference},
        )
    ]


def waiting(look: Lookout, sites: Sites = None) -> list[Finding]:
    """MF-5, MF-GATE-IN and MF-OUT of receivers, MF-GATE of carriers."""
    query = (
        select(*_COLUMNS)
        .outerjoin(Trip, col(Trip.id) == col(Manifest.trip_id))
        .where(col(Manifest.state).in_([*_RECEIVER, State.IN_TRANSIT]))
    )
    if sites is not None:
        here = (
            col(Manifest.receiver_site_id).in_(sites),
            col(Manifest.consignor_site_id).in_(sites),
            col(Trip.carrier_site_id).in_(sites),
        )
        query = query.where(or_(*here))
    found: list[Finding] = []
    for row in look.work.session.execute(query):
        if row.state is State.IN_TRANSIT:
            # without a trip in this system the consignor is the one who can ask after it
            carrier = (row.carrier_site_id, row.carrier_unit_id)
            place = carrier if row.carrier_site_id else _consignor(row)
            found += _finding(look, RuleCode.MF_GATE, row, row.departed_at, place)
        else:
            code, since = _RECEIVER[row.state]
            place = (row.receiver_site_id, row.receiver_unit_id)
            found += _finding(look, code, row, getattr(row, since), place)
    return _at(found, sites)


def unfilled(look: Lookout, sites: Sites = None) -> list[Finding]:
    """MF-10: paper transfers that are finished but not entered yet, for both ends."""
    query = (
        select(*_COLUMNS)
        .outerjoin(Trip, col(Trip.id) == col(Manifest.trip_id))
        .where(_UNFILLED, col(Manifest.state).in_(_FINISHED))
    )
    if sites is not None:
        here = (
            col(Manifest.receiver_site_id).in_(sites),
            col(Manifest.consignor_site_id).in_(sites),
        )
        query = query.where(or_(*here))
    found: list[Finding] = []
    for row in look.work.session.execute(query):
        ended = row.received_at or row.arrived_at
        found += _finding(look, RuleCode.MF_10, row, ended, _consignor(row))
        if row.state is not State.RETURNED:
            receiver = (row.receiver_site_id, row.receiver_unit_id)
            found += _finding(look, RuleCode.MF_10, row, ended, receiver)
    return _at(found, sites)


def _consignor(row: Row[tuple[object, ...]]) -> tuple[UUID, UUID]:
    return (row.consignor_site_id, row.consignor_unit_id)


def _at(found: list[Finding], sites: Sites) -> list[Finding]:
    """Only what stands at these sites: a transfer touches others too."""
    return found if sites is None else [f for f in found if f.site_id in set(sites)]
