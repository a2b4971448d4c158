"""The gate in the browser: who is expected, count, weigh, decide."""

from typing import TypeVar
from uuid import UUID

from flask import request, url_for
from pydantic import BaseModel

from wastetrack.access.policy import Action
from wastetrack.catalog.queries import code_values
from wastetrack.handover.actions.query import query_load
from wastetrack.handover.actions.receive import receive
from wastetrack.handover.actions.refuse import refuse_load
from wastetrack.handover.actions.scan import scan
from wastetrack.handover.actions.undo import undo
from wastetrack.handover.inputs import QueryLoad, ReceiveLoad, RefuseLoad, ScanInput
from wastetrack.handover.queries import arrivals, gate_view, last_methods
from wastetrack.handover.shapes import Arrival, GateView
from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import Dimension
from wastetrack.parties.terms import UnitKind
from wastetrack.pickups.actions.settle import settle
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.handover import box, scan_of

room = Room("gate", __name__)
_HAS_GATE = (UnitKind.COLLECTOR, UnitKind.DISPOSER)
M = TypeVar("M", bound=BaseModel)


@room.page("/gate", asks=Action.MANIFEST_READ, kinds=_HAS_GATE)
def index(work: Work) -> Rendered:
    """What is on its way to my gates or stands there, by plate."""
    plate = request.args.get("plate", "").strip().upper()
    rows = arrivals(work, _site())
    shown = [row for row in rows if not plate or plate in row.plate.upper()]
    vehicles: dict[str, list[Arrival]] = {}
    for row in shown:
        vehicles.setdefault(row.plate, []).append(row)
    return door.render("gate/index.html", vehicles=vehicles, plate=plate, any=bool(rows))


def _site() -> UUID | None:
    """The chosen site of the switch; it only filters."""
    try:
        return UUID(request.args.get("site", ""))
    except ValueError:
        return None


@room.page("/gate/<uuid:id>")
def show(work: Work, id: UUID, bound: Bound[ReceiveLoad] | None = None) -> Rendered:  # noqa: A002
    """One receipt: expected, scanned, difference; weights under it; one tap when nothing differs."""
    return _receipt(work, id, bound)


def typed_again(work: Work, id: UUID, bound: Bound[ScanInput]) -> Rendered:  # noqa: A002
    """The same page with what was typed into the scan box and why it is no code."""
    return _receipt(work, id, None, bound)


def _receipt(
    work: Work,
    manifest_id: UUID,
    bound: Bound[ReceiveLoad] | None,
    typed: Bound[ScanInput] | None = None,
) -> Rendered:
    view = gate_view(work, manifest_id)
    last = view.stop.last
    return door.render(
        "gate/show.html",
        view=view,
        form=_receiving(work, view, bound),
        typed_code=box(typed),
        said=last if last and request.args.get("scan") == str(last.id) else None,
        Action=Action,
    )


@room.mutation(
    "/gate/<uuid:id>/scan",
    data=ScanInput,
    form=typed_again,
    fixed=lambda id: scan_of(ScanPlace.GATE, id),  # noqa: A006 - the path's own name
)
def scan_(work: Work, data: ScanInput, id: UUID) -> str:  # noqa: A002
    """Keep the scan and show what it was."""
    return url_for("gate.show", id=id, scan=scan(work, data).id)


@room.mutation("/gate/<uuid:id>/undo/<uuid:scan_id>")
def undo_(work: Work, id: UUID, scan_id: UUID) -> str:  # noqa: A002
    """Take back a code that nobody knows."""
    return url_for("gate.show", id=undo(work, id, scan_id).id)


def _nothing_decided(**_path: UUID) -> dict[str, object]:
    """This form has no lines: whatever a sender adds is not a decision."""
    return {"lines": []}


@room.mutation("/gate/<uuid:id>", data=ReceiveLoad, form=show, fixed=_nothing_decided)
def accept(work: Work, data: ReceiveLoad, id: UUID) -> str:  # noqa: A002
    """Everything is taken as shipped."""
    return _settled(work, receive(work, id, data))


@room.page("/gate/<uuid:id>/decide")
def decide(work: Work, id: UUID, bound: Bound[ReceiveLoad] | None = None) -> Rendered:  # noqa: A002
    """Accept, refuse or split, line by line."""
    view = gate_view(work, id)
    return door.render(
        "gate/decide.html",
        view=view,
        form=_receiving(work, view, bound),
        methods=_methods(work),
        typed=request.form,
        dimensions=list(Dimension),
    )


def _decisions(id: UUID) -> dict[str, object]:  # noqa: A002
    """What was typed beside each line of the form."""
    form = request.form
    return {
        "lines": [
            {
                "line_id": line,
                "accepted_g": form.get(f"accepted-{line}", "").strip() or "0",
                "refused_g": form.get(f"refused-{line}", "").strip() or "0",
                "method": form.get(f"method-{line}") or None,
                "dimensions": form.getlist(f"dimension-{line}"),
                "note": form.get(f"note-{line}", ""),
            }
            for line in form.getlist("line")
        ]
    }


@room.mutation("/gate/<uuid:id>/decide", data=ReceiveLoad, form=decide, fixed=_decisions)
def decide_lines(work: Work, data: ReceiveLoad, id: UUID) -> str:  # noqa: A002
    """Take what is in order, and tell both parties of what is not."""
    return _settled(work, receive(work, id, data))


@room.page("/gate/<uuid:id>/query")
def query(work: Work, id: UUID, bound: Bound[QueryLoad] | None = None) -> Rendered:  # noqa: A002
    """Ask the consignor before deciding."""
    view = gate_view(work, id)
    return door.render(
        "gate/query.html",
        view=view,
        form=bound or _blank(QueryLoad, view),
        typed=request.form,
        dimensions=list(Dimension),
    )


def _questions(id: UUID) -> dict[str, object]:  # noqa: A002
    """Lines with at least one dimension ticked."""
    form = request.form
    return {
        "lines": [
            {
                "line_id": line,
                "dimensions": form.getlist(f"dimension-{line}"),
                "note": form.get(f"note-{line}", ""),
            }
            for line in form.getlist("line")
            if form.getlist(f"dimension-{line}")
        ]
    }


@room.mutation("/gate/<uuid:id>/query", data=QueryLoad, form=query, fixed=_questions)
def ask(work: Work, data: QueryLoad, id: UUID) -> str:  # noqa: A002
    """The vehicle waits for the consignor's answer."""
    return url_for("gate.show", id=query_load(work, id, data).id)


@room.page("/gate/<uuid:id>/refuse")
def refuse(work: Work, id: UUID, bound: Bound[RefuseLoad] | None = None) -> Rendered:  # noqa: A002
    """Take nothing."""
    view = gate_view(work, id)
    return door.render("gate/refuse.html", view=view, form=bound or _blank(RefuseLoad, view))


@room.mutation("/gate/<uuid:id>/refuse", data=RefuseLoad, form=refuse)
def turn_away(work: Work, data: RefuseLoad, id: UUID) -> str:  # noqa: A002
    """The vehicle keeps everything."""
    return _settled(work, refuse_load(work, id, data))


def _blank(model: type[M], view: GateView) -> Bound[M]:
    """A form that knows what the weighbridge already said of this vehicle."""
    return Bound.blank(
        model,
        door.lang(),
        seen=view.stop.manifest.head_seq,
        gross_g=None
        if view.gross_g is None
        else f"{view.gross_g / 1000:.3f}".rstrip("0").rstrip("."),
    )


def _receiving(work: Work, view: GateView, bound: Bound[ReceiveLoad] | None) -> Bound[ReceiveLoad]:
    m = view.stop.manifest
    if bound is None:
        bound = _blank(ReceiveLoad, view)
        codes = sorted({item.waste_code for item in view.stop.result.expected})
        known = set(last_methods(work, m.receiver_site_id, codes).values())
        if len(known) == 1:
            bound.raw["method"] = [known.pop()]
        if len(view.stores) == 1:
            bound.raw["facility_id"] = [str(view.stores[0].id)]
    bound.choose("method", _methods(work))
    bound.choose("facility_id", [(str(f.id), f"{f.code} {f.name}") for f in view.stores])
    return bound


def _methods(work: Work) -> list[tuple[str, str]]:
    return [(v.code, f"{v.code} {v.label(door.lang())}") for v in code_values(work, "method")]


def _settled(work: Work, m: Manifest) -> str:
    """A receipt or refusal may have been the last of a pickup request."""
    if m.request_id is not None:
        settle(work.as_actor(SYSTEM), m.request_id)
    return url_for("gate.show", id=m.id)
