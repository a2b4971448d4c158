"""今天: what a producer must act on first, what stands here, and the last hand-over."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import could
from wastetrack.catalog.queries import law_bases
from wastetrack.containers import queries
from wastetrack.containers.rules import store_advice
from wastetrack.containers.shapes import StoreStock, WasteStock
from wastetrack.containers.terms import Stored, StoreFact
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.paging import cursor
from wastetrack.kernel.work import Work
from wastetrack.manifests.queries.lists import list_manifests
from wastetrack.manifests.shapes import ManifestRow
from wastetrack.manifests.terms import State
from wastetrack.web import door
from wastetrack.web.clocks import CALM, Clock, clock_of
from wastetrack.web.door import Rendered, Room
from wastetrack.web.filters import kg
from wastetrack.words import msg

room = Room("today", __name__)
CARDS = 3
STREAMS = 6  # what most workshops make; the others stand behind 新容器
RECENT = 10  # manifests among which the last hand-over is sought
_POINT = "PT-3T"


@dataclass(frozen=True)
class Card:
    """One thing to act on: what, why, and the verb that ends it."""

    title: str
    note: str
    level: str
    href: str
    verb: str


@room.page("/today", asks=Action.CONTAINER_READ)
def today(work: Work) -> Rendered:
    """At most three cards, the most urgent first; then the wastes made here, one tap each; stock; the last hand-over."""
    site_id = cursor(request.args.get("site"))
    summed = queries.stock_by_waste(work, site_id)
    stock = [(row, clock_of(work, row.held_as, row.since, row.site_id)) for row in summed]
    shelves = queries.store_stock(work, site_id)
    streams = queries.own_streams(work, site_id)
    recent = list_manifests(work, side=Position.CONSIGNOR, site_id=site_id, size=RECENT).rows
    cards = [*_to_load(recent), *_to_file(recent), *_full_stores(work, shelves), *_due(stock)]
    return door.render(
        "today/today.html",
        cards=cards[:CARDS],
        more=max(len(cards) - CARDS, 0),
        stock=stock,
        opens=could(work.actor, Action.CONTAINER_OPEN),
        streams=streams[:STREAMS],
        several=len({site.id for _, site in streams}) > 1,
        handover=next((row for row in recent if row.departed_at), None),
    )


def _to_load(recent: Sequence[ManifestRow]) -> list[Card]:
    """Manifests on which everything is settled but the hand-over itself."""
    lang = door.lang()
    return [
        Card(
            title=words.say(lang, "{name} 来运 {kg}", name=row.receiver, kg=kg(row.mass_g)),
            note=words.say(lang, "装车时在这里核对、签字。"),
            level="hint",
            href=url_for("handover.show", id=row.id),
            verb=words.say(lang, "交接"),
        )
        for row in recent
        if row.state is State.READY
    ]


def _to_file(recent: Sequence[ManifestRow]) -> list[Card]:
    """Drafts, most of them a collector's for a pickup: the consignor looks and files (model.md §5)."""
    lang = door.lang()
    return [
        Card(
            title=words.say(
                lang, "给 {name} 的联单还没提交，{kg}", name=row.receiver, kg=kg(row.mass_g)
            ),
            note=words.say(lang, "核对无误后由本单位提交，提交后才能装车。"),
            level="hint",
            href=url_for("handover.show", id=row.id),
            verb=words.say(lang, "核对"),
        )
        for row in recent
        if row.state is State.DRAFT
    ]


def _due(stock: list[tuple[WasteStock, Clock | None]]) -> list[Card]:
    """Wastes whose oldest container has reached a level, the fewest days left first."""
    lang = door.lang()
    near = [(clock.left, row, clock) for row, clock in stock if clock and clock.level != CALM]
    near.sort(key=lambda item: (item[0], item[1].waste_code))
    return [
        Card(
            title=words.say(
                lang,
                "{waste} {count} 件，最早的一件{left}",
                waste=row.waste_name,
                count=row.count,
                left=clock.text,
            ),
            note=clock.basis,
            level=clock.level,
            href=url_for("containers.index", waste=row.waste_code),
            verb=words.say(lang, _next(row)),
        )
        for _, row, clock in near
    ]


def _next(row: WasteStock) -> str:
    """What is left to do: what is booked already only waits for its truck."""
    if row.ready:
        return msg("叫车")
    return msg("封口") if row.filling else msg("看容器")


def _full_stores(work: Work, shelves: list[StoreStock]) -> list[Card]:
    """Stores over the point's limit or over their registered capacity."""
    limit = law_bases(work, local_day(work.now)).get(_POINT)
    cards: list[Card] = []
    for shelf in shelves:
        fact = StoreFact(
            name=shelf.facility.name,
            kind=shelf.facility.kind,
            capacity_g=shelf.facility.capacity_g,
            mass_g=shelf.mass_g,
            point_limit_g=limit.limit if limit else None,
            point_basis=limit.basis if limit else "",
        )
        told = store_advice(Stored("", "", ""), fact, None)[:1]
        cards += [_store_card(shelf.facility.id, violation) for violation in told]
    return cards


def _store_card(facility_id: UUID, told: Violation) -> Card:
    return Card(
        title=words.sentence(door.lang(), told),
        note="",
        # the point's limit is law; a registered capacity is the unit's own figure
        level="legal" if told.code == "containers.point_full" else "due",
        href=url_for("containers.index", store=facility_id),
        verb=words.say(door.lang(), "叫车"),
    )
