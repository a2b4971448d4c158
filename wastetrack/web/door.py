"""The door: a page can only read, a mutation is one action in one commit; one map of refusals."""

import functools
import itertools
import secrets
from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, current_app, g, redirect, render_template, request, url_for
from flask_login import current_user
from markupsafe import escape
from pydantic import BaseModel
from werkzeug.wrappers import Response as BaseResponse

from wastetrack.access.policy import Action
from wastetrack.access.scope import could, require_somewhere
from wastetrack.audit.looks import Look
from wastetrack.audit.reads import log_read
from wastetrack.deadlines.actions.look_again import look_again
from wastetrack.kernel.actor import NOBODY, Actor
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused, Wait, WorkError, refuse
from wastetrack.kernel.work import Work
from wastetrack.outbox.model import Submission
from wastetrack.web.forms import Bound
from wastetrack.web.incoming import Incoming

NONCE = "nonce"
LONGEST_BACK = 1000
Rendered = str | BaseResponse


def database() -> Database:
    """The application's database."""
    found: Database = current_app.extensions["database"]
    return found


def actor() -> Actor:
    """Who is asking; NOBODY when not signed in."""
    user = current_user
    return user.actor if user.is_authenticated else NOBODY


def lang() -> str:
    """The language of this request: the person's setting, then the cookie, then Chinese."""
    if "lang" not in g:  # asked for by every sentence of a page
        person = actor()
        chosen = person.lang if person.user_id else request.cookies.get("lang", "zh-CN")
        g.lang = "en" if chosen == "en" else "zh-CN"
    found: str = g.lang
    return found


def reading() -> Work:
    """This request's reading unit, opened at first need and closed with the request."""
    work = unit()
    work.actor = actor()
    return work


def unit() -> Work:
    """The reading unit before anybody is known: the person is read in it, like all the rest."""
    if "reading" not in g:
        g.reading_scope = database().glance(NOBODY)
        g.reading = g.reading_scope.__enter__()
    found: Work = g.reading
    return found


def close_reading(_error: BaseException | None = None) -> None:
    """Give the connection back at the end of the request."""
    scope = g.pop("reading_scope", None)
    if scope is not None:
        g.pop("reading", None)
        scope.__exit__(None, None, None)


def render(template: str, status: int = 200, **context: Any) -> Response:
    """Render a template with a status."""
    return Response(render_template(template, **context), status=status)


def fresh_nonce() -> str:
    """A value that makes two sends of one form one act."""
    return secrets.token_urlsafe(18)


class Room(Blueprint):
    """A blueprint whose routes are either pages or mutations, never both.

    `inputs` keeps the input model of each mutation by the name of its view, `asked` what a page
    asks of whoever opens it, by its address.
    """

    def __init__(self, name: str, import_name: str) -> None:
        super().__init__(name, import_name)
        self.inputs: dict[str, type[BaseModel]] = {}
        self.asked: dict[str, tuple[Action, tuple[str, ...]]] = {}

    def page(
        self,
        rule: str,
        *,
        public: bool = False,
        settling: bool = False,
        asks: Action | None = None,
        kinds: tuple[str, ...] = (),
        logged: Look | None = None,
    ) -> Callable[..., Any]:
        """GET: `view(work, **path)` returns rendered text or a response; it cannot commit.

        `asks`: who never does this, whatever the row, is told who does (403); `kinds` narrows it to
        kinds of unit. `logged`: the read is kept in the access log. `settling`: open also to a
        person whose password must be changed first.
        """

        def decorate(view: Callable[..., Rendered]) -> Callable[..., Rendered]:
            @functools.wraps(view)
            def run(**path: Any) -> Rendered:
                stop = None if public else _stop(settling=settling)
                if stop is not None:
                    return stop
                if asks is not None:
                    require_somewhere(actor(), asks, kinds)
                shown = view(reading(), **path)
                return shown if logged is None else _kept(shown, logged, path.get("id"))

            self.add_url_rule(rule, view.__name__, run, methods=["GET"])
            if asks is not None:
                self.asked[rule] = (asks, kinds)
            return view

        return decorate

    def mutation(
        self,
        rule: str,
        *,
        data: type[BaseModel] | None = None,
        form: Callable[..., Rendered] | None = None,
        fixed: Callable[..., dict[str, object]] | None = None,
        public: bool = False,
        settling: bool = False,
        once: bool = True,
    ) -> Callable[..., Any]:
        """POST: `act(work, [data,] **path)` runs one action and returns where to go next.

        `data` is the input model bound from the form; `form(work, bound=…, **path)` draws the page
        again with what was typed when the input or a rule says no; `fixed(**path)` gives fields
        that come from the path. The act may run again after a lost race: it must only use its
        work. `once=False`: a second send is judged anew, where the answer carries a cookie.
        """

        def decorate(act: Callable[..., str | BaseResponse]) -> Callable[..., Any]:
            @functools.wraps(act)
            def run(**path: Any) -> Rendered:
                stop = None if public else _stop(settling=settling)
                if stop is not None:
                    return stop
                nonce = request.form.get(NONCE, "")[:64] if once else ""
                bound: Bound[Any] | None = None
                if data is not None:
                    extra = fixed(**path) if fixed else None
                    bound = Bound.sent(data, lang(), request.form, extra, _cleaned())
                    if bound.data is None:
                        return _again(form, bound, path)
                elif _cleaned():
                    raise refuse("any.control_characters")
                args = (bound.data,) if bound is not None else ()
                try:
                    close_reading()
                    target = database().write(actor(), _step(act, args, path, nonce))
                except WorkError as error:
                    # of two sends at once the second finds the first's work done: it follows it
                    done = _led_to(nonce)
                    if done is not None:
                        return redirect(done, 303)
                    if bound is None or form is None or not isinstance(error, Refused):
                        raise
                    again = _again(form, bound.refused(error), path)
                    return waiting(again, error) if isinstance(error, Wait) else again
                return target if isinstance(target, BaseResponse) else redirect(target, 303)

            name = f"{act.__name__}_post" if form is not None else act.__name__
            self.add_url_rule(rule, name, run, methods=["POST"])
            if data is not None:
                self.inputs[name] = data
            return act

        return decorate


def _stop(*, settling: bool) -> BaseResponse | None:
    """Where a person must go first: to sign in, or to change a password that is not his own."""
    person = actor()
    if person.user_id is None:
        return to_sign_in()
    if person.must_change and not settling:
        return redirect(url_for("people.own_password"), 303)
    return None


def opens(person: Actor, address: str) -> bool:
    """Whether a page's own declaration lets this person in, so that no entry leads to a 403."""
    for room in current_app.blueprints.values():
        if isinstance(room, Room) and address in room.asked:
            return could(person, *room.asked[address])
    return True


def about(unit_id: UUID) -> None:
    """Say whose record this page shows, for the access log."""
    g.about = unit_id


def _kept(shown: Rendered, look: Look, subject_id: UUID | None) -> BaseResponse:
    """Log a read that came to something, in a short unit of its own, before it is answered."""
    answer = current_app.make_response(shown)
    unit_id = g.pop("about", None)
    if answer.status_code == 200:
        keep_look(look, request.full_path.rstrip("?"), subject_id, unit_id)
    return answer


def keep_look(look: Look, page: str, subject_id: UUID | None, unit_id: UUID | None) -> None:
    """Write a look into the access log, in a unit of its own; the request's reading ends with it."""
    close_reading()

    def log(work: Work) -> None:
        log_read(work, look, page, subject_id=subject_id, unit_id=unit_id)

    database().write(actor(), log)


def waiting(answer: Rendered, error: Wait) -> BaseResponse:
    """The same page as 429, with how long to wait."""
    found = current_app.make_response(answer)
    found.status_code = 429
    found.headers["Retry-After"] = str(error.seconds)
    return found


def _cleaned() -> frozenset[str]:
    return request.cleaned if isinstance(request, Incoming) else frozenset()


def _led_to(nonce: str) -> str | None:
    """Where the first send of this form led, when the same person sends it again."""
    return _done(reading(), nonce, actor().user_id) if nonce else None


def _done(work: Work, nonce: str, user_id: UUID | None) -> str | None:
    done = work.session.get(Submission, nonce)
    return done.location if done is not None and done.actor_id == user_id else None


def _step(
    act: Callable[..., Any], args: tuple[Any, ...], path: dict[str, Any], nonce: str
) -> Callable[[Work], Any]:
    tries = itertools.count()

    def do(work: Work) -> Any:
        # the nonce is unique: a second send loses against the first, and is led to its result here
        if next(tries) and nonce and (led := _done(work, nonce, work.actor.user_id)):
            return led
        target = act(work, *args, **path)
        if work.touched:
            look_again(work, sorted(work.touched))
        if nonce and isinstance(target, str):
            work.session.add(
                Submission(
                    nonce=nonce, actor_id=work.actor.user_id, location=target[:400], at=work.now
                )
            )
        return target

    return do


def _again(
    form: Callable[..., Rendered] | None, bound: Bound[Any], path: dict[str, Any]
) -> Rendered:
    """Draw the form again with its errors and what was typed, as 422.

    A page may draw its form only for whom and while it counts: then the sentences stand alone.
    """
    sentences = [text for _, text in bound.errors_all]
    if form is not None:
        page = current_app.make_response(form(reading(), bound=bound, **path))
        drawn = page.get_data(as_text=True)
        if any(str(escape(text)) in drawn for text in sentences):
            page.status_code = 422
            return page
    return render("errors/422.html", 422, sentences=sentences, back=back())


def back() -> str:
    """The page a person came from, if it is ours; else the start page."""
    came = request.referrer or ""
    return came if came.startswith(request.host_url) else url_for("home.start")


def to_sign_in() -> BaseResponse:
    """Ask to sign in, and come back here afterwards."""
    there = request.full_path.rstrip("?") if request.method == "GET" else ""
    # what is long becomes longer inside an address, and too long to come back to
    next_ = there if 0 < len(there) <= LONGEST_BACK else None
    return redirect(url_for("entry.sign_in", next=next_), 303)


def after(url: str | None) -> str:
    """A safe place to go: a path of ours, never another host."""
    # a browser drops tabs and line ends from an address, and takes a backslash for a slash
    if url and url.startswith("/") and url.isprintable() and url[1:2] != "/" and "\\" not in url:
        return url
    return url_for("home.start")


def picked(name: str = "ids") -> list[UUID]:
    """The ids ticked in a list; what is no id is left out."""
    found: list[UUID] = []
    for text in request.form.getlist(name):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
