"""Decides whether a new container or bulk lot may be registered, and with which codes (HJ 1276)."""

from dataclasses import dataclass

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.catalog.queries import find_waste
from wastetrack.catalog.rules import edition_on, hazards
from wastetrack.containers import transition
from wastetrack.containers.inputs import OpenContainer
from wastetrack.containers.model import BlankCode, Container
from wastetrack.containers.queries import find_blank, store_faults
from wastetrack.containers.rules import blank_faults, held_as_own, read_code, when_faults
from wastetrack.containers.terms import Batch, Content, Custody
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing, Violation, check
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Stream, Unit
from wastetrack.parties.queries import find_site, find_unit
from wastetrack.parties.rules import may_open
from wastetrack.parties.terms import Packaging, StreamForm


def open_container(work: Work, data: OpenContainer) -> Container:
    """Register it, FILLING; with a mass it is sealed at once. The label goes on at the first waste.

    Serves producers, a disposer's own new waste, the import and the demo.
    """
    site, unit = _where(work, data)
    require(work.actor, Action.CONTAINER_OPEN, Place(Position.OWN, unit.id, site.id))
    began = data.first_waste_at or work.now
    sealed = data.sealed_at or began
    found = may_open(unit.state)
    found += when_faults(began, work.now, "first_waste_at")
    found += when_faults(sealed, work.now, "sealed_at")
    if sealed < began:
        found.append(Violation("containers.sealed_before_first", "sealed_at"))
    if data.facility_id is not None:
        found += store_faults(work, site.id, data.facility_id, data.partition_id)
    blank = _blank(work, data)
    if data.blank_code:
        code, _ = read_code(data.blank_code)
        owner = blank.unit_id if blank else None
        found += blank_faults(code, owner, unit.id, blank.container_id if blank else None)
    stream = _stream(work, data, site)
    waste = _Waste.of(data, stream)
    # the catalogue that was in force when the first waste went in
    edition = edition_on(local_day(began))
    fact = find_waste(work, waste.code, edition) if waste.code else None
    if not waste.code:
        found.append(Violation("containers.waste_missing", "waste_code"))
    elif fact is None:
        params: dict[str, object] = {"waste_code": waste.code, "edition": edition.value}
        found.append(Violation("containers.waste_unknown", "waste_code", params))
    letters = (fact.hazards if fact else "") or data.hazards
    found += _hazard_faults(letters)
    check(found)
    assert fact is not None  # noqa: S101 - told apart above, for the type checker
    day = local_day(began)
    row = Container(
        id=work.new_id(),
        created_at=work.now,
        digital_id=transition.next_digital_id(work, unit.credit_code, waste.code, day),
        human_code=blank.human_code if blank else transition.next_human_code(work),
        edition=edition,
        waste_code=waste.code,
        waste_name=(waste.name or fact.name)[:120],
        form=waste.form,
        hazards=letters,
        components=waste.components,
        harmful=waste.harmful,
        precautions=waste.precautions,
        packaging=waste.packaging,
        volume_l=waste.volume_l,
        is_lot=data.is_lot,
        content=Content.FILLING,
        custody=Custody.IN_STORE,
        held_as=held_as_own(is_hospital=site.is_hospital, waste_code=waste.code),
        held_since=began,
        holder_unit_id=unit.id,
        holder_site_id=site.id,
        facility_id=data.facility_id,
        partition_id=data.partition_id,
        origin_unit_id=unit.id,
        origin_site_id=site.id,
        first_waste_at=began,
        oldest_waste_at=began,
        batch_code=data.batch_code or transition.next_batch(work, site.id, Batch.PRODUCED, day),
        remark=data.remark,
    )
    transition.begin(work, row)
    if blank is not None:
        transition.bind(work, blank, row)
    if data.mass_g is not None:
        transition.seal(
            work,
            row,
            grams=data.mass_g,
            source=data.mass_source,
            scale=data.scale or None,
            at=sealed,
        )
    return row


@dataclass(frozen=True, slots=True)
class _Waste:
    """What is known of the waste: the site's own list first, what was typed over it."""

    code: str
    name: str
    form: StreamForm
    packaging: Packaging
    volume_l: int
    components: str
    harmful: str
    precautions: str

    @classmethod
    def of(cls, data: OpenContainer, stream: Stream | None) -> "_Waste":
        if stream is None:
            return cls(
                data.waste_code or "",
                data.waste_name,
                data.form or StreamForm.OTHER,
                data.packaging or Packaging.DRUM,
                data.volume_l or 200,
                data.components,
                data.harmful,
                data.precautions,
            )
        return cls(
            stream.waste_code,
            data.waste_name or stream.common_name,
            data.form or stream.form,
            data.packaging or stream.packaging,
            data.volume_l or stream.volume_l,
            data.components or stream.components,
            data.harmful or stream.harmful,
            data.precautions or stream.precautions,
        )


def _where(work: Work, data: OpenContainer) -> tuple[Site, Unit]:
    site = find_site(work, data.site_id)
    unit = find_unit(work, site.unit_id) if site else None
    if site is None or unit is None:
        raise Missing(str(data.site_id))
    return site, unit


def _blank(work: Work, data: OpenContainer) -> BlankCode | None:
    """The pre-printed code, locked: of two that scan one sticker the second finds it used."""
    return find_blank(work, data.blank_code, lock=True) if data.blank_code else None


def _stream(work: Work, data: OpenContainer, site: Site) -> Stream | None:
    if data.stream_id is None:
        return None
    stream = work.session.get(Stream, data.stream_id)
    if stream is None or stream.site_id != site.id or not stream.active:
        check([Violation("containers.not_your_waste", "stream_id")])
    return stream


def _hazard_faults(text: str) -> list[Violation]:
    try:
        hazards(text)
    except ValueError:
        return [Violation("containers.hazards_form", "hazards", {"input": text})]
    return []
