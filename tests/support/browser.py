"""A real Chromium on a real server: fixtures for journeys, with axe and a watch on the console."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    sync_playwright,
)
from werkzeug.serving import make_server

AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = "browser tests cannot run: no chromium (apt-get install chromium)"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, headless, driven by Playwright."""
    program = shutil.which("chromium")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The application on a free loopback port, in a thread of this process (so its clock is ours)."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(10)


class Watched:
    """One person's browser: remembers what went wrong and which hosts were asked."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base, self.context, self.faults = base, context, list[str]()
        self.page: Page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("request", self._request)

    def _console(self, message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        # a refused form answers 422 and the browser reports it; that is the product working
        if kind == "error" and "status of 4" not in text:
            self.faults.append(f"console: {text}")

    def _request(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.base, "data:", "blob:", "about:")):
            self.faults.append(f"other host: {url}")

    def go(self, path: str) -> Page:
        """Open a path of ours."""
        self.page.goto(self.base + path)
        return self.page

    def axe(self) -> list[str]:
        """What axe-core finds on the present page, as `rule: target` lines."""
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{self.page.url} {v['id']}: {node['target']}"
            for v in found["violations"]
            for node in v["nodes"]
        ]


def person(browser: Browser, base: str, *, phone: bool = False, lang: str = "zh-CN") -> Watched:
    """A browser window of one person."""
    context = browser.new_context(
        viewport=PHONE if phone else DESK,
        has_touch=phone,
        locale=lang,
        timezone_id="Asia/Shanghai",
        # a page that glides to the next field cannot be measured while it moves
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    return Watched(context, base)
