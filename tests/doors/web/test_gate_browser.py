"""The stop and the gate in a real Chromium: a keyboard wedge scans, and axe finds nothing."""

from uuid import UUID

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser, BrowserContext, Page

from config import Settings
from tests.conftest import NOW
from tests.support.browser import AXE, DESK, PHONE, serving
from tests.support.build import a_user
from tests.support.handover import drums_of
from tests.support.manifests import Cast
from wastetrack.app import create_app
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.people.model import User

pytestmark = pytest.mark.browser


@pytest.fixture
def gate_app(sqlite_db: Database, settings: Settings, clock: FixedClock) -> Flask:
    """The application as people meet it, forged posts refused."""
    application = create_app(settings, clock=clock, database=sqlite_db)
    application.config.update(TESTING=True)
    return application


def sign_in(context: BrowserContext, app: Flask, base: str, user: User) -> None:
    """Give the context a session of this person."""
    session = {
        "_user_id": str(user.id),
        "_fresh": True,
        "id": str(user.id),
        "_permanent": True,
        "epoch": user.session_epoch,
        "device": True,
        "seen": int(NOW.timestamp()),
    }
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer is not None
    context.add_cookies([{"name": "session", "value": signer.dumps(session), "url": base}])


def faults(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    return [fault["id"] for fault in found["violations"]]


def test_a_wedge_counts_the_load_and_one_tap_accepts_it(
    sqlite_db: Database, gate_app: Flask, browser: Browser
) -> None:
    with sqlite_db.transaction(SYSTEM) as work:
        cast = Cast(work)
        keeper, _ = a_user(work, cast.disposer, Role.GATE)
        m = cast.on_the_road()
        codes = [c.human_code for c in drums_of(work, m)]
        manifest_id: UUID = m.id
    with serving(gate_app) as base, browser.new_context(viewport=PHONE, locale="zh-CN") as context:
        sign_in(context, gate_app, base, keeper)
        page = context.new_page()
        page.goto(f"{base}/gate")
        page.get_by_role("link", name=cast.shop.unit.name).click()
        for number, code in enumerate(codes, 1):
            # a wedge types where the focus is, and the box keeps the focus
            page.locator(".scan-input:focus").wait_for()
            page.keyboard.type(code)
            page.keyboard.press("Enter")
            page.get_by_text(f"{number} / 2 已扫").wait_for()
        assert faults(page) == []
        page.get_by_label("毛重").fill("9000")
        page.get_by_label("利用处置方式").select_option("R9")
        page.get_by_role("button", name="全部接受").click()
        page.get_by_text("已于").wait_for()
    with sqlite_db.reading(SYSTEM) as work:
        assert work.session.get_one(Manifest, manifest_id).state is State.RECEIVED


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_the_pages_of_stop_and_gate(
    sqlite_db: Database, gate_app: Flask, browser: Browser, size: dict[str, int]
) -> None:
    with sqlite_db.transaction(SYSTEM) as work:
        cast = Cast(work)
        keeper, _ = a_user(work, cast.disposer, Role.OPERATOR)
        producer, _ = a_user(work, cast.shop.unit, Role.OPERATOR)
        yard, road = cast.ready(trip_id=cast.trip.id).id, cast.on_the_road().id
        cast.confirmed()
    gate_pages = ["/gate", *(f"/gate/{road}{end}" for end in ("", "/decide", "/query", "/refuse"))]
    shop_pages = [f"/handover/{yard}", "/cases", "/cases/new", "/treatments/outcomes"]
    seen = {}
    with serving(gate_app) as base:
        for user, paths in (
            (keeper, [*gate_pages, "/treatments", "/treatments/new"]),
            (producer, shop_pages),
        ):
            with browser.new_context(viewport=size, locale="zh-CN") as context:  # type: ignore[arg-type]  # a size
                sign_in(context, gate_app, base, user)
                page = context.new_page()
                for path in paths:
                    answer = page.goto(base + path)
                    assert answer is not None
                    assert answer.status == 200, path
                    seen[path] = faults(page)
                    width = page.evaluate("document.documentElement.scrollWidth")
                    assert width <= size["width"], path
    assert {path: found for path, found in seen.items() if found} == {}
