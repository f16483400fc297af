"""How training came to an end in numbers that are none: the epoch, the unit, the operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.gradient_descent import momentum_change
from backprop.core.number_text import count_text
from backprop.core.overflow import first_overflow
from backprop.core.unit_names import parameter_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.rules import Array


REPLAYED = 3
"""Epochs to look through: sums in another order may overflow one epoch later."""


def first_failure(
    net: Network,
    dataset: Dataset,
    batches: Callable[[int], Iterable[NDArray[np.intp]]],
    velocity: Array,
    learning_rate: float,
    momentum: float,
    epoch: int,
) -> str:
    """Train on, slowly, and tell which operation first leaves the numbers.

    Args:
        net: with the last parameters that were sound; it is moved.
        dataset: the examples.
        batches: for an epoch's number, which of the examples make up each of its steps.
        velocity: of those parameters.
        learning_rate: η.
        momentum: α.
        epoch: how many epochs were done before.

    Returns:
        A sentence such as "In epoch 37 the weighted sum of hidden unit 2 became infinite: …".
    """
    v = velocity.copy()
    with np.errstate(all="ignore"):
        for done in range(epoch, epoch + REPLAYED):
            for batch in batches(done):
                x, t = dataset.inputs[batch], dataset.targets[batch]
                found = first_overflow(net, x, t)
                if found is None:
                    gradient = net.backward(net.forward(x), t).gradient
                    v = momentum_change(v, gradient, learning_rate, momentum)
                    net.parameters[:] += v
                    found = _overflown_step(net, v)
                if found is not None:
                    return f"In epoch {count_text(done + 1)} {found}."
    return f"In epoch {count_text(epoch + 1)} a number became larger than a float64 can hold."


def _overflown_step(net: Network, v: Array) -> str | None:
    for what, values in (("step of", v), ("new value of", net.parameters)):
        bad = np.flatnonzero(~np.isfinite(values))
        if bad.size:
            name = parameter_name(net.layer_sizes, net.layout.addresses()[int(bad[0])])
            return f"the {what} the {name} became infinite"
    return None
