"""Decides how a waste is put on a site's cards: a code of the catalogue, once per everyday name."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import find_waste
from wastetrack.kernel.errors import Missing, refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import StreamInput
from wastetrack.parties.model import Stream
from wastetrack.parties.queries import find_site, streams_of


def add_stream(work: Work, site_id: UUID, data: StreamInput) -> Stream:
    """Add a waste that the site makes."""
    site = find_site(work, site_id)
    if site is None:
        raise Missing(str(site_id))
    require(work.actor, Action.STREAM_ADD, Place(Position.OWN, site.unit_id, site.id))
    if find_waste(work, data.waste_code) is None:
        raise refuse("parties.unknown_waste", "waste_code", input=data.waste_code)
    for known in streams_of(work, site.id):
        if (known.waste_code, known.common_name) == (data.waste_code, data.common_name):
            raise refuse("parties.stream_known", "common_name", name=data.common_name)
    row = Stream(id=work.new_id(), created_at=work.now, site_id=site.id, **data.model_dump())
    record(
        work, "stream.add", row, site_id=site.id, name=row.common_name, waste_code=row.waste_code
    )
    return row
