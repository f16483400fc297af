"""A step of gradient descent. Backpropagation finds the gradient; this is what uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .rules import Array

Numbers = TypeVar("Numbers", float, "Array")
"""One number, or an array of any shape."""


def descend(parameters: Numbers, gradient: Numbers, learning_rate: float) -> Numbers:
    """Where parameters are after one step downhill: w − η ∂E/∂w."""
    return parameters - learning_rate * gradient


def momentum_change(
    change: Numbers, gradient: Numbers, learning_rate: float, momentum: float
) -> Numbers:
    """The change of parameters in a step with momentum: Δw = −η ∂E/∂w + α Δw(before).

    Args:
        change: Δw of the step before; zero at the start.
        gradient: ∂E/∂w.
        learning_rate: η.
        momentum: α, from 0 to 1.
    """
    return descend(momentum * change, gradient, learning_rate)


def without(gradient: Array, frozen: Sequence[int]) -> Array:
    """The gradient (P,) with zeros for the parameters at these indices, so that they stay."""
    held = gradient.copy()
    held[list(frozen)] = 0
    return held


def geometric(learning_rate: float, decay: float, steps: int) -> Array:
    """The learning rate of each step where it decays, η(t) = η·dᵗ, t counted from 0.

    Args:
        learning_rate: η, that of the first step.
        decay: d, what is left of the rate after a step, above 0 to 1; 1 keeps it as it is.
        steps: how many to give.

    Returns:
        `(steps,)`.

    Raises:
        ValueError: `decay` is not above 0 and at most 1.
    """
    if not 0 < decay <= 1:
        raise ValueError(f"decay must be above 0 and at most 1, not {decay}")
    return learning_rate * np.power(decay, np.arange(steps, dtype=np.float64))
