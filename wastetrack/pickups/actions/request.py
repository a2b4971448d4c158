"""Asks for a pickup; confirming it is the dated consent to the collector as proxy (HJ 1259 §7.1.3)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.agreements.terms import ConsentScope
from wastetrack.agreements.transition import give
from wastetrack.containers import transition as containers
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_containers
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing, check
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site
from wastetrack.parties.queries import find_site
from wastetrack.pickups.inputs import PickupAsk
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import candidates, stock_fact
from wastetrack.pickups.rules import CONSENT_AFTER, asked, offers
from wastetrack.pickups.terms import Offer, RequestState, Window
from wastetrack.pickups.transition import begin


def request(work: Work, data: PickupAsk) -> PickupRequest:
    """Book these containers for this collector."""
    site = find_site(work, data.site_id)
    if site is None:
        raise Missing("site")
    require(work.actor, Action.PICKUP_REQUEST, Place(Position.OWN, site.unit_id, site.id))
    wanted = list(dict.fromkeys(data.container_ids))
    locked = lock_containers(work, wanted)
    held = [c for c in locked if c.holder_site_id == site.id]
    offer = _offer(work, site, held, data.collector_unit_id)
    first, last = map(date.fromisoformat, data.window.split("/"))
    check(
        asked(
            wanted=wanted,
            held=[c.id for c in held],
            offer=offer,
            window=Window(first, last),
            today=local_day(work.now),
        )
    )
    if offer is None:
        raise Missing("collector")
    row = PickupRequest(
        id=work.new_id(),
        created_at=work.now,
        site_id=site.id,
        unit_id=site.unit_id,
        collector_unit_id=offer.candidate.unit_id,
        collector_site_id=offer.candidate.site_id,
        state=RequestState.REQUESTED,
        container_ids=[str(container_id) for container_id in wanted],
        window_from=first,
        window_to=last,
        payer=offer.payer,
        requested_at=work.now,
        note=data.note,
    )
    consent = give(
        work,
        unit_id=site.unit_id,
        proxy_unit_id=offer.candidate.unit_id,
        scope=[ConsentScope.MANIFEST],
        valid_to=last + CONSENT_AFTER,
        request_id=row.id,
    )
    row.consent_id = consent.id
    begin(work, row, held, offer.candidate.name)
    for container in held:
        containers.request(work, container, row.id)
    return row


def _offer(
    work: Work, site: Site, held: Sequence[Container], collector_unit_id: UUID
) -> Offer | None:
    facts = [stock_fact(c) for c in held]
    today = local_day(work.now)
    found = offers(facts, candidates(work, site, collector_unit_id), today)
    return found[0] if found else None
