"""How large anything may be: what is common to data sets, training and several figures.

A figure has limits of its own in its module, in a table of the same name. A limit is there for one
of two reasons: the picture ends (units, layers, resolution) or the reader's machine does (examples,
epochs, population). All are inclusive.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from .number_text import count_text, number_text

NUMBERS = (int, float, np.integer, np.floating)
LARGEST = float(np.finfo(np.float64).max)


class Limit(NamedTuple):
    """The smallest and the largest value allowed, and whether only whole numbers are."""

    minimum: float
    maximum: float
    whole: bool


LIMITS: dict[str, Limit] = {
    "layers": Limit(2, 6, True),  # entries of layer_sizes: the input and up to five more
    "units": Limit(1, 8, True),
    "weight": Limit(-1e6, 1e6, False),  # what a field takes; training may go further
    "input": Limit(-1e6, 1e6, False),
    "target": Limit(-1e6, 1e6, False),
    "initial_range": Limit(0, 100, False),
    "seed": Limit(0, 2**32 - 1, True),
    "learning_rate": Limit(0, 100, False),
    "momentum": Limit(0, 0.999, False),
    "batch_size": Limit(1, 2_000, True),
    "examples": Limit(2, 2_000, True),
    "noise": Limit(0, 1, False),
    "epochs": Limit(0, 1_000_000, True),  # of one message
    "epoch": Limit(0, 1_000_000_000, True),  # of a whole run
    "time_limit": Limit(0, 60, False),  # seconds
    "loss": Limit(0, 1e9, False),
    "coordinate": Limit(-1e6, 1e6, False),
    "resolution": Limit(2, 200, True),
    "population": Limit(1, 4_096, True),
    "probability": Limit(0, 1, False),
    "index": Limit(0, 4_095, True),
    "any": Limit(-LARGEST, LARGEST, False),
}


class Breach(NamedTuple):
    """What is wrong with a value.

    Attributes:
        code: `too_large`, or `bad_value` for anything else.
        words: the end of a sentence, "must be …".
    """

    code: str
    words: str


def breach(limit: Limit, value: object) -> Breach | None:
    """Say what is wrong with a number, or None.

    Args:
        limit: what it is held to.
        value: any number of Python's or NumPy's; a bool is not one.
    """
    kind = "a whole number" if limit.whole else "a number"
    if isinstance(value, bool) or not isinstance(value, NUMBERS):
        return Breach("bad_value", f"must be {kind}")
    try:
        finite = math.isfinite(value)
    except OverflowError:  # an integer too large for a float
        finite = True
    if not finite:
        return Breach("bad_value", "must be finite")
    if limit.whole and value != int(value):
        return Breach("bad_value", "must be a whole number")
    if value > limit.maximum:
        return Breach("too_large", f"must be at most {_written(limit.maximum)}")
    if value < limit.minimum:
        return Breach("bad_value", f"must be at least {_written(limit.minimum)}")
    return None


def _written(end: float) -> str:
    return count_text(end) if abs(end) < 1e15 and end == int(end) else number_text(end)


def require(name: str, value: object, called: str | None = None) -> None:
    """Raise a `ValueError` that names the value and the limit if `value` is outside it."""
    wrong = breach(LIMITS[name], value)
    if wrong is not None:
        raise ValueError(f"{called or name} {wrong.words}")
