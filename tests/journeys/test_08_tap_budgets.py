"""How little a person has to do: taps and typed fields of the daily tasks, counted on the screen.

A workshop owner has a phone and little patience. Registering asks for four things; a drum with its label takes
a waste, a weight and the print; a vehicle two taps; handing over is one. Impatience makes nothing twice, and
going back loses nothing that was typed.
"""

import pytest
from playwright.sync_api import expect
from sqlmodel import SQLModel, func, select

from tests.journeys import steps
from tests.journeys.person import Person
from tests.journeys.stage import Stage
from tests.journeys.town import Town
from tests.support.build import PASSWORD, credit_code
from tests.support.handover import NOBODYS
from wastetrack.containers.model import Container
from wastetrack.handover.model import Scan
from wastetrack.kernel.actor import SYSTEM
from wastetrack.parties.model import Unit
from wastetrack.pickups.model import PickupRequest

pytestmark = pytest.mark.browser

SHOP, PHONE_NUMBER = "示例汽修厂", "13805750011"
ASKED = "main form.form :is(input, select, textarea)[required]:visible"


def test_registering_asks_for_four_things(stage: Stage) -> None:
    owner = stage.enters("workshop", phone=True)
    owner.opens("/register")
    assert owner.page.locator(ASKED).count() == 4
    fills(owner)
    owner.taps_on("登记").sees("单位在哪里")
    assert (owner.taps, owner.typed) == (1, 4)


def test_a_drum_takes_a_waste_a_weight_and_the_print(stage: Stage) -> None:
    owner = a_workshop(stage)
    counts_from_here(owner.sees("今天"))
    owner.picks("废机油").types("重量", "182.4")
    with owner.page.expect_download():
        owner.taps_on("打标签")
    assert (owner.taps, owner.typed) == (2, 1)


def test_a_vehicle_takes_two_taps_and_a_hand_over_one(stage: Stage) -> None:
    town = Town(stage)
    town.drum()
    town.ready()
    owner = town.enters("workshop", phone=True)
    owner.sees("今天", "来运")
    counts_from_here(owner)
    owner.taps_on("叫车", "确认叫车").sees("已发给")
    assert (owner.taps, owner.typed) == (2, 0)

    owner.opens("/today").taps_on("交接").sees("装车的容器")
    counts_from_here(owner)
    owner.taps_on("确认交付").sees("等驾驶员出发")
    assert (owner.taps, owner.typed) == (1, 0)


def test_impatience_makes_nothing_twice(stage: Stage) -> None:
    owner = stage.enters("workshop", phone=True)
    owner.opens("/register")
    fills(owner)
    taps_twice(owner, "登记").sees("单位在哪里")
    assert how_many(stage, Unit) == 1

    steps.settle(owner, "百官街道", "示例路 1 号").sees("今天")
    owner.taps_on("新容器").picks("废机油").types("重量", "182.4")
    with owner.page.expect_download():
        taps_twice(owner, "打标签")
    owner.sees("再登记一个")
    assert how_many(stage, Container) == 1


def test_impatience_calls_one_vehicle_and_signs_once(stage: Stage) -> None:
    town = Town(stage)
    town.drum()
    path = town.ready().replace("/manifests/", "/handover/")
    owner, driver = town.enters("workshop", phone=True), town.enters("driver", phone=True)
    owner.opens("/pickups")
    taps_twice(owner, "确认叫车").sees("已发给")
    assert how_many(stage, PickupRequest) == 1

    owner.opens(path)
    taps_twice(owner, "确认交付").sees("等驾驶员出发")
    driver.opens(path)
    driver.page.locator(".scan-input").fill(NOBODYS)
    driver.page.locator("form.scan button").dblclick()
    expect(driver.page.locator("[data-scan-result]")).to_be_visible()
    assert how_many(stage, Scan) == 1
    driver.ticks("已装车未扫码").types("已装车未扫码的原因", "标签磨损")
    taps_twice(driver, "出发").sees("已于")


def test_going_back_keeps_what_was_typed(stage: Stage) -> None:
    owner = stage.enters("workshop", phone=True)
    owner.opens("/register")
    owner.types("统一社会信用代码", credit_code()).types("单位名称", SHOP)
    owner.types("手机号", PHONE_NUMBER)
    owner.taps_on("已有账号，去登录").sees("用验证码登录")
    owner.page.go_back()
    expect(owner.field("统一社会信用代码")).not_to_have_value("")
    expect(owner.field("单位名称")).to_have_value(SHOP)
    expect(owner.field("手机号")).to_have_value(PHONE_NUMBER)

    owner.types("密码", PASSWORD).chooses("行业", "汽修").taps_on("登记")
    steps.settle(owner, "百官街道", "示例路 1 号").sees("今天")
    owner.taps_on("新容器").picks("废机油").types("重量", "182.4")
    owner.taps_on("不办了").sees("选废物")
    owner.page.go_back()
    expect(owner.field("重量")).to_have_value("182.4")
    with owner.page.expect_download():
        owner.taps_on("打标签")
    assert how_many(stage, Container) == 1


def fills(owner: Person) -> Person:
    """The four things."""
    owner.types("统一社会信用代码", credit_code()).types("单位名称", SHOP)
    owner.types("手机号", PHONE_NUMBER).types("密码", PASSWORD)
    owner.page.get_by_label("行业").select_option("汽修")
    return owner


def a_workshop(stage: Stage) -> Person:
    """A workshop that has begun, at 今天."""
    owner = stage.enters("workshop", phone=True)
    steps.register(owner, SHOP, PHONE_NUMBER, trade="汽修")
    return steps.settle(owner, "百官街道", "示例路 1 号").sees("今天")


def counts_from_here(owner: Person) -> None:
    owner.taps = owner.typed = 0


def taps_twice(who: Person, name: str) -> Person:
    """Two quick taps on one button."""
    who.button(name).dblclick()
    return who


def how_many(stage: Stage, rows: type[SQLModel]) -> int:
    with stage.database.reading(SYSTEM) as work:
        return work.session.exec(select(func.count()).select_from(rows)).one()
