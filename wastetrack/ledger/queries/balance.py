"""Adds up a site's month from events: opening, produced, received, own, outside, closing (HJ 1259 C.1)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, and_, case, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import col

from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.kernel.clock import start_of_day
from wastetrack.kernel.work import Work
from wastetrack.ledger.terms import Balance

_IN = ("container.seal", "container.receive", "container.take_back")
_OUT = ("container.treat_self", "container.feed", "container.identify", "container.void")
_MOVES = (*_IN, *_OUT, "container.load", "container.correct", "container.entrust")


def balances(work: Work, site_ids: Collection[UUID], first: date, end: date) -> list[Balance]:
    """One line for each waste code and name, for days from `first` up to but not with `end`, in one statement.

    Production counts on the day of weighing, when its mass is known. Opening and closing are what
    really stood there by the events of custody, so that a difference shows what the ledger's own
    rows do not explain: what is on the road, weighing differences, corrections, identification.
    """
    kind, grams = col(Event.kind), func.coalesce(col(Event.grams), 0)
    moment = func.coalesce(col(Event.claimed_at), col(Event.accepted_at))
    begin, until = start_of_day(first), start_of_day(end)
    inside = and_(moment >= begin, moment < until)

    def total(condition: ColumnElement[bool], value: ColumnElement[int]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((condition, value), else_=0)), 0)

    moved = _moved(kind, grams)
    query = (
        select(
            col(Container.waste_code),
            col(Container.waste_name),
            func.max(col(Container.edition)),
            func.max(col(Container.form)),
            func.max(col(Container.hazards)),
            func.max(col(Container.harmful)),
            total(moment < begin, moved),
            total(and_(inside, kind == "container.seal"), grams),
            total(and_(inside, kind == "container.receive"), grams),
            total(and_(inside, kind.in_(("container.treat_self", "container.feed"))), grams),
            total(and_(inside, kind == "container.entrust"), grams),
            total(moment < until, moved),
        )
        .join(Container, col(Container.id) == col(Event.container_id))
        .where(col(Event.site_id).in_(site_ids), kind.in_(_MOVES))
        .group_by(col(Container.waste_code), col(Container.waste_name))
        .order_by(col(Container.waste_code), col(Container.waste_name))
    )
    found = []
    for code, name, edition, form, hazards, harmful, *figures in work.session.execute(query):
        # PostgreSQL sums big integers as exact decimals
        amounts = (int(figure) for figure in figures)
        line = replace(
            Balance(code, name, *amounts),  # type: ignore[arg-type]  # six figures, counted by the query
            edition=edition,
            form=form,
            hazards=hazards,
            harmful=harmful,
        )
        if any(figures):
            found.append(line)
    return found


def _moved(kind: Mapped[str], grams: ColumnElement[int]) -> ColumnElement[int]:
    """Grams by which an event changes what stands at the site; a second weighing counts too."""
    payload = col(Event.payload)
    was = payload["was"]["mass_g"].as_integer()
    now = payload["set"]["mass_g"].as_integer()
    big: ColumnElement[int] = case(
        (kind.in_(_IN), grams),
        (kind.in_(_OUT), -grams),
        (kind == "container.load", -func.coalesce(was, grams)),
        (kind == "container.correct", func.coalesce(now - was, 0)),
        else_=func.coalesce(None, 0, type_=Integer),
    )
    return big
