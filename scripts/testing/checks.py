"""The checks that read the source: lint, format and types, for both languages."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from places import NODE_MODULES, ROOT

# No check may hang for ever; this is far beyond what the slowest takes on two busy cores.
LONGEST_SECONDS = 1800


@dataclass(frozen=True)
class Check:
    """A name for the reader, and the command that must succeed."""

    name: str
    command: list[str]


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    name: str
    succeeded: bool
    output: str
    seconds: float


def node_tool(package: str, script: str, *arguments: str) -> list[str]:
    """A command of a package in node_modules, run by Node itself."""
    return ["node", str(NODE_MODULES / package / script), *arguments]


def python_tool(name: str, *arguments: str) -> list[str]:
    """A command of a package in the .venv."""
    return [sys.executable, "-m", name, *arguments]


def typescript(*arguments: str) -> list[str]:
    """The TypeScript compiler."""
    return node_tool("typescript", "bin/tsc", *arguments)


# The slowest first, so that none is left to run alone at the end.
CHECKS = (
    Check("mypy", python_tool("mypy")),
    Check("tsc, scripts and tests", typescript("-p", "scripts")),
    Check("tsc, page", typescript("-p", ".")),
    Check("biome", node_tool("@biomejs/biome", "bin/biome", "ci", "--colors=off", ".")),
    Check("tsc, worker and contract without DOM", typescript("-p", "web/engine/worker")),
    Check("ruff check", python_tool("ruff", "check", ".")),
    Check("ruff format", python_tool("ruff", "format", "--check", ".")),
)


def run(check: Check, environment: dict[str, str] | None = None) -> Outcome:
    """Run a command to its end, keeping what it printed, without colours."""
    started = time.monotonic()
    surroundings = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    try:
        done = subprocess.run(
            check.command,
            cwd=ROOT,
            env=surroundings | {"NO_COLOR": "1"} | (environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=LONGEST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        output = (late.output or b"").decode(errors="replace")
        output += f"\nIt did not end within {LONGEST_SECONDS} seconds."
        return Outcome(check.name, succeeded=False, output=output, seconds=LONGEST_SECONDS)
    return Outcome(check.name, done.returncode == 0, done.stdout, time.monotonic() - started)


def report(outcome: Outcome) -> Outcome:
    """Print one line for a success, and everything for a failure."""
    sign = "✓" if outcome.succeeded else "✗"
    if not outcome.succeeded:
        print(outcome.output.rstrip())
    print(f"{sign} {outcome.name} ({outcome.seconds:.1f} s)", flush=True)
    return outcome


def run_in_order(checks: Iterable[Check]) -> list[Outcome]:
    """Run one check after the other, whatever those before it say."""
    return [report(run(check)) for check in checks]


def run_together(checks: Iterable[Check]) -> list[Outcome]:
    """Run checks that only read, as many at a time as there are cores, whatever the others say."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        running = [pool.submit(run, check) for check in checks]
        return [report(done.result()) for done in as_completed(running)]
