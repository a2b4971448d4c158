"""The bureau's pages: figures, overdue and soon overdue, search and traces, any record's history."""

from uuid import UUID

from flask import redirect, request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.looks import Look
from wastetrack.catalog.queries import division_names, divisions
from wastetrack.deadlines.queries.alerts import list_alerts
from wastetrack.deadlines.shapes import AlertFilter
from wastetrack.deadlines.terms import Level, RuleCode
from wastetrack.kernel.work import Work
from wastetrack.oversight.queries.figures import ages, figures
from wastetrack.oversight.queries.search import search
from wastetrack.oversight.queries.trace import container_trace, manifest_trace, record_history
from wastetrack.oversight.shapes import Hit
from wastetrack.oversight.terms import HitKind
from wastetrack.web import changes, door, timeline
from wastetrack.web.clocks import clock_of
from wastetrack.web.deadlines import asked, kept, level_chips, line
from wastetrack.web.door import Rendered, Room

room = Room("oversight", __name__)
_FIRST = 10


@room.page("/oversight", asks=Action.OVERSIGHT_READ)
def home(work: Work) -> Rendered:
    """Four figures, each a link; what falls due unbooked; how old the stock is."""
    counts = figures(work)
    soon = list_alerts(work, AlertFilter(over=False, unbooked=True), size=_FIRST)
    towns = division_names(work)
    rows = ages(work)
    most = max((max(row.permit, row.producer) for row in rows), default=0)
    return door.render(
        "oversight/home.html",
        figures=counts,
        rows=[line(work, row, towns) for row in soon.rows],
        ages=rows,
        most=max(most, 1),
    )


@room.page("/oversight/overdue", asks=Action.OVERSIGHT_READ)
def overdue(work: Work) -> Rendered:
    """What is over a limit, the longest first; legal limits and local wishes told apart."""
    return _lists(work, "oversight.overdue", [Level.LEGAL, Level.LOCAL], over=True)


@room.page("/oversight/soon", asks=Action.OVERSIGHT_READ)
def soon(work: Work) -> Rendered:
    """What will be over a limit, the nearest first."""
    return _lists(work, "oversight.soon", [Level.DUE, Level.WARN, Level.HINT], over=False)


def _lists(work: Work, endpoint: str, levels: list[Level], *, over: bool) -> Rendered:
    require(work.actor, Action.OVERSIGHT_READ)
    lang = door.lang()
    page = list_alerts(work, asked(over=over), request.args.get("after"))
    towns = division_names(work)
    kind, unbooked = request.args.get("kind"), request.args.get("unbooked") == "1"
    kinds = [
        {
            "label": words.say(lang, text),
            "href": url_for(endpoint, **kept(kind=value)),
            "active": kind == value,
        }
        for text, value in (("全部", None), ("法定要求", "legal"), ("地方要求、待确认", "local"))
    ]
    if not over:
        href = url_for(endpoint, **kept(unbooked=None if unbooked else 1))
        kinds.append({"label": words.say(lang, "未约收运"), "href": href, "active": unbooked})
    return door.render(
        "oversight/list.html",
        over=over,
        rows=[line(work, row, towns) for row in page.rows],
        next_href=url_for(endpoint, **kept(after=page.after)) if page.after else "",
        levels=level_chips(endpoint, levels),
        kinds=kinds,
        towns=[(town.code, town.name) for town in divisions(work)],
        rules=[(code.value, words.label(lang, code)) for code in RuleCode],
        asked=request.args,
        tabs=[
            {"label": words.say(lang, text), "href": url_for(name), "active": name == endpoint}
            for text, name in (("超期", "oversight.overdue"), ("临近到期", "oversight.soon"))
        ],
    )


def _href(hit: Hit) -> str:
    if hit.kind is HitKind.CONTAINER:
        return url_for("oversight.trace_container", id=hit.id)
    if hit.kind is HitKind.MANIFEST:
        return url_for("oversight.trace_manifest", id=hit.id)
    return f"/units/{hit.id}" if hit.kind is HitKind.UNIT else f"/trips/{hit.id}"


@room.page("/trace")
def trace(work: Work) -> Rendered:
    """Where a trace begins: one box for any code."""
    return door.render("oversight/search.html", q="", hits=None)


@room.page("/search")
def find(work: Work) -> Rendered:
    """One hit leads straight to its page; several are listed; none says what to try."""
    text = request.args.get("q", "").strip()[:200]
    hits = search(work, text)
    if len(hits) == 1:
        return redirect(_href(hits[0]), 303)
    shown = [{"hit": hit, "href": _href(hit)} for hit in hits] if text else None
    return door.render("oversight/search.html", q=text, hits=shown)


@room.page("/trace/container/<uuid:id>", logged=Look.TRACE)
def trace_container(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The chain of one container: events in sentences, splits, transfers, what came of it."""
    found = container_trace(work, id)
    c = found.view.container
    door.about(c.origin_unit_id)
    return door.render(
        "oversight/container.html",
        trace=found,
        c=c,
        clock=clock_of(work, c.held_as, c.held_since, c.holder_site_id),
        said=timeline.lines(door.lang(), found.events),
        above=[kin for kin in found.kin if kin.depth < 0],
        below=[kin for kin in found.kin if kin.depth > 0],
        bureau=work.actor.is_authority,
    )


@room.page("/trace/manifest/<uuid:id>", logged=Look.TRACE)
def trace_manifest(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The chain of one transfer: events in sentences, its containers, transfers before and after."""
    found = manifest_trace(work, id)
    door.about(found.page.manifest.consignor_unit_id)
    return door.render(
        "oversight/manifest.html",
        trace=found,
        m=found.page.manifest,
        said=timeline.lines(door.lang(), found.page.events),
        bureau=work.actor.is_authority,
    )


@room.page("/history/<kind>/<uuid:id>", logged=Look.HISTORY)
def history(work: Work, kind: str, id: UUID) -> Rendered:  # noqa: A002
    """Every change of one record, each as a sentence with its before and after."""
    events = record_history(work, kind, id)
    if kind == "unit":
        door.about(id)
    return door.render(
        "oversight/history.html",
        kind=kind,
        entries=[
            {
                "when": event.accepted_at,
                "text": timeline.sentence(door.lang(), event),
                "basis": event.basis or "",
                "seal": event.hash[:12],
                "diff": changes.rows(door.lang(), event),
            }
            for event in reversed(events)
        ],
    )
