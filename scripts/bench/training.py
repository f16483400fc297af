"""How fast the core trains: in the page, in a worker, in CPython, and beside TensorFlow.js."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from bench.floors import Floor, Row, thousands
from bench.main_thread import READY, button, figure, observed_page, train_on
from bench.rates import LEARNING_RATE, MOMENTUM, NETS, median_ratio, xor_setting
from bench.served_site import HERE, MICROGRAD, open_blank, put_micrograd
from places import ROOT

CPYTHON_SECONDS = 120
TURNS = 3
"""So many times more turns than repeats elsewhere: a page at work and a worker alone differ in what
the machine gives them from one second to the next."""
Rates = dict[str, list[float]]


class PythonWorker:
    """A worker with the page's own runtime and the bench's Python."""

    def __init__(self, page: Page, site: str) -> None:
        """Start it; the page must be blank and the bench's own."""
        self.page = page
        page.evaluate("openWorker('python', 'python_worker.js', 'module')")
        names = ("naive.py", "rates.py", "imports.py")
        files = {name: (HERE / name).read_text(encoding="utf-8") for name in names}
        self.ask({"runtime": f"{site}dist/runtime/", "files": files})

    def ask(self, message: dict[str, Any]) -> Any:
        """Send a message and wait for its answer."""
        return self.page.evaluate("message => askWorker('python', message)", message)

    def call(self, function: str, *arguments: float) -> Any:
        """Call a function of rates.py in it."""
        return self.ask({"call": f"bench.rates:{function}", "arguments": list(arguments)})


def measure_training(
    browser: Browser, site: str, seconds: float, repeats: int, *, has_tensorflow: bool
) -> list[Row]:
    """Every measurement of training and of the surface."""
    blank = browser.new_page()
    open_blank(blank, site)
    worker = PythonWorker(blank, site)
    in_page = xor_in_page(browser, site, worker, seconds, repeats)
    in_browser: Rates = worker.call("all_rates", seconds, repeats)
    blank.evaluate("closeWorker('python')")
    tensorflow = tensorflow_rate(blank, site, seconds) if has_tensorflow else None
    blank.close()
    return [
        *page_rows(in_page),
        *worker_rows(in_browser),
        *beside_rows(in_browser, cpython_rates("bench.rates", seconds, repeats), tensorflow),
        *playground_rows(cpython_rates("bench.playground", seconds, repeats)),
        *scalar_rows(
            cpython_rates("bench.scalar_graphs", seconds, repeats) if put_micrograd() else None
        ),
    ]


def xor_in_page(
    browser: Browser, site: str, worker: PythonWorker, seconds: float, repeats: int
) -> list[dict[str, float]]:
    """XOR 2-2-1 in the figure while it draws, in turns with the naive loop alone in its worker."""
    page = observed_page(browser, 1280)
    page.goto(f"{site}dist/index.html")
    xor = figure(page, "xor")
    xor.evaluate(READY)
    xor.scroll_into_view_if_needed()
    setting = {
        "hidden_units": 2,
        "activation": "sigmoid",
        "learning_rate": LEARNING_RATE,
        "momentum": MOMENTUM,
        "batch": "full",
    }
    xor.evaluate("(figure, setting) => figure.setState(setting)", setting)
    train_on(xor)
    button(xor, "Pause").click()
    seen = []
    for _ in range(TURNS * repeats):
        page.bring_to_front()
        idle = xor.evaluate(FRAMES, seconds * 1000)
        button(xor, "Train").click()
        busy = xor.evaluate(FRAMES, seconds * 2000)
        button(xor, "Pause").click()
        worker.page.bring_to_front()
        naive = worker.call("naive_xor", seconds)
        seen.append(
            {
                "rate": busy["epochs"] / busy["seconds"],
                "naive": naive,
                "drawn": busy["drawn"] / busy["seconds"],
                "frames": busy["frames"] / busy["seconds"],
                "display": idle["frames"] / idle["seconds"],
                "longest_gap": busy["longestGap"],
            }
        )
    page.close()
    return seen


# What a figure does in so many milliseconds, which begin and end with a picture of the screen;
# those of a training figure begin when its run does, not with the click.
FRAMES = """async (figure, milliseconds) => {
  const frame = () => new Promise(requestAnimationFrame);
  const stood = figure.inspect().epoch;
  do await frame();
  while (figure.dataset.state === "busy" && figure.inspect().epoch === stood);
  const stop = bench.watch(figure);
  const from = figure.inspect().epoch;
  const end = performance.now() + milliseconds;
  while (performance.now() < end) await frame();
  const seen = stop();
  return {...seen, epochs: figure.inspect().epoch - from};
}"""


def page_rows(seen: list[dict[str, float]]) -> list[Row]:
    """The rate in the page, and the pictures that it drew meanwhile."""
    rates, naive = [s["rate"] for s in seen], [s["naive"] for s in seen]
    drawn = median(s["drawn"] for s in seen)
    display = median(s["display"] for s in seen)
    return [
        Row(
            "XOR 2-2-1 in the page, epochs/s",
            thousands(median(rates)),
            f"naive {thousands(median(naive))}",
            median_ratio(rates, naive),
            Floor(least=3),
            {"turns": seen},
        ),
        Row(
            "  pictures drawn meanwhile, per second",
            f"{drawn:.1f}",
            f"screen {display:.1f}",
            median(s["drawn"] / s["display"] for s in seen),
            Floor(least=0.95),
        ),
    ]


def worker_rows(rates: Rates) -> list[Row]:
    """What has no page beside it."""
    points, naive = rates["points_trainer"], rates["points_naive"]
    one, many = rates["xor_trainer"], rates["population"]
    surface = median(rates["surface_ms"])
    return [
        Row(
            "2-8-8-1, 250 points, batch 10, epochs/s",
            thousands(median(points)),
            f"naive {thousands(median(naive))}",
            median_ratio(points, naive),
            Floor(least=2.5),
            {"rates": rates},
        ),
        Row(
            "100×100 surface of 2-8-8-1",
            f"{surface:.2f} ms",
            value=surface,
            floor=Floor(most=4, unit=" ms"),
        ),
        Row(
            f"{NETS:,} XOR nets at once, net-epochs/s",
            thousands(median(many)),
            f"one net {thousands(median(one))}",
            median_ratio(many, one),
            Floor(least=20),
        ),
    ]


def playground_rows(rates: Rates) -> list[Row]:
    """What TensorFlow Playground's rules cost, in CPython."""
    trained, naive, surfaces = rates["playground"], rates["naive"], median(rates["surfaces_ms"])
    return [
        Row(
            "playground 2-8-8-1 in CPython, both losses, epochs/s",
            thousands(median(trained)),
            f"naive {thousands(median(naive))}",
            median_ratio(trained, naive),
            Floor(least=3.7),
        ),
        Row(
            "100×100 surfaces of all its units, thumbnails",
            f"{surfaces:.2f} ms",
            value=surfaces,
            floor=Floor(most=4, unit=" ms"),
        ),
    ]


def scalar_rows(rates: Rates | None) -> list[Row]:
    """One number a node, in CPython: the demo of micrograd, by its own code and by ours."""
    name = "micrograd's demo in CPython, 20 points, steps/s"
    if rates is None:
        return [Row(name, "", "micrograd could not be fetched")]
    ours, theirs = rates["graph"], rates["micrograd"]
    told = f"micrograd {median(theirs):.2f}"
    return [Row(name, f"{median(ours):.2f}", told, median_ratio(ours, theirs), Floor(least=1))]


def cpython_rates(module: str, seconds: float, repeats: int) -> Rates:
    """The measurements of a module of the bench in this machine's own Python, on one core."""
    path = os.pathsep.join([str(ROOT / "py"), str(ROOT / "scripts"), str(MICROGRAD)])
    alone = {"PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-m", module, str(seconds), str(repeats)],
        env=os.environ | alone,
        capture_output=True,
        text=True,
        timeout=CPYTHON_SECONDS,
        check=True,
    )
    rates: Rates = json.loads(done.stdout)
    return rates


def tensorflow_rate(page: Page, site: str, seconds: float) -> float:
    """Epochs a second of TensorFlow.js on XOR."""
    page.evaluate("openWorker('tensorflow', 'tensorflow_worker.js', 'module')")
    library = f"{site}libraries/tensorflow.js"
    message = {"library": library, "net": xor_setting(), "seconds": seconds * 2}
    answer = page.evaluate("message => askWorker('tensorflow', message)", message)
    page.evaluate("closeWorker('tensorflow')")
    rate: float = answer["rate"]
    return rate


def beside_rows(browser: Rates, native: Rates, tensorflow: float | None) -> list[Row]:
    """The same work elsewhere, for information; ratios are the browser's to the other's."""
    names = {
        "xor_trainer": "XOR 2-2-1, epochs/s",
        "xor_naive": "XOR 2-2-1 naive, epochs/s",
        "points_trainer": "2-8-8-1, epochs/s",
        "points_naive": "2-8-8-1 naive, epochs/s",
        "population": f"{NETS:,} XOR nets, net-epochs/s",
    }
    rows = []
    for key, name in names.items():
        here, there = median(browser[key]), median(native[key])
        rows.append(
            Row(f"  worker: {name}", thousands(here), f"CPython {thousands(there)}", here / there)
        )
    here, there = median(browser["surface_ms"]), median(native["surface_ms"])
    rows.append(
        Row("  worker: 100×100 surface", f"{here:.2f} ms", f"CPython {there:.2f} ms", here / there)
    )
    one = median(browser["xor_trainer"])
    name = "  worker: XOR 2-2-1, epochs/s"
    if tensorflow is None:
        rows.append(Row(name, thousands(one), "TensorFlow.js could not be fetched"))
    else:
        told = f"TensorFlow.js {thousands(tensorflow)}"
        rows.append(Row(name, thousands(one), told, one / tensorflow))
    return rows
