"""Vehicles, drivers and escorts with the days on which their documents run out."""

from uuid import UUID

from flask import url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.audit.looks import Look
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_crew import add_crew
from wastetrack.parties.actions.add_vehicle import add_vehicle
from wastetrack.parties.actions.edit_crew import edit_crew
from wastetrack.parties.actions.edit_vehicle import edit_vehicle
from wastetrack.parties.inputs import CrewInput, VehicleInput
from wastetrack.parties.queries import crew_of, get_crew, get_unit, get_vehicle, vehicles_of
from wastetrack.parties.rules import document_state
from wastetrack.people.queries import active_seats, users_by_id
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.filled import filled
from wastetrack.web.forms import Bound

room = Room("fleet", __name__)


def _form(form: object, heading: str, label: str, unit_id: UUID) -> Rendered:
    return door.render(
        "parties/form.html",
        form=form,
        heading=words.say(door.lang(), heading),
        label=words.say(door.lang(), label),
        note="",
        back=url_for("fleet.show", id=unit_id),
    )


@room.page("/units/<uuid:id>/fleet", logged=Look.PEOPLE)
def show(work: Work, id: UUID) -> Rendered:  # noqa: A002 - the name in the address
    """Vehicles and crew, with chips for what has run out or soon will."""
    unit = get_unit(work, id)
    door.about(unit.id)
    today = local_day(work.now)
    place = Place(Position.OWN, unit.id)
    return door.render(
        "parties/fleet.html",
        unit=unit,
        vehicles=[
            (row, document_state(row.permit_valid_to, today)) for row in vehicles_of(work, id)
        ],
        crew=[
            (row, document_state(row.qualification_valid_to, today)) for row in crew_of(work, id)
        ],
        may_vehicle=may(work.actor, Action.VEHICLE_ADD, place),
        may_crew=may(work.actor, Action.CREW_ADD, place),
    )


@room.page("/units/<uuid:id>/vehicles/new")
def new_vehicle(work: Work, id: UUID, bound: Bound[VehicleInput] | None = None) -> Rendered:  # noqa: A002
    """A vehicle with its permit."""
    get_unit(work, id)
    return _form(bound or Bound.blank(VehicleInput, door.lang()), "新增车辆", "新增", id)


@room.mutation("/units/<uuid:id>/vehicles/new", data=VehicleInput, form=new_vehicle)
def take_vehicle(work: Work, data: VehicleInput, id: UUID) -> str:  # noqa: A002
    """Enter the vehicle."""
    return url_for("fleet.show", id=add_vehicle(work, id, data).unit_id)


@room.page("/vehicles/<uuid:id>/edit")
def vehicle(work: Work, id: UUID, bound: Bound[VehicleInput] | None = None) -> Rendered:  # noqa: A002
    """A vehicle's documents, and whether it is in use."""
    row = get_vehicle(work, id)
    return _form(bound or filled(VehicleInput, row), "车辆信息", "保存", row.unit_id)


@room.mutation("/vehicles/<uuid:id>/edit", data=VehicleInput, form=vehicle)
def save_vehicle(work: Work, data: VehicleInput, id: UUID) -> str:  # noqa: A002
    """Keep the vehicle's particulars."""
    return url_for("fleet.show", id=edit_vehicle(work, id, data).unit_id)


@room.page("/units/<uuid:id>/crew/new")
def new_crew(work: Work, id: UUID, bound: Bound[CrewInput] | None = None) -> Rendered:  # noqa: A002
    """A driver or escort with the qualification."""
    get_unit(work, id)
    return _form(bound or Bound.blank(CrewInput, door.lang()), "新增驾驶员、押运员", "新增", id)


@room.mutation("/units/<uuid:id>/crew/new", data=CrewInput, form=new_crew)
def take_crew(work: Work, data: CrewInput, id: UUID) -> str:  # noqa: A002
    """Enter the person; an account of the unit with the same phone is his."""
    account = _account(work, id, data.phone)
    return url_for("fleet.show", id=add_crew(work, id, data, user_id=account).unit_id)


@room.page("/crew/<uuid:id>/edit")
def crew(work: Work, id: UUID, bound: Bound[CrewInput] | None = None) -> Rendered:  # noqa: A002
    """A person's documents, and whether on duty."""
    row = get_crew(work, id)
    return _form(bound or filled(CrewInput, row), "驾驶员、押运员信息", "保存", row.unit_id)


@room.mutation("/crew/<uuid:id>/edit", data=CrewInput, form=crew)
def save_crew(work: Work, data: CrewInput, id: UUID) -> str:  # noqa: A002
    """Keep the person's particulars."""
    unit_id = get_crew(work, id).unit_id
    edit_crew(work, id, data, user_id=_account(work, unit_id, data.phone))
    return url_for("fleet.show", id=unit_id)


def _account(work: Work, unit_id: UUID, phone: str) -> UUID | None:
    """The account of one of the unit's own people with this phone: a driver then sees his trips."""
    users = users_by_id(work, [seat.user_id for seat in active_seats(work, unit_id)])
    return next((user.id for user in users.values() if user.phone == phone), None)
