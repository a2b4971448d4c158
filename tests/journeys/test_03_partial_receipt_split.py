"""Half a drum is accepted: it splits, the accepted part is treated, the other half goes home.

The gate accepts 100 of 182.4 kg. The refused rest becomes a container of its own with a new label and
the old first-waste date; carrier and consignor take it back on the same manifest. The manifest is
confirmed and closes when the accepted part is treated, and not one gram is missing.
"""

import pytest

from tests.journeys.person import Person
from tests.journeys.stage import Stage
from tests.journeys.town import Town

pytestmark = pytest.mark.browser


def test_a_partial_receipt_splits_the_drum(stage: Stage) -> None:
    town = Town(stage)
    manifest = town.on_the_road()
    gate = town.enters("gate")
    the_gate_takes_a_part(gate, town)
    workshop = town.enters("workshop", phone=True)
    both_parties_see_the_split(workshop, manifest)
    the_rest_goes_home(town.enters("driver", phone=True), workshop, manifest)
    plant = town.enters("plant")
    plant.opens(manifest).confirms("确认接受").sees("已确认")
    the_accepted_part_is_treated(plant)
    plant.opens(manifest).sees("已办结", "已处置 100 kg")
    the_rest_stands_in_the_store(workshop)


def the_gate_takes_a_part(gate: Person, town: Town) -> None:
    """Line by line: what is not accepted has to be refused, with the dimension and the report."""
    gate.opens("/gate").picks_row(town.shop_name).taps_on("逐件决定").types("毛重", "9000")
    gate.types("皮重", "8900").chooses("利用处置方式", "R9")
    gate.types("接受（kg）", "100").types("拒收（kg）", "82.4").taps_on("提交验收决定")
    gate.sees("没有提交", "请选哪方面不符").ticks("特性").taps_on("提交验收决定")
    gate.sees("没有提交", "请填已报告的生态环境部门")
    gate.types("已报告的生态环境部门", "示例生态环境分局").taps_on("提交验收决定").sees("已接收")


def both_parties_see_the_split(workshop: Person, manifest: str) -> None:
    workshop.opens(manifest).sees("已接收", "100 kg", "拒收 82.4 kg")


def the_rest_goes_home(driver: Person, workshop: Person, manifest: str) -> None:
    driver.opens(manifest).taps_on("退运").types("移出人的退运指令", "来电：退回").taps_on("退运")
    workshop.opens(manifest).taps_on("收回", "收回").sees("已退回", "已接收")


def the_accepted_part_is_treated(plant: Person) -> None:
    plant.opens("/treatments/new").chooses("利用处置方式", "R9")
    plant.page.locator("main tbody input[name=take]").first.check()
    plant.taps_on("登记利用处置").sees("R9", "100 kg")


def the_rest_stands_in_the_store(workshop: Person) -> None:
    """A container of its own: the rest's weight, the oldest waste's date, a label to print."""
    workshop.opens("/containers").sees("82.4 kg", "还有 365 天")
    workshop.page.locator("main tbody th a").first.click()
    workshop.sees("82.4 kg", "分装前的容器", "打印标签")
