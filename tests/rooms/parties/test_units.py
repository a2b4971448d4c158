"""Units: begun, edited, approved, rejected, classified, found; outside parties."""

import pytest
from sqlalchemy import event
from sqlmodel import select

from tests.support.build import a_facility, a_site, a_unit, actor_of, credit_code
from tests.support.parties import a_checked_licence, registered
from wastetrack.audit.model import Event
from wastetrack.kernel.actor import NOBODY, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.paging import PAGE_SIZE
from wastetrack.outbox.model import Message
from wastetrack.parties.actions.add_outside import add_outside
from wastetrack.parties.actions.approve_unit import approve_unit
from wastetrack.parties.actions.begin import begin
from wastetrack.parties.actions.classify_unit import classify_unit
from wastetrack.parties.actions.edit_unit import edit_unit
from wastetrack.parties.actions.reject_unit import reject_unit
from wastetrack.parties.inputs import (
    Beginning,
    Classification,
    Decision,
    OutsideParty,
    UnitEdit,
)
from wastetrack.parties.queries import (
    facilities_of,
    find_unit_by_code,
    get_site,
    get_unit,
    licences_at,
    list_partners,
    list_units,
    sites_of,
    sites_of_units,
    streams_of,
    unit_view,
)
from wastetrack.parties.shapes import UnitFilter
from wastetrack.parties.terms import FacilityKind, ManagementClass, UnitKind, UnitState

BEGUN = Beginning(
    division_code="330604001", address="示例路 1 号", waste_codes=["900-214-08", "900-041-49"]
)


def test_a_workshop_begins_with_a_site_a_point_and_its_wastes(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work)
        site = begin(work.as_actor(admin), came.unit.id, BEGUN)
        work.session.flush()
        assert site.management_class is ManagementClass.REGISTERED
        point = facilities_of(work, [site.id])[0]
        assert (point.kind, point.capacity_g) == (FacilityKind.POINT, 3_000_000)
        streams = streams_of(work, site.id)
        assert [s.waste_code for s in streams] == ["900-214-08", "900-041-49"]
        assert streams[0].common_name == "废机油"
        assert [s.name for s in sites_of(work.as_actor(admin))] == [came.unit.name]


def test_a_waste_outside_the_template_keeps_the_catalogues_name(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work)
        data = BEGUN.model_copy(update={"waste_codes": ["336-064-17"]})
        site = begin(work.as_actor(admin), came.unit.id, data)
        work.session.flush()
        assert streams_of(work, site.id)[0].common_name != "336-064-17"


def test_a_collector_begins_without_a_producers_store_and_is_a_key_unit(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work, kinds=["collector"])
        site = begin(work.as_actor(admin), came.unit.id, BEGUN)
        work.session.flush()
        assert site.management_class is ManagementClass.KEY
        assert facilities_of(work, [site.id]) == []
        assert streams_of(work, site.id) == []


def test_a_strangers_unit_is_not_there(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work)
        site = begin(work.as_actor(admin), came.unit.id, BEGUN)
        work.session.flush()
        _, stranger = registered(work)
        theirs = work.as_actor(stranger)
        with pytest.raises(Missing):
            begin(theirs, came.unit.id, BEGUN)
        with pytest.raises(Missing):
            get_unit(theirs, came.unit.id)
        with pytest.raises(Missing):
            get_site(theirs, site.id)
        assert [u.id for u in list_units(theirs, UnitFilter()).rows] != [came.unit.id]


def test_a_town_that_the_district_does_not_have_is_refused(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work)
        data = BEGUN.model_copy(update={"division_code": "330604999"})
        with pytest.raises(Refused) as refused:
            begin(work.as_actor(admin), came.unit.id, data)
        assert refused.value.codes == ("parties.unknown_town",)


def test_the_bureau_approves_and_rejects_and_the_unit_is_told(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work, kinds=["carrier"])
        officer = work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.OFFICER))
        why = Decision(reason="材料不全")
        with pytest.raises(Missing):
            approve_unit(work.as_actor(admin), came.unit.id)
        assert approve_unit(officer, came.unit.id).state is UnitState.ACTIVE
        with pytest.raises(Refused) as refused:
            approve_unit(officer, came.unit.id)
        assert refused.value.codes == ("parties.already_approved",)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            reject_unit(officer, came.unit.id, why)
        assert refused.value.codes == ("parties.not_waiting",)


def test_a_waiting_unit_is_turned_down_once_and_told_why(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, _ = registered(work, kinds=["carrier"])
        officer = work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.OFFICER))
        why = Decision(reason="材料不全")
        unit = reject_unit(officer, came.unit.id, why)
        assert (unit.state, unit.state_reason) == (UnitState.REJECTED, "材料不全")
        work.session.flush()
        with pytest.raises(Refused) as refused:
            reject_unit(officer, came.unit.id, why)
        assert refused.value.codes == ("parties.already_rejected",)
        assert approve_unit(officer, came.unit.id).state is UnitState.ACTIVE
        work.session.flush()
        told = work.session.exec(select(Message).where(Message.to_unit_id == unit.id)).all()
        assert [m.kind for m in told] == ["unit.rejected", "unit.approved"]


def test_readers_of_the_bureau_do_not_approve(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, _ = registered(work, kinds=["carrier"])
        auditor = actor_of(a_unit(work, UnitKind.AUTHORITY), Role.AUDITOR)
        with pytest.raises(Denied):
            approve_unit(work.as_actor(auditor), came.unit.id)


def test_the_city_adjusts_a_class_with_its_document_and_no_rule_undoes_it(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work)
        site = begin(work.as_actor(admin), came.unit.id, BEGUN)
        work.session.flush()
        officer = work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.OFFICER))
        data = Classification(management_class=ManagementClass.SIMPLE, document="绍市环〔2026〕1号")
        with pytest.raises(Missing):
            classify_unit(work.as_actor(admin), site.id, data)
        classify_unit(officer, site.id, data)
        work.session.flush()
        a_checked_licence(work, admin, came.unit)
        assert site.management_class is ManagementClass.SIMPLE
        events = work.session.exec(
            select(Event).where(Event.subject_id == site.id, Event.kind == "unit.classify")
        ).all()
        assert [e.basis for e in events] == ["绍市环〔2026〕1号"]


def test_a_permit_makes_the_site_a_key_unit(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work)
        site = begin(work.as_actor(admin), came.unit.id, BEGUN)
        work.session.flush()
        a_checked_licence(work, admin, came.unit)
        assert site.management_class is ManagementClass.KEY


def test_the_admin_edits_the_unit_and_it_is_found_by_its_new_name(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, admin = registered(work)
        data = UnitEdit(name="曹娥江汽修", phone="0575-82120000", industry="汽修")
        edit_unit(work.as_actor(admin), came.unit.id, data)
        work.session.flush()
        officer = work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.OFFICER))
        for text in ("曹娥", "cejqx", "caoejiang", came.unit.credit_code.lower(), "汽修 曹娥"):
            found = list_units(officer, UnitFilter(text=text)).rows
            assert [u.id for u in found] == [came.unit.id], text


def test_the_bureaus_list_narrows_by_state_kind_and_town(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        officer = work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.OFFICER))
        waits, _ = registered(work, kinds=["producer", "disposer"])
        here, admin = registered(work)
        begin(work.as_actor(admin), here.unit.id, BEGUN)
        work.session.flush()

        def ids(want: UnitFilter) -> set[object]:
            return {u.id for u in list_units(officer, want).rows}

        assert ids(UnitFilter(state=UnitState.PENDING)) == {waits.unit.id}
        assert ids(UnitFilter(kind=UnitKind.DISPOSER)) == {waits.unit.id}
        assert ids(UnitFilter(kind=UnitKind.PRODUCER)) == {waits.unit.id, here.unit.id}
        assert ids(UnitFilter(town="330604001")) == {here.unit.id}
        assert ids(UnitFilter(text="100%_不存在")) == set()


def test_the_bureaus_list_is_cut_into_pages_that_miss_nothing(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        officer = work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.OFFICER))
        made = {a_unit(work).id for _ in range(PAGE_SIZE + 3)}
        want = UnitFilter(kind=UnitKind.PRODUCER)
        first = list_units(officer, want)
        rest = list_units(officer, want, first.after)
        assert len(first.rows) == PAGE_SIZE
        assert rest.after is None
        assert {u.id for u in (*first.rows, *rest.rows)} == made


OUTSIDE = OutsideParty.model_validate(
    {
        "credit_code": "91512081MA62K0260E",
        "name": "外地处置公司",
        "phone": "028-80000000",
        "division_code": "512081",
        "address": "示例大道 9 号",
        "licence_kind": "comprehensive",
        "licence_number": "川危第1号",
        "licence_codes": "HW08",
        "licence_modes": ["use"],
        "licence_from": "2025-01-01",
        "licence_to": "2027-01-01",
    }
)


def test_an_outside_party_is_entered_once_from_number_and_file(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        _, admin = registered(work)
        unit = add_outside(work.as_actor(admin), OUTSIDE)
        work.session.flush()
        assert (unit.state, unit.province_code) == (UnitState.OUTSIDE, "51")
        assert [li.number for li in licences_at(work, unit.id)] == ["川危第1号"]
        assert len(sites_of_units(work, [unit.id])) == 1
        again = add_outside(work.as_actor(admin), OUTSIDE.model_copy(update={"name": "改名"}))
        assert (again.id, again.name) == (unit.id, "外地处置公司")
        assert find_unit_by_code(work, OUTSIDE.credit_code) is not None
        with pytest.raises(Missing):
            add_outside(work, OUTSIDE)


def test_an_outside_permit_must_be_whole(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        _, admin = registered(work)
        data = OUTSIDE.model_copy(
            update={
                "credit_code": credit_code(),
                "licence_to": None,
                "licence_codes": ["HW07", "HW99"],
            }
        )
        with pytest.raises(Refused) as refused:
            add_outside(work.as_actor(admin), data)
        assert refused.value.codes == ("parties.licence_dates_missing", "parties.unknown_waste")


def test_partners_are_named_by_kind_and_the_rejected_are_left_out(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        good = a_unit(work, UnitKind.DISPOSER)
        a_unit(work, UnitKind.DISPOSER, state=UnitState.REJECTED)
        a_unit(work, UnitKind.PRODUCER)
        assert [u.id for u in list_partners(work, UnitKind.DISPOSER)] == [good.id]


def test_a_whole_unit_is_read_in_three_statements(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        unit = a_unit(work)
        for _ in range(3):
            site = a_site(work, unit)
            a_facility(work, site)
            a_facility(work, site)
        unit_view(work, unit)  # the towns are kept after the first time
        seen: list[str] = []

        def count(*args: object) -> None:
            seen.append(str(args[2]))

        event.listen(db.engine, "before_cursor_execute", count)
        view = unit_view(work, unit)
        event.remove(db.engine, "before_cursor_execute", count)
        assert [len(s.stores) for s in view.sites] == [2, 2, 2]
        assert len(seen) <= 3


def test_a_trade_that_is_on_no_list_is_refused(db: Database) -> None:
    with db.transaction(NOBODY) as work, pytest.raises(Refused) as refused:
        registered(work, industry="zzz")
    assert refused.value.codes == ("parties.unknown_industry",)
