"""The ledger in the browser: a site's month in the tables of HJ 1259, its balance, and as a workbook."""

from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import request, send_file, url_for
from werkzeug.wrappers import Response

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.audit.looks import Look
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import all_entries, balances, list_entries, readable_sites
from wastetrack.ledger.queries.entries import Span
from wastetrack.ledger.rules import NAMES, months_from
from wastetrack.ledger.shapes import Spot, empty_template, entries_workbook, sample_book
from wastetrack.ledger.terms import SHOWN, Sheet
from wastetrack.parties.model import Site
from wastetrack.parties.queries import facilities_of, find_unit
from wastetrack.parties.terms import STORES
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room

room = Room("ledger", __name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(content: bytes, name: str) -> Response:
    """A spreadsheet to save."""
    answer: Response = send_file(
        BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=name
    )
    return answer


def asked_sites(work: Work) -> dict[UUID, Site]:
    """The site of the switch; without one the person's own sites."""
    try:
        named = request.args.get("site") or request.form.get("site_id", "")
        return readable_sites(work, [UUID(named)])
    except ValueError:
        return readable_sites(work)


def asked_site(work: Work) -> Site | None:
    """The chosen site, or the first of one's own."""
    return next(iter(asked_sites(work).values()), None)


def asked_month(work: Work) -> date:
    """The first day of the chosen month; what is no month is this one."""
    this = months_from(local_day(work.now), 0)
    try:
        year, month = request.args.get("month", "").split("-")
        chosen = date(int(year), int(month), 1)
    except ValueError:
        return this
    return chosen if 2000 <= chosen.year <= this.year + 1 else this


def asked_sheet() -> Sheet:
    """The chosen table; B.1 when none is."""
    text = request.args.get("sheet", "")
    return next((sheet for sheet in SHOWN if sheet == text), Sheet.PRODUCED)


@room.page("/ledger", asks=Action.LEDGER_READ)
def index(work: Work) -> Rendered:
    """A site's month: the balance of each waste, and the rows of one table."""
    site, month, sheet = asked_site(work), asked_month(work), asked_sheet()
    if site is None:
        return door.render("ledger/no_site.html", bureau=work.actor.is_authority)
    span = Span({site.id: site}, month, months_from(month, 1))
    page = list_entries(work, sheet, span, request.args.get("after", "")[:32])
    place = Place(Position.OWN, site.unit_id, site.id)

    def here(**over: Any) -> str:
        kept: dict[str, Any] = {"site": site.id, "month": f"{month:%Y-%m}", "sheet": sheet.value}
        return url_for("ledger.index", **{**kept, **over})

    return door.render(
        "ledger/index.html",
        site=site,
        sheet=sheet.value,
        month=month,
        rows=page.rows,
        lines=balances(work, span.sites, span.first, span.end),
        tabs=[
            {
                "label": words.label(door.lang(), s),
                "href": here(sheet=s.value),
                "active": s is sheet,
            }
            for s in SHOWN
        ],
        earlier=here(month=f"{months_from(month, -1):%Y-%m}"),
        later=here(month=f"{months_from(month, 1):%Y-%m}")
        if month < months_from(local_day(work.now), 0)
        else "",
        next_href=here(after=page.after) if page.after else "",
        export_href=url_for(
            "ledger.export", site=site.id, month=f"{month:%Y-%m}", sheet=sheet.value
        ),
        may_import=may(work.actor, Action.LEDGER_IMPORT, place),
    )


@room.page("/ledger/export.xlsx", logged=Look.EXPORT)
def export(work: Work) -> Rendered:
    """One table of a month in the exact column order; it can be imported again as it is."""
    site, month, sheet = asked_site(work), asked_month(work), asked_sheet()
    if site is None:
        raise Missing("site")
    door.about(site.unit_id)
    span = Span({site.id: site}, month, months_from(month, 1))
    content = entries_workbook(sheet, all_entries(work, sheet, span))
    return workbook(content, f"{NAMES[sheet]} {site.name} {month:%Y-%m}.xlsx")


@room.page("/ledger/template.xlsx")
def template(_work: Work) -> Rendered:
    """The empty workbook to fill."""
    return workbook(empty_template(), "台账导入模板.xlsx")


@room.page("/ledger/sample.xlsx")
def sample(work: Work) -> Rendered:
    """The filled example: for the chosen site of one's own, else for invented units."""
    site = asked_site(work)
    spots = [_spot(work, site)] if site is not None and not work.actor.is_authority else []
    return workbook(sample_book(local_day(work.now), spots), "台账导入示例.xlsx")


def _spot(work: Work, site: Site) -> Spot:
    unit = find_unit(work, site.unit_id)
    if unit is None:
        raise Missing(str(site.unit_id))
    stores = [f.code for f in facilities_of(work, [site.id]) if f.active and f.kind in STORES]
    return Spot(
        credit_code=unit.credit_code,
        name=unit.name,
        site_name=site.name,
        town=site.division_code,
        address=site.address,
        phone=unit.phone,
        store=stores[0] if stores else "",
        industry=unit.industry,
    )
