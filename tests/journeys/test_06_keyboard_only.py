"""Without a mouse: a workshop registers, labels a drum and hands a load over.

Every thing on the way is reached by Tab in the order in which it is read, shows that it has the focus, and
is worked by typing, Space and Enter. The driver needs no more: his scanner types into the box that waits.
"""

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from tests.journeys.keyboard import Keyboard
from tests.journeys.stage import Stage
from tests.journeys.town import Town
from tests.support.build import PASSWORD, credit_code
from wastetrack.containers.model import Container
from wastetrack.kernel.actor import SYSTEM

pytestmark = pytest.mark.browser


def test_a_workshop_registers_and_labels_a_drum_without_a_mouse(stage: Stage) -> None:
    owner = stage.enters("workshop")
    owner.opens("/register")
    keys = Keyboard(owner)
    keys.write("统一社会信用代码", credit_code()).write("单位名称", "示例汽修厂")
    keys.write("手机号", "13805750011").write("密码", PASSWORD)
    keys.choose("行业", "汽修").follow("登记", "单位在哪里")
    keys.choose("所在街道（乡镇）", "百官").write("详细地址", "示例路 1 号")
    keys.follow("开始使用", "还没有容器")

    keys.follow("新容器", "选废物").follow("废机油", "重量").write("重量", "182.4")
    with owner.page.expect_download() as label:
        keys.go("打标签")
    assert label.value.suggested_filename.startswith("label-")
    owner.sees("182.4 kg", "再登记一个")


def test_a_load_is_handed_over_without_a_mouse(stage: Stage) -> None:
    town = Town(stage)
    path = town.ready(2)
    workshop, driver = town.enters("workshop"), town.enters("driver")

    Keyboard(workshop).follow("交接", "装车的容器").follow("确认交付", "等驾驶员出发")

    driver.opens(path.replace("/manifests/", "/handover/"))
    for number, code in enumerate(codes_of(stage), 1):
        driver.scans(code).sees(f"{number} / 2 已扫")
    Keyboard(driver).follow("出发", "已于")


def codes_of(stage: Stage) -> list[str]:
    """What stands on the labels of all drums there are."""
    with stage.database.reading(SYSTEM) as work:
        return list(work.session.exec(select(Container.human_code)))


def test_the_frame_is_worked_by_keys(stage: Stage) -> None:
    town = Town(stage)
    officer = town.enters("officer")
    keys = Keyboard(officer)

    officer.opens("/units")
    keys.press("Tab")
    expect(officer.page.locator(".skip")).to_be_focused()
    keys.press("Enter")
    expect(officer.page.locator("main")).to_be_focused()

    keys.press("/")
    expect(officer.page.locator("[data-search]")).to_be_focused()
    officer.page.keyboard.type(town.shop_name)
    keys.press("Enter")
    expect(officer.page.get_by_role("heading", name=town.shop_name)).to_be_visible()

    officer.page.locator(".account summary").focus()
    keys.press("Enter")
    expect(officer.page.locator(".account-menu")).to_be_visible()
    keys.press("Escape")
    expect(officer.page.locator(".account-menu")).to_be_hidden()
    expect(officer.page.locator(".account summary")).to_be_focused()


def test_a_refused_form_takes_the_focus_to_what_is_wrong(stage: Stage) -> None:
    owner = stage.enters("workshop")
    owner.opens("/register")
    keys = Keyboard(owner)
    keys.write("单位名称", "示例汽修厂").write("密码", "short").follow("登记", "没有提交")
    expect(owner.page.locator("[data-summary]")).to_be_focused()
    keys.press("Tab", "Enter")
    expect(owner.page.locator("[aria-invalid=true]:focus")).to_have_count(1)
