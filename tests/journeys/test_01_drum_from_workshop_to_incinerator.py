"""A drum from a workshop's registration to the disposer's furnace, in two transfers.

A garage registers on a phone, labels a drum of waste oil and calls a vehicle. A collector, let in by the
bureau, fetches it as consented proxy: dispatcher, driver, gate. The collector sends it on to a disposer,
which treats it; the outcome finds its way back to the garage, both manifests close, and the bureau sees
the whole chain in two actions.
"""

import pytest

from tests.journeys import steps
from tests.journeys.person import Person
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser

GARAGE, COLLECTOR, DISPOSER = "示例汽修厂", "示例收集站", "示例处置厂"
GARAGE_PHONE, COLLECTOR_PHONE, DISPOSER_PHONE = "13805750011", "13805750021", "13805750031"
DISPATCHER_PHONE, DRIVER_PHONE, GATE_PHONE = "13805750024", "13805750022", "13805750032"


def test_a_drum_goes_from_the_workshop_to_the_incinerator(stage: Stage) -> None:
    officer = stage.bureau()
    garage = a_garage_registers_on_a_phone(stage)
    code = it_labels_a_drum(garage)
    office = a_collector_comes_in(stage, officer)
    plant = a_disposer_comes_in(stage, officer)
    contracts_and_plans_are_entered(garage, office)
    dispatcher = steps.invite(stage, office, "dispatcher", "调度员", DISPATCHER_PHONE)
    driver = steps.invite(stage, office, "driver", "驾驶员", DRIVER_PHONE)
    the_fleet_is_entered(office)
    gate = steps.invite(stage, plant, "gate", "门岗", GATE_PHONE)

    the_garage_calls_a_vehicle(garage)
    first = the_dispatcher_puts_it_on_a_trip(dispatcher)
    the_garage_files_what_was_drafted_for_it(garage, dispatcher, first)
    steps.number_it(dispatcher, first, "20263306000011", consents=dispatcher)
    stage.later(minutes=25)
    the_garage_hands_over(garage)
    the_driver_scans_and_leaves(driver, code)
    stage.later(minutes=25)
    the_collector_takes_it_in(office, first, code)

    second = the_collector_sends_it_on(dispatcher, code)
    steps.file_and_number(dispatcher, second, "20263306000012", consents=plant)
    it_leaves_the_yard(driver, code)
    stage.later(minutes=25)
    the_disposer_takes_it_in(gate, code)
    plant.opens(second).confirms("确认接受").sees("已确认")
    it_is_burnt(plant, code)

    for manifest in (first, second):
        dispatcher.opens(manifest).sees("已办结")
    the_outcome_reaches_the_garage(garage, first)
    the_bureau_traces_it_in_two_actions(officer, code)


def a_garage_registers_on_a_phone(stage: Stage) -> Person:
    garage = stage.enters("garage", phone=True)
    steps.register(garage, GARAGE, GARAGE_PHONE, trade="汽修")
    return steps.settle(garage, "百官街道", "示例路 1 号").sees("今天")


def it_labels_a_drum(garage: Person) -> str:
    return steps.label_drum(garage, "废机油", "182.4")


def a_collector_comes_in(stage: Stage, officer: Person) -> Person:
    office = steps.professional(stage, "collector's office", COLLECTOR, COLLECTOR_PHONE, "收集单位")
    steps.approve(officer, COLLECTOR)
    steps.facility(office, "TS001", "收集暂存库", "贮存库", "100")
    steps.licence(
        office, officer, COLLECTOR, "试点或地方批准", "绍上试点1", codes="HW08", modes="收集 贮存"
    )
    steps.licence(office, officer, COLLECTOR, "道路危险货物运输许可", "运输0001")
    return office


def a_disposer_comes_in(stage: Stage, officer: Person) -> Person:
    office = steps.professional(
        stage, "disposer's office", DISPOSER, DISPOSER_PHONE, "处置（利用）单位"
    )
    steps.approve(officer, DISPOSER)
    steps.facility(office, "TS001", "焚烧进料库", "贮存库", "500")
    steps.facility(office, "TA001", "回转窑", "利用处置设施", "")
    steps.licence(
        office,
        officer,
        DISPOSER,
        "综合经营许可证",
        "3306000001",
        codes="HW08",
        modes="收集 贮存 处置",
    )
    return office


def contracts_and_plans_are_entered(garage: Person, office: Person) -> None:
    steps.contract(office, GARAGE, "HT-2026-011", ours="receiver")
    steps.contract(office, DISPOSER, "HT-2026-012", ours="consignor")
    steps.plan(garage, "GL2026011", (steps.OIL, "5", COLLECTOR))
    steps.plan(office, "GL2026021", (steps.OIL, "100", DISPOSER))


def the_fleet_is_entered(office: Person) -> None:
    steps.vehicle(office, "浙D12345")
    steps.crew(office, "驾驶员", "驾驶员甲", DRIVER_PHONE, "资格0001")
    steps.crew(office, "押运员", "押运员乙", "13805750023", "资格0002")


def the_garage_calls_a_vehicle(garage: Person) -> None:
    """Two taps, no field: 叫车 has everything ticked, 确认叫车."""
    garage.opens("/today").taps_on("叫车", "确认叫车")
    garage.sees("已发给 示例收集站")


def the_dispatcher_puts_it_on_a_trip(dispatcher: Person) -> str:
    """Accept, plan a trip, put the request on it; the manifest is drafted as proxy.

    The truck goes today, a day before the window asked for: that needs a word with the garage.
    """
    dispatcher.opens("/pickups/inbox").picks_row(GARAGE).taps_on("受理").sees("已受理")
    dispatcher.opens("/trips").taps_on("排新车次")
    dispatcher.chooses("车辆", "浙D12345").chooses("驾驶员", "驾驶员甲").chooses(
        "押运员", "押运员乙"
    )
    dispatcher.types("危险货物运单号", "YD0001").taps_on("排好车次").sees("排进车次")
    dispatcher.ticks(GARAGE).types("不在约定时间内的原因", "电话说好今天来")
    dispatcher.unfolds("联单上的托运信息")
    dispatcher.types("不属于危险货物的理由", "按名录不属于危险货物").taps_on("排进车次")
    dispatcher.sees("浙D12345", GARAGE)
    dispatcher.page.locator("table").get_by_role("link").first.click()
    return dispatcher.sees("草稿").where()


def the_garage_files_what_was_drafted_for_it(
    garage: Person, dispatcher: Person, manifest: str
) -> None:
    """The proxy drafts, the producer files: two taps from 今天."""
    dispatcher.opens(manifest).sees("下一步“提交联单”由移出人办理")
    garage.opens("/today").sees("给 示例收集站 的联单还没提交").taps_on("核对", "确认并提交联单")
    garage.sees("已提交")


def the_garage_hands_over(garage: Person) -> None:
    """The producer signs on his own phone."""
    garage.opens("/today").sees("示例收集站 来运 182.4 kg").taps_on("交接", "确认交付")
    garage.sees("等驾驶员出发")


def the_driver_scans_and_leaves(driver: Person, code: str) -> None:
    """Today's trip, the stop, the code by the wedge, leave."""
    driver.opens("/trips/mine").picks(f"1. {GARAGE} · {GARAGE}")
    driver.scans(code).sees("1 / 1").taps_on("出发").sees("运输中", "10:25 出发")


def the_collector_takes_it_in(office: Person, manifest: str, code: str) -> None:
    """The vehicle stands at the gate: scanned, weighed, everything accepted, then confirmed."""
    office.opens("/gate").picks_row(GARAGE).sees("验收").scans(code).sees("1 / 1")
    office.types("毛重", "8000").types("皮重", "7820").chooses("利用处置方式", "G29")
    office.taps_on("全部接受").sees("已接收", "两次过磅的误差")
    office.opens(manifest).confirms("确认接受").sees("已确认")


def the_collector_sends_it_on(dispatcher: Person, code: str) -> str:
    """A second transfer: the collector is the consignor now, with a vehicle of its own."""
    dispatcher.opens("/manifests/new").ticks(spaced(code)).chooses("接受人", DISPOSER)
    dispatcher.chooses("车次", "浙D12345").chooses("转移类型", "省内转移").chooses(
        "托运人", "移出人"
    )
    dispatcher.types("不属于危险货物的理由", "按名录不属于危险货物").taps_on("存为草稿")
    return dispatcher.sees("草稿", COLLECTOR).where()


def it_leaves_the_yard(driver: Person, code: str) -> None:
    """One unit is consignor and carrier: one act signs and leaves."""
    driver.opens("/trips/mine").picks(f"2. {COLLECTOR} · {COLLECTOR}")
    driver.scans(code).sees("1 / 1").taps_on("交付并出发").sees("运输中")


def the_disposer_takes_it_in(gate: Person, code: str) -> None:
    gate.opens("/gate").picks_row(COLLECTOR).sees("验收").scans(code).sees("1 / 1")
    gate.types("毛重", "9000").types("皮重", "8820").chooses("利用处置方式", "D10")
    gate.taps_on("全部接受").sees("已接收")


def it_is_burnt(plant: Person, code: str) -> None:
    """The treatment record: method, furnace, what was fed."""
    plant.opens("/treatments").taps_on("登记利用处置")
    plant.chooses("利用处置方式", "D10").chooses("利用处置设施", "回转窑").ticks(code)
    plant.taps_on("登记利用处置").sees("D10", "182.4 kg", GARAGE)


def the_outcome_reaches_the_garage(garage: Person, manifest: str) -> None:
    """The producer sees what became of his drum, and says that he has seen it."""
    garage.opens("/treatments/outcomes").sees("D10 焚烧", DISPOSER, "182.4 kg")
    garage.opens(manifest).confirms("已知悉").sees("已办结")


def the_bureau_traces_it_in_two_actions(officer: Person, code: str) -> None:
    """Paste the code, press Enter: the whole chain in sentences."""
    officer.page.get_by_placeholder("识别码").fill(code)
    officer.page.keyboard.press("Enter")
    officer.sees(
        "容器追溯", "已利用处置", GARAGE, "20263306000011", "20263306000012", "投入利用处置"
    )


def spaced(code: str) -> str:
    """The eight characters as they stand on a screen."""
    return f"{code[:4]} {code[4:]}"
