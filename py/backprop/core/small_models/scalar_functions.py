"""Functions of one number, those that a network is made of, each beside its slope.

A function is a chain of operations. A nudge of what goes in passes through them one after the
other, and each hands it on as many times larger as its own slope says: the chain rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.rules import relu, relu_derivative, sigmoid, sigmoid_derivative

if TYPE_CHECKING:
    from collections.abc import Callable

    from backprop.core.rules import Array


@dataclass(frozen=True)
class Operation:
    """A step of a chain. `u` is what comes in, element by element; `held` is a number beside it."""

    value: Callable[[Array, float], Array]
    """(u, held) → what comes out."""
    slope: Callable[[Array, float], Array]
    """(u, held) → the derivative of what comes out by u, with `held` left as it is."""


@dataclass(frozen=True)
class ScalarFunction:
    """A function of x, in which a second number may be held."""

    chain: tuple[Operation, ...]
    corner: float | None = None
    """The x at which it has another slope to the left than to the right, if there is one."""

    def values(self, x: Array, held: float = 0.0) -> list[Array]:
        """What comes out of each operation: the last is the value of the function."""
        values = []
        for operation in self.chain:
            x = operation.value(x, held)
            values.append(x)
        return values

    def value(self, x: Array, held: float = 0.0) -> Array:
        """The value of the function, of the shape of `x`."""
        return self.values(x, held)[-1]

    def slopes(self, x: float, held: float = 0.0) -> list[float]:
        """The slope of each operation, at what comes in there."""
        incoming = [np.array(x), *self.values(np.array(x), held)]
        return [
            float(operation.slope(u, held))
            for operation, u in zip(self.chain, incoming, strict=False)
        ]

    def slope(self, x: float, held: float = 0.0) -> float:
        """The derivative of the function by x: the product of the slopes along its chain."""
        return prod(self.slopes(x, held))


SQUARE = Operation(lambda u, _: u**2, lambda u, _: 2 * u)
LINE = Operation(lambda u, _: 3 * u + 2, lambda u, _: np.full_like(u, 3.0))

FUNCTIONS = {
    "square": ScalarFunction((SQUARE,)),
    "line": ScalarFunction((LINE,)),
    "squared_line": ScalarFunction((LINE, SQUARE)),
    "two_weights": ScalarFunction(
        (Operation(lambda w1, w2: w1**2 + 3 * w1 * w2, lambda w1, w2: 2 * w1 + 3 * w2),)
    ),
    "sigmoid": ScalarFunction(
        (Operation(lambda z, _: sigmoid(z), lambda z, _: sigmoid_derivative(sigmoid(z))),)
    ),
    "relu": ScalarFunction(
        (Operation(lambda z, _: relu(z), lambda z, _: relu_derivative(relu(z))),), corner=0.0
    ),
}
"""By name: x², 3x + 2, (3x + 2)², w₁² + 3w₁w₂ with w₂ held, σ and ReLU."""
