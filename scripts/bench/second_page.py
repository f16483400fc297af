"""The way from one article to the next: its Python comes from what the browser has kept.

On a line such as homes have, since what a browser has kept saves a reader the line: from this
machine to itself nothing is far.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Playwright

from bench.floors import Floor, Row
from bench.main_thread import READY
from bench.served_site import SITE, BenchServer, Line, serving

FIRST, SECOND = "index.html", "deeper.html"
HOME_LINE = 2.5e6
"""Bytes per second: 20 Mbit/s."""
SINCE_OPENED = "() => performance.now()"


def measure_second_page(playwright: Playwright, chromium: Path, runs: int) -> list[Row]:
    """The row for ``runs`` readers, each of whom comes for the first time and then goes on.

    Counted from the opening of a page until its first figure is live. Each reader has a profile on
    disk, as browsers keep compiled code only there.
    """
    first: list[float] = []
    second: list[float] = []
    for _ in range(runs):
        server = BenchServer({"dist": SITE}, Line(HOME_LINE))
        with (
            serving(server) as site,
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        ):
            context = playwright.chromium.launch_persistent_context(
                profile, executable_path=str(chromium)
            )
            page = context.new_page()
            for name, times in ((FIRST, first), (SECOND, second)):
                page.goto(f"{site}dist/{name}", wait_until="commit")
                figure = page.locator("main backprop-figure").first
                figure.scroll_into_view_if_needed()
                figure.evaluate(READY)
                times.append(float(page.evaluate(SINCE_OPENED)))
            context.close()
    ratios = [after / before for before, after in zip(first, second, strict=True)]
    return [
        Row(
            "Python of the second page, 20 Mbit/s",
            f"{median(second):.0f} ms",
            f"of the first {median(first):.0f} ms",
            median(ratios),
            Floor(most=0.5),
            {"first": first, "second": second},
        )
    ]
