"""Sites, stores, licences, vehicles, crews and wastes of a unit."""

from datetime import date
from typing import NamedTuple

import pytest

from tests.support.build import a_facility, a_site, a_unit, actor_of
from tests.support.parties import a_licence
from wastetrack.kernel.actor import NOBODY, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.files import Stored
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_crew import add_crew
from wastetrack.parties.actions.add_facility import add_facility
from wastetrack.parties.actions.add_site import add_site
from wastetrack.parties.actions.add_stream import add_stream
from wastetrack.parties.actions.add_vehicle import add_vehicle
from wastetrack.parties.actions.edit_crew import edit_crew
from wastetrack.parties.actions.edit_facility import edit_facility
from wastetrack.parties.actions.edit_site import edit_site
from wastetrack.parties.actions.edit_vehicle import edit_vehicle
from wastetrack.parties.actions.end_licence import end_licence
from wastetrack.parties.actions.keep_file import keep_file
from wastetrack.parties.actions.partition_facility import partition_facility
from wastetrack.parties.actions.remove_stream import remove_stream
from wastetrack.parties.inputs import (
    CrewInput,
    Decision,
    FacilityInput,
    PartitionInput,
    SiteInput,
    StreamInput,
    VehicleInput,
)
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.queries import (
    facilities_of,
    get_licence,
    licences_at,
    partitions_of,
    streams_of,
)
from wastetrack.parties.terms import (
    CrewKind,
    FacilityKind,
    ManagementClass,
    Packaging,
    StreamForm,
    UnitKind,
)

T = 1_000_000
SITE = SiteInput(name="二厂", division_code="330604002", address="示例路 2 号")
TRUCK = VehicleInput(plate="浙D12345", permit_no="330604001", permit_valid_to=date(2027, 1, 1))
DRIVER = CrewInput(
    kind=CrewKind.DRIVER,
    name="驾驶员",
    phone="13900000001",
    qualification_no="Q1",
    qualification_valid_to=date(2027, 1, 1),
)
OIL = StreamInput(
    waste_code="900-214-08",
    common_name="废机油",
    form=StreamForm.LIQUID,
    packaging=Packaging.DRUM,
)


class Shop(NamedTuple):
    unit: Unit
    site: Site
    boss: Work
    reader: Work
    stranger: Work


def a_shop(work: Work, kind: UnitKind = UnitKind.PRODUCER) -> Shop:
    unit = a_unit(work, kind)
    return Shop(
        unit,
        a_site(work, unit),
        work.as_actor(actor_of(unit, Role.ADMIN)),
        work.as_actor(actor_of(unit, Role.READER)),
        work.as_actor(actor_of(a_unit(work), Role.ADMIN)),
    )


def test_a_second_site_is_added_and_edited(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        with pytest.raises(Denied):
            add_site(shop.reader, shop.unit.id, SITE)
        with pytest.raises(Missing):
            add_site(shop.stranger, shop.unit.id, SITE)
        site = add_site(shop.boss, shop.unit.id, SITE)
        work.session.flush()
        moved = SITE.model_copy(update={"longitude": 120.9, "latitude": 30.0})
        assert edit_site(shop.boss, site.id, moved).longitude == 120.9
        with pytest.raises(Missing):
            edit_site(shop.stranger, site.id, moved)


def test_a_seat_for_one_site_does_not_reach_the_other(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        other = a_site(work, shop.unit)
        only_first = work.as_actor(actor_of(shop.unit, Role.OPERATOR, shop.site))
        data = FacilityInput(
            code="TS009", name="贮存库", kind=FacilityKind.STORE, capacity_g=20 * T
        )
        add_facility(only_first, shop.site.id, data)
        with pytest.raises(Missing):
            add_facility(only_first, other.id, data)


@pytest.mark.parametrize(
    ("kind", "capacity", "expected"),
    [
        (FacilityKind.POINT, 4 * T, ("parties.point_over_limit",)),
        (FacilityKind.STORE, None, ("parties.capacity_missing",)),
    ],
)
def test_a_store_keeps_to_the_law(
    db: Database, kind: FacilityKind, capacity: int | None, expected: tuple[str, ...]
) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        data = FacilityInput(code="TS001", name="贮存点", kind=kind, capacity_g=capacity)
        with pytest.raises(Refused) as refused:
            add_facility(shop.boss, shop.site.id, data)
        assert refused.value.codes == expected


def test_a_facility_code_is_used_once_on_a_site(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        data = FacilityInput(code="TS001", name="库", kind=FacilityKind.STORE, capacity_g=9 * T)
        first = add_facility(shop.boss, shop.site.id, data)
        second = add_facility(shop.boss, shop.site.id, data.model_copy(update={"code": "TS002"}))
        with pytest.raises(Refused) as refused:
            add_facility(shop.boss, shop.site.id, data)
        assert refused.value.codes == ("parties.facility_code_taken",)
        with pytest.raises(Refused) as refused:
            edit_facility(shop.boss, second.id, data)
        assert refused.value.codes == ("parties.facility_code_taken",)
        assert edit_facility(shop.boss, first.id, data, active=False).active is False


def test_own_treatment_makes_the_site_a_key_unit(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        data = FacilityInput(code="TS001", name="焚烧炉", kind=FacilityKind.TREATMENT)
        add_facility(shop.boss, shop.site.id, data)
        assert shop.site.management_class is ManagementClass.KEY


def test_parts_fit_into_their_store_and_the_store_around_its_parts(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        store = a_facility(work, shop.site)
        part = PartitionInput.model_validate(
            {"name": "甲区", "waste_codes": "900-214-08", "capacity_g": "2"}
        )
        partition_facility(shop.boss, store.id, part)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            partition_facility(shop.boss, store.id, part)
        assert refused.value.codes == ("parties.partition_over",)
        smaller = FacilityInput(code="X", name="库", kind=FacilityKind.STORE, capacity_g=T)
        with pytest.raises(Refused) as refused:
            edit_facility(shop.boss, store.id, smaller)
        assert refused.value.codes == ("parties.smaller_than_parts",)
        assert [p.capacity_g for p in partitions_of(work, [store.id])] == [2 * T]


def test_only_a_store_has_parts_and_only_known_wastes(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        press = a_facility(work, shop.site, kind=FacilityKind.PRODUCTION, capacity_g=None)
        store = a_facility(work, shop.site)
        part = PartitionInput(name="甲区", waste_codes=["900-999-08"])
        with pytest.raises(Refused) as refused:
            partition_facility(shop.boss, press.id, part)
        assert refused.value.codes == ("parties.not_a_store",)
        with pytest.raises(Refused) as refused:
            partition_facility(shop.boss, store.id, part)
        assert refused.value.codes == ("parties.unknown_waste",)


def test_a_licence_is_entered_once_and_ended_with_a_reason(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work, UnitKind.DISPOSER)
        row = a_licence(work, shop.boss.actor, shop.unit, shop.site)
        with pytest.raises(Refused) as refused:
            a_licence(work, shop.boss.actor, shop.unit)
        assert refused.value.codes == ("parties.licence_known",)
        ended = end_licence(shop.boss, row.id, Decision(reason="换证"))
        assert ended.ended_on == date(2026, 11, 24)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            end_licence(shop.boss, row.id, Decision(reason="换证"))
        assert refused.value.codes == ("parties.licence_ended_before",)
        with pytest.raises(Missing):
            get_licence(shop.stranger, row.id)


def test_a_sites_licence_does_not_hold_at_another_site(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work, UnitKind.DISPOSER)
        other = a_site(work, shop.unit)
        a_licence(work, shop.boss.actor, shop.unit, shop.site)
        a_licence(work, shop.boss.actor, shop.unit, number="3306040002")
        assert len(licences_at(work, shop.unit.id, shop.site.id)) == 2
        assert [li.number for li in licences_at(work, shop.unit.id, other.id)] == ["3306040002"]
        with pytest.raises(Missing):
            a_licence(work, shop.boss.actor, shop.unit, a_site(work, a_unit(work)))


def test_all_faults_of_a_licence_are_told(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work, UnitKind.COLLECTOR)
        with pytest.raises(Refused) as refused:
            a_licence(
                work,
                shop.boss.actor,
                shop.unit,
                kind="collection",
                modes=["dispose"],
                codes=["900-999-08"],
                valid_to=date(2024, 1, 1),
            )
        assert refused.value.codes == (
            "parties.validity_reversed",
            "parties.mode_not_of_kind",
            "parties.unknown_waste",
        )


def test_a_plate_is_entered_once_and_its_papers_are_renewed(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work, UnitKind.CARRIER)
        dispatcher = work.as_actor(actor_of(shop.unit, Role.DISPATCHER))
        row = add_vehicle(dispatcher, shop.unit.id, TRUCK)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            add_vehicle(dispatcher, shop.unit.id, TRUCK)
        assert refused.value.codes == ("parties.plate_known",)
        newer = TRUCK.model_copy(update={"permit_valid_to": date(2029, 1, 1), "active": False})
        row = edit_vehicle(dispatcher, row.id, newer)
        assert (row.permit_valid_to, row.active) == (date(2029, 1, 1), False)
        with pytest.raises(Missing):
            edit_vehicle(shop.stranger, row.id, newer)
        with pytest.raises(Denied):
            add_vehicle(shop.reader, shop.unit.id, TRUCK)


def test_a_driver_is_entered_once_per_qualification(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work, UnitKind.CARRIER)
        row = add_crew(shop.boss, shop.unit.id, DRIVER)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            add_crew(shop.boss, shop.unit.id, DRIVER)
        assert refused.value.codes == ("parties.crew_known",)
        escort = DRIVER.model_copy(update={"kind": CrewKind.ESCORT})
        add_crew(shop.boss, shop.unit.id, escort)
        off = DRIVER.model_copy(update={"active": False})
        assert edit_crew(shop.boss, row.id, off).active is False


def test_a_waste_goes_on_and_off_the_cards_and_its_history_stays(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        row = add_stream(shop.boss, shop.site.id, OIL)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            add_stream(shop.boss, shop.site.id, OIL)
        assert refused.value.codes == ("parties.stream_known",)
        with pytest.raises(Refused) as refused:
            add_stream(shop.boss, shop.site.id, OIL.model_copy(update={"waste_code": "900-999-08"}))
        assert refused.value.codes == ("parties.unknown_waste",)
        remove_stream(shop.boss, row.id)
        work.session.flush()
        assert streams_of(work, shop.site.id) == []
        assert [s.id for s in streams_of(work, shop.site.id, all_rows=True)] == [row.id]
        add_stream(shop.boss, shop.site.id, OIL)


def test_the_same_file_is_noted_once(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        stored = Stored("0" * 64, "application/pdf", 12)
        first = keep_file(shop.boss, stored, "许可证.pdf", shop.unit.id)
        work.session.flush()
        assert keep_file(shop.boss, stored, "另一个名字.pdf", shop.unit.id) is first
        with pytest.raises(Missing):
            keep_file(shop.stranger, stored, "许可证.pdf", shop.unit.id)


def test_facilities_come_in_the_order_of_their_codes(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        for code in ("TS003", "TS001", "TS002"):
            a_facility(work, shop.site, code=code)
        assert [f.code for f in facilities_of(work, [shop.site.id])] == ["TS001", "TS002", "TS003"]
