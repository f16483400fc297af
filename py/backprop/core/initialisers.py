"""How large weights are at the start, so that signals neither fade nor grow on their way.

All draw uniformly from ±r; they differ in r. A weighted sum of n_in inputs has n_in times the
variance of one summand, and a uniform weight has variance r²/3: from these two facts come both
rules.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import numpy as np

from .rules import Array


def xavier_range(n_in: int, n_out: int) -> float:
    """The r of √(6 / (n_in + n_out)): variance 2 / (n_in + n_out).

    It keeps the size of activations on the way forward (n_in) and of gradients on the way back
    (n_out) as well as one number can, where the activation's slope is near 1. Glorot and Bengio,
    2010, equation 16.
    """
    return sqrt(6 / (n_in + n_out))


def he_range(n_in: int, _n_out: int) -> float:
    """The r of √(6 / n_in): variance 2 / n_in.

    The 2 makes up for the half of a ReLU's inputs that it sets to zero. He, Zhang, Ren and Sun,
    2015, equation 10.
    """
    return sqrt(6 / n_in)


RANGES: dict[str, Callable[[int, int], float]] = {"xavier": xavier_range, "he": he_range}
"""Rule → (n_in, n_out) → r."""

INITIALISERS = ("range", *RANGES)
"""`range` is a number that somebody chose: the same for every layer."""


def start_range(name: str, n_in: int, n_out: int, initial_range: float) -> float:
    """The r of one layer's weights; `initial_range` is used by "range" alone.

    Raises:
        ValueError: there is no initialiser of that name.
    """
    if name not in INITIALISERS:
        raise ValueError(f"initialiser must be among {', '.join(INITIALISERS)}, not {name!r}")
    return initial_range if name == "range" else RANGES[name](n_in, n_out)


def uniform_weights(rng: np.random.Generator, n_in: int, n_out: int, largest: float) -> Array:
    """Weights (n_in, n_out), each anywhere from −`largest` to `largest` with equal chance."""
    return rng.uniform(-1.0, 1.0, (n_in, n_out)) * largest
