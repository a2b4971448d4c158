"""General industrial waste in the browser: tables 4 to 8 of a site, their balance, entry and voiding."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, require
from wastetrack.audit.looks import Look
from wastetrack.catalog.queries import code_values
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import Span
from wastetrack.reports.queries.registers import register
from wastetrack.reports.rules.book import SOLIDS_RETENTION
from wastetrack.reports.shapes.register import register_workbook
from wastetrack.reports.terms import Kind
from wastetrack.solids.actions.record_solid import record_solid
from wastetrack.solids.actions.void_solid import void_solid
from wastetrack.solids.inputs import SolidEntry, VoidSolid
from wastetrack.solids.queries import (
    get_record,
    list_records,
    record_place,
    solid_balances,
    values_of,
)
from wastetrack.solids.rules import COLUMNS, FORMS, NAMES
from wastetrack.solids.terms import Sheet, SolidState, Way
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.ledger import (
    asked_period,
    asked_site,
    drawn,
    period_links,
    site_tabs,
    title_of,
)
from wastetrack.web.papers import workbook
from wastetrack.web.registers import asked_span

room = Room("solids", __name__)


def sheet_named(text: str) -> Sheet:
    """The table of an address; Missing when there is none of that name."""
    found: StrEnum | None = next((sheet for sheet in Sheet if sheet == text), None)
    if not isinstance(found, Sheet):
        raise Missing("sheet")
    return found


def asked_sheet() -> Sheet:
    """The chosen table; table 4 when none is."""
    text = request.args.get("sheet", "")
    return next((sheet for sheet in Sheet if sheet == text), Sheet.PRODUCED)


@room.page("/solids", asks=Action.LEDGER_READ)
def index(work: Work) -> Rendered:
    """One table of a period, and the balance of each waste."""
    site, period, sheet = asked_site(work), asked_period(work), asked_sheet()
    if site is None:
        return door.render("ledger/no_site.html", bureau=work.actor.is_authority)
    span = Span({site.id: site}, period.first, period.end)
    page = list_records(work, sheet, span, request.args.get("after", "")[:60])
    place = Place(Position.OWN, site.unit_id, site.id)

    def here(endpoint: str = "solids.index", **over: Any) -> str:
        kept: dict[str, Any] = {"site": site.id, "period": period.key, "sheet": sheet.value}
        return url_for(endpoint, **{**kept, **over})

    return door.render(
        "solids/index.html",
        site=site,
        sheet=sheet,
        period=period,
        title=title_of(period),
        name=NAMES[sheet],
        columns=COLUMNS[sheet],
        rows=[(row, values_of(row)) for row in page.rows],
        lines=solid_balances(work, span),
        links=period_links("solids.index", site, period, sheet=sheet.value),
        tabs=site_tabs(site, period, "solids.index"),
        sheets=[
            {
                "label": words.say(door.lang(), NAMES[s]),
                "href": here(sheet=s.value),
                "active": s is sheet,
            }
            for s in Sheet
        ],
        next_href=here(after=page.after) if page.after else "",
        files={"xlsx": here("solids.export"), "pdf": here("solids.printed")},
        retention=SOLIDS_RETENTION,
        new_href=url_for("solids.new", sheet=sheet.value, site=site.id),
        may_record=may(work.actor, Action.SOLID_RECORD, place),
    )


@room.page("/solids/export.xlsx", logged=Look.EXPORT)
def export(work: Work) -> Rendered:
    """Tables 4 to 8 and the balance, each on its worksheet."""
    _, span, period = asked_span(work)
    made = register(work, Kind.SOLIDS, span, period)
    return workbook(register_workbook(made), f"{made.file_name}.xlsx")


@room.page("/solids/solids.pdf", logged=Look.EXPORT)
def printed(work: Work) -> Rendered:
    """Tables 4 to 8 on paper."""
    site, span, period = asked_span(work)
    made = register(work, Kind.SOLIDS, span, period)
    return drawn(made, Kind.SOLIDS, site, period)


@room.page("/solids/new/<sheet>")
def new(work: Work, sheet: str, bound: Bound[SolidEntry] | None = None) -> Rendered:
    """The form of one table, with the fields that the table asks for."""
    table, site = sheet_named(sheet), asked_site(work)
    if site is None:
        return door.render("ledger/no_site.html", bureau=work.actor.is_authority)
    require(work.actor, Action.SOLID_RECORD, Place(Position.OWN, site.unit_id, site.id))
    form = bound or Bound.blank(SolidEntry, door.lang(), site_id=site.id, on=local_day(work.now))
    kinds = [
        (value.code, _kind(value.code, value.label_zh, value.label_en))
        for value in code_values(work, "general_waste")
    ]
    form.choose("code", kinds).choose("way", [("", ""), *words.choices(door.lang(), Way)])
    return door.render(
        "solids/new.html", form=form, site=site, sheet=table, name=NAMES[table], asked=FORMS[table]
    )


def _kind(code: str, chinese: str, english: str) -> str:
    return f"{code} {english if door.lang() == words.ENGLISH else chinese}"


@room.mutation("/solids/new/<sheet>", data=SolidEntry, form=new)
def keep(work: Work, data: SolidEntry, sheet: str) -> str:
    """Keep one record and show its table."""
    row = record_solid(work, sheet_named(sheet), data)
    return url_for(
        "solids.index", site=row.site_id, sheet=row.sheet.value, period=f"{row.day:%Y-%m}"
    )


@room.page("/solids/<uuid:id>")
def show(work: Work, id: UUID, bound: Bound[VoidSolid] | None = None) -> Rendered:  # noqa: A002
    """One record; whoever may, voids it with a reason."""
    row = get_record(work, id)
    mine = may(work.actor, Action.SOLID_VOID, record_place(row))
    return door.render(
        "solids/show.html",
        row=row,
        name=NAMES[row.sheet],
        columns=COLUMNS[row.sheet],
        values=values_of(row),
        void=row.state is SolidState.VOID,
        form=(bound or Bound.blank(VoidSolid, door.lang()))
        if mine and row.state is SolidState.KEPT
        else None,
    )


@room.mutation("/solids/<uuid:id>/void", data=VoidSolid, form=show)
def void(work: Work, data: VoidSolid, id: UUID) -> str:  # noqa: A002
    """It counts no more and stays readable."""
    void_solid(work, id, data)
    return url_for("solids.show", id=id)
