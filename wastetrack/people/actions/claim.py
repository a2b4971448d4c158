"""Counts tries per phone and per address in the database, and locks growingly when there are many.

A try is counted before it is judged, so that tries at the same moment cannot slip through.
"""

from collections.abc import Mapping
from datetime import timedelta

from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.people.model import Throttle
from wastetrack.people.rules import forgotten, lock_after


def claim(work: Work, keys: Mapping[str, int]) -> timedelta | None:
    """Count one try under each key (key → free tries); how long to wait when one is locked."""
    require(work.actor, Action.PEOPLE_SIGN_IN)
    query = select(Throttle).where(col(Throttle.key).in_(keys)).order_by(col(Throttle.key))
    rows = {row.key: row for row in work.session.exec(query.with_for_update())}
    waits = [
        row.locked_until - work.now
        for row in rows.values()
        if row.locked_until is not None and row.locked_until > work.now
    ]
    if waits:
        return max(waits)
    for key, free in keys.items():
        row = rows.get(key)
        if row is None:
            row = Throttle(key=key, failures=0, since=work.now)
            work.session.add(row)
        elif forgotten(row.since, work.now):
            row.failures, row.since = 0, work.now
        row.failures += 1
        lock = lock_after(row.failures, free)
        row.locked_until = None if lock is None else work.now + lock
    return None


def forgive(work: Work, phone_key: str, address_key: str) -> None:
    """A good try clears the phone and takes one off the address."""
    require(work.actor, Action.PEOPLE_SIGN_IN)
    phone = work.session.get(Throttle, phone_key)
    if phone is not None:
        phone.failures, phone.locked_until = 0, None
    address = work.session.get(Throttle, address_key)
    if address is not None:
        address.failures, address.locked_until = max(address.failures - 1, 0), None
