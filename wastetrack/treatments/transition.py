"""Takes grams out of one container for a treatment and keeps whose they were; nothing else writes feeds."""

from collections import defaultdict
from uuid import UUID

from wastetrack.containers import transition
from wastetrack.containers.model import Container
from wastetrack.containers.rules import apportion
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import sites_by_id
from wastetrack.treatments.model import Feed, Share, Treatment
from wastetrack.treatments.shapes import LineOf


def take(
    work: Work, row: Treatment, c: Container, grams: int, line: LineOf | None
) -> dict[UUID, int]:
    """Feed grams of a container; returns the share of each producer's unit.

    Shares follow the container's own by weight; a container of one producer is all his.
    """
    whose = c.shares or {str(c.origin_site_id): c.mass_g or grams}
    parts = {UUID(site): part for site, part in apportion(whose, grams).items()}
    transition.feed(work, c, grams=grams, at=row.treated_at, treatment_id=row.id)
    feed = Feed(
        id=work.new_id(),
        treatment_id=row.id,
        container_id=c.id,
        line_id=line.line_id if line else None,
        grams=grams,
    )
    work.session.add(feed)
    sites = sites_by_id(work, parts)
    units: dict[UUID, int] = defaultdict(int)
    for site_id, part in parts.items():
        units[sites[site_id].unit_id] += part
        work.session.add(
            Share(
                id=work.new_id(),
                feed_id=feed.id,
                treatment_id=row.id,
                origin_site_id=site_id,
                origin_unit_id=sites[site_id].unit_id,
                grams=part,
            )
        )
    return dict(units)
