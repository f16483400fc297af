"""What each figure's first answer costs in imports, so that figures can be added and none waits."""

from __future__ import annotations

from playwright.sync_api import Browser

from bench.floors import Floor, Row
from bench.served_site import open_blank
from bench.training import PythonWorker

MOST_MODULES = 16
"""Of the core, for one figure: as many as a folder may hold."""


def measure_first_answers(browser: Browser, site: str, repeats: int) -> list[Row]:
    """A row for the figures that share a module."""
    blank = browser.new_page()
    open_blank(blank, site)
    message = {"call": "bench.imports:first_imports", "arguments": [repeats]}
    found = PythonWorker(blank, site).ask(message)
    blank.evaluate("closeWorker('python')")
    blank.close()
    return [
        Row(
            f"imports: the first answer of {figures}",
            f"{cost['milliseconds']:.1f} ms, {cost['modules']} modules",
            value=cost["modules"],
            floor=Floor(most=MOST_MODULES, unit=" modules"),
            samples=cost,
        )
        for figures, cost in found.items()
    ]
