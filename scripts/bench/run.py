"""Measure every floor in one run:  python scripts/bench/run.py [--quick] [--no-build]

In Chromium, as ratios to what runs beside it: stock Pyodide, the naive loop, this machine's own
Python, TensorFlow.js. Prints a table, writes .cache/bench.json, and leaves with 1 when a floor is
missed; the last line names it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

SCRIPTS_FOLDER = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(SCRIPTS_FOLDER), str(SCRIPTS_FOLDER.parent / "py")]

from playwright.sync_api import sync_playwright  # noqa: E402

from bench.experiments import measure_experiments  # noqa: E402 - found by the line above
from bench.first_answers import measure_first_answers  # noqa: E402 - found by the line above
from bench.floors import Row, last_line, table  # noqa: E402 - found by the line above
from bench.graph_and_code import measure_graphs, measure_programs  # noqa: E402
from bench.main_thread import main_thread_rows, visit_page  # noqa: E402
from bench.payload import python_row, script_rows  # noqa: E402
from bench.reading import measure_reading  # noqa: E402
from bench.second_page import measure_second_page  # noqa: E402
from bench.served_site import bench_site, put_tensorflow  # noqa: E402
from bench.start_up import measure_start_up  # noqa: E402
from bench.training import measure_training  # noqa: E402
from launch.setup_failure import SetupFailure, run_command  # noqa: E402
from places import CACHE, ROOT, SCRIPTS  # noqa: E402
from testing.chromium import chromium  # noqa: E402

RESULT = CACHE / "bench.json"
LONGEST_SECONDS = 600


def give_up() -> None:
    """End a run that hangs; the browser ends with it."""
    print(f"The bench did not end in {LONGEST_SECONDS} s; it is ended here.", file=sys.stderr)
    os._exit(1)


def bring_dist_up_to_date() -> None:
    """Measure what is there now, not what was built last."""
    command = [sys.executable, str(SCRIPTS / "build.py")]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SetupFailure("Nothing is measured, because the page could not be built.")


def say(what: str) -> None:
    """Tell what is being measured."""
    print(f"Measuring {what} …", file=sys.stderr, flush=True)


def measure(*, quick: bool) -> tuple[list[Row], dict[str, Any]]:
    """Every row, and what they were measured on."""
    executable = chromium()
    has_tensorflow = put_tensorflow()
    runs, seconds, repeats = (3, 0.2, 3) if quick else (7, 0.6, 5)
    with bench_site() as site, sync_playwright() as playwright:
        say("the start")
        rows = measure_start_up(playwright, executable, site, runs)
        say("the second page")
        rows += measure_second_page(playwright, executable, repeats)
        say("readers' programs")
        rows += measure_programs(playwright, executable, site, repeats)
        browser = playwright.chromium.launch(executable_path=str(executable))
        version = browser.version
        say("the page")
        visits = [visit_page(browser, site, width, whole=width > 1000) for width in (1280, 390)]
        rows += [python_row(), *script_rows(visits[0].scripts, visits[0].first_scripts)]
        rows += main_thread_rows(visits)
        say("a reading of the page")
        rows += measure_reading(browser, site)
        say("graphs")
        rows += measure_graphs(browser, site, repeats)
        say("what figures import")
        rows += measure_first_answers(browser, site, repeats)
        say("experiments")
        rows += measure_experiments(browser, site, repeats)
        say("training")
        rows += measure_training(browser, site, seconds, repeats, has_tensorflow=has_tensorflow)
        browser.close()
    machine = {
        "chromium": version,
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "platform": platform.platform(terse=True),
    }
    return rows, machine


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer and shorter repeats")
    parser.add_argument("--no-build", action="store_true", help="measure dist/ as it is")
    given = parser.parse_args()
    if not given.no_build:
        bring_dist_up_to_date()
    watch = threading.Timer(LONGEST_SECONDS, give_up)
    watch.daemon = True
    watch.start()
    began, load = time.monotonic(), load_average()
    rows, machine = measure(quick=given.quick)
    seconds = time.monotonic() - began
    watch.cancel()
    result = {
        "machine": machine,
        "seconds": round(seconds, 1),
        "quick": given.quick,
        "load_before": load,
        "rows": [row.as_json() for row in rows],
    }
    RESULT.write_text(json.dumps(result, indent=1, ensure_ascii=False), encoding="utf-8")
    print(table(rows))
    print(f"\nChromium {machine['chromium']}, {seconds:.0f} s; all samples in .cache/bench.json.")
    processors = os.cpu_count() or 1
    if load is not None and load > processors / 2:
        print(f"Other programs were at work (load {load:.1f} on {processors} processors).")
    print(last_line(rows))
    return int(any(row.is_below for row in rows))


def load_average() -> float | None:
    """Processes at work in the last minute; None on a system that does not count them."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


if __name__ == "__main__":
    run_command(main)
