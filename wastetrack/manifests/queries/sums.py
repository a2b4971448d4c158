"""Sums that the gates ask for: plan use of a site, mass under a licence, room in his stores."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, bindparam, func
from sqlmodel import col, select

from wastetrack.containers.model import Container
from wastetrack.containers.terms import LIVE
from wastetrack.kernel.clock import start_of_day
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.terms import RECEIVED_STATES, UNDER_WAY, RoomFact, State
from wastetrack.parties.model import Facility, Partition
from wastetrack.parties.terms import STORES, LicenceFacts

_USES = (*UNDER_WAY, *RECEIVED_STATES)
_PROMISED = (State.READY, State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING)


def in_states(wanted: Iterable[State]) -> ColumnElement[bool]:
    """`state in (…)` with the values in the text, so that the planner sees a partial index cover it."""
    values = [state.value for state in wanted]
    return col(Manifest.state).in_(
        bindparam(None, values, type_=String, expanding=True, literal_execute=True)
    )


def moved(where: Sequence[ColumnElement[bool]], but: UUID | None) -> Any:
    """Grams by waste code on manifests that count: accepted, else shipped, else planned."""
    grams = func.coalesce(
        col(ManifestLine.accepted_g), col(ManifestLine.shipped_g), col(ManifestLine.planned_g)
    )
    query = (
        select(ManifestLine.waste_code, func.sum(grams))
        .join(Manifest, col(Manifest.id) == col(ManifestLine.manifest_id))
        .where(in_states(_USES), *where)
        .group_by(col(ManifestLine.waste_code))
    )
    return query if but is None else query.where(col(Manifest.id) != but)


# built once, since every filing asks for them
_PLAN_USE: Any = moved(
    [
        col(Manifest.consignor_site_id) == bindparam("site_id"),
        col(Manifest.filed_at) >= bindparam("start"),
        col(Manifest.filed_at) < bindparam("end"),
        col(Manifest.id) != bindparam("but"),
    ],
    None,
)
_TOTAL = func.coalesce(func.sum(col(Manifest.mass_g)), 0)
_UNDER = col(Manifest.licence_id) == bindparam("licence_id")
_AT_RECEIVER = col(Manifest.receiver_unit_id) == bindparam("unit_id")
# only what was received has that moment, so the year's sum is read from its index alone
_LICENCE_MASS: Any = select(
    select(_TOTAL)
    .where(
        _UNDER,
        col(Manifest.received_at) >= bindparam("start"),
        col(Manifest.received_at) < bindparam("end"),
    )
    .scalar_subquery(),
    select(_TOTAL)
    .where(_AT_RECEIVER, _UNDER, in_states(UNDER_WAY), col(Manifest.id) != bindparam("but"))
    .scalar_subquery(),
)
_NONE = UUID(int=0)


def plan_use(work: Work, site_id: UUID, year: int, *, but: UUID | None = None) -> dict[str, int]:
    """Grams by waste code that a site's manifests of a year use of its plan."""
    params = {"site_id": site_id, "but": but or _NONE, **_bounds(year)}
    return {code: int(grams) for code, grams in work.session.exec(_PLAN_USE, params=params)}


def _bounds(year: int) -> dict[str, datetime]:
    return {
        "start": start_of_day(date(year, 1, 1)),
        "end": start_of_day(date(year + 1, 1, 1)),
    }


def licence_mass(
    work: Work, licence: LicenceFacts, year: int, *, but: UUID | None = None
) -> tuple[int, int]:
    """Grams accepted under a licence in a calendar year, and grams under way to its holder."""
    params = {
        "licence_id": licence.id,
        "unit_id": licence.unit_id,
        "but": but or _NONE,
        **_bounds(year),
    }
    row = work.session.exec(_LICENCE_MASS, params=params).one()
    return int(row[0]), int(row[1])


def room_at(work: Work, site_id: UUID, but: UUID) -> RoomFact:
    """Capacity is known only if every store has one; a store without partitions takes every code."""
    rows = work.session.exec(
        select(Facility.id, Facility.capacity_g, Partition.waste_codes)
        .join(Partition, col(Partition.facility_id) == col(Facility.id), isouter=True)
        .where(
            Facility.site_id == site_id,
            col(Facility.active).is_(True),
            col(Facility.kind).in_(STORES),
        )
        .order_by(col(Facility.id))
        .with_for_update(of=Facility, key_share=True)
    ).all()
    capacities = {facility: capacity for facility, capacity, _ in rows}
    known = [grams for grams in capacities.values() if grams is not None]
    open_to_all = any(not codes for _, _, codes in rows)
    there = (
        select(func.coalesce(func.sum(col(Container.mass_g)), 0))
        .where(col(Container.facility_id).in_(capacities), col(Container.content).in_(LIVE))
        .scalar_subquery()
    )
    promised = (
        select(func.coalesce(func.sum(col(Manifest.mass_g)), 0))
        .where(Manifest.receiver_site_id == site_id, in_states(_PROMISED), col(Manifest.id) != but)
        .scalar_subquery()
    )
    sums = work.session.exec(select(there, promised)).one()
    return RoomFact(
        capacity_g=sum(known) if known and len(known) == len(capacities) else None,
        mass_g=int(sums[0]),
        promised_g=int(sums[1]),
        codes=frozenset()
        if open_to_all
        else frozenset(code for _, _, codes in rows for code in codes or ()),
    )
