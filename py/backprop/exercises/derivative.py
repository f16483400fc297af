"""A derivative without backpropagation, by two ways that have to agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backprop.core.rules import Array

COMPLEX_STEP = 1e-30
CENTRAL_STEP = 1e-5
AGREEMENT = 1e-7
"""How far a central difference with that step may be off, of a loss about 1."""


def derivative(loss: Callable[[NDArray[Any]], Any], at: Array) -> Array:
    """∂E/∂v for every number v of `at`, which may have any shape; the answer has the same.

    The complex step, Im E(v + ih)/h, is exact to the last digits; the central difference,
    (E(v + h) − E(v − h))/2h, is asked too, since the former needs a loss that takes complex numbers
    for what they are.

    Args:
        loss: of an array like `at`, real or complex.
        at: where.

    Raises:
        ArithmeticError: the two differ, so the loss has a kink there or is no such function.
    """
    exact = np.empty(at.shape)
    for place in np.ndindex(at.shape):
        step = np.zeros(at.shape)
        step[place] = 1.0
        exact[place] = np.asarray(loss(at + 1j * COMPLEX_STEP * step)).imag.item() / COMPLEX_STEP
        above, below = loss(at + CENTRAL_STEP * step), loss(at - CENTRAL_STEP * step)
        difference = np.asarray(above - below).real.item() / (2 * CENTRAL_STEP)
        if not abs(exact[place] - difference) <= AGREEMENT * max(1.0, abs(difference)):
            raise ArithmeticError(f"two ways to a derivative differ at {place}")
    return exact
