"""A draft in the browser: from ticked stock to a manifest, and the same form again to change it."""

from typing import Any
from uuid import UUID

from flask import request, url_for

from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.containers.queries import list_stock
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.paging import cursor
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.draft import draft
from wastetrack.manifests.actions.edit import edit as change
from wastetrack.manifests.inputs import DraftManifest, EditManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import boxes, carriers, get_manifest, receiving_sites
from wastetrack.manifests.terms import Decision
from wastetrack.parties.model import Site
from wastetrack.parties.queries import get_site, sites_of
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.manifest_acts import crumbs
from wastetrack.web.trips import own_trips

room = Room("manifest_drafts", __name__)
# part 1, in the order of the form; the rest of the input comes from the page or stays as it is
FIELDS = (
    "receiver_site_id",
    "carrier_unit_id",
    "transfer_type",
    "receiver_kind",
    "shipper",
    "un_number",
    "un_class",
    "un_none_reason",
    "consignor_handler",
    "consignor_phone",
    "emergency_phone",
    "emergency_measures",
    "note",
)


@room.page("/manifests/new", asks=Action.MANIFEST_DRAFT)
def new(work: Work, bound: Bound[DraftManifest] | None = None) -> Rendered:
    """Tick what is to leave, say where to; the site already knows the rest."""
    chosen = cursor(request.values.get("consignor_site_id") or request.values.get("site"))
    sites = sites_of(work, str(chosen) if chosen else None)
    here = next((s.id for s in sites if s.selected), sites[0].id if sites else None)
    if here is None:
        return door.render("manifests/new.html", form=None, site=None, sites=[], drums=[])
    site = get_site(work, here)
    if bound is None:
        bound = Bound.blank(
            DraftManifest,
            door.lang(),
            consignor_site_id=site.id,
            container_ids=request.args.getlist("ids"),
            emergency_phone=site.emergency_phone,
            emergency_measures=site.emergency_measures,
        )
    receivers = _choose(work, site, bound)
    trips = own_trips(work)
    bound.choose("trip_id", trips)
    return door.render(
        "manifests/new.html",
        form=bound,
        site=site,
        sites=sites,
        receivers=receivers,
        drums=list_stock(work, site.id),
        ticked=set(bound.raw.get("container_ids", [])),
        fields=(FIELDS[0], "trip_id", *FIELDS[1:]) if trips else FIELDS,
    )


@room.mutation("/manifests/new", data=DraftManifest, form=new)
def draft_(work: Work, data: DraftManifest) -> str:
    """The draft, ready to be looked at and filed."""
    return url_for("manifests.show", id=draft(work, data).id)


@room.page("/manifests/<uuid:id>/edit")
def edit(work: Work, id: UUID, bound: Bound[EditManifest] | None = None) -> Rendered:  # noqa: A002
    """The same form with what was filled in."""
    m = get_manifest(work, id)
    site = get_site(work, m.consignor_site_id) if _own(work, m) else None
    booked = [c for line, c in boxes(work, id) if line.decision is not Decision.LEFT_OUT]
    if bound is None:
        names = set(EditManifest.model_fields) - {"seen", "container_ids", "planned"}
        standing = {name: getattr(m, name) for name in names}
        standing |= {"seen": m.head_seq, "container_ids": [c.id for c in booked]}
        bound = Bound.blank(EditManifest, door.lang(), **standing)
    receivers = _choose(work, site, bound) if site else []
    drums = [*booked, *(list_stock(work, site.id) if site else ())]
    return door.render(
        "manifests/edit.html",
        m=m,
        form=bound,
        receivers=receivers,
        drums=drums,
        ticked=set(bound.raw.get("container_ids", [])),
        fields=FIELDS,
        breadcrumbs=crumbs(m),
    )


@room.mutation("/manifests/<uuid:id>/edit", data=EditManifest, form=edit)
def edit_(work: Work, data: EditManifest, id: UUID) -> str:  # noqa: A002
    """The draft as it is to be."""
    return url_for("manifests.show", id=change(work, id, data).id)


def _own(work: Work, m: Manifest) -> bool:
    span = reach(work.actor, Action.MANIFEST_EDIT)
    return m.consignor_unit_id in span.unit_ids or m.consignor_site_id in span.site_ids


def _choose(work: Work, site: Site, bound: Bound[Any]) -> list[tuple[str, str]]:
    """Receivers with a contract in force, and carriers."""
    found = receiving_sites(work, site.unit_id, local_day(work.now))
    receivers = [(str(key), name) for key, name in found]
    bound.choose("receiver_site_id", receivers)
    bound.choose("carrier_unit_id", [(str(key), name) for key, name in carriers(work)])
    return receivers
