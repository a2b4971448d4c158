"""Counts a try to sign in and hands out what the password is compared with.

A unit of its own, committed before the password is judged: a failure must stay counted, and
argon2 must not run while a writer's lock is held.
"""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.people.actions.claim import claim
from wastetrack.people.queries import find_user_by_phone
from wastetrack.people.rules import FREE_ADDRESS, FREE_PHONE
from wastetrack.people.terms import Attempt


def attempt(work: Work, phone: str, address: str) -> Attempt:
    """One counted try for a phone number from a network address."""
    require(work.actor, Action.PEOPLE_SIGN_IN)
    wait = claim(work, {f"phone:{phone}": FREE_PHONE, f"address:{address}": FREE_ADDRESS})
    if wait is not None:
        return Attempt(phone, address, wait=wait)
    user = find_user_by_phone(work, phone)
    if user is None or not user.active:
        return Attempt(phone, address)
    return Attempt(phone, address, user.id, user.password_hash)
