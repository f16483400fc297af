"""Graphs of many numbers, drawn and gone through; readers' programs, judged."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

from backprop.exercises import task_named
from backprop.figures.code import OPENINGS
from bench.floors import Floor, Row
from bench.main_thread import LONG, READY, Visit, Watched, figure, observed_page

PRODUCTS = 15
VALUES = 4 * PRODUCTS
"""Two numbers and a product each, the sums between them, and the sigmoid of it all."""

FRAME = 16.0
"""Between two pictures of a screen (ms)."""

LAYERS = [8] * 6
"""As many units as a page may ask for."""

# Shows another graph, and ends when it is drawn; inspect() would be a task too, and comes later.
SHOW = """async (figure, fields) => {
  const picture = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const drawn = () => figure.shadowRoot.querySelectorAll("[data-node]").length;
  const before = drawn();
  figure.setState(fields);
  while (drawn() === before) await picture();
  await picture();
}"""

# Goes through all steps there and back, and waits for the picture of each.
GO_THROUGH = """async (figure, count) => {
  for (let step = 0; step < count; step++) {
    figure.setState({ step });
    await figure.updateComplete;
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  }
}"""

# Runs a program as a reader does, again and again: milliseconds from the page's beginning to the
# first verdict, and from the click to each of the others.
RUN = """async ([program, repeats]) => {
  const picture = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const figure = document.querySelector("backprop-figure");
  await figure.whenReady();
  const ready = performance.now();
  figure.setState({ program });
  await figure.updateComplete;
  const button = figure.shadowRoot.querySelector(".program-work .primary");
  const run = async () => {
    button.click();
    do await picture(); while (button.getAttribute("aria-disabled") === "true");
    if (!figure.inspect().verdict?.passed) throw new Error("the solution did not pass");
  };
  await run();
  const first = performance.now();
  const later = [];
  for (let i = 0; i < repeats; i++) {
    const began = performance.now();
    await run();
    later.push(performance.now() - began);
  }
  return { ready, first, later };
}"""


def measure_graphs(browser: Browser, site: str, repeats: int) -> list[Row]:
    """Rows for drawing a graph, for its steps, and for a large network in groups."""
    products = " + ".join(f"x{i} * y{i}" for i in range(PRODUCTS))
    large = {"formula": f"sigmoid({products})", "values": {}, "step": 0}
    visits = []
    page = observed_page(browser, 1280)
    page.goto(f"{site}dist/embed.html?figure=graph")
    graph = figure(page, "graph")
    graph.evaluate(READY)
    for _ in range(repeats):
        visits.append(visit := Visit(1280))
        with Watched(browser, page, visit, "drawing"):
            graph.evaluate(SHOW, large)
        drawn = graph.evaluate("figure => figure.inspect()")
        with Watched(browser, page, visit, "stepping"):
            graph.evaluate(GO_THROUGH, len(drawn["steps"]))
        with Watched(browser, page, visit, "grouped"):
            graph.evaluate(SHOW, {"network": network(), "step": 0})
    grouped = graph.evaluate("figure => figure.inspect()")
    page.close()
    if len(drawn["nodes"]) != VALUES:
        raise ValueError(f"the formula has {len(drawn['nodes'])} values, not {VALUES}")
    return [
        longest_task_row(f"graph: {VALUES} values laid out and drawn", visits, "drawing", LONG),
        longest_task_row(f"graph: a step of {VALUES} values", visits, "stepping", FRAME),
        longest_task_row(
            f"graph: a network of {grouped['total']} values, grouped", visits, "grouped", LONG
        ),
    ]


def network() -> dict[str, Any]:
    """The largest network of a page, with an example."""
    parameters = sum((before + 1) * after for before, after in pairwise(LAYERS))
    spec = {
        "layer_sizes": LAYERS,
        "activations": ["tanh"] * (len(LAYERS) - 1),
        "loss": "half_squared_error",
        "use_biases": True,
        "skip_to_output": False,
        "parameters": [0.1 * (i % 7 - 3) for i in range(parameters)],
    }
    return {"spec": spec, "inputs": [0.5] * LAYERS[0], "targets": [1.0] * LAYERS[-1]}


def longest_task_row(name: str, visits: list[Visit], part: str, most: float) -> Row:
    """The longest task of the main thread, a median; the floor is for time of the processor."""
    wall, processor = (median(visit.tasks[part][kind] for visit in visits) for kind in (0, 1))
    return Row(
        name,
        f"longest task {processor:.1f} ms of the processor, {wall:.1f} by the clock",
        value=processor,
        floor=Floor(most=most, unit=" ms"),
        samples={"milliseconds": [visit.tasks[part] for visit in visits]},
    )


def measure_programs(playwright: Playwright, chromium: Path, site: str, runs: int) -> list[Row]:
    """Rows for the first verdict after a page was opened, and for those that follow.

    A profile on disk keeps the files of the first visit, which is not counted.
    """
    program = task_named(OPENINGS["code"]["task"]).solution
    visits = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=str(chromium)
        )
        for turn in range(-1, runs):
            page: Page = context.new_page()
            page.goto(f"{site}dist/embed.html?figure=code")
            visit = page.evaluate(RUN, [program, runs])
            page.close()
            if turn >= 0:
                visits.append(visit)
        context.close()
    ready, first = (median(visit[name] for visit in visits) / 1e3 for name in ("ready", "first"))
    later = median(time for visit in visits for time in visit["later"])
    return [
        Row(
            "a program: from its page's beginning to the first verdict",
            f"{first:.2f} s, of which {ready:.2f} until the figure's own Python is there",
            value=first,
            floor=Floor(most=1.5, unit=" s"),
            samples={"visits": visits},
        ),
        Row(
            "a program: from a click to the verdict",
            f"{later:.0f} ms",
            value=later,
            floor=Floor(most=100, unit=" ms"),
        ),
    ]
