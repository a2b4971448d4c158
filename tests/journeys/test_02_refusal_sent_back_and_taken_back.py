"""A load is refused at the gate, goes back on the consignor's order, and stands in his store again.

The disposer finds water in the drum and takes nothing; he says to which authority he reported it. The
carrier drives back on the consignor's word, on the same manifest, because a producer cannot be a
receiver. The workshop takes the drum back: its storage clock goes on as if it had never stopped, the
drum can be booked again, and the bureau finds the refusal as a case.
"""

import pytest

from tests.journeys.person import Person
from tests.journeys.stage import Stage
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

WATER = "桶内有明水，不是联单上的废机油"


def test_a_refused_load_comes_back_to_its_store(stage: Stage) -> None:
    town = Town(stage)
    manifest = town.on_the_road()
    stage.later(hours=1)
    the_gate_refuses_everything(town.enters("gate"), town)
    workshop = town.enters("workshop", phone=True)
    the_workshop_reads_why(workshop, manifest)
    stage.later(minutes=20)
    the_driver_takes_it_back(town.enters("driver", phone=True), manifest)
    stage.later(hours=1)
    the_workshop_has_it_again(workshop, manifest)
    its_clock_never_stopped(workshop)
    the_bureau_finds_the_case(town.enters("officer"), town)


def the_gate_refuses_everything(gate: Person, town: Town) -> None:
    """Whole load: gross, reason, in what it differs, and to whom it was reported."""
    gate.opens("/gate").picks_row(town.shop_name).taps_on("整车拒收").types("毛重", "9000")
    gate.types("拒收的原因", WATER).taps_on("整车拒收").sees("请填写这一项")
    gate.ticks("特性").types("已报告的生态环境部门", "示例生态环境分局").taps_on("整车拒收")
    gate.sees("已拒收", "等移出人指令退运")


def the_workshop_reads_why(workshop: Person, manifest: str) -> None:
    workshop.opens(manifest).sees("已拒收", WATER, "下一步“退运”由承运人办理")


def the_driver_takes_it_back(driver: Person, manifest: str) -> None:
    driver.opens(manifest).taps_on("退运")
    driver.types("移出人的退运指令", "移出人来电：拉回来，本厂自行分层").taps_on("退运")
    driver.sees("退运中")


def the_workshop_has_it_again(workshop: Person, manifest: str) -> None:
    """One tap and no field: back to the place it came from."""
    workshop.opens(manifest).taps_on("收回", "收回").sees("已退回")


def its_clock_never_stopped(workshop: Person) -> None:
    """A year from its first waste, not from today; and it may be booked again."""
    workshop.opens("/containers").sees("还有 365 天")
    workshop.page.locator("main tbody th a").first.click()
    workshop.sees("已封口", "2026-11-24 10:00", "贮存时限接着计算", "叫车")


def the_bureau_finds_the_case(officer: Person, town: Town) -> None:
    officer.opens("/cases").picks_row(town.shop_name).sees("拒收", town.shop_name)
