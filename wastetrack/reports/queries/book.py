"""Reads the parts of an operator's record book from events, feeds and treatments, oldest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from wastetrack.audit.model import Event
from wastetrack.catalog.queries import code_values
from wastetrack.containers.model import Container
from wastetrack.kernel.clock import start_of_day
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import Span, balances
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.parties.model import Facility, Unit
from wastetrack.reports.rules.declaration import Row
from wastetrack.treatments.model import Feed, Residue, Treatment

PAGE = 2000
_number = func.coalesce(col(Manifest.national_no), col(Manifest.paper_no), col(Manifest.reference))


def received(work: Work, span: Span) -> Iterator[Row]:
    """What was accepted at the sites, with its manifest and consignor."""
    facility = col(Event.payload)["facts"]["facility_id"].as_string()
    stores = _stores(work, span)
    side = Side("container.receive", col(Manifest.consignor_unit_id), facility)
    for at, number, name, code, human, grams, consignor, store in _moves(work, span, side):
        yield {
            "at": at,
            "manifest": number,
            "consignor": consignor,
            "name": name,
            "code": code,
            "container": human,
            "grams": grams,
            "store": stores.get(store or "", ""),
        }


def outgoing(work: Work, span: Span) -> Iterator[Row]:
    """What left the sites and was accepted elsewhere."""
    side = Side("container.entrust", col(Manifest.receiver_unit_id), literal(""))
    for at, number, name, code, human, grams, receiver, _ in _moves(work, span, side):
        yield {
            "at": at,
            "manifest": number,
            "receiver": receiver,
            "name": name,
            "code": code,
            "container": human,
            "grams": grams,
        }


def stock(work: Work, span: Span) -> Iterator[Row]:
    """Opening, moved and closing of each waste, with the difference as it is."""
    for line in balances(work, list(span.sites), span.first, span.end):
        yield {
            "name": line.waste_name,
            "code": line.waste_code,
            "opening": line.opening_g,
            "received": line.received_g,
            "produced": line.produced_g,
            "own": line.own_g,
            "outside": line.outside_g,
            "closing": line.closing_g,
            "difference": line.difference_g,
        }


def fed(work: Work, span: Span) -> Iterator[Row]:
    """Each container that went into a batch, and the manifest that brought it."""
    query = (
        select(
            col(Feed.id),
            col(Treatment.batch_code),
            col(Treatment.treated_at),
            col(Container.waste_name),
            col(Container.waste_code),
            col(Container.human_code),
            func.coalesce(_number, ""),
            col(Feed.grams),
        )
        .join(Feed, col(Feed.treatment_id) == col(Treatment.id))
        .join(Container, col(Container.id) == col(Feed.container_id))
        .join(ManifestLine, col(ManifestLine.id) == col(Feed.line_id), isouter=True)
        .join(Manifest, col(Manifest.id) == col(ManifestLine.manifest_id), isouter=True)
        .where(*_treated_in(span))
    )
    for _, batch, at, name, code, human, number, grams in _paged(work, query, col(Feed.id)):
        yield {
            "batch": batch,
            "at": at,
            "name": name,
            "code": code,
            "container": human,
            "manifest": number,
            "grams": grams,
        }


def treated(work: Work, span: Span) -> Iterator[Row]:
    """Each batch with its facility, method and mass."""
    methods = {value.code: value.label_zh for value in code_values(work, "method")}
    feeds = (
        select(func.count())
        .where(col(Feed.treatment_id) == col(Treatment.id))
        .correlate(Treatment)
        .scalar_subquery()
    )
    query = (
        select(
            col(Treatment.id),
            col(Treatment.batch_code),
            col(Treatment.treated_at),
            func.coalesce(col(Facility.name), ""),
            col(Treatment.method),
            feeds,
            col(Treatment.fed_g),
            col(Treatment.note),
        )
        .join(Facility, col(Facility.id) == col(Treatment.facility_id), isouter=True)
        .where(*_treated_in(span))
    )
    for _, batch, at, facility, method, count, grams, note in _paged(
        work, query, col(Treatment.id)
    ):
        yield {
            "batch": batch,
            "at": at,
            "facility": facility,
            "method": f"{method} {methods.get(method, '')}".strip(),
            "containers": count,
            "grams": grams,
            "note": note,
        }


def secondary(work: Work, span: Span) -> Iterator[Row]:
    """New waste of the operator that a batch left."""
    query = (
        select(
            col(Container.id),
            col(Treatment.batch_code),
            func.coalesce(col(Container.first_waste_at), col(Container.created_at)),
            col(Container.waste_name),
            col(Container.waste_code),
            col(Container.human_code),
            col(Container.mass_g),
        )
        .join(Residue, col(Residue.container_id) == col(Container.id))
        .join(Treatment, col(Treatment.id) == col(Residue.treatment_id))
        .where(*_treated_in(span))
    )
    for _, batch, at, name, code, human, grams in _paged(work, query, col(Container.id)):
        yield {
            "batch": batch,
            "at": at,
            "name": name,
            "code": code,
            "container": human,
            "grams": grams,
        }


PARTS = {
    "received": received,
    "stock": stock,
    "fed": fed,
    "treated": treated,
    "secondary": secondary,
    "outgoing": outgoing,
}


def methods_of(work: Work, span: Span) -> frozenset[str]:
    """Which methods the sites ever used: a landfill's book is kept for ever."""
    query = select(col(Treatment.method)).where(col(Treatment.site_id).in_(list(span.sites)))
    return frozenset(work.session.execute(query.distinct()).scalars())


def _treated_in(span: Span) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Treatment.site_id).in_(list(span.sites)),
        col(Treatment.treated_at) >= start_of_day(span.first),
        col(Treatment.treated_at) < start_of_day(span.end),
    )


def _stores(work: Work, span: Span) -> dict[str, str]:
    query = select(col(Facility.id), col(Facility.code)).where(
        col(Facility.site_id).in_(list(span.sites))
    )
    return {str(key): code for key, code in work.session.execute(query)}


@dataclass(frozen=True, slots=True)
class Side:
    """The other party of a move: which column of the manifest names it, and what else is asked."""

    kind: str
    other: Any
    extra: Any


def _moves(work: Work, span: Span, side: Side) -> Iterator[tuple[Any, ...]]:
    """Events of one kind at the sites: time, number, waste, container, grams, the other unit, extra."""
    moment = func.coalesce(col(Event.claimed_at), col(Event.accepted_at))
    unit = aliased(Unit)
    query = (
        select(
            col(Event.id),
            moment,
            func.coalesce(_number, ""),
            col(Container.waste_name),
            col(Container.waste_code),
            col(Container.human_code),
            col(Event.grams),
            func.coalesce(col(unit.name), ""),
            side.extra,
        )
        .select_from(Event)
        .join(Container, col(Container.id) == col(Event.container_id))
        .join(Manifest, col(Manifest.id) == col(Event.manifest_id), isouter=True)
        .join(unit, col(unit.id) == side.other, isouter=True)
        .where(
            col(Event.site_id).in_(list(span.sites)),
            col(Event.kind) == side.kind,
            moment >= start_of_day(span.first),
            moment < start_of_day(span.end),
        )
    )
    for row in _paged(work, query, col(Event.id)):
        yield tuple(row[1:])


def _paged(work: Work, query: Any, key: Any) -> Iterator[Any]:
    """Rows in the order of their key, page by page: a year's book needs no more room than a day's.

    The key is the first column.
    """
    last: UUID | None = None
    while True:
        page = query.order_by(key).limit(PAGE)
        rows = work.session.execute(page if last is None else page.where(key > last)).all()
        yield from rows
        if len(rows) < PAGE:
            return
        last = rows[-1][0]
