"""The engines that browsers are made of, each driven by what can drive the one that Debian has."""

from __future__ import annotations

import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from playwright.sync_api import Page, Playwright
from selenium.webdriver import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from selenium.webdriver.webkitgtk.webdriver import WebDriver as WebKitDriver

from testing.chromium import chromium
from testing.other_engines import display_server, firefox, mini_browser, webkit_driver

START_SECONDS = 60

# Selenium hands a script a callback; its errors are to arrive as text.
CALLED_BACK = """const done = arguments[arguments.length - 1];
({function})(...[...arguments].slice(0, -1)).then(
  (value) => done({{ value }}), (error) => done({{ error: String(error) }}));"""
MIDDLE = """async (selector) => {
  const part = document.querySelector("backprop-figure").shadowRoot.querySelector(selector);
  part.scrollIntoView({ block: "center" });
  const { left, right, top, bottom } = part.getBoundingClientRect();
  return [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
}"""


class Engine(Protocol):
    """A browser with one page, as far as a test of all engines needs it."""

    def resize(self, width: int) -> None:
        """Make the page so many px wide."""

    def open(self, address: str, width: int) -> None:
        """Show a page in a window of this width."""

    def run(self, function: str, *arguments: Any) -> Any:
        """What an asynchronous function of the page gives."""

    def click(self, selector: str) -> None:
        """Press a part of the only figure of the page with the pointer."""

    def type(self, text: str) -> None:
        """Type on the keyboard, one key after the other."""


class ByPlaywright:
    """Chromium and Firefox."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})

    def open(self, address: str, width: int) -> None:
        self.resize(width)
        self.page.goto(address)

    def run(self, function: str, *arguments: Any) -> Any:
        return self.page.evaluate(f"given => ({function})(...given)", list(arguments))

    def click(self, selector: str) -> None:
        self.page.locator(f"backprop-figure {selector}").first.click()

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)


class BySelenium:
    """WebKit."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver
        driver.set_script_timeout(START_SECONDS)

    def resize(self, width: int) -> None:
        self.driver.set_window_size(width, 800)
        around = width - self.driver.execute_script("return innerWidth")
        self.driver.set_window_size(width + around, 800)

    def open(self, address: str, width: int) -> None:
        self.driver.get(address)
        self.resize(width)

    def run(self, function: str, *arguments: Any) -> Any:
        given = self.driver.execute_async_script(CALLED_BACK.format(function=function), *arguments)
        assert "error" not in given, given["error"]
        return given.get("value")

    def click(self, selector: str) -> None:
        # WebKit's driver takes no part of a picture for something to click.
        x, y = self.run(MIDDLE, selector)
        pointer = ActionBuilder(self.driver)
        pointer.pointer_action.move_to_location(x, y).click()
        pointer.perform()

    def type(self, text: str) -> None:
        ActionChains(self.driver).send_keys(text).perform()


@contextmanager
def chromium_engine(playwright: Playwright) -> Iterator[Engine]:
    """The Chromium of all browser tests."""
    with playwright.chromium.launch(executable_path=str(chromium())) as browser:
        yield ByPlaywright(browser.new_page())


@contextmanager
def firefox_engine(playwright: Playwright) -> Iterator[Engine]:
    """Debian's Firefox, over the protocol that Firefox itself speaks."""
    with playwright.firefox.launch(channel="moz-firefox", executable_path=firefox()) as browser:
        yield ByPlaywright(browser.new_page())


@contextmanager
def webkit_engine(_: Playwright) -> Iterator[Engine]:
    """WebKitGTK's own small browser, in a display that nobody sees."""
    options = Options()
    options.binary_location = str(mini_browser())
    options.add_argument("--automation")
    with display():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of Selenium's about itself
            webkit = WebKitDriver(options, Service(str(webkit_driver())))
        try:
            yield BySelenium(webkit)
        finally:
            webkit.quit()


@contextmanager
def display() -> Iterator[None]:
    """A screen in memory, for what this process starts until the block ends."""
    server = [str(display_server()), "-displayfd", "1", "-screen", "0", "1600x1200x24"]
    with subprocess.Popen([*server, "-nolisten", "tcp"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as running:  # fmt: skip
        assert running.stdout is not None
        before = os.environ.get("DISPLAY")
        os.environ["DISPLAY"] = f":{running.stdout.readline().strip()}"
        try:
            yield
        finally:
            os.environ.pop("DISPLAY")
            if before is not None:
                os.environ["DISPLAY"] = before
            running.terminate()


ENGINES = {"chromium": chromium_engine, "firefox": firefox_engine, "webkit": webkit_engine}
