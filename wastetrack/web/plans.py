"""Yearly plans in the browser: the list, one plan, recording and amending one."""

from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.agreements.actions.add_plan import add_plan
from wastetrack.agreements.actions.amend_plan import amend_plan
from wastetrack.agreements.inputs import PlanAmendment, PlanTerms
from wastetrack.agreements.queries import (
    get_plan,
    list_plans,
    names_of,
    plan_places,
    receivers,
)
from wastetrack.agreements.rules import plan_balance
from wastetrack.agreements.transition import facts_of
from wastetrack.audit.history import of_subject
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.manifests.queries import plan_use
from wastetrack.parties.queries import sites_of, streams_of
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.plan_lines import line_views, lines_sent, rows_of
from wastetrack.web.timeline import lines as said_lines

room = Room("plans", __name__)


@room.page("/plans", asks=Action.PLAN_READ)
def index(work: Work) -> Rendered:
    """Plans of one's sites, this year's or all."""
    year = local_day(work.now).year
    every = request.args.get("show") == "all"
    page = list_plans(work, year=None if every else year, after=request.args.get("after"))
    show = "all" if every else None
    lang = door.lang()
    return door.render(
        "agreements/plans.html",
        rows=page.rows,
        next_href=url_for("plans.index", show=show, after=page.after) if page.after else "",
        may_add=bool(sites_of(work)),
        filters=[
            {"label": str(year), "href": url_for("plans.index"), "active": not every},
            {
                "label": words.say(lang, "全部年度"),
                "href": url_for("plans.index", show="all"),
                "active": every,
            },
        ],
    )


@room.page("/plans/new", asks=Action.PLAN_ADD)
def new(work: Work, bound: Bound[PlanTerms] | None = None) -> Rendered:
    """Record a filed plan; the site's own wastes stand in the first lines."""
    sites = sites_of(work, request.args.get("site"))
    chosen = next((site for site in sites if site.selected), sites[0] if sites else None)
    sent = rows_of(request.form)
    if bound is None:
        today = local_day(work.now)
        bound = Bound.blank(
            PlanTerms,
            door.lang(),
            site_id=chosen.id if chosen else None,
            year=today.year,
            filed_on=today,
        )
        streams = streams_of(work, chosen.id) if chosen else []
        codes = dict.fromkeys(stream.waste_code for stream in streams)
        sent = [{"kind": "transfer", "waste_code": code} for code in codes]
    bound.choose("site_id", [(str(site.id), site.name) for site in sites])
    return door.render(
        "agreements/new_plan.html",
        form=bound,
        filled=len(sent),
        lines=line_views(bound, sent, receivers(work)),
    )


@room.mutation("/plans/new", data=PlanTerms, form=new, fixed=lines_sent)
def add_plan_(work: Work, data: PlanTerms) -> str:
    """Record the plan."""
    return url_for("plans.show", id=add_plan(work, data).id)


@room.page("/plans/<uuid:id>")
def show(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """One plan with its lines and its history."""
    row, lines = get_plan(work, id)
    names = names_of(work, (line.receiver_unit_id for line in lines if line.receiver_unit_id))
    places = plan_places(row.plan.unit_id, row.plan.site_id)
    return door.render(
        "agreements/plan.html",
        row=row,
        lines=lines,
        names=names,
        balances=plan_balance(facts_of(lines), plan_use(work, row.plan.site_id, row.plan.year)),
        may_amend=may(work.actor, Action.PLAN_AMEND, *places),
        said=said_lines(door.lang(), of_subject(work, id)),
    )


@room.page("/plans/<uuid:id>/amend")
def amend(work: Work, id: UUID, bound: Bound[PlanAmendment] | None = None) -> Rendered:  # noqa: A002
    """Write down a filed change: the lines as they now are."""
    row, lines = get_plan(work, id)
    sent = rows_of(request.form)
    if bound is None:
        bound = Bound.blank(
            PlanAmendment,
            door.lang(),
            number=row.plan.number,
            amended_on=local_day(work.now),
        )
        sent = [
            {
                "kind": line.kind.value,
                "waste_code": line.waste_code,
                "planned_g": f"{line.planned_g / 1_000_000:g}",
                "transfer_type": line.transfer_type or "",
                "receiver_kind": line.receiver_kind or "",
                "receiver_unit_id": str(line.receiver_unit_id or ""),
                "method": line.method or "",
            }
            for line in lines
        ]
    return door.render(
        "agreements/amend_plan.html",
        row=row,
        form=bound,
        filled=len(sent),
        lines=line_views(bound, sent, receivers(work)),
    )


@room.mutation("/plans/<uuid:id>/amend", data=PlanAmendment, form=amend, fixed=lines_sent)
def amend_plan_(work: Work, data: PlanAmendment, id: UUID) -> str:  # noqa: A002
    """Record the change."""
    return url_for("plans.show", id=amend_plan(work, id, data).id)
