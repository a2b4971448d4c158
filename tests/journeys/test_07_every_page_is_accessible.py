"""Every page of a small lived-in district, as the people who use it see it: axe finds nothing on it.

A collector's dispatcher and driver, a producer, a disposer's office and gate, and an officer of the bureau
each open one page of every kind that is theirs, in Chinese and in English. On a phone nothing has to be
pushed sideways; at a desk the same page is looked at again.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser

from tests.conftest import NOW
from tests.doors.web.conftest import application, demo_file
from tests.doors.web.test_every_page import rules
from tests.support import district, fuzz
from tests.support.browser import DESK, PHONE, Watched, person, serving
from tests.support.build import sign_in
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect
from wastetrack.people.model import User

__all__ = ["demo_file"]  # pytest finds the fixture by its name here
pytestmark = pytest.mark.browser

SEATS = (
    "producer admin",
    "collector dispatcher",
    "collector driver",
    "disposer admin",
    "disposer gate",
    "authority officer",
)
LANGUAGES = ("zh-CN", "en")
FIRST = ("/sign-in", "/sign-in/code", "/register", "/forgot")


@pytest.fixture
def lived_in(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A copy of the district that the page tests share."""
    path = tmp_path / "district.db"
    shutil.copyfile(request.getfixturevalue("demo_file"), path)
    database = Database(connect(f"sqlite:///{path}", durable=False), FixedClock(NOW))
    yield database
    database.dispose()


@pytest.fixture
def served(lived_in: Database, request: pytest.FixtureRequest) -> Flask:
    return application(lived_in, request.getfixturevalue("settings"))


@pytest.mark.parametrize("seat", SEATS)
def test_axe_finds_nothing_on_any_page_of(
    lived_in: Database, served: Flask, browser: Browser, seat: str
) -> None:
    user = district.people(lived_in)[seat]
    paths = one_of_each_kind(served, lived_in, user)
    assert len(paths) > 8
    assert looked_at(served, browser, paths, user) == []


def test_axe_finds_nothing_before_anybody_has_signed_in(served: Flask, browser: Browser) -> None:
    known = [rule.rule for rule in rules(served)]
    paths = [path for path in FIRST if path in known]
    assert looked_at(served, browser, paths, None) == []


def one_of_each_kind(app: Flask, database: Database, user: User) -> list[str]:
    """For every address with a page of this person, one id that the person may open."""
    client = app.test_client()
    sign_in(client, user, NOW.timestamp())

    def opens(path: str) -> bool:
        answer = client.get(path)
        return answer.status_code == 200 and answer.mimetype == "text/html"

    plain = [rule.rule for rule in rules(app) if not rule.arguments]
    found = [path for path in plain if opens(path)]
    ground = fuzz.ground_of(client, found, district.ids(database, each=400))
    for rule in rules(app):
        places = fuzz.PLACE.findall(rule.rule)
        if len(places) == 1 and places[0][1] == "uuid":
            whole, _, name = places[0]
            word = fuzz.table_of(fuzz.word_before(rule, whole, name))
            paths = (rule.rule.replace(whole, str(key)) for key in ground.seen.get(word, [])[:12])
            found += [path for path in paths if opens(path)][:1]
    return found


def looked_at(app: Flask, browser: Browser, paths: list[str], user: User | None) -> list[str]:
    """Everything that is wrong with these pages, on a phone and at a desk, in both languages."""
    wrong: list[str] = []
    with serving(app) as base:
        window = person(browser, base)
        if user is not None:
            window.context.add_cookies(
                [{"name": "session", "value": session_of(app, user), "url": base}]
            )
        for language in LANGUAGES:
            if language == "en":
                window.go(paths[0]).locator(".account summary").click()
                window.page.get_by_role("button", name="English").click()
            for path in paths:
                wrong += [f"{language} {fault}" for fault in at_both_widths(window, path)]
        wrong += window.faults
        window.context.close()
    return wrong


def at_both_widths(window: Watched, path: str) -> list[str]:
    """What axe and the width of the page say."""
    page = window.go(path)
    found: list[str] = []
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        found += window.axe()
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > size["width"]:
            found.append(f"{path} is {wide} wide on {size['width']}")
    return found


def session_of(app: Flask, user: User) -> str:
    """A signed session of this person, as after signing in on an own device."""
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer is not None
    return str(
        signer.dumps(
            {
                "_user_id": str(user.id),
                "_fresh": True,
                "_permanent": True,
                "epoch": user.session_epoch,
                "device": True,
                "seen": int(NOW.timestamp()),
            }
        )
    )
