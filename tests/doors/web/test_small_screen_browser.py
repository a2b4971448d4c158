"""A narrow screen in a real Chromium: nothing is cut in large letters, every target takes a thumb."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, expect

from config import Settings
from tests.conftest import NOW
from tests.doors.web.test_containers import Yard
from tests.support.browser import DESK, PHONE, serving
from tests.support.build import a_unit, a_user, sign_in
from tests.support.containers import a_drum
from wastetrack.app import create_app
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.parties.terms import UnitKind
from wastetrack.people.model import User

pytestmark = pytest.mark.browser

CUT = """els => els.filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1
    || e.getBoundingClientRect().right > innerWidth).map(e => e.innerText)"""
SMALL = "els => els.map(e => Math.round(e.getBoundingClientRect().height)).filter(h => h < 44)"


@pytest.fixture
def served(sqlite_db: Database, settings: Settings, clock: FixedClock) -> Flask:
    application = create_app(settings, clock=clock, database=sqlite_db)
    application.config.update(TESTING=True)
    return application


def enter(context: BrowserContext, app: Flask, user: User, base: str) -> None:
    """Give the context a session of this person."""
    client = app.test_client()
    sign_in(client, user, NOW.timestamp())
    cookie = client.get_cookie("session")
    assert cookie is not None
    context.add_cookies([{"name": "session", "value": cookie.value, "url": base}])


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_large_letters_fit_the_bottom_bar_and_breadcrumbs_take_a_thumb(
    sqlite_db: Database, served: Flask, browser: Browser, lang: str
) -> None:
    with sqlite_db.transaction(SYSTEM) as work:
        yard = Yard(work)
        yard.user.large, yard.user.lang = True, lang
        work.session.add(yard.user)
        drum = a_drum(work, yard.shop, None).id
    with serving(served) as base, browser.new_context(viewport=PHONE) as context:
        enter(context, served, yard.user, base)
        page = context.new_page()
        page.goto(f"{base}/containers/{drum}/seal")
        bar = page.locator(".rail > ul > li > a:visible, .rail summary:visible")
        assert bar.count() == 5
        assert bar.evaluate_all(CUT) == []
        assert page.locator(".crumbs a").count() > 0
        assert page.locator(".crumbs a").evaluate_all(SMALL) == []


def test_a_row_of_a_list_is_reached_by_tab_and_opened_by_enter(
    sqlite_db: Database, served: Flask, browser: Browser
) -> None:
    with sqlite_db.transaction(SYSTEM) as work:
        a_unit(work)
        officer, _ = a_user(work, a_unit(work, UnitKind.AUTHORITY), Role.OFFICER)
    with serving(served) as base, browser.new_context(viewport=DESK) as context:
        enter(context, served, officer, base)
        page = context.new_page()
        page.goto(f"{base}/units")
        page.locator("main .filters a").last.focus()
        page.keyboard.press("Tab")
        first = page.locator("main tbody tr a").first
        expect(first).to_be_focused()
        name = first.inner_text()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=name)).to_be_visible()
