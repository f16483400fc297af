"""How large anything may be: one table, read by the engine, the data sets and the page's fields.

A limit is there for one of two reasons: the picture ends (units, layers, resolution) or the
reader's machine does (examples, epochs, population). All are inclusive.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

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
    "step": Limit(1e-12, 1, False),  # of a finite difference
    "population": Limit(1, 4_096, True),
    "patience": Limit(1, 1_000_000_000, True),  # epochs without improvement
    "probability": Limit(0, 1, False),
    "index": Limit(0, 4_095, True),
    "descent_steps": Limit(1, 120, True),  # of a run on a map of the loss
    "decay": Limit(0.5, 1, False),  # what a step leaves of the learning rate
    "neuron_steps": Limit(0, 200, True),  # of the run of a single weight
    "stack_depth": Limit(2, 50, True),  # layers of a deep stack
    "stack_width": Limit(1, 32, True),
    "stack_range": Limit(0, 5, False),  # of its first weights
    "stack_steps": Limit(0, 200, True),  # of its training
    "hidden_layers": Limit(1, 8, True),  # of a network whose multiplications are counted
    "width": Limit(1, 16, True),  # of each of those layers
    "timed_size": Limit(0, 5, True),  # index of a network whose gradient is timed
    "timed_seconds": Limit(0, 10_000, False),  # spent on it so far
    "slice": Limit(0, 1, False),  # seconds that one slice of a measurement may take
    "run_epoch": Limit(1, 1_500, True),  # of the run that the stopping rules are laid on
    "gain": Limit(0, 1, False),  # share of itself that a loss has lost
    "rule_steps": Limit(0, 200, True),  # of the network of the general rule
    "any": Limit(-LARGEST, LARGEST, False),
}


def breach(name: str, value: object) -> str | None:
    """Say what is wrong with a number, as the end of a sentence ("must be …"), or None.

    Args:
        name: a key of `LIMITS`.
        value: any number of Python's or NumPy's; a bool is not one.
    """
    limit = LIMITS[name]
    kind = "a whole number" if limit.whole else "a number"
    if isinstance(value, bool) or not isinstance(value, NUMBERS):
        return f"must be {kind}"
    try:
        finite = math.isfinite(value)
    except OverflowError:  # an integer too large for a float
        finite = True
    if not finite:
        return "must be finite"
    if limit.whole and value != int(value):
        return "must be a whole number"
    if value > limit.maximum:
        return f"must be at most {_written(limit.maximum)}"
    if value < limit.minimum:
        return f"must be at least {_written(limit.minimum)}"
    return None


def _written(end: float) -> str:
    return f"{int(end):,}" if abs(end) < 1e15 and end == int(end) else f"{end:g}"


def require(name: str, value: object, called: str | None = None) -> None:
    """Raise a `ValueError` that names the value and the limit if `value` is outside it."""
    wrong = breach(name, value)
    if wrong is not None:
        raise ValueError(f"{called or name} {wrong}")
