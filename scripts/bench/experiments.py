"""The laboratory's runs in the page: how long they take, and what they do to it meanwhile."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser, Page

from bench.floors import Floor, Row
from bench.main_thread import LONG, READY, Visit, Watched, button, figure, observed_page
from bench.reading import memory

STARTS, EPOCHS, SWEEPS = 1_000, 30, 1_500
RUN_AGAIN = 10
"""Times that every experiment is run before memory is looked at again."""

MOST_MINUTES = 3
"""Which 200 starts of symmetry may take on a slow machine."""

# Both settings of the question are one, so that a half of its time is that of one setting.
ASK = """async ({starts, epochs, sweeps, repeats}) => {
  const figure = document.querySelector("backprop-figure");
  await figure.whenReady();
  const luck = {
    kind: "luck", starts, dataset: "xor", hidden_units: 2, activation: "sigmoid", initial_range: 1,
    learning_rate: 0.5, momentum: 0.9, differs: "hidden_units", other_value: 2,
    other_activation: "tanh",
  };
  const digits = {
    kind: "digits", epochs, hidden_units: 32, activation: "relu", start: "he", learning_rate: 0.1,
    seed: 0, guess: "none", image: 0, digit: 3, steps: 0,
  };
  const family = { kind: "family", recipe: "repaired", seed: 0, sweeps };
  const seconds = async (message) => {
    const began = performance.now();
    const { kind } = await figure.engine.ask(message);
    if (kind !== message.kind) throw new Error(`the engine answers with ${kind}`);
    return (performance.now() - began) / 1000;
  };
  const found = { luck: [], digits: [], family: [] };
  for (const message of [luck, digits, family]) {
    await seconds(message);  // the first brings its archive
    for (let i = 0; i < repeats; i++) found[message.kind].push(await seconds(message));
  }
  return found;
}"""


def measure_experiments(browser: Browser, site: str, repeats: int) -> list[Row]:
    """Rows for starts of XOR, digits and family trees, for memory and for the main thread."""
    page = browser.new_page()
    page.goto(f"{site}dist/embed.html?figure=luck")
    size = {"starts": STARTS, "epochs": EPOCHS, "sweeps": SWEEPS, "repeats": repeats}
    found = page.evaluate(ASK, size)
    memory_rows = experiments_memory_rows(page)
    page.close()
    starts, digits = median(found["luck"]) / 2, median(found["digits"])
    family = median(found["family"])
    return [
        Row(
            f"{STARTS:,} starts of XOR 2-2-1, 1,000 epochs each",
            f"{starts:.2f} s",
            value=starts,
            floor=Floor(most=0.5, unit=" s"),
            samples=found,
        ),
        Row(
            f"digits 64-32-10, {EPOCHS} epochs",
            f"{digits:.2f} s",
            value=digits,
            floor=Floor(most=2, unit=" s"),
        ),
        Row(
            f"family trees 36-12-12-6-24, {SWEEPS:,} sweeps",
            f"{family:.2f} s",
            value=family,
            floor=Floor(most=3, unit=" s"),
        ),
        *memory_rows,
        starts_tasks_row(browser, site),
    ]


# Memory of WebAssembly grows and never shrinks: what a run frees, the next one uses.
COUNT_GROWTH = """() => {
  const { grow } = WebAssembly.Memory.prototype;
  self.grown = 0;
  WebAssembly.Memory.prototype.grow = function (pages) {
    self.grown += pages * 65536;
    return grow.call(this, pages);
  };
}"""

RUN_ALL = """async (times) => {
  const { engine } = document.querySelector("backprop-figure");
  const setting = {
    dataset: "xor", hidden_units: 2, activation: "sigmoid", initial_range: 1, learning_rate: 0.5,
    momentum: 0.9,
  };
  const ask = async (message) => {
    const answer = await engine.ask(message);
    if (answer.kind !== message.kind) throw new Error(`the engine answers with ${answer.kind}`);
    return answer;
  };
  for (let i = 0; i < times; i++) {
    await ask({ kind: "luck", ...setting, starts: 200, differs: "hidden_units", other_value: 4,
      other_activation: "tanh" });
    await ask({ kind: "luck_map", ...setting, across: "momentum", down: "hidden_units" });
    await ask({ kind: "digits", epochs: 2, hidden_units: 32, activation: "relu", start: "he",
      learning_rate: 0.1, seed: i, guess: "none", image: 0, digit: 3, steps: 4 });
    await ask({ kind: "symmetry", seed: i, signed: false, sweeps: 1280, pattern: "110011" });
    await ask({ kind: "family", recipe: "repaired", seed: i, sweeps: 100 });
    const starts = { kind: "symmetry_starts", signed: false, time_limit: 0.1 };
    const { state } = await ask({ ...starts, state: null });
    await ask({ ...starts, state });
  }
}"""


def experiments_memory_rows(page: Page) -> list[Row]:
    """What every experiment, run again and again, leaves in the page and in its Python."""
    (worker,) = page.workers
    page.evaluate(RUN_ALL, 2)  # brings the archives, and as much memory as one run needs
    tools = page.context.new_cdp_session(page)
    before = memory(tools)
    worker.evaluate(COUNT_GROWTH)
    page.evaluate(RUN_ALL, RUN_AGAIN)
    grown, after = worker.evaluate("grown"), memory(tools)
    return [
        Row(
            f"Python's memory grown by {RUN_AGAIN} runs of every experiment",
            f"{grown / 1e6:.1f} MB",
            value=float(grown),
            floor=Floor(most=0),
        ),
        Row(
            "  the page's own after them",
            f"{after / 1e6:.1f} MB",
            f"{before / 1e6:.1f} MB before",
            value=after / before,
            floor=Floor(most=1.1),
        ),
    ]


def starts_tasks_row(browser: Browser, site: str) -> Row:
    """The longest task of the main thread while symmetry trains from 200 starts, to its end."""
    visit = Visit(1280)
    page = observed_page(browser, visit.width, visit)
    page.goto(f"{site}dist/embed.html?figure=symmetry")
    symmetry = figure(page, "symmetry")
    symmetry.evaluate(READY)
    button(symmetry, "Train 200 starts").scroll_into_view_if_needed()
    page.evaluate("bench.longTasks.splice(0)")
    with Watched(browser, page, visit, "starts"):
        button(symmetry, "Train 200 starts").click()
        button(symmetry, "Train them again").wait_for(timeout=MOST_MINUTES * 60_000)
    page.close()
    wall, processor = visit.tasks["starts"]
    return Row(
        "longest task while 200 starts train",
        f"{processor:.0f} ms of the processor, {wall:.0f} by the clock",
        value=processor,
        floor=Floor(most=LONG, unit=" ms"),
        samples={"over 50 ms": visit.long_tasks["starts"]},
    )
