"""Sign-in state: Flask-Login over a signed cookie; the person is read afresh on every request."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask, session
from flask_login import LoginManager, UserMixin, login_user, logout_user

from wastetrack.kernel.actor import Actor
from wastetrack.kernel.clock import Clock
from wastetrack.kernel.work import Work
from wastetrack.people.queries import load_actor
from wastetrack.web import door

DESK_IDLE = timedelta(hours=2)
DEVICE_IDLE = timedelta(days=30)
# the cookie is written anew at most this often, so that reading pages seldom set cookies
_REFRESH = timedelta(minutes=5)


@dataclass
class SignedIn(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """What Flask-Login holds: a plain actor value."""

    actor: Actor

    def get_id(self) -> str:
        return str(self.actor.user_id)


def begin(work: Work, actor: Actor, epoch: int, *, device: bool) -> None:
    """Start a session: a fresh cookie that ends after two idle hours, or thirty days on one's own phone.

    Each sign-in has an id of its own, so that it can be ended without the person's others.
    """
    session.clear()
    session.permanent = True
    session["id"] = str(work.new_id())
    session["epoch"], session["device"] = epoch, device
    session["seen"] = int(work.now.timestamp())
    login_user(SignedIn(actor))


def current() -> UUID | None:
    """The id of the sign-in at hand."""
    known = session.get("id")
    return UUID(known) if known else None


def own_device() -> bool:
    """Whether the person said that this is his own phone."""
    return bool(session.get("device"))


def end() -> None:
    """Forget the cookie of this browser."""
    logout_user()
    session.clear()


def install(app: Flask, clock: Clock) -> None:
    """Attach Flask-Login; load the person with one statement, and only if the session still counts."""
    manager = LoginManager()
    manager.init_app(app)
    app.permanent_session_lifetime = DEVICE_IDLE

    @manager.user_loader  # type: ignore[untyped-decorator]  # Flask-Login ships no types
    def load(user_id: str) -> SignedIn | None:
        now = clock.now()
        idle = now - datetime.fromtimestamp(session.get("seen", 0), now.tzinfo)
        if idle > (DEVICE_IDLE if session.get("device") else DESK_IDLE):
            return None
        known = current()
        if known is None:
            return None
        found = load_actor(door.unit(), UUID(user_id), session.get("epoch", -1), known)
        if found is None:
            return None
        if idle > _REFRESH:
            session["seen"] = int(now.timestamp())
        return SignedIn(found)
