"""Containers in the browser: the list, one container, its label, and what a stranger may read."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.audit.history import of_container
from wastetrack.containers import queries
from wastetrack.containers.shapes import StockFilter
from wastetrack.containers.terms import Content
from wastetrack.kernel.paging import cursor
from wastetrack.kernel.work import Work
from wastetrack.web import door
from wastetrack.web.clocks import clock_of
from wastetrack.web.container_verbs import next_step, offered
from wastetrack.web.door import Rendered, Room
from wastetrack.web.timeline import lines

room = Room("containers", __name__)
# what each filter chip of the list asks for
VIEWS: dict[str, tuple[str, StockFilter]] = {
    "stock": ("在库", StockFilter()),
    "filling": ("装填中", StockFilter(contents=(Content.FILLING,))),
    "sealed": ("已封口", StockFilter(contents=(Content.SEALED,), booked=False)),
    "booked": ("已约车或在联单上", StockFilter(booked=True)),
    "left": ("已离开", StockFilter(left=True)),
}


@room.page("/containers", asks=Action.CONTAINER_READ)
def index(work: Work) -> Rendered:
    """What is held here, or was made here and left; the state of the filter lives in the address."""
    view = request.args.get("view", "")
    view = view if view in VIEWS else "stock"
    # None leaves an argument out of the address
    kept: dict[str, Any] = {k: request.args.get(k) or None for k in ("site", "waste", "store")}
    want = replace(
        VIEWS[view][1],
        site_id=cursor(kept["site"]),
        waste_code=(kept["waste"] or "")[:10],
        facility_id=cursor(kept["store"]),
    )
    page = queries.list_containers(work, want, request.args.get("after"))
    chips = [
        {
            "label": words.say(door.lang(), text),
            "href": url_for("containers.index", view=key, **kept),
            "active": key == view,
        }
        for key, (text, _) in VIEWS.items()
    ]
    span = reach(work.actor, Action.CONTAINER_OPEN)
    opens = bool(span.unit_ids or span.site_ids)
    return door.render(
        "containers/index.html",
        shelves=queries.store_stock(work, want.site_id) if opens and view == "stock" else [],
        rows=[
            (row, clock_of(work, c.held_as, c.held_since, c.holder_site_id))
            for row, c in ((row, row.container) for row in page.rows)
        ],
        chips=chips,
        kept=kept,
        view=view,
        opens=opens,
        next_href=url_for("containers.index", view=view, after=page.after, **kept)
        if page.after
        else "",
    )


@room.page("/containers/<uuid:id>")
def show(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """One container: what it is, where it stands, how long it has, what can be done, what happened."""
    view = queries.get_view(work, id)
    c = view.container
    acts = offered(work, c)
    return door.render(
        "containers/show.html",
        view=view,
        c=c,
        clock=clock_of(work, c.held_as, c.held_since, c.holder_site_id),
        told=[words.sentence(door.lang(), v) for v in queries.advice(work, c)],
        acts=acts,
        step=next_step(work, c, acts),
        family=queries.family(work, c),
        events=lines(door.lang(), of_container(work, id)),
    )
