"""One person of the cast: sees, taps, types and chooses by the words on the screen, as people do."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.browser import Watched


def _label(text: str) -> re.Pattern[str]:
    """A field's label, whether or not it says that it may stay empty."""
    return re.compile(rf"^\s*{re.escape(text)}\s*(选填|optional)?\s*$")


class Person:
    """Somebody at a post, with a browser window."""

    def __init__(self, post: str, window: Watched) -> None:
        self.post, self.window = post, window
        self.taps = self.typed = 0

    @property
    def page(self) -> Page:
        return self.window.page

    def opens(self, path: str) -> "Person":
        """Go to a path of ours."""
        self.window.go(path)
        return self

    def sees(self, *texts: str) -> "Person":
        """The page says so, somewhere that can be read."""
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text)
        return self

    def does_not_see(self, *texts: str) -> "Person":
        for text in texts:
            expect(self.page.locator("main")).not_to_contain_text(text)
        return self

    def field(self, label: str) -> Locator:
        """The field with this label."""
        return self.page.get_by_label(_label(label)).and_(
            self.page.locator("main input, main select, main textarea")
        )

    def types(self, label: str, text: str) -> "Person":
        """Type into a field."""
        self.typed += 1
        self.field(label).fill(text)
        return self

    def chooses(self, label: str, option: str) -> "Person":
        """Pick from a list, by the words or the beginning of the words of an option."""
        self.typed += 1
        box = self.field(label)
        box.wait_for()
        words = box.locator("option").all_inner_texts()
        full = next((word for word in words if word == option), None) or next(
            word for word in words if option in word
        )
        box.select_option(label=full)
        return self

    def ticks(self, *labels: str) -> "Person":
        """Tick boxes or cards by their words."""
        for label in labels:
            self.taps += 1
            box = self.page.locator("main").get_by_label(label)
            box.first.check()
        return self

    def unticks(self, *labels: str) -> "Person":
        for label in labels:
            self.taps += 1
            self.page.locator("main").get_by_label(label).first.uncheck()
        return self

    def attaches(self, label: str, name: str, content: bytes) -> "Person":
        """Put a file on a form."""
        kind = "image/png" if name.endswith(".png") else "text/plain"
        self.field(label).set_input_files({"name": name, "mimeType": kind, "buffer": content})
        return self

    def button(self, name: str) -> Locator:
        """A button or link that is on the screen, by its exact words."""
        exact = re.compile(rf"^\s*{re.escape(name)}\s*$")
        either = self.page.get_by_role("button", name=exact).or_(
            self.page.get_by_role("link", name=exact)
        )
        return either.locator("visible=true").first

    def is_not_offered(self, name: str) -> "Person":
        """Nothing on the screen does this."""
        expect(self.button(name)).to_have_count(0)
        return self

    def taps_on(self, *names: str) -> "Person":
        """Tap buttons or links, one after the other."""
        for name in names:
            self.taps += 1
            self.button(name).click()
        return self

    def picks(self, title: str) -> "Person":
        """Tap the tile or card that bears this title."""
        self.taps += 1
        exact = re.compile(rf"^\s*{re.escape(title)}\s*$")
        inside = self.page.locator(".tile-value, .part-card-title a", has_text=exact)
        inside.first.click()
        return self

    def picks_row(self, words: str) -> "Person":
        """Open the row of a list in which these words stand."""
        self.taps += 1
        row = self.page.locator("main tbody tr", has_text=words).first
        row.locator("th a, [role=rowheader] a").first.click()
        return self

    def scans(self, code: str) -> "Person":
        """A keyboard wedge: the characters and Enter, into whatever has the focus."""
        expect(self.page.locator(".scan-input")).to_be_focused()
        self.page.keyboard.type(code)
        self.page.keyboard.press("Enter")
        return self

    def where(self) -> str:
        """The path of the page that is open."""
        return self.page.url.removeprefix(self.window.base).split("?")[0]

    def unfolds(self, words: str) -> "Person":
        """Open what is folded away."""
        self.taps += 1
        self.page.locator("summary", has_text=words).locator("visible=true").first.click()
        return self

    def confirms(self, verb: str) -> "Person":
        """A verb that asks once more: open the question, then say the verb again."""
        self.unfolds(verb)
        self.taps += 1
        asked = self.page.locator("details[open].confirm")
        asked.get_by_role("button", name=verb, exact=True).click()
        return self

    def signs_in(self, phone: str, password: str) -> "Person":
        self.opens("/sign-in").types("手机号", phone).types("密码", password)
        self.page.locator("main").get_by_role("button", name="登录", exact=True).click()
        expect(self.page).not_to_have_url(re.compile("/sign-in"))
        return self
