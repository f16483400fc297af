"""In which order an epoch goes through the examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backprop.core.rules import Array

ORDERS_AT_ONCE = 64
"""Epochs whose orders of examples are drawn together."""


class ExampleOrder:
    """The examples of an epoch, in the order that the seed and the epoch's number decide.

    Args:
        x: `(inputs, examples)`.
        t: `(outputs, examples)`.
        seed: a whole number from 0 on.

    Attributes:
        x: the inputs as the last `lay_out` has put them, the same array each time.
        t: their targets.
    """

    def __init__(self, x: Array, t: Array, seed: int) -> None:
        self._examples = (x, t)
        self.x, self.t = np.empty_like(x), np.empty_like(t)
        self._seed = seed
        self._block = -1

    def of(self, epoch: int) -> NDArray[np.intp]:
        """Return the examples' numbers in the order of this epoch."""
        block, row = divmod(epoch, ORDERS_AT_ONCE)
        if block != self._block:
            rng = np.random.default_rng([self._seed, block])
            count = self.x.shape[1]
            self._orders = rng.permuted(np.tile(np.arange(count), (ORDERS_AT_ONCE, 1)), axis=1)
            self._block = block
        order: NDArray[np.intp] = self._orders[row]
        return order

    def lay_out(self, epoch: int) -> None:
        """Fill `x` and `t` with the examples in the order of this epoch."""
        order = self.of(epoch)
        x, t = self._examples
        x.take(order, 1, self.x, "clip")  # the only mode that writes without a buffer
        t.take(order, 1, self.t, "clip")
