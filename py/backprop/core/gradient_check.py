"""The gradient without backpropagation: nudge each parameter both ways and watch the loss."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from .network import Network
    from .rules import Array

DEFAULT_STEP = 1e-5
"""A central difference is wrong by about h² from the curve of the loss, and by about 10⁻¹⁶/h
from the rounding of float64: both are near 10⁻¹¹ here."""


LEAST_DIFFERENCE = 1e-12
"""A central difference with that step cannot tell a smaller gradient from 0."""


@dataclass(frozen=True)
class GradientCheck:
    """What central differences found."""

    gradient: Array
    """∂E/∂parameter as one vector (P,)."""
    forward_passes: int
    """Two for every parameter, where backpropagation needs one pass forward and one back."""
    largest_relative_error: float
    """Largest difference from `Network.backward`, as a share of the largest component."""


def central_differences(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, step: float = DEFAULT_STEP
) -> GradientCheck:
    """(E(w + h) − E(w − h)) / 2h for every parameter, beside what `backward` says.

    `inputs` and `targets` may be one example or a batch; `step` is h. Within h of a kink, such
    as ReLU's at z = 0, the two rightly differ: there the loss has two slopes. Raises ValueError
    for a wrong shape or a step that is not a positive number.
    """
    positions = range(net.parameters.size)
    found = np.array([central_difference(net, inputs, targets, k, step) for k in positions])
    gradient = net.backward(net.forward(inputs), targets).gradient
    largest = max(np.abs(found).max(), np.abs(gradient).max())
    error = np.abs(found - gradient).max() / largest if largest > 0 else 0.0
    return GradientCheck(found, 2 * found.size, float(error))


def central_difference(
    net: Network,
    inputs: npt.ArrayLike,
    targets: npt.ArrayLike,
    position: int,
    step: float = DEFAULT_STEP,
) -> float:
    """(E(w + h) − E(w − h)) / 2h for the one parameter at `position` in `net.parameters`."""
    if not (np.isfinite(step) and step > 0):
        raise ValueError(f"step must be a positive number, not {step!r}")
    above, below = net.parameters.copy(), net.parameters.copy()
    above[position] += step
    below[position] -= step
    rise = net.loss_at(above, inputs, targets) - net.loss_at(below, inputs, targets)
    run: float = above.item(position) - below.item(position)  # 2h, as float64 holds it
    return rise.real / run


def rounding_of_difference(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, position: int, step: float
) -> float:
    """How far rounding alone may lead the central difference of one parameter astray.

    Each product a·w is rounded by a share of 10⁻¹⁶, which reaches the loss by that product's share
    in the gradient, and so is the loss; the difference of two losses is divided by 2h. All of it
    counts at w ± h, where the losses are taken: they may be far larger than the loss at w.
    """
    nudged = copy.deepcopy(net)
    reached = []
    for nudge in (-step, step):
        nudged.parameters[position] = net.parameters[position] + nudge
        backward = nudged.backward(nudged.forward(inputs), targets)
        products = np.abs(backward.gradient * nudged.parameters)
        reached.append(abs(backward.loss) + float(products.sum()))
    return 8 * float(np.finfo(np.float64).eps) * max(reached) / step


def agreeing_digits(gradient: float, difference: float) -> int:
    """The number of significant digits, 0 to 15, in which two values of one gradient agree."""
    largest = max(abs(gradient), abs(difference))
    if (
        gradient == difference or largest < LEAST_DIFFERENCE
    ):  # both zero, as far as a difference can tell
        return 15
    return int(np.clip(-np.log10(abs(gradient - difference) / largest), 0, 15))
