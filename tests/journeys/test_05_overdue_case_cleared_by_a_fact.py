"""A disposer keeps waste for more than a year: the alert cites the law, and only a fact closes it.

Two drums stand in the hall for a year and a day. The nightly check raises one alert for both; the office
and the bureau read the duty, the article and what would close it; nobody finds a button that ticks it
off. While the drums are on the road it stays open. When another disposer has accepted them it closes by
itself, in the same moment, and says by which fact.
"""

from datetime import date
from uuid import UUID

import pytest

from tests.journeys.person import Person
from tests.journeys.stage import Stage
from tests.journeys.town import Town
from tests.support.agreements import a_licence
from tests.support.build import PASSWORD, a_facility, a_site, a_unit, a_user, actor_of
from tests.support.manifests import Cast, a_contract, a_plan, a_trip
from tests.support.parties import HASH
from wastetrack.audit.trail import record
from wastetrack.deadlines.actions.sweep import sweep
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.consent import consent
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.draft import draft
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import DepartManifest, DraftManifest, NumberManifest
from wastetrack.manifests.queries import boxes
from wastetrack.manifests.terms import Shipper
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.terms import LicenceKind, Mode
from wastetrack.people.transition import set_password

pytestmark = pytest.mark.browser

RULE, FURNACE = "经营单位一年贮存", "示例焚烧厂"
NEXT_YEAR = {"valid_from": date(2027, 1, 1), "valid_to": date(2027, 12, 31)}


def test_an_overdue_case_is_cleared_by_a_fact(stage: Stage) -> None:
    town = Town(stage)
    with stage.database.transaction(SYSTEM) as work:
        town.cast.work = work
        accepted = town.cast.confirmed(2)
        drums = [container.human_code for _, container in boxes(work, accepted.id)]
    stage.later(days=366)
    the_check_runs(stage)

    plant, officer = town.enters("plant"), town.enters("officer")
    the_office_reads_the_law(plant, drums)
    the_bureau_sees_it_too(officer)
    with stage.database.transaction(SYSTEM) as work:
        gate_phone = it_is_on_its_way_to_another_disposer(work, town, accepted.id)
    the_check_runs(stage)
    on_the_road_it_stays_open(plant)

    stage.later(minutes=40)
    gate = stage.enters("furnace's gate").signs_in(gate_phone, PASSWORD)
    the_furnace_accepts(gate, drums)
    the_alert_closed_by_itself(plant)
    the_bureau_sees_by_what_fact(officer)
    the_check_runs(stage)
    the_alert_closed_by_itself(plant)


def the_check_runs(stage: Stage) -> None:
    """The worker's sweep; a second one finds nothing new."""
    for quiet in (False, True):
        with stage.database.transaction(SYSTEM) as work:
            tally = sweep(work)
        assert not tally.failed
        assert tally.quiet or not quiet


def the_office_reads_the_law(plant: Person, drums: list[str]) -> None:
    """The alert, its clock, the article, and what closes it; no button that would."""
    plant.opens("/alerts").picks_row(RULE).sees("超期", "364.8 kg", "超过 1 天")
    plant.sees("生态环境法典", "第五百三十五条第三款", "法定要求", "什么会让它关闭")
    plant.sees("按事实关闭，不能手工勾销", "未约收运").does_not_see("地方要求·待确认")
    for drum in drums:
        plant.sees(drum[:4])
    assert plant.page.locator("main form").count() == 0


def the_bureau_sees_it_too(officer: Person) -> None:
    officer.opens("/oversight/overdue").picks_row(RULE).sees("示例处置厂", "第五百三十五条第三款")


def it_is_on_its_way_to_another_disposer(work: Work, town: Town, accepted: UUID) -> str:
    """Set-up: next year's papers and a second transfer, as far as the road; the gate's phone number."""
    cast = town.cast
    cast.work = work
    furnace = a_unit(work, "disposer", name=FURNACE)
    hall = a_site(work, furnace, name="焚烧厂区")
    a_facility(work, hall, capacity_g=500_000_000)
    a_licence(
        work,
        furnace,
        kind=LicenceKind.COMPREHENSIVE,
        number="3306000009",
        codes=["HW08"],
        modes=[Mode.COLLECT, Mode.STORE, Mode.USE],
    )
    a_contract(work, cast.disposer, furnace, **NEXT_YEAR)
    plan = a_plan(work, cast.disposer, cast.plant, furnace)
    plan.year = 2027
    record(work, "plan.amend", plan)
    trip = a_trip(work, cast.carrier, cast.yard, planned_on=date(2027, 11, 25))
    keeper, _ = a_user(work, furnace, Role.GATE)
    set_password(work, keeper, HASH, "people.reset")
    it_leaves(cast, furnace, hall, trip.id, [c.id for _, c in boxes(work, accepted)])
    return keeper.phone


def it_leaves(cast: Cast, furnace: Unit, hall: Site, trip: UUID, drums: list[UUID]) -> None:
    """Drafted, filed, numbered, agreed to, signed and driven off."""
    work = cast.work
    ours, driver = work.as_actor(cast.gate), work.as_actor(cast.driver)
    theirs = work.as_actor(actor_of(furnace, Role.OPERATOR))
    data = DraftManifest.model_validate(
        {
            "consignor_site_id": cast.plant.id,
            "receiver_site_id": hall.id,
            "carrier_unit_id": cast.carrier.id,
            "container_ids": drums,
            "shipper": Shipper.CONSIGNOR,
            "un_none_reason": "按名录不属于危险货物",
        }
    )
    m = cast.flushed(draft(ours, data))
    cast.flushed(file(ours, m.id))
    cast.flushed(number(ours, m.id, NumberManifest(national_no="20273306000051")))
    cast.flushed(consent(theirs, m.id))
    cast.flushed(sign(ours, m.id))
    cast.flushed(depart(driver, m.id, DepartManifest(trip_id=trip)))


def on_the_road_it_stays_open(plant: Person) -> None:
    plant.opens("/alerts").picks_row(RULE).sees("什么会让它关闭", "在途")


def the_furnace_accepts(gate: Person, drums: list[str]) -> None:
    gate.opens("/gate").picks_row("示例处置厂").scans(drums[0]).sees("1 / 2")
    gate.scans(drums[1]).sees("2 / 2").types("毛重", "9000").types("皮重", "8635.2")
    gate.chooses("利用处置方式", "R9").taps_on("全部接受").sees("已接收")


def the_alert_closed_by_itself(plant: Person) -> None:
    """Nothing is left in the list of the rule; the closed one names the fact."""
    plant.opens("/alerts").does_not_see(RULE)
    plant.opens("/alerts?closed=1").picks_row(RULE).sees("已关闭", "别处已接受", "已离开")


def the_bureau_sees_by_what_fact(officer: Person) -> None:
    officer.opens("/alerts?closed=1").picks_row(RULE).sees("示例处置厂", "别处已接受")
