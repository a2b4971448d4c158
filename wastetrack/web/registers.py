"""Declarations C.1 to C.3 and the operator's record book in the browser, as a workbook and on paper."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from flask import request, url_for
from werkzeug.wrappers import Response

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.audit.looks import Look
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import Span
from wastetrack.ledger.rules import Period
from wastetrack.ledger.terms import Table
from wastetrack.parties.model import Site
from wastetrack.reports.queries.book import PARTS, methods_of
from wastetrack.reports.queries.declaration import declaration
from wastetrack.reports.queries.registers import declaration_tables, register
from wastetrack.reports.rules import book as book_rules
from wastetrack.reports.rules.declaration import unexplained_g
from wastetrack.reports.shapes.register import register_workbook
from wastetrack.reports.terms import Kind
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.ledger import (
    asked_period,
    asked_site,
    drawn,
    period_links,
    site_tabs,
    title_of,
)
from wastetrack.web.papers import workbook

room = Room("registers", __name__)
# lines shown of a part; the workbook and the paper have all of them
MOST = 200


def asked_span(work: Work) -> tuple[Site, Span, Period]:
    """The chosen site and period; Missing without a site."""
    site, period = asked_site(work), asked_period(work)
    if site is None:
        raise Missing("site")
    door.about(site.unit_id)
    return site, Span({site.id: site}, period.first, period.end), period


def first_rows(table: Table) -> tuple[list[Mapping[str, object]], bool]:
    """What a page shows of a long table, and whether there is more."""
    rows = list(islice(table.rows, MOST + 1))
    return rows[:MOST], len(rows) > MOST


@room.page("/ledger/report", asks=Action.LEDGER_READ)
def report(work: Work) -> Rendered:
    """A site's declaration of a period, its roll-forward, and what a difference is made of."""
    site, period = asked_site(work), asked_period(work)
    if site is None:
        return door.render("ledger/no_site.html", bureau=work.actor.is_authority)
    found = declaration(work, [site.id], period.first, period.end)
    tables = declaration_tables(work, found, period)
    return door.render(
        "ledger/register.html",
        heading=words.say(door.lang(), "申报表"),
        site=site,
        period=period,
        title=title_of(period),
        links=period_links("registers.report", site, period),
        tabs=site_tabs(site, period, "registers.report"),
        parts=[],
        tables=[(table, *first_rows(table)) for table in tables if found or table is tables[0]],
        unexplained=unexplained_g(found),
        different=any(r.balance.difference_g for r in found),
        retention=book_rules.LEDGER_RETENTION,
        pending="",
        files=_files("registers.report", site, period),
    )


@room.page("/ledger/report.xlsx", logged=Look.EXPORT)
def report_workbook(work: Work) -> Rendered:
    """The declaration as a workbook: the official table, the check, the entries behind it."""
    return _workbook(work, Kind.DECLARATION)


@room.page("/ledger/report.pdf", logged=Look.EXPORT)
def report_paper(work: Work) -> Rendered:
    """The declaration to hand in."""
    return _paper(work, Kind.DECLARATION)


def asked_part() -> str:
    """The chosen part of the record book."""
    text = request.args.get("part", "")
    return text if text in PARTS else next(iter(PARTS))


@room.page("/ledger/book", asks=Action.LEDGER_READ)
def book(work: Work) -> Rendered:
    """One part of an operator's record book, with how long the book is kept and why."""
    site, period = asked_site(work), asked_period(work)
    if site is None:
        return door.render("ledger/no_site.html", bureau=work.actor.is_authority)
    span, part = Span({site.id: site}, period.first, period.end), asked_part()
    name, columns = book_rules.NAMES[part]
    table = Table(name, columns, PARTS[part](work, span))
    return door.render(
        "ledger/register.html",
        heading=words.say(door.lang(), "经营情况记录簿"),
        site=site,
        period=period,
        title=title_of(period),
        links=period_links("registers.book", site, period, part=part),
        tabs=site_tabs(site, period, "registers.book"),
        parts=list(_part_tabs(site, period, part)),
        tables=[(table, *first_rows(table))],
        unexplained=0,
        different=False,
        retention=book_rules.book_retention(methods_of(work, span)),
        pending=words.say(door.lang(), "表式据公开资料整理，待确认"),
        files=_files("registers.book", site, period),
    )


def _part_tabs(site: Site, period: Period, part: str) -> Iterator[dict[str, Any]]:
    for key, (name, _) in book_rules.NAMES.items():
        href = url_for("registers.book", site=site.id, period=period.key, part=key)
        yield {"label": words.say(door.lang(), name), "href": href, "active": key == part}


@room.page("/ledger/book.xlsx", logged=Look.EXPORT)
def book_workbook(work: Work) -> Rendered:
    """Every part on a worksheet of its own."""
    return _workbook(work, Kind.BOOK)


@room.page("/ledger/book.pdf", logged=Look.EXPORT)
def book_paper(work: Work) -> Rendered:
    """The whole book of the period."""
    return _paper(work, Kind.BOOK)


def _files(endpoint: str, site: Site, period: Period) -> dict[str, str]:
    kept: dict[str, Any] = {"site": site.id, "period": period.key}
    return {
        "xlsx": url_for(f"{endpoint}_workbook", **kept),
        "pdf": url_for(f"{endpoint}_paper", **kept),
    }


def _workbook(work: Work, kind: Kind) -> Response:
    _, span, period = asked_span(work)
    made = register(work, kind, span, period)
    return workbook(register_workbook(made), f"{made.file_name}.xlsx")


def _paper(work: Work, kind: Kind) -> Response:
    site, span, period = asked_span(work)
    return drawn(register(work, kind, span, period), kind, site, period)
