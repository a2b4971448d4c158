"""Hands that have no mouse: Tab goes from one thing to the next, the rest is typed."""

from playwright.sync_api import Page, expect

from tests.journeys.person import Person

FAR = 60  # more steps than any page needs; then the thing cannot be reached
_FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const label = at.labels && at.labels.length ? at.labels[0].innerText : "";
  return (label || at.getAttribute("aria-label") || at.innerText || "").trim();
}"""
_SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const style = getComputedStyle(document.activeElement);
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
  return marked && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
}"""

_CHOSEN = "document.activeElement.selectedOptions?.[0]?.text ?? ''"


class Keyboard:
    """One person's keys."""

    def __init__(self, who: Person) -> None:
        self.who = who

    @property
    def page(self) -> Page:
        return self.who.page

    def press(self, *keys: str) -> "Keyboard":
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def reach(self, words: str) -> "Keyboard":
        """Tab until the thing with these words has the focus, and can be seen to have it."""
        passed: list[str] = []
        for _ in range(FAR):
            here = str(self.page.evaluate(_FOCUSED))
            if any(line.startswith(words) for line in here.splitlines()):
                assert self.page.evaluate(_SEEN), f"the focus on {words} cannot be seen"
                return self
            passed.append(here)
            self.press("Tab")
        raise AssertionError(f"no way to {words} by Tab; passed {passed}")

    def write(self, words: str, text: str) -> "Keyboard":
        """Into the field with this label."""
        self.reach(words)
        self.page.keyboard.type(text)
        return self

    def choose(self, words: str, option: str) -> "Keyboard":
        """In a list the arrows go from one option to the next."""
        self.reach(words).press("Home")
        for _ in range(FAR):
            if str(self.page.evaluate(_CHOSEN)).startswith(option):
                return self
            self.press("ArrowDown")
        raise AssertionError(f"{option} cannot be chosen in {words}")

    def go(self, words: str) -> "Keyboard":
        """Press Enter on a button or link."""
        return self.reach(words).press("Enter")

    def follow(self, words: str, then: str) -> "Keyboard":
        """Enter on a link or button, and the page that answers."""
        self.go(words)
        expect(self.page.locator("main")).to_contain_text(then)
        return self
