"""The stop in the browser: scan against the list, then the producer signs and the driver leaves."""

from uuid import UUID

from flask import request, url_for

from wastetrack.access.policy import Action
from wastetrack.handover.actions.hand_over import hand_over
from wastetrack.handover.actions.scan import scan
from wastetrack.handover.inputs import HandOver, ScanInput
from wastetrack.handover.queries import stop_view
from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.work import Work
from wastetrack.web import door
from wastetrack.web.door import NONCE, Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.trips import own_trips

room = Room("handover", __name__)


def scan_of(place: ScanPlace, manifest_id: UUID) -> dict[str, object]:
    """What of a scan does not come from its box: the form's nonce is the scan's own."""
    nonce = request.form.get(NONCE) or door.fresh_nonce()
    return {"nonce": nonce[:64], "place": place, "manifest_id": manifest_id}


@room.page("/handover/<uuid:id>")
def show(work: Work, id: UUID, bound: Bound[HandOver] | None = None) -> Rendered:  # noqa: A002
    """One manifest at the yard: expected, scanned, and the one act that is this person's."""
    view = stop_view(work, id, ScanPlace.YARD)
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
        Action=Action,
    )


@room.mutation(
    "/handover/<uuid:id>/scan",
    data=ScanInput,
    fixed=lambda id: scan_of(ScanPlace.YARD, id),  # noqa: A006 - the path's own name
)
def scan_(work: Work, data: ScanInput, id: UUID) -> str:  # noqa: A002
    """Keep the scan and show what it was."""
    return url_for("handover.show", id=id, scan=scan(work, data).id)


def _shipped(id: UUID) -> dict[str, object]:  # noqa: A002
    """Kilograms typed beside the lines that are ticked."""
    ticked = request.form.getlist("loaded")
    weights = {line: request.form.get(f"kg-{line}", "").strip() for line in ticked}
    return {
        "picked": True,
        "shipped": [{"line_id": line, "grams": text} for line, text in weights.items() if text],
    }


@room.mutation("/handover/<uuid:id>", data=HandOver, form=show, fixed=_shipped)
def complete(work: Work, data: HandOver, id: UUID) -> str:  # noqa: A002
    """Sign, leave, or both."""
    return url_for("handover.show", id=hand_over(work, id, data).id)
