"""Use and disposal in the browser: what was treated, recording it, and what became of one's waste."""

from uuid import UUID

from flask import request, url_for

from wastetrack.access.policy import Action
from wastetrack.catalog.queries import code_values
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import facilities_of, sites_of, streams_of
from wastetrack.parties.terms import STORES, FacilityKind, UnitKind
from wastetrack.treatments.actions.leave import leave_residue
from wastetrack.treatments.actions.record import record_treatment
from wastetrack.treatments.inputs import LeaveResidue, RecordTreatment
from wastetrack.treatments.queries import (
    get_treatment,
    list_outcomes,
    list_treatments,
    show_treatment,
    stock_to_treat,
)
from wastetrack.treatments.rules import PASSED_ON
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound

room = Room("treatments", __name__)
# rows for new waste on the form; more of it is added on the treatment's own page
RESIDUE_ROWS = 2
_WHERE = frozenset({FacilityKind.TREATMENT, FacilityKind.PRODUCTION})


@room.page("/treatments", asks=Action.TREATMENT_READ, kinds=(UnitKind.DISPOSER, UnitKind.AUTHORITY))
def index(work: Work) -> Rendered:
    """What this unit treated, newest first."""
    page = list_treatments(work, request.args.get("after"))
    return door.render(
        "treatments/index.html",
        rows=page.rows,
        methods=_methods(work),
        next_href=url_for("treatments.index", after=page.after) if page.after else "",
    )


@room.page("/treatments/outcomes", asks=Action.TREATMENT_READ)
def outcomes(work: Work) -> Rendered:
    """What became of the waste that this unit made, gram by gram."""
    page = list_outcomes(work, request.args.get("after"))
    return door.render(
        "treatments/outcomes.html",
        rows=page.rows,
        methods=_methods(work),
        next_href=url_for("treatments.outcomes", after=page.after) if page.after else "",
    )


@room.page("/treatments/new", asks=Action.TREATMENT_RECORD, kinds=(UnitKind.DISPOSER,))
def new(work: Work, bound: Bound[RecordTreatment] | None = None) -> Rendered:
    """Choose containers in stock, the method, and how much; everything in them unless said otherwise."""
    sites = sites_of(work, request.args.get("site") or request.form.get("site_id"))
    site = next((s for s in sites if s.selected), sites[0] if sites else None)
    bound = bound or Bound.blank(RecordTreatment, door.lang(), site_id=site.id if site else None)
    here = facilities_of(work, [site.id]) if site else []
    bound.choose(
        "method",
        [(code, f"{code} {text}") for code, text in _methods(work).items() if code != PASSED_ON],
    )
    bound.choose(
        "facility_id", [(str(f.id), f"{f.code} {f.name}") for f in here if f.kind in _WHERE]
    )
    return door.render(
        "treatments/new.html",
        form=bound,
        site=site,
        stock=stock_to_treat(work, site.id) if site else [],
        streams=streams_of(work, site.id) if site else [],
        taken=request.form.getlist("take") or request.args.getlist("container"),
        typed=request.form,
        residues=_residue_rows(),
    )


def _sent() -> dict[str, object]:
    """The chosen containers, each with the kilograms typed beside it, and the new waste."""
    feeds = [
        {"container_id": key, "grams": request.form.get(f"kg-{key}", "").strip() or None}
        for key in request.form.getlist("take")
    ]
    residues = [
        {"stream_id": stream, "grams": kilograms}
        for stream, kilograms in _residue_rows()
        if stream or kilograms
    ]
    return {"feeds": feeds, "residues": residues}


def _residue_rows() -> list[tuple[str, str]]:
    streams, masses = request.form.getlist("residue_stream"), request.form.getlist("residue_kg")
    sent = [(s.strip(), m.strip()) for s, m in zip(streams, masses, strict=False)]
    return (sent + [("", "")] * RESIDUE_ROWS)[: max(len(sent), RESIDUE_ROWS)]


@room.mutation("/treatments/new", data=RecordTreatment, form=new, fixed=_sent)
def record(work: Work, data: RecordTreatment) -> str:
    """Record it and show what it did."""
    return url_for("treatments.show", id=record_treatment(work, data).id)


@room.page("/treatments/<uuid:id>")
def show(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """One treatment: what was fed, whose it was, what new waste it left."""
    return door.render(
        "treatments/show.html", view=show_treatment(work, id), methods=_methods(work)
    )


@room.page("/treatments/<uuid:id>/residues")
def residues(work: Work, id: UUID, bound: Bound[LeaveResidue] | None = None) -> Rendered:  # noqa: A002
    """New waste that came out later: which, how much, where it stands."""
    row = get_treatment(work, id)
    bound = bound or Bound.blank(LeaveResidue, door.lang())
    streams = streams_of(work, row.site_id)
    bound.choose("stream_id", [(str(s.id), f"{s.common_name} {s.waste_code}") for s in streams])
    stores = [f for f in facilities_of(work, [row.site_id]) if f.kind in STORES and f.active]
    bound.choose("facility_id", [(str(f.id), f"{f.code} {f.name}") for f in stores])
    return door.render("treatments/residues.html", treatment=row, form=bound, streams=streams)


@room.mutation("/treatments/<uuid:id>/residues", data=LeaveResidue, form=residues)
def leave(work: Work, data: LeaveResidue, id: UUID) -> str:  # noqa: A002
    """Add new waste and show its container, so that its label can be printed."""
    return f"/containers/{leave_residue(work, id, data).id}"


def _methods(work: Work) -> dict[str, str]:
    return {value.code: value.label(door.lang()) for value in code_values(work, "method")}
