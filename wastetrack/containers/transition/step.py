"""Applies one row of the machine to a container: checks it, and sets content, custody, booking."""

from typing import Any

from wastetrack.containers.machine import MOVES, obstacles
from wastetrack.containers.model import Container
from wastetrack.containers.rules import apportion
from wastetrack.containers.terms import Booking, Content, Custody, HeldAs, Standing
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def standing(c: Container) -> Standing:
    """The three things of a container as a plain value."""
    return Standing(c.content, c.custody, c.booking)


def step(c: Container, name: str) -> str:
    """Make a move or raise Refused with all that stands in the way; returns the event's kind."""
    check(obstacles(name, standing(c), c.human_code))
    move = MOVES[name]
    c.content = move.content or c.content
    c.custody = move.custody or c.custody
    c.booking = move.booking or c.booking
    return move.event


def end(work: Work, c: Container, content: Content) -> None:
    """A container that is no more has no holder, no place and no clock."""
    c.content, c.custody, c.booking = content, Custody.NONE, Booking.NONE
    c.holder_unit_id = c.holder_site_id = None
    c.facility_id = c.partition_id = c.trip_id = None
    c.request_id = c.manifest_id = None
    c.held_as, c.held_since = HeldAs.NOBODY, None
    c.held_as_before = c.held_before = None
    c.ended_at = work.now


def weigh(c: Container, grams: int) -> None:
    """A new mass; whose waste it is keeps its proportions."""
    c.mass_g = grams
    if c.shares:
        c.shares = apportion(c.shares, grams)


def told(c: Container) -> dict[str, Any]:
    """What a sentence about any event of this container names; goes into the event's facts."""
    return {"waste_name": c.waste_name, "waste_code": c.waste_code, "container": c.human_code}
