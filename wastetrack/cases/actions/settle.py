"""Ends the cases about a container whose question was answered by what has just happened to it."""

from collections.abc import Mapping
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.cases.actions.close import end_by
from wastetrack.cases.queries import facts_since, lock_open_about, places_of
from wastetrack.cases.terms import CaseKind
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.work import Work


def settle(
    work: Work,
    container_id: UUID,
    kind: CaseKind,
    *,
    fact: str,
    closing: str,
    about: Mapping[str, object] | None = None,
) -> None:
    """Close by the last event of kind `fact`; the system does it, whoever's act the fact was.

    `about` narrows it to cases whose detail says the same.
    """
    own = work.as_actor(SYSTEM)
    own.session.flush()
    for case in lock_open_about(own, container_id, kind):
        if any(case.detail.get(key) != value for key, value in (about or {}).items()):
            continue
        require(own.actor, Action.CASE_CLOSE, *places_of(case))
        ended = next((e for e in reversed(facts_since(own, case)) if e.kind == fact), None)
        if ended is not None:
            end_by(own, case, ended, closing)
