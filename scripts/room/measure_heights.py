"""Measure how high figures are at each width:  python scripts/room/measure_heights.py [FIGURE …]

Writes ``web/element/room/figure_heights.js``, by which pages keep the room for a figure before it
is there. Run it after a change to the layout of a figure, and build first. Without a name it
measures all of them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Page, sync_playwright

from building.figure_registry import figure_modules
from launch.setup_failure import SetupFailure, run_command, run_step
from places import DIST, WEB
from serve import StaticServer, open_server
from testing.chromium import chromium

TABLE = WEB / "element" / "room" / "figure_heights.js"
COMPACT = ("network", "walk", "xor", "neuron", "slope")
"""Figures that have a compact layout of their own."""

WIDTHS = range(320, 1441, 8)
SPARE = 2
"""So much more (px): a figure that was narrow before is a pixel higher than one that was not."""
JUMP = 20
"""Heights that differ by more (px) at neighbouring widths have a step between them."""
SLACK_PIXELS, SLACK_PART = 24, 0.025
"""So much more room than needed is kept at most: the larger of the two."""

HEAD = """/**
 * Made by scripts/room/measure_heights.py: stretches of widths, with the heights at both ends.
 * @type {Record<string, Record<string, import("./room_rules.js").Stretch[]>>}
 */
"""

MEASURE = """async widths => {
    const figure = document.querySelector("backprop-figure");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".figure { min-height: 0 !important }");
    figure.shadowRoot.adoptedStyleSheets.push(sheet);
    const picture = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const heights = [];
    for (const width of widths) {
        figure.style.width = `${width}px`;
        for (let settling = 0; settling < 3; settling += 1) {
            await picture();
            await figure.updateComplete;
        }
        heights.push(Math.ceil(figure.getBoundingClientRect().height));
    }
    return heights;
}"""

Stretch = tuple[int, int, int, int]
"""From one width to another, with the heights at both."""

Table = dict[str, dict[str, list[Stretch]]]
"""For each figure and each of its layouts, the heights at all widths."""


def measured(page: Page, address: str) -> dict[int, int]:
    """The height of the one figure of a page at each width, and at those beside each step.

    It is the higher of what the build recorded and of what Python answers, since the line below the
    figure is another.
    """
    page.goto(address)
    page.wait_for_function("() => document.querySelector('backprop-figure').isLive")
    recorded = heights_now(page)
    page.evaluate("() => document.querySelector('backprop-figure').whenReady()")
    ready = heights_now(page)
    return {
        width: max(recorded.get(width, 0), ready.get(width, 0)) + SPARE
        for width in recorded | ready
    }


def heights_now(page: Page) -> dict[int, int]:
    """The height at each width as the figure is now."""
    heights = dict(zip(WIDTHS, page.evaluate(MEASURE, list(WIDTHS)), strict=True))
    steps = [w for w in WIDTHS[:-1] if abs(heights[w] - heights[w + WIDTHS.step]) > JUMP]
    near = [w + more for w in steps for more in range(1, WIDTHS.step)]
    return heights | dict(zip(near, page.evaluate(MEASURE, near), strict=True))


def stretches(heights: dict[int, int]) -> list[Stretch]:
    """As few stretches as hold every height, none of them by more than the slack."""
    points = sorted(heights.items())
    ends = [width for width, _ in points[1:]] + [points[-1][0] + WIDTHS.step]
    found: list[Stretch] = []
    start = 0
    while start < len(points):
        (_, height), stop = points[start], start + 1
        line = (height, height)
        while stop < len(points) and (longer := covering(points[start : stop + 1], ends[stop])):
            line, stop = longer, stop + 1
        found.append((points[start][0], ends[stop - 1], *line))
        start = stop
    return found


def covering(points: list[tuple[int, int]], right: int) -> tuple[int, int] | None:
    """The heights at both ends of a line above all points, nowhere far above; None if none is.

    The line begins at the first point, and ends at `right`, where the next stretch begins.
    """
    left = points[0][0]
    slopes = [(points[-1][1] - points[0][1]) / max(1, points[-1][0] - left), 0.0]
    for slope in slopes:
        start = max(height - slope * (width - left) for width, height in points)
        if all(
            start + slope * (width - left) - height <= max(SLACK_PIXELS, SLACK_PART * height)
            for width, height in points
        ):
            return round(start + 0.5), round(start + slope * (right - left) + 0.5)
    return None


def table_so_far() -> Table:
    """The table as it is in the script that this one writes."""
    imported = f"import({json.dumps(TABLE.as_uri())})"
    script = f"{imported}.then(table => console.log(JSON.stringify(table.HEIGHTS)))"
    shown = subprocess.run(["node", "-e", script], check=True, capture_output=True, text=True)
    table: Table = json.loads(shown.stdout)
    return table


def main() -> int:
    """Measure the figures that are named, or all, and write the table."""
    figures = figure_modules()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("figure", nargs="*", help=f"one or more of {', '.join(figures)}")
    chosen = parser.parse_args().figure or list(figures)
    if unknown := [name for name in chosen if name not in figures]:
        raise SetupFailure(f"No figure is called {unknown[0]}: there are {', '.join(figures)}.")
    if not (DIST / "embed.html").is_file():
        raise SetupFailure("There is no dist/ to measure: run npm run build -- --draft first.")
    table = table_so_far()
    server = open_server(StaticServer, DIST, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium()))
        page = browser.new_page(viewport={"width": 1500, "height": 900})
        for figure in chosen:
            address = f"{server.url}embed.html?start=interaction&figure={figure}"
            layouts = {"full": ""} | ({"compact": "&layout=compact"} if figure in COMPACT else {})
            table[figure] = {
                layout: stretches(measured(page, address + query))
                for layout, query in layouts.items()
            }
            print(figure, {layout: len(found) for layout, found in table[figure].items()})
        browser.close()
    server.shutdown()
    ordered = {figure: table[figure] for figure in figures if figure in table}
    TABLE.write_text(f"{HEAD}export const HEIGHTS = {json.dumps(ordered)};\n", encoding="utf-8")
    command = ["npx", "biome", "check", "--write", str(TABLE)]
    run_step(command, "The table could not be put into format (the reason is above).")
    return 0


if __name__ == "__main__":
    run_command(main)
