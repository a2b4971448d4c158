"""Proxy consents and cross-province approvals in the browser."""

from datetime import date
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.agreements.actions.add_approval import add_approval
from wastetrack.agreements.actions.give_consent import give_consent
from wastetrack.agreements.actions.withdraw_consent import withdraw_consent
from wastetrack.agreements.inputs import ApprovalTerms, ConsentTerms, Withdrawal
from wastetrack.agreements.queries import list_approvals, list_consents, receivers
from wastetrack.agreements.terms import ConsentScope
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.web import door
from wastetrack.web.agreements import own_seat
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound

room = Room("consents", __name__)


@room.page("/consents", asks=Action.CONSENT_READ)
def index(work: Work) -> Rendered:
    """Consents given and held."""
    page = list_consents(work, after=request.args.get("after"))
    seat = own_seat(work)
    return door.render(
        "agreements/consents.html",
        rows=page.rows,
        today=local_day(work.now),
        own_unit_id=seat.unit_id if seat else None,
        scope_words=_scope_words,
        next_href=url_for("consents.index", after=page.after) if page.after else "",
    )


@room.page("/consents/new", asks=Action.CONSENT_GIVE)
def new(work: Work, bound: Bound[ConsentTerms] | None = None) -> Rendered:
    """Let another unit act for one's own."""
    seat = own_seat(work)
    today = local_day(work.now)
    bound = bound or Bound.blank(
        ConsentTerms,
        door.lang(),
        unit_id=seat.unit_id if seat else None,
        scope=["plan"],
        valid_to=date(today.year, 12, 31),
    )
    bound.choose("proxy_unit_id", _others(work))
    return door.render("agreements/new_consent.html", form=bound)


@room.mutation("/consents/new", data=ConsentTerms, form=new)
def give_consent_(work: Work, data: ConsentTerms) -> str:
    """Give it."""
    give_consent(work, data)
    return url_for("consents.index")


@room.mutation("/consents/<uuid:id>/withdraw", data=Withdrawal)
def withdraw_consent_(work: Work, data: Withdrawal, id: UUID) -> str:  # noqa: A002
    """End it."""
    withdraw_consent(work, id, data)
    return url_for("consents.index")


@room.page("/cross-province", asks=Action.APPROVAL_READ)
def approvals(work: Work) -> Rendered:
    """Cross-province approvals of one's unit, as consignor or receiver."""
    page = list_approvals(work, after=request.args.get("after"))
    return door.render(
        "agreements/approvals.html",
        rows=page.rows,
        today=local_day(work.now),
        next_href=url_for("consents.approvals", after=page.after) if page.after else "",
    )


@room.page("/cross-province/new", asks=Action.APPROVAL_ADD)
def new_approval(work: Work, bound: Bound[ApprovalTerms] | None = None) -> Rendered:
    """Record an approval as it was granted."""
    seat = own_seat(work)
    bound = bound or Bound.blank(
        ApprovalTerms,
        door.lang(),
        unit_id=seat.unit_id if seat else None,
        valid_from=local_day(work.now),
    )
    bound.choose("receiver_unit_id", _others(work))
    return door.render("agreements/new_approval.html", form=bound)


@room.mutation("/cross-province/new", data=ApprovalTerms, form=new_approval)
def add_approval_(work: Work, data: ApprovalTerms) -> str:
    """Record it."""
    add_approval(work, data)
    return url_for("consents.approvals")


def _others(work: Work) -> list[tuple[str, str]]:
    seat = own_seat(work)
    own = seat.unit_id if seat else None
    return [(str(key), name) for key, name in receivers(work) if key != own]


def _scope_words(scope: list[str]) -> str:
    joint = ", " if door.lang() == "en" else "、"
    return joint.join(words.label(door.lang(), ConsentScope(item)) for item in scope)
