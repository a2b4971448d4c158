"""Takes back one's own scan of a code that nobody knows, while nothing is decided (撤销)."""

from uuid import UUID

from sqlmodel import Session

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.handover.model import Scan
from wastetrack.handover.queries import same_unknown
from wastetrack.handover.rules import undo_faults
from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.errors import Missing, check
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lock_manifest, places
from wastetrack.manifests.terms import State

_BEFORE = frozenset({State.FILED, State.READY})
_UNTIL = {
    ScanPlace.YARD: _BEFORE,
    ScanPlace.GATE: _BEFORE | {State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING},
}


def undo(work: Work, manifest_id: UUID, scan_id: UUID) -> Manifest:
    """The row stays and says that it was taken back; the trail says by whom."""
    m = lock_manifest(work, manifest_id)
    require(work.actor, Action.HANDOVER_UNDO, *places(m))
    row = _scan(work.session, m, scan_id)
    check(
        undo_faults(
            row.verdict,
            mine=row.actor_id == work.actor.user_id,
            open_=m.state in _UNTIL[row.place],
        )
    )
    # the same code scanned twice is one thing on the screen
    for one in same_unknown(work, row):
        one.undone_at = work.now
    record(work, "handover.undo", m, manifest_id=m.id, code=row.code)
    return m


def _scan(session: Session, m: Manifest, scan_id: UUID) -> Scan:
    row = session.get(Scan, scan_id)
    if row is None or row.manifest_id != m.id or row.undone_at is not None:
        raise Missing("scan")
    return row
