"""Manifests in the browser: the list, one manifest with its three parts, its form as PDF."""

from io import BytesIO
from typing import Any
from uuid import UUID

from flask import current_app, redirect, request, send_file, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import Reach, reach
from wastetrack.audit.looks import Look
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.paging import cursor
from wastetrack.kernel.work import Work
from wastetrack.manifests.machine import locked
from wastetrack.manifests.queries import (
    copy_of,
    find_by_number,
    list_manifests,
    manifest_page,
    standing_of,
)
from wastetrack.manifests.rules import carries_pass
from wastetrack.manifests.terms import Group, Part
from wastetrack.paper.manifest_pdf import manifest_pdf
from wastetrack.paper.watermarks import watermark
from wastetrack.reports.queries.sheets import kinds_of
from wastetrack.web import door, roadside
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.manifest_offers import answers, offered, waits_for
from wastetrack.web.papers import paper
from wastetrack.web.timeline import lines

room = Room("manifests", __name__)


@room.page("/manifests", asks=Action.MANIFEST_READ)
def index(work: Work) -> Rendered:
    """One's manifests, newest first; the state of the filter lives in the address."""
    group = _group(request.args.get("group", ""))
    site = request.args.get("site", "")
    page = list_manifests(work, group=group, site_id=cursor(site), after=request.args.get("after"))
    kept: dict[str, Any] = {"site": site} if site else {}
    lang = door.lang()
    chips = [
        {
            "label": words.label(lang, one) if one else words.say(lang, "全部"),
            "href": url_for("manifests.index", group=one.value if one else None, **kept),
            "active": one is group,
        }
        for one in (None, *Group)
    ]
    following: dict[str, Any] = {
        "group": group.value if group else None,
        "after": page.after,
        **kept,
    }
    return door.render(
        "manifests/index.html",
        rows=page.rows,
        chips=chips,
        filtered=group is not None,
        drafts=_may_draft(reach(work.actor, Action.MANIFEST_DRAFT)),
        next_href=url_for("manifests.index", **following) if page.after else "",
    )


def _group(text: str) -> Group | None:
    return Group(text) if text in set(Group) else None


def _may_draft(span: Reach) -> bool:
    return bool(span.unit_ids or span.site_ids)


@room.page("/manifests/<uuid:id>")
def show(work: Work, id: UUID, bound: Bound[Any] | None = None) -> Rendered:  # noqa: A002
    """One manifest: who does what next, its lines and parts, what happened, its papers."""
    page = manifest_page(work, id)
    m = page.manifest
    standing = standing_of(page)
    acts = offered(work, page, standing)
    step = next((act for act in acts if act.primary), None)
    return door.render(
        "manifests/show.html",
        page=page,
        m=m,
        acts=[act for act in acts if act is not step],
        step=step,
        waiting="" if step else waits_for(page, standing),
        corrections=answers(work, page),
        locked=locked(m.state, signed=m.signed_at is not None),
        Part=Part,
        sheets=kinds_of(work, page),
        roadside=carries_pass(m.state, standing.ways),
        form=bound,
        events=lines(door.lang(), page.events),
    )


@room.page("/manifests/<uuid:id>/form.pdf", logged=Look.FILE)
def form_pdf(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The official form's three parts as they stand now."""
    page = manifest_page(work, id, trail=False)
    door.about(page.manifest.consignor_unit_id)
    m = page.manifest
    mark = watermark(m.state, departed=m.departed_at is not None)
    content = manifest_pdf(roadside.printed(work, page), watermark=mark)
    name = m.national_no or m.reference
    return paper(content, f"manifest-{name}.pdf")


@room.page("/manifests/<uuid:id>/copy", logged=Look.FILE)
def copy(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The copy that a party outside signed."""
    kept = copy_of(work, id)
    store: FileStore = current_app.extensions["files"]
    return send_file(
        BytesIO(store.get(kept.sha256)), kept.mime, as_attachment=True, download_name=kept.name
    )


@room.page("/M/<reference>")
def scanned(work: Work, reference: str) -> Rendered:
    """The address in the form's QR: the manifest's page, for those who may read it."""
    found = find_by_number(work, reference)
    if found is None:
        raise Missing("manifest")
    return redirect(url_for("manifests.show", id=found.id), 303)
