"""The roadside check in a real Chromium: axe finds nothing, and the code on a phone's screen reads."""

import io

import pytest
import zxingcpp
from flask import Flask
from PIL import Image
from playwright.sync_api import Browser

from tests.doors.web.test_manifest_pages import Office
from tests.doors.web.test_roadside import scan
from tests.doors.web.test_small_screen_browser import enter, served
from tests.support.browser import PHONE, Watched, serving
from wastetrack.kernel.database import Database
from wastetrack.manifests.terms import State

__all__ = ["served"]  # pytest finds the fixture by its name here
pytestmark = pytest.mark.browser


@pytest.fixture
def office(sqlite_db: Database, served: Flask) -> Office:
    served.config.update(WTF_CSRF_ENABLED=False)
    return Office(sqlite_db, served, State.IN_TRANSIT)


def test_the_public_page_and_its_refusal_are_accessible_on_a_phone(
    office: Office, served: Flask, browser: Browser
) -> None:
    path, _ = scan(office)
    with serving(served) as base, browser.new_context(viewport=PHONE) as context:
        seen = Watched(context, base)
        for address in (path, path[:-20] + "A" * 20, "/ROADSIDE/NONE"):
            seen.page.goto(base + address)
            assert seen.axe() == []
            wide = seen.page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wide, address


def test_an_inspectors_camera_reads_the_drivers_screen(
    office: Office, served: Flask, browser: Browser
) -> None:
    with serving(served) as base, browser.new_context(viewport=PHONE) as context:
        enter(context, served, office.dispatcher, base)
        seen = Watched(context, base)
        seen.page.goto(f"{base}/manifests/{office.id}")
        seen.page.get_by_role("link", name="路检二维码").click()
        seen.page.wait_for_load_state("networkidle")
        assert seen.axe() == []
        picture = Image.open(io.BytesIO(seen.page.screenshot()))
        (found,) = zxingcpp.read_barcodes(picture)
        stranger = browser.new_context(viewport=PHONE).new_page()
        stranger.goto(found.text.replace("HTTP://127.0.0.1:8000", base))
        assert "联单有效，货物在途" in stranger.inner_text("main")
        stranger.context.close()
