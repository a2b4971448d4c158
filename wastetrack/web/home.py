"""The start page sends each person to the first entry; language and letter size are kept here."""

from flask import current_app, redirect, request
from werkzeug.wrappers import Response

from wastetrack.kernel.work import Work
from wastetrack.people.actions.prefer import prefer
from wastetrack.web import door, nav
from wastetrack.web.door import Room

room = Room("home", __name__)


@room.page("/", public=True)
def start(work: Work) -> Response:
    """Everyone's first address."""
    if work.actor.user_id is None:
        return door.to_sign_in()
    return redirect(nav.home_of(work.actor), 303)


@room.page("/healthz", public=True)
def health(_work: Work) -> Response:
    """Alive, for whoever watches the process."""
    return Response("ok\n", mimetype="text/plain")


@room.mutation("/settings/lang", public=True)
def language(work: Work) -> Response:
    """Keep the language: on the person when signed in, else in a cookie."""
    chosen = "en" if request.form.get("lang") == "en" else "zh-CN"
    prefer(work, lang=chosen)
    answer = redirect(door.back(), 303)
    return _keep(answer, "lang", chosen)


@room.mutation("/settings/size", public=True)
def letter_size(work: Work) -> Response:
    """Keep the letter size 大字版."""
    large = request.form.get("size") == "large"
    prefer(work, large=large)
    answer = redirect(door.back(), 303)
    return _keep(answer, "size", "large" if large else "")


def _keep(answer: Response, name: str, value: str) -> Response:
    """A year's cookie under the same flags as the session's."""
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    answer.set_cookie(name, value, max_age=31_536_000, samesite="Lax", httponly=True, secure=secure)
    return answer
