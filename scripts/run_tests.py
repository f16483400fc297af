"""Everything that must hold, or some tests alone:  python scripts/run_tests.py [TESTS]… [OPTION]…

TESTS are files and folders below tests/, and single tests of pytest; an option is the runner's own.
Without them it is the build, lint, format, types, the core's tests in CPython and inside the pruned
Pyodide, the JavaScript tests and the browser tests. Two run at a time, because hardly one keeps two
cores busy, and each tells its result when it has ended. All of them run, whatever fails; the last
line counts.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace

from launch.setup_failure import run_command
from places import SCRIPTS
from testing.checks import CHECKS, Check, Outcome, report, run
from testing.chosen_tests import node_command, pytest_command, run_chosen
from testing.chromium import chromium

WORD_COUNTS = re.compile(r"(\d+) (passed|failed|errors?)\b")
NODE_COUNTS = re.compile(r"^(?:#|ℹ) (pass|fail|cancelled) (\d+)$", re.MULTILINE)


@dataclass
class Total:
    """Tests passed and failed so far; a check that is no test runner counts when it fails."""

    passed: int = 0
    failed: int = 0

    def add(self, outcome: Outcome, counts: tuple[int, int] = (0, 0)) -> None:
        """Count one command. One that failed without a failed test is a failure all the same."""
        passed, failed = counts
        if outcome.succeeded:
            failed = 0
        self.passed += passed
        self.failed += max(failed, 0 if outcome.succeeded else 1)


def counts_in_words(output: str) -> tuple[int, int]:
    """Passed and failed, from a closing line such as ``1 failed, 12 passed in 3.21s``."""
    closing = [line for line in output.splitlines() if WORD_COUNTS.search(line)]
    passed = failed = 0
    for number, word in WORD_COUNTS.findall(closing[-1]) if closing else []:
        if word == "passed":
            passed += int(number)
        else:
            failed += int(number)
    return passed, failed


def counts_of_node(output: str) -> tuple[int, int]:
    """Passed and failed, from the closing lines of Node's test runner."""
    counts = {word: int(number) for word, number in NODE_COUNTS.findall(output)}
    return counts.get("pass", 0), counts.get("fail", 0) + counts.get("cancelled", 0)


def no_tests(_: str) -> tuple[int, int]:
    """The counts of a command that is no test runner."""
    return 0, 0


@dataclass(frozen=True)
class Suite:
    """A command that must succeed, and how its closing lines are read."""

    check: Check
    counts: Callable[[str], tuple[int, int]] = no_tests


def script(name: str, *arguments: str) -> list[str]:
    """The command of a script beside this one."""
    return [sys.executable, str(SCRIPTS / name), *arguments]


def pytest(folder: str) -> Suite:
    """The tests of a folder."""
    return Suite(Check(folder, pytest_command([folder], [])), counts_in_words)


# It need not prove the core: that is done here with more examples.
BUILD = Suite(Check("build", script("build.py", "--unproven")))
NEED_NO_BUILD = (
    *(Suite(check) for check in CHECKS),
    Suite(Check("tests/web", node_command(["tests/web"], [])), counts_of_node),
    pytest("tests/python"),
)
NEED_THE_BUILD = (
    Suite(Check("tests/python in Pyodide", script("core_in_pyodide.py")), counts_in_words),
    pytest("tests/tooling"),
)
# These come last and alone: a browser takes both cores, and is watched while it draws.
NEED_EVERYTHING = pytest("tests/browser")


def run_all_suites(environment: dict[str, str]) -> Iterator[tuple[Suite, Outcome]]:
    """Run every suite, two at a time; they come out as they end."""

    def after(built: Future[Outcome], suite: Suite) -> Outcome:
        built.result()
        return run(suite.check, environment)

    with ThreadPoolExecutor(max_workers=2) as pool:
        try:
            built = pool.submit(run, BUILD.check, environment)
            running = {built: BUILD}
            for suite in NEED_NO_BUILD:
                running[pool.submit(run, suite.check, environment)] = suite
            for suite in NEED_THE_BUILD:
                running[pool.submit(after, built, suite)] = suite
            for ended in as_completed(running):
                yield running[ended], ended.result()
        except BaseException:  # such as Ctrl-C, which ends what runs, but not what waits
            pool.shutdown(cancel_futures=True)
            raise
    yield NEED_EVERYTHING, run(NEED_EVERYTHING.check, environment)


def main() -> int:
    """Run everything, or what the command line names; 1 if anything failed."""
    if sys.argv[1:]:
        return run_chosen(sys.argv[1:])
    started = time.monotonic()
    total, failures = Total(), []
    for suite, outcome in run_all_suites({"CHROMIUM": str(chromium())}):
        passed, failed = suite.counts(outcome.output)
        counted = f": {passed} passed" if suite.counts is not no_tests else ""
        report(replace(outcome, name=outcome.name + counted))
        total.add(outcome, (passed, failed))
        if not outcome.succeeded:
            failures.append(outcome.name)

    print(f"All of it took {time.monotonic() - started:.0f} s on {os.cpu_count()} cores.")
    if failures:
        print(f"Failed: {', '.join(failures)}.")
    print(f"{total.passed} passed, {total.failed} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    run_command(main)
