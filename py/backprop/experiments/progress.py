"""A bar on the terminal for what takes longer than a second."""

from __future__ import annotations

import sys
from time import monotonic

WIDTH = 40
PATIENCE = 1.0
"""Seconds after which a bar appears."""


class ProgressBar:
    """Draws how much is done on the error stream, so that a table on the output stays clean.

    Nothing is drawn in the first second, nor where the error stream is no terminal.

    Args:
        label: what is being done.
    """

    def __init__(self, label: str) -> None:
        self._label = label
        self._began = monotonic()
        self._drawn = False

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` parts are done; the last one ends the line."""
        if not sys.stderr.isatty() or monotonic() - self._began < PATIENCE:
            return
        filled = WIDTH * done // total
        bar = "█" * filled + "·" * (WIDTH - filled)
        sys.stderr.write(f"\r{self._label} {bar} {100 * done // total:3d}%")
        self._drawn = True
        if done >= total:
            sys.stderr.write("\n")
        sys.stderr.flush()
