"""Proposals to amend a container in the browser: one with its file, approved or returned by an officer."""

from uuid import UUID

from flask import url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.audit.looks import Look
from wastetrack.containers.inputs import ReturnAmendment
from wastetrack.containers.queries import get_amendment
from wastetrack.containers.shapes import AmendmentView
from wastetrack.containers.terms import AmendmentState
from wastetrack.deadlines.actions.decide_amendment import agree, disagree
from wastetrack.kernel.work import Work
from wastetrack.web import changes, door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.licences import served

room = Room("amendments", __name__)
_SAID_APART = {"reason"}


@room.page("/amendments/<uuid:id>", logged=Look.UNIT)
def show(work: Work, id: UUID, bound: Bound[ReturnAmendment] | None = None) -> Rendered:  # noqa: A002
    """What is asked, from what to what, why, and the file that shows it."""
    view = get_amendment(work, id)
    row = view.amendment
    door.about(row.unit_id)
    waits = row.state is AmendmentState.WAITING
    return door.render(
        "containers/amendment.html",
        view=view,
        row=row,
        c=view.container,
        asked=_asked(view, waits=waits),
        form=bound or Bound.blank(ReturnAmendment, door.lang()),
        may_approve=waits and may(work.actor, Action.AMENDMENT_APPROVE),
        may_return=waits and may(work.actor, Action.AMENDMENT_RETURN),
    )


@room.page("/amendments/<uuid:id>/file", logged=Look.FILE)
def file(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The file, for whoever may see the proposal."""
    row = get_amendment(work, id).amendment
    door.about(row.unit_id)
    return served(row.file_sha256)


@room.mutation("/amendments/<uuid:id>/approve")
def approve(work: Work, id: UUID) -> str:  # noqa: A002
    """What was asked agrees with its file; on to the next that waits."""
    agree(work, id)
    return url_for("parties.approvals")


@room.mutation("/amendments/<uuid:id>/return", data=ReturnAmendment, form=show)
def give_back(work: Work, data: ReturnAmendment, id: UUID) -> str:  # noqa: A002
    """It goes back to the holder with a reason."""
    return url_for("amendments.show", id=disagree(work, id, data).id)


def _asked(view: AmendmentView, *, waits: bool) -> list[tuple[str, str]]:
    """Each entry by its label; while it waits, with what stands now before it."""
    lang, found = door.lang(), []
    for name, value in view.amendment.asked.items():
        if name in _SAID_APART:
            continue
        told = changes.word(lang, name, name, value)
        now = getattr(view.container, name, None) if waits else None
        if now is not None:
            was = changes.word(lang, name, name, changes.stored(now))
            told = words.say(lang, "{was} 改为 {now}", was=was, now=told)
        found.append((words.label(lang, name, "column"), told))
    return found
