"""Each journey on its own database, with the application in a thread."""

import logging
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from config import Settings
from tests.journeys.stage import Stage
from tests.support.browser import serving
from wastetrack.app import create_app
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database


@pytest.fixture
def stage(
    browser: Browser, sqlite_db: Database, settings: Settings, clock: FixedClock
) -> Iterator[Stage]:
    """An empty district, served as it will be; what went wrong in any window is told at the end."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    with serving(create_app(settings, clock=clock, database=sqlite_db)) as base:
        made = Stage(browser, base, sqlite_db, clock)
        yield made
        made.leave()
    made.books_balance()
