"""Finds the entries that a roll-forward's difference is made of.

Transfers that straddle the ends of the period or weighed otherwise, corrections, voided containers,
waste identified as not hazardous: their grams add up to the difference.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Uuid,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlmodel import col

from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.kernel.clock import start_of_day
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.reports.rules.declaration import why_of
from wastetrack.reports.terms import Cause, Why

Waste = tuple[str, str]
_TRANSFER = ("container.load", "container.entrust", "container.take_back")
_ALONE = {
    "container.correct": Why.CORRECTED,
    "container.void": Why.VOIDED,
    "container.identify": Why.IDENTIFIED,
}


def causes(
    work: Work, site_ids: Collection[UUID], first: date, end: date
) -> dict[Waste, list[Cause]]:
    """By waste and time, in one statement; together they are exactly the difference."""
    found: dict[Waste, list[Cause]] = defaultdict(list)
    inside = _inside(first, end)
    both = union_all(_transfers(site_ids, inside), _alone(site_ids, inside))
    for manifest_id, container_id, reference, at, code, name, grams, *how in work.session.execute(
        both
    ):
        kind, *kinds = how
        cause = Cause(
            why=_ALONE.get(kind)
            or why_of(frozenset(n for n, seen in zip(_TRANSFER, kinds, strict=True) if seen)),
            at=at,
            waste_code=code,
            waste_name=name,
            grams=int(grams),
            reference=reference,
            manifest_id=manifest_id,
            container_id=container_id,
        )
        found[code, name].append(cause)
    for entries in found.values():
        entries.sort(key=lambda cause: (cause.at, cause.reference))
    return found


def _moment() -> ColumnElement[datetime]:
    found: ColumnElement[datetime] = func.coalesce(col(Event.claimed_at), col(Event.accepted_at))
    return found


def _inside(first: date, end: date) -> ColumnElement[bool]:
    return and_(_moment() >= start_of_day(first), _moment() < start_of_day(end))


def _transfers(site_ids: Collection[UUID], inside: ColumnElement[bool]) -> Select[Any]:
    """Per manifest and waste: accepted or taken back, less what stood here when it was loaded."""
    kind, grams = col(Event.kind), func.coalesce(col(Event.grams), 0)
    was = func.coalesce(col(Event.payload)["was"]["mass_g"].as_integer(), grams)
    signed = func.sum(case((kind == "container.load", -was), else_=grams))
    shown = func.coalesce(
        col(Manifest.national_no), col(Manifest.paper_no), col(Manifest.reference), ""
    )
    return (
        select(
            col(Event.manifest_id),
            cast(null(), Uuid),
            func.max(shown),
            func.min(_moment()),
            col(Container.waste_code),
            col(Container.waste_name),
            cast(signed, BigInteger),
            literal(""),
            *(func.max(case((kind == name, 1), else_=0)) for name in _TRANSFER),
        )
        .join(Container, col(Container.id) == col(Event.container_id))
        .join(Manifest, col(Manifest.id) == col(Event.manifest_id), isouter=True)
        .where(col(Event.site_id).in_(site_ids), kind.in_(_TRANSFER), inside)
        .group_by(col(Event.manifest_id), col(Container.waste_code), col(Container.waste_name))
        .having(signed != 0)
    )


def _alone(site_ids: Collection[UUID], inside: ColumnElement[bool]) -> Select[Any]:
    kind, payload = col(Event.kind), col(Event.payload)
    was, now = payload["was"]["mass_g"].as_integer(), payload["set"]["mass_g"].as_integer()
    signed = case(
        (kind == "container.correct", func.coalesce(now - was, 0)),
        else_=-func.coalesce(col(Event.grams), 0),
    )
    return (
        select(
            cast(null(), Uuid),
            col(Container.id),
            col(Container.human_code),
            _moment(),
            col(Container.waste_code),
            col(Container.waste_name),
            cast(signed, BigInteger),
            kind,
            *(literal(0) for _ in _TRANSFER),
        )
        .join(Container, col(Container.id) == col(Event.container_id))
        .where(col(Event.site_id).in_(site_ids), kind.in_(tuple(_ALONE)), inside, signed != 0)
    )
