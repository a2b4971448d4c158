"""Pickups for the producer: 叫车 in two taps, one's own requests, one request."""

from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.audit.history import of_subject
from wastetrack.containers.model import Container
from wastetrack.kernel.work import Work
from wastetrack.pickups.actions.accept import accept
from wastetrack.pickups.actions.cancel import cancel
from wastetrack.pickups.actions.decline import decline
from wastetrack.pickups.actions.request import request as ask_for
from wastetrack.pickups.actions.unschedule import unschedule
from wastetrack.pickups.inputs import Cancelling, Declining, PickupAsk
from wastetrack.pickups.machine import allowed
from wastetrack.pickups.queries import get_request, list_requests, propose_here, request_places
from wastetrack.pickups.rules import told_about_day
from wastetrack.pickups.shapes import Proposal, RequestRow
from wastetrack.web import door
from wastetrack.web.clocks import clock_of
from wastetrack.web.door import Rendered, Room
from wastetrack.web.filters import human, kg
from wastetrack.web.forms import Bound
from wastetrack.web.timeline import lines

room = Room("pickups", __name__)


@room.page("/pickups", asks=Action.PICKUP_REQUEST)
def ask(work: Work, bound: Bound[PickupAsk] | None = None) -> Rendered:
    """叫车: everything sealed is ticked, two windows are proposed; one button confirms."""
    proposal = propose_here(work, request.values.get("site_id") or request.args.get("site"))
    if proposal is None:
        return door.render("pickups/nothing.html")
    best = proposal.best
    bound = bound or Bound.blank(
        PickupAsk,
        door.lang(),
        site_id=proposal.site.id,
        container_ids=list(best.takes) if best else [],
        collector_unit_id=best.candidate.unit_id if best else None,
        window=proposal.windows[0].text,
    )
    return door.render(
        "pickups/ask.html",
        form=bound,
        proposal=proposal,
        why_not=words.sentence(door.lang(), proposal.why_not) if proposal.why_not else "",
        containers=[_card(work, proposal, c, bound) for c in proposal.containers],
        windows=_windows(proposal, bound),
        offers=_offers(proposal, bound),
    )


@room.mutation("/pickups", data=PickupAsk, form=ask)
def request_(work: Work, data: PickupAsk) -> str:
    """Confirm."""
    return url_for("pickups.show", id=ask_for(work, data).id, done=1)


@room.page("/pickups/mine", asks=Action.PICKUP_READ)
def mine(work: Work) -> Rendered:
    """One's own requests, newest first."""
    page = list_requests(work, after=request.args.get("after"))
    return door.render(
        "pickups/mine.html",
        rows=page.rows,
        next_href=url_for("pickups.mine", after=page.after) if page.after else "",
    )


@room.page("/pickups/<uuid:id>")
def show(
    work: Work,
    id: UUID,  # noqa: A002
    bound: Bound[Declining] | Bound[Cancelling] | None = None,
) -> Rendered:
    """One request: what, who comes, when, and what may be done now."""
    row = get_request(work, id)
    open_now = allowed(row.request.state)
    places = request_places(row.request)
    can = {a for a in open_now if may(work.actor, a, *places)}
    return door.render(
        "pickups/show.html",
        row=row,
        can=can,
        told=_told(row),
        Action=Action,
        form=bound,
        clocks={
            c.id: clock_of(work, c.held_as, c.held_since, c.holder_site_id) for c in row.containers
        },
        said=lines(door.lang(), of_subject(work, id)),
        done=request.args.get("done") == "1",
        declining=Bound.blank(Declining, door.lang()),
        cancelling=Bound.blank(Cancelling, door.lang()),
    )


@room.mutation("/pickups/<uuid:id>/accept")
def accept_(work: Work, id: UUID) -> str:  # noqa: A002
    """The collector will come."""
    return url_for("pickups.show", id=accept(work, id).id)


@room.mutation("/pickups/<uuid:id>/decline", data=Declining, form=show)
def decline_(work: Work, data: Declining, id: UUID) -> str:  # noqa: A002
    """The collector does not come."""
    return url_for("pickups.show", id=decline(work, id, data).id)


@room.mutation("/pickups/<uuid:id>/cancel", data=Cancelling, form=show)
def cancel_(work: Work, data: Cancelling, id: UUID) -> str:  # noqa: A002
    """No longer wanted."""
    return url_for("pickups.show", id=cancel(work, id, data).id)


@room.mutation("/pickups/<uuid:id>/unschedule", data=Cancelling, form=show)
def unschedule_(work: Work, data: Cancelling, id: UUID) -> str:  # noqa: A002
    """Back to waiting for a trip."""
    return url_for("pickups.show", id=unschedule(work, id, data).id)


def _told(row: RequestRow) -> list[str]:
    """A visit outside the days asked for is told to both sides."""
    on = row.request.scheduled_on
    found = told_about_day(on, row.window) if on else []
    return [words.sentence(door.lang(), violation) for violation in found]


def _card(
    work: Work, proposal: Proposal, c: Container, bound: Bound[PickupAsk]
) -> dict[str, object]:
    """One container as a card to tick; what nobody can take is told apart."""
    lang = door.lang()
    clock = clock_of(work, c.held_as, c.held_since, c.holder_site_id)
    taken = any(c.id in offer.takes for offer in proposal.offers)
    text = f"{human(c.human_code)} · {kg(c.mass_g)}"
    if proposal.offers and not taken:
        text = f"{text} · {words.say(lang, '不在合同范围内')}"
    return {
        "value": str(c.id),
        "title": c.waste_name or c.waste_code,
        "text": text,
        "clock": clock,
        "selected": str(c.id) in bound["container_ids"].values,
        "icon": "drum",
    }


def _windows(proposal: Proposal, bound: Bound[PickupAsk]) -> list[dict[str, object]]:
    chosen = bound["window"].value
    return [
        {
            "value": window.text,
            "title": f"{window.first:%m-%d} – {window.last:%m-%d}",
            "text": words.say(door.lang(), "尽快") if first else words.say(door.lang(), "晚几天"),
            "selected": window.text == chosen,
        }
        for first, window in zip((True, False), proposal.windows, strict=True)
    ]


def _offers(proposal: Proposal, bound: Bound[PickupAsk]) -> list[dict[str, object]]:
    lang = door.lang()
    chosen = bound["collector_unit_id"].value
    return [
        {
            "value": str(offer.candidate.unit_id),
            "title": offer.candidate.name,
            "text": " · ".join(
                (
                    words.label(lang, offer.payer),
                    words.say(lang, "合同 {number}", number=offer.candidate.contract_number),
                )
            ),
            "selected": str(offer.candidate.unit_id) == chosen,
            "icon": "truck",
        }
        for offer in proposal.offers
    ]
