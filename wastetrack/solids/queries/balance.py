"""Adds up general industrial waste: opening, produced, used, disposed, shipped, closing, in one statement."""

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlmodel import col

from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import Span
from wastetrack.solids.model import SolidRecord
from wastetrack.solids.terms import Sheet, SolidBalance, SolidState, Way

_OUT = (Sheet.TAKEN, Sheet.DISPOSED, Sheet.SHIPPED)


def solid_balances(work: Work, span: Span) -> list[SolidBalance]:
    """One line a waste that stood there or moved in the period."""
    day, sheet, grams = col(SolidRecord.day), col(SolidRecord.sheet), col(SolidRecord.grams)
    before, inside = day < span.first, and_(day >= span.first, day < span.end)

    def total(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((and_(*conditions), grams), else_=0)), 0)

    query = (
        select(
            col(SolidRecord.code),
            col(SolidRecord.name),
            total(before, sheet == Sheet.PRODUCED) - total(before, sheet.in_(_OUT)),
            total(inside, sheet == Sheet.PRODUCED),
            total(inside, sheet == Sheet.TAKEN),
            total(inside, sheet == Sheet.DISPOSED),
            total(inside, sheet == Sheet.SHIPPED),
            total(inside, sheet == Sheet.STORED, col(SolidRecord.way) == Way.IN),
            total(inside, sheet == Sheet.STORED, col(SolidRecord.way) == Way.OUT),
        )
        .where(
            col(SolidRecord.site_id).in_(list(span.sites)),
            col(SolidRecord.state) == SolidState.KEPT,
            day < span.end,
        )
        .group_by(col(SolidRecord.code), col(SolidRecord.name))
        .order_by(col(SolidRecord.code), col(SolidRecord.name))
    )
    return [
        SolidBalance(code, name, *(int(figure) for figure in figures))
        for code, name, *figures in work.session.execute(query)
        if any(figures)
    ]
