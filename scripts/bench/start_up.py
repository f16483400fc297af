"""From a worker's making to NumPy: ours in turns with Pyodide as it is published."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Playwright

from bench.floors import Floor, Row
from bench.served_site import open_blank

Start = dict[str, Any]


def measure_start_up(playwright: Playwright, chromium: Path, site: str, runs: int) -> list[Row]:
    """Time ``runs`` warm starts of each, every one in a new page.

    A profile on disk, because compiled code is kept in one as a reader's browser keeps it. The
    first starts, which fill it, are not counted.
    """
    calls = {
        "ours": f"startOurs('{site}dist/')",
        "stock": f"startStock('{site}stock/')",
    }
    starts: dict[str, list[Start]] = {name: [] for name in calls}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=str(chromium)
        )
        for turn in range(-2, runs):
            for name, call in calls.items():
                page = context.new_page()
                open_blank(page, site)
                start: Start = page.evaluate(call)
                page.close()
                if turn >= 0:
                    starts[name].append(start)
        context.close()
    return start_up_rows(starts["ours"], starts["stock"])


def start_up_rows(ours: list[Start], stock: list[Start]) -> list[Row]:
    """The floor, and where the time goes."""
    numpy, published = median_of(ours, "numpy"), median_of(stock, "numpy")
    ratios = [one["numpy"] / other["numpy"] for one, other in zip(ours, stock, strict=True)]
    return [
        Row(
            "start-up: worker → NumPy",
            f"{numpy:.0f} ms",
            f"stock Pyodide {published:.0f} ms",
            median(ratios),
            Floor(most=0.35),
            {"ours": ours, "stock": stock, "ratios": ratios},
        ),
        Row("  and to the first question", f"{median_of(ours, 'ready'):.0f} ms"),
        Row("  by stage", stages(ours), stages(stock)),
    ]


def median_of(starts: list[Start], name: str) -> float:
    """The median over the starts."""
    return float(median(start[name] for start in starts))


def stages(starts: list[Start]) -> str:
    """The medians of each stage, as one text."""
    names = starts[0]["stages"]
    return ", ".join(f"{n} {median(s['stages'][n] for s in starts):.0f}" for n in names)
