"""How wrong a central difference is, at every size of its step, in float64 and in float32.

(E(w + h) − E(w − h)) / 2h misses the slope in two ways: by about h² where the loss is curved, and
by about ε/h where both losses are rounded to a last digit ε. A long step suffers from the one, a
short step from the other; on log scales the error is a V.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.rules import ACTIVATIONS, LOSSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from backprop.core.network import Network
    from backprop.core.rules import Array

PRECISIONS: dict[str, type[np.floating[Any]]] = {"float64": np.float64, "float32": np.float32}

STEPS = tuple(float(f"1e-{k // 2}") * (1.0, 0.31622776601683794)[k % 2] for k in range(29))
"""From 1 down to 10⁻¹⁴, two to each power of ten."""


@dataclass(frozen=True)
class StepError:
    """Central differences with one step, in one precision."""

    step: float
    gradient: Array
    """The differences (P,), as float64."""
    largest_relative_error: float
    """Largest difference from `Network.backward`, as a share of its largest component."""


def errors_by_step(
    net: Network,
    inputs: npt.ArrayLike,
    targets: npt.ArrayLike,
    precision: str,
    steps: Sequence[float] = STEPS,
) -> list[StepError]:
    """Try every step, with every number of the forward pass in `precision`.

    Backpropagation, always in float64, is what they are measured against: its own error is in the
    last digits. Raises KeyError for an unknown precision.
    """
    gradient = net.backward(net.forward(inputs), targets).gradient
    largest = float(np.abs(gradient).max())
    found = []
    for step in steps:
        differences = differences_in(net, inputs, targets, step, precision)
        error = float(np.abs(differences - gradient).max())
        found.append(StepError(step, differences, error / largest if largest > 0 else error))
    return found


def differences_in(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, step: float, precision: str
) -> Array:
    """Central differences of every parameter (P,), computed in `precision`.

    2h is taken as the precision holds it, the distance between the two weights that were tried.
    Where the step is lost in a weight's rounding there is no distance: the difference is 0.
    """
    kind = PRECISIONS[precision]
    vector = net.parameters.astype(kind)
    h = kind(step)
    found = np.zeros(vector.size)
    for k in range(vector.size):
        weight = vector[k]
        above, below = weight + h, weight - h
        if above == below:
            continue
        vector[k] = above
        rise = loss_in(net, vector, inputs, targets)
        vector[k] = below
        rise -= loss_in(net, vector, inputs, targets)
        vector[k] = weight
        found[k] = rise / (above - below)
    return found


def loss_in(
    net: Network,
    parameters: npt.NDArray[np.floating[Any]],
    inputs: npt.ArrayLike,
    targets: npt.ArrayLike,
) -> np.floating[Any]:
    """The loss with these parameters, every operation in their own precision.

    `Network.forward` would not do: its inputs are float64, and NumPy works in the wider of two
    precisions.
    """
    kind = parameters.dtype
    views = net.split(parameters)
    x = a = np.atleast_2d(np.asarray(inputs, dtype=kind))
    t = np.atleast_2d(np.asarray(targets, dtype=kind))
    z = a
    for layer, name in enumerate(net.activations):
        z = a @ views.weights[layer]
        if net.use_biases:
            z = z + views.biases[layer]
        if views.skip_weights is not None and layer == len(net.activations) - 1:
            z = z + x @ views.skip_weights
        a = ACTIVATIONS[name].value(z)
    rule = LOSSES[net.loss]
    losses = rule.value(z if rule.of_pre_activation else a, t)
    total: np.floating[Any] = losses.mean() if net.reduction == "mean" else losses.sum()
    return total
