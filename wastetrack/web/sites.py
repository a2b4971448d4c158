"""Sites with their facilities, partitions, wastes and class."""

from uuid import UUID

from flask import url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.audit.looks import Look
from wastetrack.catalog.queries import division_names
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_facility import add_facility
from wastetrack.parties.actions.add_site import add_site
from wastetrack.parties.actions.add_stream import add_stream
from wastetrack.parties.actions.classify_unit import classify_unit
from wastetrack.parties.actions.edit_facility import edit_facility
from wastetrack.parties.actions.edit_site import edit_site
from wastetrack.parties.actions.partition_facility import partition_facility
from wastetrack.parties.actions.remove_stream import remove_stream
from wastetrack.parties.inputs import (
    Classification,
    FacilityInput,
    PartitionInput,
    SiteInput,
    StreamInput,
)
from wastetrack.parties.queries import (
    facilities_of,
    get_facility,
    get_site,
    get_unit,
    partitions_of,
    streams_of,
)
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.filled import filled
from wastetrack.web.forms import Bound
from wastetrack.web.registration import towns

room = Room("sites", __name__)


def _form(form: object, heading: str, label: str, back: str, note: str = "") -> Rendered:
    return door.render(
        "parties/form.html",
        form=form,
        heading=words.say(door.lang(), heading),
        label=words.say(door.lang(), label),
        note=words.say(door.lang(), note) if note else "",
        back=back,
    )


@room.page("/sites/<uuid:id>", logged=Look.UNIT)
def show(work: Work, id: UUID, bound: Bound[Classification] | None = None) -> Rendered:  # noqa: A002
    """A place of work and what stands on it."""
    site = get_site(work, id)
    door.about(site.unit_id)
    place = Place(Position.OWN, site.unit_id, site.id)
    facilities = facilities_of(work, [site.id])
    parts = partitions_of(work, [f.id for f in facilities])
    classify = bound or Bound.blank(
        Classification, door.lang(), management_class=site.management_class
    )
    return door.render(
        "parties/site.html",
        site=site,
        town=division_names(work).get(site.division_code, site.division_code),
        facilities=[(f, [p for p in parts if p.facility_id == f.id]) for f in facilities],
        streams=streams_of(work, site.id),
        classify=classify,
        may_edit=may(work.actor, Action.SITE_EDIT, place),
        may_add=may(work.actor, Action.FACILITY_ADD, place),
        may_stream=may(work.actor, Action.STREAM_ADD, place),
        may_classify=may(work.actor, Action.UNIT_CLASSIFY),
    )


@room.page("/units/<uuid:id>/sites/new")
def new(work: Work, id: UUID, bound: Bound[SiteInput] | None = None) -> Rendered:  # noqa: A002
    """A further place of work."""
    unit = get_unit(work, id)
    form = bound or Bound.blank(SiteInput, door.lang(), emergency_phone=unit.phone)
    form.choose("division_code", towns(work))
    return _form(form, "新增经营场所", "新增", url_for("parties.show", id=id))


@room.mutation("/units/<uuid:id>/sites/new", data=SiteInput, form=new)
def add(work: Work, data: SiteInput, id: UUID) -> str:  # noqa: A002
    """Add the site."""
    return url_for("sites.show", id=add_site(work, id, data).id)


@room.page("/sites/<uuid:id>/edit")
def edit(work: Work, id: UUID, bound: Bound[SiteInput] | None = None) -> Rendered:  # noqa: A002
    """Name, town, address, coordinates, emergency."""
    form = bound or filled(SiteInput, get_site(work, id))
    form.choose("division_code", towns(work))
    return _form(form, "经营场所信息", "保存", url_for("sites.show", id=id))


@room.mutation("/sites/<uuid:id>/edit", data=SiteInput, form=edit)
def save(work: Work, data: SiteInput, id: UUID) -> str:  # noqa: A002
    """Keep the site's particulars."""
    edit_site(work, id, data)
    return url_for("sites.show", id=id)


@room.mutation("/sites/<uuid:id>/classify", data=Classification, form=show)
def classify(work: Work, data: Classification, id: UUID) -> str:  # noqa: A002
    """Record the city's adjustment of the class."""
    classify_unit(work, id, data)
    return url_for("sites.show", id=id)


@room.page("/sites/<uuid:id>/facilities/new")
def new_facility(work: Work, id: UUID, bound: Bound[FacilityInput] | None = None) -> Rendered:  # noqa: A002
    """A store, a production or a treatment facility."""
    get_site(work, id)
    form = bound or Bound.blank(FacilityInput, door.lang())
    return _form(form, "新增设施", "新增", url_for("sites.show", id=id))


@room.mutation("/sites/<uuid:id>/facilities/new", data=FacilityInput, form=new_facility)
def build(work: Work, data: FacilityInput, id: UUID) -> str:  # noqa: A002
    """Register the facility."""
    add_facility(work, id, data)
    return url_for("sites.show", id=id)


@room.page("/facilities/<uuid:id>/edit")
def facility(work: Work, id: UUID, bound: Bound[FacilityInput] | None = None) -> Rendered:  # noqa: A002
    """Code, name, kind, capacity."""
    row, site = get_facility(work, id)
    back = url_for("sites.show", id=site.id)
    return _form(bound or filled(FacilityInput, row), "设施信息", "保存", back)


@room.mutation("/facilities/<uuid:id>/edit", data=FacilityInput, form=facility)
def rebuild(work: Work, data: FacilityInput, id: UUID) -> str:  # noqa: A002
    """Keep the facility's particulars."""
    return url_for("sites.show", id=edit_facility(work, id, data).site_id)


@room.page("/facilities/<uuid:id>/partitions/new")
def partition(work: Work, id: UUID, bound: Bound[PartitionInput] | None = None) -> Rendered:  # noqa: A002
    """A marked part of a store."""
    _, site = get_facility(work, id)
    form = bound or Bound.blank(PartitionInput, door.lang())
    return _form(form, "新增贮存分区", "新增", url_for("sites.show", id=site.id))


@room.mutation("/facilities/<uuid:id>/partitions/new", data=PartitionInput, form=partition)
def part(work: Work, data: PartitionInput, id: UUID) -> str:  # noqa: A002
    """Part the store."""
    partition_facility(work, id, data)
    return url_for("sites.show", id=get_facility(work, id)[1].id)


@room.page("/sites/<uuid:id>/streams/new")
def stream(work: Work, id: UUID, bound: Bound[StreamInput] | None = None) -> Rendered:  # noqa: A002
    """A waste that the site makes."""
    get_site(work, id)
    form = bound or Bound.blank(StreamInput, door.lang())
    note = "代码可以在“废物代码”里按名称、拼音首字母查找。"
    return _form(form, "新增废物", "新增", url_for("sites.show", id=id), note)


@room.mutation("/sites/<uuid:id>/streams/new", data=StreamInput, form=stream)
def add_waste(work: Work, data: StreamInput, id: UUID) -> str:  # noqa: A002
    """Put the waste on the site's cards."""
    add_stream(work, id, data)
    return url_for("sites.show", id=id)


@room.mutation("/streams/<uuid:id>/remove")
def remove(work: Work, id: UUID) -> str:  # noqa: A002
    """Take the waste off the site's cards."""
    return url_for("sites.show", id=remove_stream(work, id).site_id)
