"""One step of gradient descent. Backpropagation finds the gradient; this is what uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .rules import Array


def descend(
    parameters: Array, gradient: Array, learning_rate: float, frozen: Sequence[int] = ()
) -> Array:
    """Parameters (P,) after one step downhill, each moved by −η ∂E/∂w.

    `frozen` lists the indices of parameters that stay where they are.
    """
    slopes = gradient.copy()
    slopes[list(frozen)] = 0
    return parameters - learning_rate * slopes
