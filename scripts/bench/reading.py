"""The whole page read from its top to its end: what a slow machine and a slow line make of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import quantiles
from typing import Any

from playwright.sync_api import Browser, CDPSession, Locator, Page

from bench.floors import Floor, Row
from bench.main_thread import READY, observed_page

SLOWDOWN = 4
"""How many times slower the page's main thread runs than this machine's own."""

SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
"""The line that Lighthouse calls slow 4G: 150 ms there and back, 1.6 Mbit/s down."""

SHORTEST_SEEN = 16.0
"""The browser tells of interactions from this many milliseconds on; shorter ones count as this."""

HELD = 0.08
"""How long a hand holds a key or a button (s)."""

NEXT_PICTURE = "() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))"


def measure_reading(browser: Browser, site: str) -> list[Row]:
    """Rows for waiting at a click, for the first sight on a slow line, and for memory."""
    page = observed_page(browser, 1280)
    page.goto(f"{site}dist/index.html")
    rows = [memory_row(page), waiting_row(page), slow_line_row(browser, site)]
    page.close()
    return rows


def slow_line_row(browser: Browser, site: str) -> Row:
    """When the largest thing of the first screenful is there, on a slow line and nothing cached."""
    page = observed_page(browser, 1280)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_4G)
    page.goto(f"{site}dist/index.html", wait_until="load")
    page.locator("backprop-figure").first.evaluate(READY)
    seconds = page.evaluate("bench.largestPaint") / 1e3
    page.close()
    return Row(
        "largest contentful paint, slow 4G",
        f"{seconds:.2f} s",
        value=seconds,
        floor=Floor(most=2.5, unit=" s"),
    )


def memory_row(page: Page) -> Row:
    """What reading the page once more, to its end and back, leaves in memory."""
    tools = page.context.new_cdp_session(page)
    unread = memory(tools)
    read_through(page)
    before = memory(tools)
    read_through(page)
    after = memory(tools)
    return Row(
        "memory after a full scroll and back",
        f"{after / 1e6:.1f} MB",
        f"{before / 1e6:.1f} MB before ({unread / 1e6:.1f} with nothing read)",
        value=after / before,
        floor=Floor(most=1.1),
    )


def waiting_row(page: Page) -> Row:
    """From a key or a click to its picture, in every figure, on a slow machine."""
    tools = page.context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    waits: dict[str, list[float]] = {}
    for figure in figures_of(page):
        used = use(page, figure)
        seen = page.evaluate("[...bench.interactions.values()]")
        page.evaluate("bench.interactions.clear()")
        waits[figure.get_attribute("figure") or ""] = seen + [SHORTEST_SEEN] * (used - len(seen))
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    all_waits = [wait for seen in waits.values() for wait in seen]
    slow_wait = quantiles(all_waits, n=100, method="inclusive")[97]
    return Row(
        f"interaction to next paint, 98th percentile, {SLOWDOWN}x slower",
        f"{slow_wait:.0f} ms",
        f"{len(all_waits)} interactions",
        floor=Floor(most=100, unit=" ms"),
        value=slow_wait,
        samples={"milliseconds": waits},
    )


def figures_of(page: Page) -> list[Locator]:
    """The figures of the article, in their order."""
    return page.locator("main backprop-figure").all()


def read_through(page: Page) -> None:
    """Scroll to every figure, wait until it is alive, and go back to the top."""
    for figure in figures_of(page):
        figure.scroll_into_view_if_needed()
        figure.evaluate(READY)
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(NEXT_PICTURE)


def use(page: Page, figure: Locator) -> int:
    """Do in a figure what a reader does: its steps, a slider, a field, a menu; count the events."""
    figure.scroll_into_view_if_needed()
    page.evaluate(NEXT_PICTURE)
    done = 0
    for name in ("Step", "Step", "Back", "Train", "Pause"):
        button = figure.get_by_role("button", name=name, exact=True).first
        if button.is_visible() and button.is_enabled():
            button.hover(force=True)
            with rested(page):
                page.mouse.down()
                time.sleep(HELD)
                page.mouse.up()
            done += 1
    for selector in ("input[type=range]", "input[inputmode], input[type=number]"):
        field = figure.locator(selector).first
        if field.count() == 0 or not field.is_visible() or not field.is_enabled():
            continue
        field.focus()
        for key in ("ArrowUp", "ArrowUp", "ArrowDown"):  # these change the value everywhere
            with rested(page):
                page.keyboard.press(key, delay=HELD * 1000)
            done += 1
    return done


@contextmanager
def rested(page: Page) -> Iterator[None]:
    """Act, and go on when the page has drawn its answer and has nothing else to do, or trains.

    The page tells by itself: a question of the tool's right after the act would be a task that the
    picture has to wait for.
    """
    page.evaluate(NEXT_PICTURE)
    with page.expect_console_message(lambda message: message.text == "bench: rested"):
        yield


def memory(tools: CDPSession) -> float:
    """Bytes of the page's scripts, documents and buffers after everything unused was let go."""
    tools.send("HeapProfiler.collectGarbage")
    heap: dict[str, Any] = tools.send("Runtime.getHeapUsage")
    return float(
        heap["usedSize"] + heap.get("embedderHeapUsedSize", 0) + heap.get("backingStorageSize", 0)
    )
