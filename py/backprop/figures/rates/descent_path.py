"""One run of gradient descent on two weights, and what goes wrong on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.gradient_descent import geometric, momentum_change
from backprop.core.network import Network

if TYPE_CHECKING:
    from backprop.core.datasets import Dataset
    from backprop.core.rules import Array

    from .landscapes import Rate

STREAK = 3
"""So many moves in a row make an oscillation, or a divergence."""


@dataclass(frozen=True)
class Path:
    """Where a run went. Position n is that after n steps; the last may lie far outside.

    Attributes:
        points: `(n + 1, 2)`.
        losses: `(n + 1,)`.
        gradients: `(n + 1, 2)`, of the two weights.
        moves: `(n + 1, 2)`; `moves[n]` is the step that led to position n, the velocity there.
        rates: `(n + 1,)`; `rates[n]` is the learning rate of the step that leaves position n.
    """

    points: Array
    losses: Array
    gradients: Array
    moves: Array
    rates: Array


def descent(
    net: Network,
    dataset: Dataset,
    weights: tuple[int, int],
    start: tuple[float, float],
    rate: Rate,
    steps: int,
    farthest: float = np.inf,
) -> Path:
    """Gradient descent on two parameters, every other one held: Δw(t) = −η ∂E/∂w + α Δw(t−1).

    Args:
        net: its parameters are those that are held; it is left as it is.
        dataset: the examples; each step uses all of them.
        weights: indices of the two parameters that move.
        start: where they begin.
        rate: η, α and the decay of η.
        steps: how many to take.
        farthest: the run ends early where a parameter is this large, or no longer finite.
    """
    free = list(weights)
    held = net.parameters.copy()
    moved = Network(net.layer_sizes, net.activations, net.loss, use_biases=net.use_biases)
    rates = geometric(rate.learning_rate, rate.decay, steps + 1)
    point, velocity = np.array(start, dtype=np.float64), np.zeros(2)
    points, losses, gradients, moves = [], [], [], []
    for η in rates:
        held[free] = point
        moved.parameters[:] = held
        backward = moved.backward(moved.forward(dataset.inputs), dataset.targets)
        if not (np.isfinite(backward.loss) and np.isfinite(backward.gradient).all()):
            break
        gradient = backward.gradient[free]
        points.append(point)
        losses.append(backward.loss)
        gradients.append(gradient)
        moves.append(velocity)
        velocity = momentum_change(velocity, gradient, η, rate.momentum)
        if np.abs(point).max() > farthest:
            break
        point = point + velocity
    count = len(points)
    return Path(
        np.array(points),
        np.array(losses),
        np.array(gradients),
        np.array(moves),
        rates[:count],
    )


def happenings(path: Path) -> list[str | None]:
    """Name what goes wrong at each position, or None.

    The criteria, the worst first:

    * `divergence`: the loss has risen in each of the last 3 steps and is above that of the start.
    * `oscillation`: each of the last 3 moves overshot, and turned back on the one before it
      (their inner product is negative).
    * `overshoot`: the move went past the lowest point in its own direction. There the slope along
      the move, ∂E/∂w · Δw, is above zero: going on the same way would lead uphill.
    """
    rose = np.diff(path.losses) > 0
    overshot = (path.gradients * path.moves).sum(axis=1) > 0
    turned = (path.moves[1:] * path.moves[:-1]).sum(axis=1) < 0
    named: list[str | None] = [None]
    for step in range(1, len(path.losses)):
        first = step - STREAK
        if first >= 0 and rose[first:step].all() and path.losses[step] > path.losses[0]:
            named.append("divergence")
        elif first >= 0 and overshot[first + 1 : step + 1].all() and turned[first:step].all():
            named.append("oscillation")
        else:
            named.append("overshoot" if overshot[step] else None)
    return named
