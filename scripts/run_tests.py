"""Everything that must hold, one after the other:  python scripts/run_tests.py

The build, lint, format, types, the core's tests in CPython and inside the pruned Pyodide, the
JavaScript tests and the browser tests. All of them run, whatever fails; the last line counts.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from checks import CHECKS, Check, Outcome, python_tool, report, run
from chromium import chromium
from places import ROOT, SCRIPTS, TESTS
from setup_failure import run_command

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


@dataclass(frozen=True)
class Suite:
    """A test runner, and how its closing lines are read."""

    check: Check
    counts: Callable[[str], tuple[int, int]]


def suites() -> list[Suite]:
    """Every runner, quickest first."""
    node_tests = [str(path.relative_to(ROOT)) for path in sorted(TESTS.glob("web/**/*.test.js"))]
    pytest = ("-q", "-p", "no:cacheprovider", "--numprocesses=auto", "--maxprocesses=4")
    return [
        Suite(Check("tests/web", ["node", "--test", *node_tests]), counts_of_node),
        Suite(
            Check("tests/python", python_tool("pytest", *pytest, "tests/python")), counts_in_words
        ),
        Suite(
            Check("tests/python in Pyodide", [sys.executable, str(SCRIPTS / "core_in_pyodide.py")]),
            counts_in_words,
        ),
        Suite(
            Check("tests/tooling", python_tool("pytest", *pytest, "tests/tooling")), counts_in_words
        ),
        Suite(
            Check("tests/browser", python_tool("pytest", *pytest, "tests/browser")), counts_in_words
        ),
    ]


def main() -> int:
    """Run everything; 1 if anything failed."""
    started = time.monotonic()
    browser = {"CHROMIUM": str(chromium())}
    total, failures = Total(), []

    def count(outcome: Outcome, counts: tuple[int, int] = (0, 0)) -> None:
        total.add(outcome, counts)
        if not outcome.succeeded:
            failures.append(outcome.name)

    count(report(run(Check("build", [sys.executable, str(SCRIPTS / "build.py")]))))
    for check in CHECKS:
        count(report(run(check)))
    for suite in suites():
        outcome = run(suite.check, browser)
        passed, failed = suite.counts(outcome.output)
        named = f"{outcome.name}: {passed} passed"
        report(Outcome(named, outcome.succeeded, outcome.output, outcome.seconds))
        count(outcome, (passed, failed))

    print(f"All of it took {time.monotonic() - started:.0f} s on {os.cpu_count()} cores.")
    if failures:
        print(f"Failed: {', '.join(failures)}.")
    print(f"{total.passed} passed, {total.failed} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    run_command(main)
