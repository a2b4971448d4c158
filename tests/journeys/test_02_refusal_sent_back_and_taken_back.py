"""A load that is refused at the gate goes back to the producer on the same manifest.

The disposer's gate finds that the oil is mixed with water, refuses the whole load and says to which
authority he reported it. The producer orders it back, the driver leaves the gate, the producer has his
drums again; their storage time goes on as if it had never stopped. The bureau closes the case by that
fact, and the drums can be called for again.
"""

import pytest

from tests.journeys.person import Person
from tests.journeys.players import BUREAU, DISPOSER, PRODUCER, Players
from tests.journeys.stage import Stage
from tests.journeys.steps_back import came_back, sends_back, spaced, takes_back

pytestmark = pytest.mark.browser

WHY = "含水太多，进料口不能收"


def test_a_refused_load_is_sent_back_and_taken_back(stage: Stage) -> None:
    players = Players(stage)
    manifest, drums = players.prepares(lambda cast: cast.on_the_road(2))
    since = players.clocks(drums)
    gate, driver, producer = players.gate(), players.driver(), players.producer()

    stage.later(minutes=40)
    the_gate_refuses_everything(gate, drums)
    the_driver_sees_that_it_is_his_turn(driver, manifest)
    the_producer_sees_why_and_answers(producer, manifest)
    sends_back(driver, manifest, "移出人 10:50 电话：全部拉回").sees("退运中")
    stage.later(minutes=40)
    takes_back(producer, manifest).sees("已退回")

    for drum in drums:
        came_back(producer, drum)
    assert players.clocks(drums) == since
    the_bureau_closes_the_case(players.officer(), manifest)
    the_producer_calls_again(producer, drums)


def the_gate_refuses_everything(gate: Person, drums: list[str]) -> None:
    """Scanned first, so that everybody knows what was refused; then one form."""
    gate.opens("/gate").picks_row(PRODUCER).sees("验收", "0 / 2")
    gate.scans(drums[0]).sees("1 / 2").scans(drums[1]).sees("2 / 2").taps_on("整车拒收")
    # a refusal without a reason is told beside its field, and what was typed stays
    gate.types("毛重", "9000").taps_on("整车拒收").sees("请")
    assert gate.field("毛重").input_value() == "9000"
    gate.types("拒收的原因", WHY).ticks("特性").types("已报告的生态环境部门", BUREAU)
    gate.taps_on("整车拒收").sees("已拒收", "等移出人指令退运")


def the_driver_sees_that_it_is_his_turn(driver: Person, manifest: str) -> None:
    driver.opens(manifest).sees("已拒收", WHY)
    assert driver.button("退运").is_visible()


def the_producer_sees_why_and_answers(producer: Person, manifest: str) -> None:
    """The case is in his list; what he says stays with it."""
    producer.opens(manifest).sees("已拒收", WHY, "下一步“退运”由承运人办理")
    producer.opens("/cases").picks_row("拒收").sees(WHY, BUREAU)
    producer.types("答复", "同意，请承运人全部拉回").taps_on("答复").sees("同意，请承运人全部拉回")


def the_bureau_closes_the_case(officer: Person, manifest: str) -> None:
    """Closed by a fact that came after it, not by a word."""
    officer.opens("/cases").picks_row("拒收").sees(DISPOSER, WHY)
    officer.chooses("结案所依据的事实", "收回").types("结论", "废物已由移出人收回").taps_on("结案")
    officer.sees("已结案", "废物已由移出人收回")


def the_producer_calls_again(producer: Person, drums: list[str]) -> None:
    """What came back is stock like any other."""
    producer.opens("/manifests/new")
    for drum in drums:
        producer.sees(spaced(drum))
