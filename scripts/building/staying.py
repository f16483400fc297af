"""Node scripts that stay, to be asked again sooner: they keep what they have read and compiled."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from places import ROOT

Command = tuple[str, ...]
"""A script beside this one, and its options."""

running: dict[Command, subprocess.Popen[str]] = {}
"""Those that were started; they end when this program does."""


def start(command: Command) -> subprocess.Popen[str]:
    """The running script; it is started if it is not there."""
    process = running.get(command)
    if process is None or process.poll() is not None:
        script, *options = command
        process = running[command] = subprocess.Popen(
            ["node", "--enable-source-maps", str(Path(__file__).with_name(script)), *options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    return process


def succeeds(command: Command, *asked: str | list[str]) -> bool:
    """Ask a script for something; whether it was done. If not, it has been told why."""
    process = start(command)
    if process.stdin is None or process.stdout is None:
        raise AssertionError("both are pipes")
    process.stdin.write(json.dumps(asked) + "\n")
    process.stdin.flush()
    return process.stdout.readline() == "done\n"
