"""A unit's people: who has which seat, letting in, inviting, changing, ending; and oneself."""

from uuid import UUID

from flask import url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, holds, may, require
from wastetrack.audit.looks import Look
from wastetrack.kernel.actor import Role
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import find_unit, sites_of_units
from wastetrack.parties.terms import UnitKind
from wastetrack.people.actions.admit import admit as let_in
from wastetrack.people.actions.assign import assign as change_seat
from wastetrack.people.actions.change_password import change_password
from wastetrack.people.actions.deactivate import deactivate as end_seat
from wastetrack.people.actions.edit import edit
from wastetrack.people.actions.invite import invite as offer_seat
from wastetrack.people.actions.reset import reset as reset_password
from wastetrack.people.actions.sign_out import sign_out_elsewhere as end_other_sessions
from wastetrack.people.actions.suspend import suspend as stop_account
from wastetrack.people.inputs import Invitation, Parting, PasswordChange, Profile, SeatInput
from wastetrack.people.model import Membership
from wastetrack.people.queries import (
    get_membership,
    get_user,
    list_members,
    list_waiting,
)
from wastetrack.people.rules import roles_of
from wastetrack.people.terms import MembershipState
from wastetrack.web import door, session
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.parties import own_unit_id

room = Room("people", __name__)
BoundSeat = Bound[SeatInput] | Bound[Invitation]


def _choose_seat(work: Work, bound: BoundSeat, unit_id: UUID) -> None:
    unit = find_unit(work, unit_id)
    if unit is None:
        raise Missing(str(unit_id))
    lang = door.lang()
    bound.choose("role", [(r.value, words.label(lang, r)) for r in roles_of(unit.kinds)])
    sites = sites_of_units(work, [unit_id])
    bound.choose("site_ids", [(str(site.id), site.name) for site in sites])


@room.page("/people", logged=Look.PEOPLE)
def mine(work: Work) -> Rendered:
    """The people of one's own unit."""
    page: Rendered = members(work, own_unit_id(work))
    return page


@room.page("/units/<uuid:id>/people", logged=Look.PEOPLE)
def members(work: Work, id: UUID) -> Rendered:  # noqa: A002 - the name in the address
    """Who waits, who is here."""
    rows = list_members(work, id)
    door.about(id)
    place = Place(Position.OWN, id)
    return door.render(
        "people/list.html",
        unit=find_unit(work, id),
        waiting=[r for r in rows if r.membership.state is MembershipState.REQUESTED],
        rows=[r for r in rows if r.membership.state is not MembershipState.REQUESTED],
        site_names={str(site.id): site.name for site in sites_of_units(work, [id])},
        may_admit=may(work.actor, Action.PEOPLE_ADMIT, place),
        may_invite=may(work.actor, Action.PEOPLE_INVITE, place),
    )


@room.page(
    "/people/waiting", asks=Action.PEOPLE_ADMIT, kinds=(UnitKind.AUTHORITY,), logged=Look.PEOPLE
)
def waiting(work: Work) -> Rendered:
    """Everybody who waits for a seat, for the bureau's administrators."""
    return door.render("people/waiting.html", rows=list_waiting(work))


@room.page("/units/<uuid:id>/people/invite")
def invite(work: Work, id: UUID, bound: Bound[Invitation] | None = None) -> Rendered:  # noqa: A002
    """Offer a seat by phone number."""
    require(work.actor, Action.PEOPLE_INVITE, Place(Position.OWN, id))
    form = bound or Bound.blank(Invitation, door.lang())
    _choose_seat(work, form, id)
    return door.render("people/invite.html", form=form, unit_id=id)


@room.mutation("/units/<uuid:id>/people/invite", data=Invitation, form=invite)
def offer(work: Work, data: Invitation, id: UUID) -> str:  # noqa: A002
    """Offer the seat."""
    offer_seat(work, id, data)
    return url_for("people.members", id=id)


def _draw(
    work: Work,
    row: Membership,
    *,
    seat: Bound[SeatInput] | None = None,
    parting: Bound[Parting] | None = None,
) -> Rendered:
    sites = row.site_ids or []
    seat = seat or Bound.blank(SeatInput, door.lang(), role=row.role, site_ids=sites)
    _choose_seat(work, seat, row.unit_id)
    place = Place(Position.OWN, row.unit_id)
    return door.render(
        "people/seat.html",
        row=row,
        user=get_user(work, row.user_id),
        unit=find_unit(work, row.unit_id),
        form=seat,
        parting=parting or Bound.blank(Parting, door.lang()),
        asked=row.state is MembershipState.REQUESTED,
        may_assign=may(work.actor, Action.PEOPLE_ASSIGN, place),
        may_end=may(work.actor, Action.PEOPLE_DEACTIVATE, place),
        may_reset=may(work.actor, Action.PEOPLE_RESET, place),
        hands_over=holds(work.actor, row.unit_id, Role.ADMIN),
        may_suspend=may(work.actor, Action.PEOPLE_SUSPEND),
    )


@room.page("/memberships/<uuid:id>", logged=Look.PEOPLE)
def seat(work: Work, id: UUID, bound: Bound[SeatInput] | None = None) -> Rendered:  # noqa: A002
    """One person's seat: role, sites, password, ending."""
    row = get_membership(work, id)
    door.about(row.unit_id)
    return _draw(work, row, seat=bound)


def _parting(work: Work, id: UUID, bound: Bound[Parting]) -> Rendered:  # noqa: A002
    return _draw(work, get_membership(work, id), parting=bound)


@room.mutation("/memberships/<uuid:id>/admit", data=SeatInput, form=seat)
def admit(work: Work, data: SeatInput, id: UUID) -> str:  # noqa: A002
    """Let the person in."""
    return url_for("people.members", id=let_in(work, id, data).unit_id)


@room.mutation("/memberships/<uuid:id>/assign", data=SeatInput, form=seat)
def assign(work: Work, data: SeatInput, id: UUID) -> str:  # noqa: A002
    """Change role and sites."""
    return url_for("people.members", id=change_seat(work, id, data).unit_id)


@room.mutation("/memberships/<uuid:id>/deactivate", data=Parting, form=_parting)
def deactivate(work: Work, data: Parting, id: UUID) -> str:  # noqa: A002
    """End the seat, decline the request or take the offer back."""
    return url_for("people.members", id=end_seat(work, id, data).unit_id)


@room.mutation("/memberships/<uuid:id>/suspend", data=Parting, form=_parting)
def suspend(work: Work, data: Parting, id: UUID) -> str:  # noqa: A002
    """Stop the whole account, or open it again."""
    user = get_user(work, get_membership(work, id).user_id)
    stop_account(work, user.id, data, active=not user.active)
    return url_for("people.seat", id=id)


@room.mutation("/memberships/<uuid:id>/reset")
def reset(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """Show a unit's temporary password once; of the bureau's resets nobody sees one."""
    temporary = reset_password(work, id)
    row = get_membership(work, id)
    user = get_user(work, row.user_id)
    return door.render("people/temporary.html", temporary=temporary, user=user, row=row)


@room.page("/me")
def me(
    work: Work,
    bound: Bound[Profile] | None = None,
    password: Bound[PasswordChange] | None = None,
) -> Rendered:
    """One's own name and password."""
    form = bound or Bound.blank(Profile, door.lang(), name=work.actor.name)
    secret = password or Bound.blank(PasswordChange, door.lang())
    return door.render("people/me.html", form=form, password=secret)


@room.mutation("/me", data=Profile, form=me)
def rename(work: Work, data: Profile) -> str:
    """Change one's own name."""
    edit(work, data)
    return url_for("people.me")


@room.page("/me/password", settling=True)
def own_password(work: Work, bound: Bound[PasswordChange] | None = None) -> Rendered:
    """Change a password that somebody else has set: all that is open until it is done."""
    if not work.actor.must_change:
        page: Rendered = me(work, password=bound)
        return page
    form = bound or Bound.blank(PasswordChange, door.lang())
    user = get_user(work, work.actor.user_id) if work.actor.user_id else None
    return door.render("people/must_change.html", form=form, user=user)


@room.mutation("/me/password", data=PasswordChange, form=own_password, settling=True)
def new_password(work: Work, data: PasswordChange) -> str:
    """Change the password; every session ends, this one begins anew."""
    user = change_password(work, data)
    session.begin(work, work.actor, user.session_epoch, device=session.own_device())
    return url_for("people.me")


@room.mutation("/me/sign-out-elsewhere")
def sign_out_elsewhere(work: Work) -> str:
    """End every session but this one."""
    user = end_other_sessions(work)
    session.begin(work, work.actor, user.session_epoch, device=session.own_device())
    return url_for("people.me")
