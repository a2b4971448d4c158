"""The entrance: sign in by password or code, sign out, a forgotten password, waiting for a seat."""

from uuid import UUID

from flask import redirect, request, url_for

from wastetrack.kernel.actor import NOBODY
from wastetrack.kernel.errors import Missing, refuse
from wastetrack.kernel.work import Work
from wastetrack.people.actions.accept import accept as take_seat
from wastetrack.people.actions.attempt import attempt
from wastetrack.people.actions.join import join
from wastetrack.people.actions.redeem import redeem
from wastetrack.people.actions.send_code import send_code
from wastetrack.people.actions.sign_in import sign_in as let_in
from wastetrack.people.actions.sign_out import sign_out as end_session
from wastetrack.people.inputs import CodeRequest, CodeReset, CodeSignIn, JoinRequest, SignIn
from wastetrack.people.model import User
from wastetrack.people.queries import load_actor, own_seats
from wastetrack.people.terms import CodePurpose
from wastetrack.web import door, nav, session
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound

room = Room("entry", __name__)


def address() -> str:
    """The network address that tries are counted under."""
    return request.remote_addr or "unknown"


def start_session(work: Work, user: User, *, device: bool = False) -> None:
    """Let this browser be the person from now on."""
    actor = load_actor(work, user.id, user.session_epoch)
    if actor is None:
        raise Missing(str(user.id))
    session.begin(work, actor, user.session_epoch, device=device)


@room.page("/sign-in", public=True)
def sign_in(work: Work, bound: Bound[SignIn] | None = None) -> Rendered:
    """Phone and password."""
    if work.actor.user_id is not None:
        return redirect(nav.home_of(work.actor), 303)
    form = bound or Bound.blank(SignIn, door.lang())
    return door.render("people/sign_in.html", form=form, next=request.args.get("next"))


@room.mutation("/sign-in", data=SignIn, form=sign_in, public=True, once=False)
def enter(work: Work, data: SignIn) -> str:
    """Two units: the try is counted and committed before its password is judged."""
    tried = door.database().write(NOBODY, lambda w: attempt(w, data.phone, address()))
    user = let_in(work, tried, data.password)
    start_session(work, user, device=data.device)
    return door.after(request.args.get("next"))


@room.mutation("/sign-out", public=True)
def sign_out(work: Work) -> str:
    """End the session of this browser, also in a copy of its cookie."""
    known = session.current()
    if known is not None and work.actor.user_id is not None:
        end_session(work, known, session.DEVICE_IDLE)
    work.after_commit.append(session.end)
    return url_for("entry.sign_in")


@room.page("/forgot", public=True)
def forgot(_work: Work, bound: Bound[CodeRequest] | None = None) -> Rendered:
    """Ask for a one-time code, to enter or to set a new password."""
    form = bound or Bound.blank(CodeRequest, door.lang())
    return door.render("people/forgot.html", form=form, enter=request.args.get("enter"))


@room.mutation("/forgot", data=CodeRequest, form=forgot, public=True)
def send(work: Work, data: CodeRequest) -> str:
    """Send the code; the next page is the same whether the phone is known or not."""
    entering = bool(request.args.get("enter"))
    purpose = CodePurpose.SIGN_IN if entering else CodePurpose.RESET
    send_code(work, data.phone, purpose, address())
    page = "entry.by_code" if entering else "entry.new_password"
    return url_for(page, phone=data.phone)


@room.page("/forgot/password", public=True)
def new_password(_work: Work, bound: Bound[CodeReset] | None = None) -> Rendered:
    """The code and a new password."""
    form = bound or Bound.blank(CodeReset, door.lang(), phone=request.args.get("phone"))
    return door.render("people/code.html", form=form, here=url_for("entry.new_password"))


@room.mutation("/forgot/password", data=CodeReset, form=new_password, public=True)
def renew(work: Work, data: CodeReset) -> str:
    """Set the new password and enter."""
    return _by_code(work, data)


@room.page("/sign-in/code", public=True)
def by_code(_work: Work, bound: Bound[CodeSignIn] | None = None) -> Rendered:
    """The code alone."""
    form = bound or Bound.blank(CodeSignIn, door.lang(), phone=request.args.get("phone"))
    return door.render("people/code.html", form=form, here=url_for("entry.by_code"))


@room.mutation("/sign-in/code", data=CodeSignIn, form=by_code, public=True)
def enter_by_code(work: Work, data: CodeSignIn) -> str:
    """Enter by one-time code."""
    return _by_code(work, data)


def _by_code(work: Work, data: CodeSignIn) -> str:
    # a unit of its own: a wrong code must stay counted though this request is refused
    user = door.database().write(NOBODY, lambda w: redeem(w, data))
    if user is None:
        raise refuse("people.wrong_code", "code")
    start_session(work, user)
    return url_for("home.start")


@room.page("/joining")
def joining(work: Work, bound: Bound[JoinRequest] | None = None) -> Rendered:
    """Seats asked for and offered, and a way to ask for one more."""
    form = bound or Bound.blank(JoinRequest, door.lang())
    return door.render("people/joining.html", seats=own_seats(work), form=form)


@room.mutation("/joining", data=JoinRequest, form=joining)
def ask(work: Work, data: JoinRequest) -> str:
    """Ask for a seat in a unit that is already here."""
    join(work, data)
    return url_for("entry.joining")


@room.mutation("/memberships/<uuid:id>/accept")
def accept(work: Work, id: UUID) -> str:  # noqa: A002 - the name in the address
    """Take an offered seat."""
    take_seat(work, id)
    return url_for("home.start")
