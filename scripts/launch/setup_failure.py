"""How a command fails: one sentence that says what to do, and exit code 1."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable

from places import ROOT


class SetupFailure(Exception):  # noqa: N818 - it is a finding, not a fault of the program
    """A failure that one sentence explains; the sentence is the message."""


def run_step(command: list[str], failure: str) -> None:
    """Run one of our own commands; its output is the explanation when it fails.

    Raises:
        SetupFailure: with ``failure`` as its sentence, when the command failed.
    """
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SetupFailure(failure)


def run_command(main: Callable[[], int]) -> None:
    """Run a command's ``main`` and leave with its exit code, or with one sentence and 1.

    A full disk is explained here, because any step of any command can meet one.
    """
    try:
        code = main()
    except SetupFailure as failure:
        print(failure, file=sys.stderr)
        code = 1
    except OSError as problem:
        if problem.errno != errno.ENOSPC:
            raise
        print(
            "The disk is full: free about 1 GB, then run the same command again.", file=sys.stderr
        )
        code = 1
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
