"""Decides how a waste leaves a site's cards: it is put out of use, its history stays."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Stream
from wastetrack.parties.queries import get_stream


def remove_stream(work: Work, stream_id: UUID) -> Stream:
    """Take a waste off the site's cards."""
    row, site = get_stream(work, stream_id, lock=True)
    require(work.actor, Action.STREAM_REMOVE, Place(Position.OWN, site.unit_id, site.id))
    row.active = False
    record(work, "stream.remove", row, site_id=site.id, name=row.common_name)
    return row
