"""Steps of gradient descent with momentum, and what the next step has to know of the last."""

from __future__ import annotations

from typing import NamedTuple

from backprop.core.gradient_descent import momentum_change
from backprop.core.network import Network
from backprop.core.rules import Array


class Momentum(NamedTuple):
    """How weights are changed, and how they were changed last."""

    learning_rate: float
    momentum: float
    change: Array
    """Δw of the step before, in the order of `Network.parameters`; zeros at the start."""


def momentum_descent(
    net: Network, inputs: Array, target: Array, momentum: Momentum, steps: int
) -> Momentum:
    """Change `net` by that many steps of Δw = −η ∂E/∂w + α Δw(before); return where it stands."""
    η, α, change = momentum
    for _ in range(steps):
        gradient = net.backward(net.forward(inputs), target).gradient
        change = momentum_change(change, gradient, η, α)
        net.parameters += change
    return Momentum(η, α, change)
