"""Steps of gradient descent as NumPy calls into arrays that exist already.

A pass leaves its gradients with signs and without a factor, see `column_pass`. Both are settled
here, by one factor for each parameter.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backprop.core.parameter_layout import ParameterLayout
    from backprop.core.rules import Array

    from .column_pass import ColumnPass
    from .in_place_functions import Call


def gradient_factors(
    batch: ColumnPass, layout: ParameterLayout, frozen: Sequence[int] = ()
) -> Array:
    """What makes ∂E/∂w of what a pass has left, `(P,)`; 0 for the parameters that no step moves."""
    sizes = [matrix.size for matrix in layout.folded(np.empty(layout.size))]
    factors = np.repeat(np.array(batch.gradient_signs) * batch.share, sizes)
    factors[list(frozen)] = 0
    return factors


def change_calls(motion: Array, factors: Array, momentum: float) -> list[Call]:
    """Calls from the gradient to the change of parameters: Δw = −η g + α Δw.

    Args:
        motion: `(2P,)`, the change of the step before, which is replaced, and the gradient.
        factors: `(P,)`, −η times `gradient_factors`.
        momentum: α.
    """
    change, gradient = motion[: factors.size], motion[factors.size :]
    if momentum == 0:
        return [partial(np.multiply, gradient, factors, change)]
    both = np.concatenate([np.full(factors.size, momentum), factors])
    return [
        partial(np.multiply, motion, both, motion),
        partial(np.add, change, gradient, change),
    ]
