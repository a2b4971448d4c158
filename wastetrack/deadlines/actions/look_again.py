"""Looks again at some containers: puts them on alerts, raises, and takes them off by facts."""

from collections.abc import Iterable
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.deadlines.queries.clocks import standings
from wastetrack.deadlines.queries.lookout import lookout
from wastetrack.deadlines.terms import Tally
from wastetrack.deadlines.transition.judging import judge
from wastetrack.deadlines.transition.members import write_moves
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.work import Work


def look_again(work: Work, container_ids: Iterable[UUID]) -> Tally:
    """Judge these containers by their present state, in the same work as what changed them.

    The system does this, whoever acted. Two statements when nothing is due: how the containers
    stand, and which reference is loaded.
    """
    own = work.as_actor(SYSTEM)
    require(own.actor, Action.ALERT_SWEEP)
    ids = sorted(set(container_ids))
    if not ids:
        return Tally()
    own.session.flush()
    seen = standings(own, ids)
    look = lookout(own)
    moves = judge(look, seen)
    return write_moves(look, moves) if moves.any else Tally()
