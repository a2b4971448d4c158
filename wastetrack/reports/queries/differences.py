"""Finds the entries that a roll-forward's difference is made of.

Transfers that straddle the ends of the period or weighed otherwise, corrections, voided containers,
waste identified as not hazardous: their grams add up to the difference.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select
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
    """By waste and time, in two statements; together they are exactly the difference."""
    found: dict[Waste, list[Cause]] = defaultdict(list)
    inside = _inside(first, end)
    for cause in [*_transfers(work, site_ids, inside), *_alone(work, site_ids, inside)]:
        found[cause.waste_code, cause.waste_name].append(cause)
    for entries in found.values():
        entries.sort(key=lambda cause: (cause.at, cause.reference))
    return found


def _moment() -> ColumnElement[datetime]:
    found: ColumnElement[datetime] = func.coalesce(col(Event.claimed_at), col(Event.accepted_at))
    return found


def _inside(first: date, end: date) -> ColumnElement[bool]:
    return and_(_moment() >= start_of_day(first), _moment() < start_of_day(end))


def _transfers(work: Work, site_ids: Collection[UUID], inside: ColumnElement[bool]) -> list[Cause]:
    """Per manifest and waste: accepted or taken back, less what stood here when it was loaded."""
    kind, grams = col(Event.kind), func.coalesce(col(Event.grams), 0)
    was = func.coalesce(col(Event.payload)["was"]["mass_g"].as_integer(), grams)
    signed = func.sum(case((kind == "container.load", -was), else_=grams))
    shown = func.coalesce(
        col(Manifest.national_no), col(Manifest.paper_no), col(Manifest.reference), ""
    )
    flags = [func.max(case((kind == name, 1), else_=0)) for name in _TRANSFER]
    query = (
        select(
            col(Event.manifest_id),
            func.max(shown),
            func.min(_moment()),
            col(Container.waste_code),
            col(Container.waste_name),
            signed,
            *flags,
        )
        .join(Container, col(Container.id) == col(Event.container_id))
        .join(Manifest, col(Manifest.id) == col(Event.manifest_id), isouter=True)
        .where(col(Event.site_id).in_(site_ids), kind.in_(_TRANSFER), inside)
        .group_by(col(Event.manifest_id), col(Container.waste_code), col(Container.waste_name))
        .having(signed != 0)
    )
    return [
        Cause(
            why=why_of(frozenset(n for n, seen in zip(_TRANSFER, kinds, strict=True) if seen)),
            at=at,
            waste_code=code,
            waste_name=name,
            grams=int(total),
            reference=reference,
            manifest_id=manifest_id,
        )
        for manifest_id, reference, at, code, name, total, *kinds in work.session.execute(query)
    ]


def _alone(work: Work, site_ids: Collection[UUID], inside: ColumnElement[bool]) -> list[Cause]:
    kind, payload = col(Event.kind), col(Event.payload)
    was, now = payload["was"]["mass_g"].as_integer(), payload["set"]["mass_g"].as_integer()
    signed = case(
        (kind == "container.correct", func.coalesce(now - was, 0)),
        else_=-func.coalesce(col(Event.grams), 0),
    )
    query = (
        select(
            kind,
            _moment(),
            col(Container.id),
            col(Container.human_code),
            col(Container.waste_code),
            col(Container.waste_name),
            signed,
        )
        .join(Container, col(Container.id) == col(Event.container_id))
        .where(col(Event.site_id).in_(site_ids), kind.in_(tuple(_ALONE)), inside, signed != 0)
        .order_by(col(Event.id))
    )
    return [
        Cause(
            why=_ALONE[name],
            at=at,
            waste_code=code,
            waste_name=waste,
            grams=int(grams),
            reference=human,
            container_id=container_id,
        )
        for name, at, container_id, human, code, waste, grams in work.session.execute(query)
    ]
