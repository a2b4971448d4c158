"""Every page of a small lived-in district, as the people who use it see it: axe finds nothing on it.

A producer, a collector's dispatcher and driver, a disposer's office and gate, and an officer of the bureau
open one page of every kind: in Chinese on a phone, in English at a desk. A kind that several of them may open
is looked at through the eyes of the first in the one and of the last in the other; in both languages nothing
has to be pushed sideways on the phone.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser, ViewportSize, expect

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
FIRST = ("/sign-in", "/sign-in/code", "/register", "/forgot")
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


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


@pytest.mark.parametrize(
    ("language", "size", "seats"),
    [("zh-CN", PHONE, SEATS), ("en", DESK, SEATS[::-1])],
    ids=["chinese-phone", "english-desk"],
)
def test_axe_finds_nothing_on_any_page(
    lived_in: Database,
    served: Flask,
    browser: Browser,
    *,
    language: str,
    size: ViewportSize,
    seats: tuple[str, ...],
) -> None:
    people, wrong, known = district.people(lived_in), list[str](), set[str]()
    with serving(served) as base:
        wrong += looked_at(opened(browser, base, language), FIRST, size)
        for seat in seats:
            paths = one_of_each_kind(served, lived_in, people[seat])
            window = opened(browser, base, language, session_of(served, people[seat]))
            wrong += looked_at(window, [p for p in paths if kind_of(p) not in known], size)
            known |= {kind_of(path) for path in paths}
    assert wrong == []
    assert len(known) > 60


def kind_of(path: str) -> str:
    """The address without the id."""
    return KEY.sub("#", path)


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


def opened(browser: Browser, base: str, language: str, session: str = "") -> Watched:
    """A window in a language, signed in where there is a session."""
    window = person(browser, base)
    window.context.add_cookies([{"name": "lang", "value": language, "url": base}])
    if session:
        window.context.add_cookies([{"name": "session", "value": session, "url": base}])
    if session and language == "en":
        window.go("/me").locator(".account summary").click()
        window.page.get_by_role("button", name="English").click()
        expect(window.page.locator("html")).to_have_attribute("lang", "en")
    return window


def looked_at(window: Watched, paths: Iterable[str], size: ViewportSize) -> list[str]:
    """What is wrong with these pages: for axe at this size, for the console, for a narrow screen."""
    wrong: list[str] = []
    for path in paths:
        page = window.go(path)
        page.set_viewport_size(size)
        wrong += window.axe()
        page.set_viewport_size(PHONE)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > PHONE["width"]:
            wrong.append(f"{path} is {wide} wide on a phone")
    wrong += window.faults
    window.context.close()
    return wrong


def session_of(app: Flask, user: User) -> str:
    """A signed session of this person, as after signing in on an own device."""
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer is not None
    return str(
        signer.dumps(
            {
                "_user_id": str(user.id),
                "_fresh": True,
                "id": str(user.id),
                "_permanent": True,
                "epoch": user.session_epoch,
                "device": True,
                "seen": int(NOW.timestamp()),
            }
        )
    )
