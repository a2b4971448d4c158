"""A new container in three screens: which waste, how heavy, its label."""

from uuid import UUID

from flask import request, url_for

from wastetrack.access.policy import Action
from wastetrack.catalog.queries import find_waste
from wastetrack.containers import queries
from wastetrack.containers.actions.open import open_container
from wastetrack.containers.inputs import OpenContainer
from wastetrack.kernel.paging import cursor
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import get_stream, partitions_of, sites_of
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound

room = Room("new_container", __name__)
Form = Bound[OpenContainer]
# the fields of the phone's second screen that lie behind 更多
MORE = (
    "facility_id",
    "partition_id",
    "first_waste_at",
    "mass_source",
    "scale",
    "volume_l",
    "remark",
)
ANY = (
    "waste_code",
    "waste_name",
    "mass_g",
    "form",
    "packaging",
    "volume_l",
    "is_lot",
    "hazards",
    "components",
    "harmful",
    "precautions",
    *MORE[:5],
    "remark",
)


@room.page("/containers/new", asks=Action.CONTAINER_OPEN)
def choose(work: Work) -> Rendered:
    """First screen: the wastes this site makes, one tap each."""
    streams = queries.own_streams(work, cursor(request.args.get("site")))
    return door.render(
        "containers/choose.html",
        streams=streams,
        several=len({site.id for _, site in streams}) > 1,
    )


@room.page("/containers/new/<uuid:stream_id>")
def weigh(work: Work, stream_id: UUID, bound: Form | None = None) -> Rendered:
    """Second screen: kilograms; everything else has a sensible default behind 更多."""
    stream, site = get_stream(work, stream_id)
    bound = _stores(work, site.id, bound or _blank(work, site.id, volume_l=stream.volume_l))
    return door.render(
        "containers/weigh.html",
        stream=stream,
        site=site,
        form=bound,
        more=[bound[name] for name in MORE],
    )


@room.mutation(
    "/containers/new/<uuid:stream_id>",
    data=OpenContainer,
    form=weigh,
    fixed=lambda stream_id: {"stream_id": stream_id},
)
def weigh_(work: Work, data: OpenContainer, stream_id: UUID) -> str:
    """Register and go on to the label, which opens at once."""
    return url_for("containers.label", id=open_container(work, data).id, print=1)


@room.page("/containers/new/any", asks=Action.CONTAINER_OPEN)
def any_waste(work: Work, bound: Form | None = None) -> Rendered:
    """At the desk: a waste that is not on the site's list, or a bulk lot, with all its fields."""
    sites = sites_of(work, request.args.get("site"))
    site = next((s for s in sites if s.selected), sites[0] if sites else None)
    if bound is None:
        code = request.args.get("code", "")[:10]
        fact = find_waste(work, code) if code else None
        name = fact.category_name if fact else ""
        bound = _blank(work, site.id if site else None, waste_code=code, waste_name=name)
    site_id = cursor(bound["site_id"].value)
    if site_id is not None:
        bound = _stores(work, site_id, bound)
    bound.choose("site_id", [(str(s.id), s.name) for s in sites])
    return door.render("containers/any.html", form=bound, shown=[bound[name] for name in ANY])


@room.mutation("/containers/new/any", data=OpenContainer, form=any_waste)
def any_waste_(work: Work, data: OpenContainer) -> str:
    """Register and go on to the label."""
    return url_for("containers.label", id=open_container(work, data).id, print=1)


def _blank(work: Work, site_id: UUID | None, **initial: object) -> Form:
    shelves = queries.store_stock(work, site_id) if site_id else []
    first = shelves[0].facility.id if shelves else None
    return Bound.blank(OpenContainer, door.lang(), site_id=site_id, facility_id=first, **initial)


def _stores(work: Work, site_id: UUID, bound: Form) -> Form:
    names = {s.facility.id: s.facility.name for s in queries.store_stock(work, site_id)}
    bound.choose("facility_id", [(str(key), name) for key, name in names.items()])
    parts = partitions_of(work, names) if names else []
    where = [(str(p.id), f"{names[p.facility_id]} · {p.name}") for p in parts]
    return bound.choose("partition_id", where)
