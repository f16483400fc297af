"""Learning rates that change as training goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .rules import Array


def geometric(learning_rate: float, decay: float, steps: int) -> Array:
    """The learning rate of each step, η(t) = η·dᵗ, t counted from 0.

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
