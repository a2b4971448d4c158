"""Sign-in state: Flask-Login over a signed cookie; the person is read afresh on every request."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask, session
from flask_login import LoginManager, UserMixin, login_user, logout_user

from wastetrack.kernel.actor import Actor
from wastetrack.kernel.clock import Clock
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


def begin(actor: Actor, epoch: int, now: datetime, *, device: bool) -> None:
    """Start a session: a fresh cookie that ends after two idle hours, or thirty days on one's own phone."""
    session.clear()
    session.permanent = True
    session["epoch"], session["device"] = epoch, device
    session["seen"] = int(now.timestamp())
    login_user(SignedIn(actor))


def end() -> None:
    """Sign out."""
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
        found = load_actor(door.unit(), UUID(user_id), session.get("epoch", -1))
        if found is None:
            return None
        if idle > _REFRESH:
            session["seen"] = int(now.timestamp())
        return SignedIn(found)
