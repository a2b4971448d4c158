"""The national system is down: the transfer runs on paper and is put into the system afterwards.

Filed without an official number, the manifest gets a paper number and its ground. It is handed over,
carried and received as ever, and marked as paper on every page. When the system is back each party
enters its own part, the consignor with the official number and the scan. What is late is said, and a
file that is no scan is turned away with a sentence.
"""

import pytest

from tests.journeys import steps
from tests.journeys.person import Person
from tests.journeys.stage import Stage
from tests.journeys.town import DISPATCHER, Town

pytestmark = pytest.mark.browser

NUMBER = "20263306000041"


def test_a_paper_transfer_is_back_filled(stage: Stage) -> None:
    town = Town(stage)
    manifest = town.filed()
    workshop = town.enters("workshop")
    it_goes_on_paper(workshop, manifest)
    gate = town.enters("gate")
    town.enters("plant").opens(manifest).confirms("同意接收").sees("待装车", "纸质联单")
    handover = manifest.replace("manifests", "handover")
    workshop.opens(handover).taps_on("确认交付").sees("等驾驶员出发")
    driver = town.enters("driver", phone=True).opens(handover).taps_on("出发")
    # nothing was scanned: the page asks where the drum is
    driver.sees("还有 1 件没有扫码", "还没有扫码：").ticks("已装车未扫码")
    driver.types("已装车未扫码的原因", "标签磨损").taps_on("出发").sees("运输中")
    the_gate_takes_everything(gate, town)
    stage.later(minutes=30)
    each_party_enters_its_part(workshop, town.enters(DISPATCHER), gate, manifest)


def it_goes_on_paper(workshop: Person, manifest: str) -> None:
    """A paper number needs its ground."""
    workshop.opens(manifest).taps_on("填联单编号").types("纸质联单编号", "纸0001")
    workshop.taps_on("填联单编号").sees("没有提交")
    workshop.types("用纸质联单的原因", "国家系统停机维护").taps_on("填联单编号")
    workshop.sees("纸质联单", "纸0001")


def the_gate_takes_everything(gate: Person, town: Town) -> None:
    code = gate.opens("/gate").picks_row(town.shop_name).page.locator("main tbody th code")
    gate.scans(code.first.inner_text().replace(" ", "")).sees("1 / 1").types("毛重", "9000")
    gate.types("皮重", "8820").chooses("利用处置方式", "R9").taps_on("全部接受").sees("已接收")


def each_party_enters_its_part(
    workshop: Person, dispatcher: Person, gate: Person, manifest: str
) -> None:
    """Consignor with number and scan, carrier and receiver with a tap."""
    workshop.opens(manifest).taps_on("补录纸质联单").types("国家联单编号", NUMBER)
    workshop.attaches("纸质联单扫描件", "form.txt", b"not a scan").taps_on("补录纸质联单").sees(
        "没有提交", "PDF"
    )
    workshop.attaches("纸质联单扫描件", "form.png", steps.scan())
    workshop.taps_on("补录纸质联单").sees(NUMBER, "补录")
    for party in (dispatcher, gate):
        party.opens(manifest).taps_on("补录纸质联单", "补录纸质联单").sees(NUMBER, "经过")
    gate.confirms("确认接受").sees("已确认")
    workshop.opens(manifest).sees("已确认").is_not_offered("补录纸质联单")
