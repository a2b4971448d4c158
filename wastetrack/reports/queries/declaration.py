"""Adds up a site's declaration (HJ 1259-2022 C.1 to C.3) from events: each waste, its way, its balance."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import func, select, union_all
from sqlmodel import col

from wastetrack.audit.model import Event
from wastetrack.catalog.queries import find_waste
from wastetrack.containers.model import Container
from wastetrack.kernel.clock import start_of_day
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import balances
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.parties.model import Licence, Unit
from wastetrack.reports.queries.differences import Waste, causes
from wastetrack.reports.rules.provinces import PROVINCES
from wastetrack.reports.terms import Entrusted, Own, WasteReport
from wastetrack.treatments.model import Feed, Treatment


def declaration(
    work: Work, site_ids: Collection[UUID], first: date, end: date
) -> list[WasteReport]:
    """Every waste that stood at the sites or moved there between the days, in four statements."""
    own = _own(work, site_ids, first, end)
    entrusted = _entrusted(work, site_ids, first, end)
    behind = causes(work, site_ids, first, end)
    found = []
    for line in balances(work, site_ids, first, end):
        waste = (line.waste_code, line.waste_name)
        fact = find_waste(work, line.waste_code, line.edition)
        found.append(
            WasteReport(
                balance=line,
                official=fact.name if fact else "",
                own=own.get(waste, ()),
                entrusted=entrusted.get(waste, ()),
                causes=behind.get(waste, ()),
            )
        )
    return found


def _own(
    work: Work, site_ids: Collection[UUID], first: date, end: date
) -> dict[Waste, tuple[Own, ...]]:
    """By method: the unit's own waste, and received waste that was fed."""
    begin, until = start_of_day(first), start_of_day(end)
    method = col(Event.payload)["facts"]["method"].as_string()
    moment = func.coalesce(col(Event.claimed_at), col(Event.accepted_at))
    grams: dict[Waste, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    mine = (
        select(
            col(Container.waste_code),
            col(Container.waste_name),
            method,
            func.sum(func.coalesce(col(Event.grams), 0)),
        )
        .join(Container, col(Container.id) == col(Event.container_id))
        .where(
            col(Event.site_id).in_(site_ids),
            col(Event.kind) == "container.treat_self",
            moment >= begin,
            moment < until,
        )
        .group_by(col(Container.waste_code), col(Container.waste_name), method)
    )
    fed = (
        select(
            col(Container.waste_code),
            col(Container.waste_name),
            col(Treatment.method),
            func.sum(col(Feed.grams)),
        )
        .join(Feed, col(Feed.container_id) == col(Container.id))
        .join(Treatment, col(Treatment.id) == col(Feed.treatment_id))
        .where(
            col(Treatment.site_id).in_(site_ids),
            col(Treatment.treated_at) >= begin,
            col(Treatment.treated_at) < until,
        )
        .group_by(col(Container.waste_code), col(Container.waste_name), col(Treatment.method))
    )
    for code, name, how, total in work.session.execute(union_all(mine, fed)):
        grams[code, name][how or ""] += int(total)
    return {
        waste: tuple(Own(how, total) for how, total in sorted(methods.items()))
        for waste, methods in grams.items()
    }


def _entrusted(
    work: Work, site_ids: Collection[UUID], first: date, end: date
) -> dict[Waste, tuple[Entrusted, ...]]:
    """By receiver, permit and method: what others accepted."""
    moment = func.coalesce(col(Event.claimed_at), col(Event.accepted_at))
    keys = (
        col(Container.waste_code),
        col(Container.waste_name),
        col(Unit.province_code),
        col(Unit.name),
        func.coalesce(col(Licence.number), ""),
        func.coalesce(col(ManifestLine.method), ""),
    )
    query = (
        select(*keys, func.sum(func.coalesce(col(Event.grams), 0)))
        .select_from(Event)
        .join(Container, col(Container.id) == col(Event.container_id))
        .join(Manifest, col(Manifest.id) == col(Event.manifest_id))
        .join(Unit, col(Unit.id) == col(Manifest.receiver_unit_id))
        .join(Licence, col(Licence.id) == col(Manifest.licence_id), isouter=True)
        .join(
            ManifestLine,
            (col(ManifestLine.manifest_id) == col(Manifest.id))
            & (col(ManifestLine.accepted_container_id) == col(Container.id)),
            isouter=True,
        )
        .where(
            col(Event.site_id).in_(site_ids),
            col(Event.kind) == "container.entrust",
            moment >= start_of_day(first),
            moment < start_of_day(end),
        )
        .group_by(*keys)
        .order_by(*keys)
    )
    found: dict[Waste, list[Entrusted]] = defaultdict(list)
    for code, name, province, unit, licence, method, grams in work.session.execute(query):
        told = PROVINCES.get(province, province)
        found[code, name].append(Entrusted(told, unit, licence, method, int(grams)))
    return {waste: tuple(entries) for waste, entries in found.items()}
