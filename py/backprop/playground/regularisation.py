"""What a step of TensorFlow Playground takes from the weights besides the gradient.

A step moves w to w′ by the gradient first and then to w′ − ηλ r. Of the w before the step, r is w
itself for L2 and the sign for L1. A weight that L1 would take across zero is 0, and stays 0 for
ever. Biases are left alone.

Each rule is two lists of NumPy calls, for before and after the parameters are moved.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.training.in_place_functions import Call


def l2_calls(parameters: Array, pull: Array) -> tuple[list[Call], list[Call]]:
    """The calls of L2.

    Args:
        parameters: `(P,)`.
        pull: `(P,)`, ηλ for each weight that may move, and 0 for the other parameters.
    """
    pulled = np.empty_like(parameters)
    return (
        [partial(np.multiply, parameters, pull, pulled)],
        [partial(np.subtract, parameters, pulled, parameters)],
    )


def l1_calls(parameters: Array, pull: Array, alive: Array) -> tuple[list[Call], list[Call]]:
    """The calls of L1.

    Args:
        parameters: `(P,)`.
        pull: as in `l2_calls`.
        alive: `(P,)`, 0 for each weight that has been taken across zero, and 1 for the others.
    """
    pulled, product = np.empty_like(parameters), np.empty_like(parameters)
    crosses = np.empty(parameters.shape, dtype=bool)
    zero = np.zeros_like(parameters)
    return (
        [partial(np.sign, parameters, pulled), partial(np.multiply, pulled, pull, pulled)],
        [
            partial(np.subtract, parameters, pulled, pulled),
            partial(np.multiply, parameters, pulled, product),
            partial(np.less, product, zero, crosses),
            partial(np.putmask, alive, crosses, 0.0),
            partial(np.multiply, pulled, alive, parameters),
        ],
    )
