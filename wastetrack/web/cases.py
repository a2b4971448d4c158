"""Cases in the browser: the list, one case with its answers, opening by hand, closing by a fact."""

from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.cases.actions.answer import answer
from wastetrack.cases.actions.close import close
from wastetrack.cases.actions.open import open_by_hand
from wastetrack.cases.inputs import AnswerCase, CloseCase, OpenCase
from wastetrack.cases.queries import list_cases, show_case
from wastetrack.cases.terms import BY_HAND, CaseKind, CaseState
from wastetrack.handover.terms import Verdict
from wastetrack.kernel.work import Work
from wastetrack.manifests.terms import Dimension
from wastetrack.parties.queries import sites_of
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.filters import when
from wastetrack.web.forms import Bound
from wastetrack.web.timeline import sentence

room = Room("cases", __name__)
K = TypeVar("K", bound=StrEnum)


def _chosen(name: str, kind: type[K]) -> K | None:
    """A filter from the address; an unknown value filters nothing."""
    text = request.args.get(name, "")
    return next((member for member in kind if member.value == text), None)


@room.page("/cases", asks=Action.CASE_READ)
def index(work: Work) -> Rendered:
    """Cases of one's units, or all for the bureau; filters live in the address."""
    state, kind = _chosen("state", CaseState), _chosen("kind", CaseKind)
    page = list_cases(work, state=state, kind=kind, after=request.args.get("after"))

    def href(**over: Any) -> str:
        asked: dict[str, Any] = {"state": state, "kind": kind, **over}
        return url_for("cases.index", **asked)

    all_states = [(None, words.say(door.lang(), "全部"))]
    return door.render(
        "cases/index.html",
        rows=page.rows,
        next_href=href(after=page.after) if page.after else "",
        filters=[
            {"label": label, "href": href(state=value), "active": state == value}
            for value, label in [*all_states, *words.choices(door.lang(), CaseState)]
        ],
        kinds=[
            {"label": label, "href": href(kind=value), "active": kind == value}
            for value, label in [*all_states, *words.choices(door.lang(), CaseKind)]
        ],
    )


@room.page("/cases/new", asks=Action.CASE_OPEN)
def new(work: Work, bound: Bound[OpenCase] | None = None) -> Rendered:
    """Open a case by hand; a page that knows what it is about passes it in the address."""
    sites = sites_of(work, request.args.get("site"))
    bound = bound or Bound.blank(
        OpenCase,
        door.lang(),
        site_id=next((s.id for s in sites if s.selected), sites[0].id if sites else None),
        kind=CaseKind.DATA,
        manifest_reference=request.args.get("manifest"),
        container_code=request.args.get("container"),
    )
    bound.choose("site_id", [(str(s.id), s.name) for s in sites])
    bound.choose("kind", [(k.value, words.label(door.lang(), k)) for k in BY_HAND])
    return door.render("cases/new.html", form=bound)


@room.mutation("/cases/new", data=OpenCase, form=new)
def open_(work: Work, data: OpenCase) -> str:
    """Open it and show it."""
    return url_for("cases.show", id=open_by_hand(work, data).id)


@room.page("/cases/<uuid:id>")
def show(work: Work, id: UUID, bound: Bound[Any] | None = None) -> Rendered:  # noqa: A002
    """One case: what it is about, what the parties say, what happened since, how it ended."""
    view = show_case(work, id)
    lang = door.lang()
    answering = bound if bound and bound.model is AnswerCase else Bound.blank(AnswerCase, lang)
    closing = bound if bound and bound.model is CloseCase else Bound.blank(CloseCase, lang)
    facts = [(str(e.id), f"{when(e.recorded_at)} {sentence(lang, e)}") for e in view.facts]
    closing.choose("fact_id", facts)
    settled = next((text for key, text in facts if key == view.case.detail.get("fact_id")), "")
    said = [
        {
            "when": when(datetime.fromisoformat(a["at"])),
            "who": a["who"],
            "text": a["text"],
            "mark": "" if a["party"] else words.say(lang, "生态环境部门"),
        }
        for a in view.case.answers
    ]
    return door.render(
        "cases/show.html",
        view=view,
        answering=answering,
        closing=closing,
        settled=settled,
        said=said,
        dimension_words=_dimensions,
        verdict_word=_verdict,
    )


@room.mutation("/cases/<uuid:id>/answer", data=AnswerCase, form=show)
def answer_(work: Work, data: AnswerCase, id: UUID) -> str:  # noqa: A002
    """Say something to the case."""
    return url_for("cases.show", id=answer(work, id, data).id)


@room.mutation("/cases/<uuid:id>/close", data=CloseCase, form=show)
def close_(work: Work, data: CloseCase, id: UUID) -> str:  # noqa: A002
    """Close it by a fact."""
    return url_for("cases.show", id=close(work, id, data).id)


def _dimensions(values: list[str]) -> str:
    joint = ", " if door.lang() == "en" else "、"
    return joint.join(words.label(door.lang(), Dimension(value)) for value in values)


def _verdict(value: str) -> str:
    return words.label(door.lang(), Verdict(value))
