"""Containers in the browser: the list, one container, its label, and what a stranger may read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal
from uuid import UUID

from flask import Response, current_app, redirect, request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.audit.history import of_container
from wastetrack.containers import queries
from wastetrack.containers.shapes import LabelSheet, StockFilter
from wastetrack.containers.terms import Content
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import cursor
from wastetrack.kernel.work import Work
from wastetrack.paper.label import label_misfits
from wastetrack.paper.label import label_pdf as draw_labels
from wastetrack.paper.label_fields import TITLES
from wastetrack.paper.label_layout import LabelTooLong
from wastetrack.paper.label_size import LARGEST, STEPS
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


@room.page("/containers/<uuid:id>/label")
def label(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The last screen of a new container: its code, what is told of its place, and the print."""
    view = queries.get_view(work, id)
    return door.render(
        "containers/label.html",
        view=view,
        c=view.container,
        told=[
            *(words.sentence(door.lang(), v) for v in queries.advice(work, view.container)),
            *_larger(queries.label_sheets(work, [id], _base_url())[0]),
        ],
        printing="print" in request.args,
    )


@room.page("/containers/<uuid:id>/label.pdf")
def label_pdf(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The label of the present version, in its lawful size."""
    sheets = queries.label_sheets(work, [id], _base_url())
    return _pdf(_drawn(sheets, a4=False), f"label-{sheets[0].human_code}.pdf")


@room.page("/containers/labels.pdf")
def labels_pdf(work: Work) -> Rendered:
    """Labels of several containers on A4."""
    ids = [key for text in request.args.getlist("ids") if (key := cursor(text))]
    if not ids:
        raise Missing("labels")
    sheets = queries.label_sheets(work, ids, _base_url())
    return _pdf(_drawn(sheets, a4=True), "labels.pdf")


@room.mutation("/containers/labels")
def labels(_work: Work) -> str:
    """From the ticks of the list to the sheet of labels."""
    ids = door.picked()
    return url_for("containers.labels_pdf", ids=ids) if ids else url_for("containers.index")


@room.page("/C/<code>", public=True)
def scanned(work: Work, code: str) -> Rendered:
    """The address in a label's QR: the safe minimum for a stranger, the page for its people."""
    card = queries.public_card(work, f"/C/{code}")
    if card is None:
        return door.render("containers/unknown.html", 404, typed=code[:40])
    if card.mine:
        old: dict[str, Any] = {"old_label": 1} if card.old_label else {}
        return redirect(url_for("containers.show", id=card.container_id, **old), 303)
    return door.render("containers/public.html", card=card)


def _base_url() -> str:
    return str(current_app.extensions["settings"].base_url)


def _larger(sheet: LabelSheet) -> list[str]:
    """Which words make the label larger than its volume asks for; told before it is printed."""
    return [
        words.say(
            door.lang(),
            "“{field}”较长，标签会打印成更大的尺寸。改短后可用标准尺寸。",
            field=TITLES[name],
        )
        for name in label_misfits(sheet)
    ]


def _drawn(sheets: Sequence[LabelSheet], *, a4: bool) -> bytes:
    """The labels in their lawful size, or in a larger one when the words need the room."""
    layout: Literal["a4", "single"] = "a4" if a4 else "single"
    for _, side in STEPS:
        try:
            return draw_labels([replace(sheet, side_mm=side) for sheet in sheets], layout=layout)
        except LabelTooLong:
            continue
    return draw_labels([replace(sheet, side_mm=LARGEST) for sheet in sheets], layout=layout)


def _pdf(content: bytes, name: str) -> Response:
    answer = Response(content, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
