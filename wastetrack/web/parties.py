"""Units: one's own page, the bureau's list and approvals, decisions, outside parties."""

from typing import TypeVar
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.audit.history import of_subject
from wastetrack.audit.looks import Look
from wastetrack.containers.queries import waiting_amendments
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_outside import add_outside
from wastetrack.parties.actions.approve_unit import approve_unit
from wastetrack.parties.actions.edit_unit import edit_unit
from wastetrack.parties.actions.reject_unit import reject_unit
from wastetrack.parties.inputs import Decision, OutsideParty, UnitEdit
from wastetrack.parties.queries import (
    get_unit,
    licences_of,
    list_units,
    unit_view,
    units_by_id,
    waiting_licences,
)
from wastetrack.parties.rules import document_state
from wastetrack.parties.shapes import UnitFilter
from wastetrack.parties.terms import Band, UnitKind, UnitState
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.filled import filled
from wastetrack.web.forms import Bound
from wastetrack.web.registration import towns, trades
from wastetrack.web.timeline import lines

room = Room("parties", __name__)
E = TypeVar("E", UnitState, UnitKind)


def own_unit_id(work: Work) -> UUID:
    """The unit whose pages a person opens without naming it: that of the first seat."""
    if not work.actor.seats:
        raise Missing
    return work.actor.seats[0].unit_id


@room.page("/unit")
def mine(work: Work) -> Rendered:
    """One's own unit."""
    page: Rendered = show(work, own_unit_id(work))
    return page


@room.page("/units/<uuid:id>", logged=Look.UNIT)
def show(work: Work, id: UUID, bound: Bound[Decision] | None = None) -> Rendered:  # noqa: A002
    """A unit with its sites and licences."""
    unit = get_unit(work, id)
    door.about(unit.id)
    place = Place(Position.OWN, unit.id)
    today = local_day(work.now)
    licences = licences_of(work, unit.id)
    return door.render(
        "parties/show.html",
        unit=unit,
        kinds=[UnitKind(kind) for kind in unit.kinds],
        view=unit_view(work, unit),
        licences=[(row, document_state(row.valid_to, today, row.ended_on)) for row in licences],
        reject=bound or Bound.blank(Decision, door.lang()),
        may_edit=may(work.actor, Action.UNIT_EDIT, place),
        may_audit=may(work.actor, Action.AUDIT_READ, place),
        may_add_site=may(work.actor, Action.SITE_ADD, place),
        may_add_licence=may(work.actor, Action.LICENCE_ADD, place),
        may_approve=may(work.actor, Action.UNIT_APPROVE) and unit.state is not UnitState.ACTIVE,
        may_reject=may(work.actor, Action.UNIT_REJECT) and unit.state is UnitState.PENDING,
    )


@room.page("/units/<uuid:id>/history", logged=Look.HISTORY)
def history(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """What happened to the unit, in sentences."""
    unit = get_unit(work, id)
    door.about(unit.id)
    return door.render(
        "parties/history.html", unit=unit, events=lines(door.lang(), of_subject(work, id))
    )


@room.page("/units/<uuid:id>/edit")
def edit(work: Work, id: UUID, bound: Bound[UnitEdit] | None = None) -> Rendered:  # noqa: A002
    """Name, phone, trade."""
    unit = get_unit(work, id)
    form = bound or filled(UnitEdit, unit)
    form.choose("industry", trades(work))
    return door.render(
        "parties/form.html",
        form=form,
        heading=words.say(door.lang(), "单位信息"),
        label=words.say(door.lang(), "保存"),
        note="",
        back=url_for("parties.show", id=id),
    )


@room.mutation("/units/<uuid:id>/edit", data=UnitEdit, form=edit)
def save(work: Work, data: UnitEdit, id: UUID) -> str:  # noqa: A002
    """Keep the unit's particulars."""
    edit_unit(work, id, data)
    return url_for("parties.show", id=id)


@room.mutation("/units/<uuid:id>/approve")
def approve(work: Work, id: UUID) -> str:  # noqa: A002
    """Let the unit file, and go on to the next that waits."""
    approve_unit(work, id)
    return url_for("parties.approvals")


@room.mutation("/units/<uuid:id>/reject", data=Decision, form=show)
def reject(work: Work, data: Decision, id: UUID) -> str:  # noqa: A002
    """Turn the unit down with a reason."""
    reject_unit(work, id, data)
    return url_for("parties.show", id=id)


def _one_of(kind: type[E], text: str | None) -> E | None:
    return kind(text) if text in {member.value for member in kind} else None


def _narrowed(want: UnitFilter, state: UnitState | None, after: str | None = None) -> str:
    """The list's address: the state of the filter lives in it."""
    return url_for(
        "parties.units",
        q=want.text or None,
        state=state,
        kind=want.kind,
        town=want.town or None,
        after=after,
    )


@room.page("/units", asks=Action.OVERSIGHT_READ)
def units(work: Work) -> Rendered:
    """Every unit in reach, by name, code or pinyin initials, narrowed by state, kind and town."""
    asked = request.args
    want = UnitFilter(
        text=asked.get("q", "").strip()[:60],
        state=_one_of(UnitState, asked.get("state")),
        kind=_one_of(UnitKind, asked.get("kind")),
        town=asked.get("town", "")[:9],
    )
    page = list_units(work, want, asked.get("after"))
    chips = [
        {
            "label": words.say(door.lang(), "全部")
            if state is None
            else words.label(door.lang(), state),
            "href": _narrowed(want, state),
            "active": want.state is state,
        }
        for state in (None, *UnitState)
    ]
    return door.render(
        "parties/list.html",
        page=page,
        want=want,
        chips=chips,
        kinds=words.choices(door.lang(), UnitKind),
        towns=towns(work),
        next_href=_narrowed(want, want.state, page.after) if page.after else "",
        first_href=_narrowed(want, want.state) if asked.get("after") else "",
    )


@room.page("/approvals", asks=Action.OVERSIGHT_READ)
def approvals(work: Work) -> Rendered:
    """What waits for the bureau: units, licences to be checked, containers to be amended."""
    page = list_units(work, UnitFilter(state=UnitState.PENDING), request.args.get("after"))
    waiting = waiting_licences(work, request.args.get("licences_after"))
    holders = units_by_id(work, [row.unit_id for row in waiting.rows])
    asked = waiting_amendments(work, request.args.get("amendments_after"))
    return door.render(
        "parties/approvals.html",
        amendments=asked.rows,
        next_amendments=url_for("parties.approvals", amendments_after=asked.after)
        if asked.after
        else "",
        page=page,
        kind_words=dict(words.choices(door.lang(), UnitKind)),
        bands={band.grams: words.label(door.lang(), band) for band in Band},
        may_approve=may(work.actor, Action.UNIT_APPROVE),
        may_admit=may(work.actor, Action.PEOPLE_ADMIT),
        may_check=may(work.actor, Action.LICENCE_APPROVE),
        licences=[(row, holders[row.unit_id]) for row in waiting.rows],
        next_href=url_for("parties.approvals", after=page.after) if page.after else "",
        next_licences=url_for("parties.approvals", licences_after=waiting.after)
        if waiting.after
        else "",
    )


@room.page("/units/outside/new", asks=Action.UNIT_ADD_OUTSIDE)
def outside(work: Work, bound: Bound[OutsideParty] | None = None) -> Rendered:
    """A party without account, from its number and file."""
    return door.render(
        "parties/form.html",
        form=bound or Bound.blank(OutsideParty, door.lang()),
        heading=words.say(door.lang(), "登记区外单位"),
        label=words.say(door.lang(), "登记"),
        note=words.say(
            door.lang(), "区外单位不需要账号。它的联单部分按编号和文件录入，显示为未在本系统确认。"
        ),
        back=door.back(),
    )


@room.mutation("/units/outside/new", data=OutsideParty, form=outside)
def add(work: Work, data: OutsideParty) -> str:
    """Enter the outside party."""
    add_outside(work, data)
    return url_for("home.start")
