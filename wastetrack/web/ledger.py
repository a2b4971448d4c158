"""The ledger in the browser: a site's period in the tables of HJ 1259, its balance, as a workbook and on paper."""

from typing import Any
from uuid import UUID

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.audit.looks import Look
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing, Refused, refuse
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import (
    Span,
    all_entries,
    balances,
    count_entries,
    list_entries,
    readable_sites,
)
from wastetrack.ledger.rules import (
    LAYOUTS,
    NAMES,
    Period,
    month_of,
    period_of,
    quarter_of,
    year_of,
)
from wastetrack.ledger.shapes import Spot, empty_template, entries_workbook, sample_book
from wastetrack.ledger.terms import SHOWN, Sheet
from wastetrack.paper.register_pdf import register_pdf
from wastetrack.parties.model import Site
from wastetrack.parties.queries import facilities_of, find_unit
from wastetrack.parties.terms import STORES
from wastetrack.reports.queries.registers import register
from wastetrack.reports.shapes.register import Register
from wastetrack.reports.terms import Kind
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.papers import paper, workbook

room = Room("ledger", __name__)
# rows that a request writes itself; more are for the worker
AT_ONCE = 20_000
# rows of a table that a request draws; the worker draws more
PAPER_MOST = 5000


def drawn(made: Register, kind: Kind, site: Site, period: Period) -> Response:
    """A register as a PDF; the way to the worker when it is long."""
    try:
        content = register_pdf(made, most=PAPER_MOST)
    except Refused as error:
        if error.codes != ("reports.too_long_for_paper",):
            raise
        asked: dict[str, Any] = {"site": site.id, "period": period.key, "kind": kind.value}
        return redirect(url_for("exports.index", **asked, paper=1))
    return paper(content, f"{made.file_name}.pdf")


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


def asked_period(work: Work) -> Period:
    """The chosen period, by its key or from one day to another; what is none is this month."""
    args = request.args
    key = f"{args['from']}_{args['to']}" if "from" in args and "to" in args else args.get("period")
    today = local_day(work.now)
    found = period_of((key or "")[:24])
    return found if found is not None and found.first.year <= today.year + 1 else month_of(today)


def period_links(endpoint: str, site: Site, period: Period, **kept: Any) -> list[dict[str, Any]]:
    """The period before, the one after, and the month, quarter and year around its last day."""

    def to(other: Period, label: str) -> dict[str, Any]:
        href = url_for(endpoint, site=site.id, period=other.key, **kept)
        return {"label": words.say(door.lang(), label), "href": href, "active": other == period}

    around = (("按月", month_of), ("按季", quarter_of), ("按年", year_of))
    return [
        to(period.shifted(-1), "上一期"),
        to(period.shifted(1), "下一期"),
        *(to(make(period.last), label) for label, make in around),
    ]


# what may be looked at of a site, in the order of its tabs
_TABS = (
    ("台账", "ledger.index"),
    ("申报表", "registers.report"),
    ("经营情况记录簿", "registers.book"),
    ("一般工业固废", "solids.index"),
    ("申报台", "declarations.site"),
)


def site_tabs(site: Site, period: Period, here: str) -> list[dict[str, Any]]:
    """The registers of a site, each for the same period."""
    found = []
    for label, endpoint in _TABS:
        href = (
            url_for(endpoint, id=site.id)
            if endpoint == "declarations.site"
            else url_for(endpoint, site=site.id, period=period.key)
        )
        found.append(
            {"label": words.say(door.lang(), label), "href": href, "active": endpoint == here}
        )
    return found


def title_of(period: Period) -> str:
    """A period in the reader's language; the official tables write it in Chinese."""
    if door.lang() != "en":
        return period.title
    first, last = period.first, period.last
    return {
        1: f"{first:%Y-%m}",
        3: f"{first.year} Q{(first.month + 2) // 3}",
        12: f"{first.year}",
    }.get(period.months, f"{first} – {last}")


def asked_sheet() -> Sheet:
    """The chosen table; B.1 when none is."""
    text = request.args.get("sheet", "")
    return next((sheet for sheet in SHOWN if sheet == text), Sheet.PRODUCED)


@room.page("/ledger", asks=Action.LEDGER_READ)
def index(work: Work) -> Rendered:
    """A site's period: the balance of each waste, and one table in its official columns."""
    site, period, sheet = asked_site(work), asked_period(work), asked_sheet()
    if site is None:
        return door.render("ledger/no_site.html", bureau=work.actor.is_authority)
    span = Span({site.id: site}, period.first, period.end)
    page = list_entries(work, sheet, span, request.args.get("after", "")[:32])
    place = Place(Position.OWN, site.unit_id, site.id)

    def here(endpoint: str = "ledger.index", **over: Any) -> str:
        kept: dict[str, Any] = {"site": site.id, "period": period.key, "sheet": sheet.value}
        return url_for(endpoint, **{**kept, **over})

    return door.render(
        "ledger/index.html",
        site=site,
        sheet=sheet.value,
        period=period,
        title=title_of(period),
        name=NAMES[sheet],
        columns=[column for column in LAYOUTS[sheet] if not column.extra],
        rows=[entry.values for entry in page.rows],
        lines=balances(work, span.sites, span.first, span.end),
        links=period_links("ledger.index", site, period, sheet=sheet.value),
        tabs=site_tabs(site, period, "ledger.index"),
        sheets=[
            {
                "label": words.label(door.lang(), s),
                "href": here(sheet=s.value),
                "active": s is sheet,
            }
            for s in SHOWN
        ],
        next_href=here(after=page.after) if page.after else "",
        files={"xlsx": here("ledger.export"), "pdf": here("ledger.printed")},
        may_import=may(work.actor, Action.LEDGER_IMPORT, place),
    )


def _asked(work: Work) -> tuple[Sheet, Span, Period]:
    site, period = asked_site(work), asked_period(work)
    if site is None:
        raise Missing("site")
    door.about(site.unit_id)
    return asked_sheet(), Span({site.id: site}, period.first, period.end), period


@room.page("/ledger/export.xlsx", logged=Look.EXPORT)
def export(work: Work) -> Rendered:
    """One table of a period in the exact column order; it can be imported again as it is."""
    sheet, span, period = _asked(work)
    count = count_entries(work, sheet, span)
    if count > AT_ONCE:
        # a request is answered at once or not at all; the worker has all the time it needs
        raise refuse("reports.ask_the_worker", rows=count, most=AT_ONCE)
    content = entries_workbook(sheet, all_entries(work, sheet, span))
    name = next(iter(span.sites.values())).name
    return workbook(content, f"{NAMES[sheet]} {name} {period.key}.xlsx")


@room.page("/ledger/ledger.pdf", logged=Look.EXPORT)
def printed(work: Work) -> Rendered:
    """One table of a period on paper."""
    sheet, span, period = _asked(work)
    kind = Kind(sheet.value)
    made = register(work, kind, span, period)
    return drawn(made, kind, next(iter(span.sites.values())), period)


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
