"""The stop in the browser: scan against the list, then the producer signs and the driver leaves."""

from uuid import UUID

from flask import request, url_for

from wastetrack.access.policy import Action
from wastetrack.handover.actions.hand_over import hand_over
from wastetrack.handover.actions.scan import scan
from wastetrack.handover.actions.undo import undo
from wastetrack.handover.inputs import HandOver, ScanInput
from wastetrack.handover.queries import stop_view
from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.work import Work
from wastetrack.web import door
from wastetrack.web.door import NONCE, Rendered, Room
from wastetrack.web.forms import Bound, FieldView
from wastetrack.web.trips import own_trips

room = Room("handover", __name__)


def scan_of(place: ScanPlace, manifest_id: UUID) -> dict[str, object]:
    """What of a scan does not come from its box: the form's nonce is the scan's own."""
    nonce = request.form.get(NONCE) or door.fresh_nonce()
    return {"nonce": nonce[:64], "place": place, "manifest_id": manifest_id}


@room.page("/handover/<uuid:id>")
def show(work: Work, id: UUID, bound: Bound[HandOver] | None = None) -> Rendered:  # noqa: A002
    """One manifest at the yard: expected, scanned, and the one act that is this person's."""
    return _stop(work, id, bound)


def typed_again(work: Work, id: UUID, bound: Bound[ScanInput]) -> Rendered:  # noqa: A002
    """The same page with what was typed into the scan box and why it is no code."""
    return _stop(work, id, None, bound)


def box(bound: Bound[ScanInput] | None) -> FieldView | None:
    """The scan box as it was sent: it is all that a person sees of this form, so it says every fault."""
    if bound is None:
        return None
    view = bound["code"]
    view.errors = [text for _, text in bound.errors_all]
    return view


def _stop(
    work: Work,
    manifest_id: UUID,
    bound: Bound[HandOver] | None,
    typed_code: Bound[ScanInput] | None = None,
) -> Rendered:
    view = stop_view(work, manifest_id, ScanPlace.YARD)
    form = bound or Bound.blank(HandOver, door.lang(), seen=view.manifest.head_seq)
    asks = view.manifest.trip_id is None and Action.MANIFEST_DEPART in view.acts
    trips = own_trips(work) if asks else []
    if len(trips) == 1 and "trip_id" not in form.raw:
        form.raw["trip_id"] = [trips[0][0]]
    return door.render(
        "handover/show.html",
        view=view,
        form=form.choose("trip_id", trips),
        asks_trip=asks,
        said=view.last if view.last and request.args.get("scan") == str(view.last.id) else None,
        ticked=None if bound is None else request.form.getlist("loaded"),
        typed=request.form,
        typed_code=box(typed_code),
        Action=Action,
    )


@room.mutation(
    "/handover/<uuid:id>/scan",
    data=ScanInput,
    form=typed_again,
    fixed=lambda id: scan_of(ScanPlace.YARD, id),  # noqa: A006 - the path's own name
)
def scan_(work: Work, data: ScanInput, id: UUID) -> str:  # noqa: A002
    """Keep the scan and show what it was."""
    return url_for("handover.show", id=id, scan=scan(work, data).id)


@room.mutation("/handover/<uuid:id>/undo/<uuid:scan_id>")
def undo_(work: Work, id: UUID, scan_id: UUID) -> str:  # noqa: A002
    """Take back a code that nobody knows."""
    return url_for("handover.show", id=undo(work, id, scan_id).id)


def _shipped(id: UUID) -> dict[str, object]:  # noqa: A002
    """Kilograms typed beside the lines that are ticked, and where the unscanned ones are."""
    ticked = request.form.getlist("loaded")
    weights = {line: request.form.get(f"kg-{line}", "").strip() for line in ticked}
    told = {
        name.removeprefix("unscanned-"): text
        for name, text in request.form.items()
        if name.startswith("unscanned-")
    }
    return {
        "unscanned": [
            {"line_id": line, "aboard": text == "aboard"} for line, text in told.items() if text
        ],
        "picked": True,
        "shipped": [{"line_id": line, "grams": text} for line, text in weights.items() if text],
    }


@room.mutation("/handover/<uuid:id>", data=HandOver, form=show, fixed=_shipped)
def complete(work: Work, data: HandOver, id: UUID) -> str:  # noqa: A002
    """Sign, leave, or both."""
    return url_for("handover.show", id=hand_over(work, id, data).id)
