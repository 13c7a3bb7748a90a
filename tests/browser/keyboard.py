"""A coordinator who uses nothing but the keyboard, and what each thing that she does costs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Page

MOST_TABS = 60
"""Whoever presses Tab more often than this has lost her way."""
FOCUSED = """() => {
  const it = document.activeElement;
  const named = it.labels && it.labels.length ? it.labels[0] : it;
  return (named.textContent || "").trim().replace(/\\s+/g, " ");
}"""


@dataclass
class Cost:
    """Keys pressed (each letter typed is one) and pages loaded."""

    keys: int = 0
    loads: int = 0


@dataclass
class Keyboard:
    """Plays a page by its keys; ``costs`` holds what each task of the morning took, by its name."""

    page: Page
    costs: dict[str, Cost] = field(default_factory=dict)
    now: Cost = field(default_factory=Cost)

    def __post_init__(self) -> None:
        self.page.on("load", self._loaded)

    def _loaded(self, _page: Page) -> None:
        self.now.loads += 1

    @contextmanager
    def task(self, name: str) -> Iterator[None]:
        """Count what happens in this block under ``name``."""
        self.now = self.costs.setdefault(name, Cost())
        yield

    def press(self, *keys: str) -> None:
        """One key after the other, on the same page."""
        for key in keys:
            self.now.keys += 1
            self.page.keyboard.press(key)

    def open(self, key: str) -> None:
        """A key that leads to another page; waits until that is there."""
        self.now.keys += 1
        with self.page.expect_event("load"):
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Letter by letter, into the field that has the cursor."""
        self.now.keys += len(text)
        self.page.keyboard.type(text)

    def tab_to(self, words: str) -> None:
        """Tab until what has the cursor, or its label, begins with these words."""
        for _ in range(MOST_TABS):
            if self.page.evaluate(FOCUSED).startswith(words):
                return
            self.press("Tab")
        raise AssertionError(f"{words!r} isn't within {MOST_TABS} tabs on {self.page.url}")

    def skip(self) -> None:
        """Over the head of the page, by its first link."""
        self.press("Tab", "Enter")

    def walk_to(self, words: str) -> None:
        """From row to row with j until one begins with these words; then open it."""
        for _ in range(MOST_TABS):
            self.press("j")
            if self.page.evaluate(FOCUSED).startswith(words):
                self.open("Enter")
                return
        raise AssertionError(f"no row says {words!r} on {self.page.url}")
