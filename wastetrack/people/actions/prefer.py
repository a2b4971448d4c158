"""Keeps a person's own way of seeing the screens; a preference, so no event is owed."""

from wastetrack.kernel.work import Work
from wastetrack.people.model import User


def prefer(work: Work, *, lang: str | None = None, large: bool | None = None) -> None:
    """Remember language or letter size of the signed-in person; nothing when nobody is."""
    if work.actor.user_id is None:
        return
    person = work.session.get(User, work.actor.user_id)
    if person is None:
        return
    if lang is not None:
        person.lang = lang
    if large is not None:
        person.large = large
