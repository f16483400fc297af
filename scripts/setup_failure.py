"""How a command fails: one sentence that says what to do, and exit code 1."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable


class SetupFailure(Exception):  # noqa: N818 - it is a finding, not a fault of the program
    """A failure that one sentence explains; the sentence is the message."""


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
