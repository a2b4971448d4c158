"""A container is opened with its codes, its clock and its first event."""

from datetime import timedelta

import pytest
from sqlmodel import select

from tests.support.build import a_facility, a_site, a_unit, actor_of
from tests.support.containers import Workshop, a_drum, a_stranger
from wastetrack.audit.history import of_container
from wastetrack.audit.trail import record
from wastetrack.containers.actions.open import open_container
from wastetrack.containers.inputs import OpenContainer
from wastetrack.containers.model import CodeSequence, Container
from wastetrack.containers.rules import is_human_code
from wastetrack.containers.terms import Content, Custody, HeldAs
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Stream
from wastetrack.parties.terms import FacilityKind, Packaging, StreamForm, UnitState


def opened(work: Work, shop: Workshop, **over: object) -> Container:
    values: dict[str, object] = {"site_id": shop.site.id, "waste_code": "900-214-08", **over}
    return open_container(work, OpenContainer.model_validate(values))


def test_a_new_drum_has_both_codes_and_is_held_by_its_producer_from_the_first_waste(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, kg=None)
    assert drum.digital_id == f"{shop.unit.credit_code}9002140820261124001"
    assert is_human_code(drum.human_code)
    assert (drum.content, drum.custody, drum.held_as) == (
        Content.FILLING,
        Custody.IN_STORE,
        HeldAs.PRODUCER,
    )
    assert drum.holder_site_id == drum.origin_site_id == shop.site.id
    assert drum.held_since == drum.oldest_waste_at == drum.first_waste_at == work.now
    assert (drum.hazards, drum.edition) == ("T,I", "2025")


def test_its_first_event_is_a_row_of_production_and_sealing_at_once_is_one_of_storing(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        drum = a_drum(work, Workshop(work))
    with db.reading(SYSTEM) as work:
        first, second = of_container(work, drum.id)
    assert (first.kind, first.batch_code) == ("container.open", "HWCS20261124001")
    assert (second.kind, second.batch_code, second.grams) == (
        "container.seal",
        "HWRK20261124001",
        182_400,
    )
    assert first.holder_to == drum.holder_site_id


def test_a_waste_of_the_sites_list_fills_in_everything_else(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        stream = Stream(
            id=work.new_id(),
            created_at=work.now,
            site_id=shop.site.id,
            waste_code="900-214-08",
            common_name="废机油",
            form=StreamForm.LIQUID,
            packaging=Packaging.IBC,
            volume_l=1000,
            components="矿物油",
        )
        record(work, "stream.add", stream)
        work.session.flush()
        tank = opened(
            work.as_actor(shop.operator), shop, waste_code=None, stream_id=stream.id, mass_g="812"
        )
    assert (tank.waste_code, tank.waste_name) == ("900-214-08", "废机油")
    assert (tank.form, tank.packaging, tank.volume_l) == (
        StreamForm.LIQUID,
        Packaging.IBC,
        1000,
    )
    assert tank.mass_g == 812_000


def test_a_drum_first_filled_in_2024_keeps_the_2021_edition(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        drum = a_drum(work, Workshop(work), first_waste_at="2024-12-30T08:00")
    assert drum.edition == "2021"
    assert drum.digital_id is not None
    assert drum.digital_id.endswith("20241230001")
    assert drum.batch_code == "HWCS20241230001"


def test_the_thousandth_drum_of_a_day_is_refused_with_advice_and_never_wrapped(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        a_drum(work, shop)
        row = work.session.exec(select(CodeSequence)).one()
        row.last = 999
        work.session.add(row)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            a_drum(work, shop)
    assert refused.value.codes == ("containers.sequence_full",)


def test_all_faults_of_a_form_are_told_together(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work, state=UnitState.REJECTED)
        other = a_facility(work, a_site(work, a_unit(work)))
        with pytest.raises(Refused) as refused:
            opened(
                work.as_actor(shop.operator),
                shop,
                waste_code="901-999-08",
                facility_id=other.id,
                first_waste_at=work.now + timedelta(hours=1),
                hazards="X",
            )
    assert set(refused.value.codes) == {
        "parties.rejected_no_new",
        "containers.in_the_future",
        "containers.not_your_store",
        "containers.waste_unknown",
        "containers.hazards_form",
    }


def test_neither_waste_nor_code_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        with pytest.raises(Refused) as refused:
            opened(work.as_actor(shop.operator), shop, waste_code=None)
    assert refused.value.codes == ("containers.waste_missing",)


def test_a_production_line_is_no_store(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        line = a_facility(work, shop.site, kind=FacilityKind.PRODUCTION, capacity_g=None)
        with pytest.raises(Refused) as refused:
            opened(work.as_actor(shop.operator), shop, facility_id=line.id)
    assert refused.value.codes == ("containers.no_store",)


def test_a_stranger_learns_nothing_and_a_reader_is_told_who_can(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        with pytest.raises(Missing):
            opened(work.as_actor(a_stranger(work)), shop)
        with pytest.raises(Denied):
            opened(work.as_actor(actor_of(shop.unit, Role.READER)), shop)


def test_two_wastes_count_their_numbers_apart(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        ends = [
            (a_drum(work, shop, waste_code=code).digital_id or "")[-3:]
            for code in ("900-214-08", "900-214-08", "900-300-34")
        ]
    assert ends == ["001", "002", "001"]


def test_a_hospitals_medical_waste_has_its_own_clock(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        ward = a_site(work, shop.unit, is_hospital=True)
        box = open_container(
            work.as_actor(shop.operator),
            OpenContainer.model_validate({"site_id": ward.id, "waste_code": "841-001-01"}),
        )
    assert box.held_as is HeldAs.HOSPITAL
