"""Decides what a new unit starts with: its site, a storage point of the legal size, its wastes."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.catalog.queries import find_waste, industry_templates, law_basis
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_facility import add_facility
from wastetrack.parties.actions.add_site import add_site
from wastetrack.parties.actions.add_stream import add_stream
from wastetrack.parties.inputs import Beginning, FacilityInput, SiteInput, StreamInput
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.queries import find_unit
from wastetrack.parties.terms import FacilityKind, Packaging, StreamForm, UnitKind

# HJ 608: pollution-treatment facilities for solid waste are numbered TS001, TS002 …
FIRST_STORE = "TS001"
STORE_NAME = "危险废物贮存点"


def begin(work: Work, unit_id: UUID, data: Beginning) -> Site:
    """Make the first site; a producer also gets a storage point and the wastes left ticked."""
    require(work.actor, Action.SITE_ADD, Place(Position.OWN, unit_id))
    unit = find_unit(work, unit_id)
    if unit is None:
        raise Missing(str(unit_id))
    site = add_site(
        work,
        unit.id,
        SiteInput(
            name=unit.name,
            division_code=data.division_code,
            address=data.address,
            emergency_phone=unit.phone,
            emergency_measures=data.emergency_measures,
            is_hospital=data.is_hospital,
        ),
    )
    work.session.flush()
    if UnitKind.PRODUCER in unit.kinds:
        limit = law_basis(work, "PT-3T", local_day(work.now)).limit
        point = FacilityInput(
            code=FIRST_STORE, name=STORE_NAME, kind=FacilityKind.POINT, capacity_g=limit
        )
        add_facility(work, site.id, point)
        for stream in _streams(work, unit, data):
            add_stream(work, site.id, stream)
    return site


def _streams(work: Work, unit: Unit, data: Beginning) -> list[StreamInput]:
    usual = {row.waste_code: row for row in industry_templates(work, unit.industry)}
    found: list[StreamInput] = []
    for code in dict.fromkeys(data.waste_codes):
        if (row := usual.get(code)) is not None:
            found.append(
                StreamInput(
                    waste_code=code,
                    common_name=row.common_name,
                    form=StreamForm(row.form),
                    packaging=Packaging(row.packaging),
                    volume_l=row.volume_l,
                )
            )
            continue
        fact = find_waste(work, code)
        found.append(
            StreamInput(
                waste_code=code,
                common_name=(fact.name if fact else code)[:120],
                form=StreamForm.OTHER,
                packaging=Packaging.DRUM,
            )
        )
    return found
