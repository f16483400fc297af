"""Where the loss has two slopes: a ReLU unit that one weight switches on and off."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from backprop.core.network import ForwardPass, Network
    from backprop.core.rules import Array

KINKED = ("relu", "leaky_relu")
ROUNDING = 1e-12
"""A sum this small beside its summands is zero but for the rounding of float64."""
COMPLEX_STEP = 1e-30


@dataclass(frozen=True)
class Kink:
    """A ReLU or leaky ReLU unit whose pre-activation changes its sign near a parameter's value."""

    layer: int
    """Counts as in `pre_activations`."""
    unit: int
    pre_activation: float
    """z of the unit as the network has it, without any step."""
    is_here: bool
    """Whether that z is 0, or 0 but for rounding: the kink is at the parameter's own value."""
    slope_below: float
    """∂E/∂w on the side where the parameter is smaller."""
    slope_above: float
    """∂E/∂w on the side where it is larger."""


def kink_within(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, position: int, step: float
) -> Kink | None:
    """Find the kink that a central difference of this step would straddle.

    Args:
        net: the network.
        inputs: one example, (n_inputs,) or (1, n_inputs).
        targets: of the example.
        position: of the parameter in `net.parameters`.
        step: h; looked at is from w − h to w + h.

    Returns:
        The kink, with the loss's slope on either side by the complex step; None where no unit is
        switched, or where switching it leaves the slope as it is.
    """
    below, above = net.parameters.copy(), net.parameters.copy()
    below[position] -= step
    above[position] += step
    sides = [net.forward(inputs, parameters).pre_activations for parameters in (below, above)]
    own = net.forward(inputs)
    found = [
        _kink_of(net, own, layer, unit)
        for layer, (rule, low, high) in enumerate(zip(net.activations, *sides, strict=True))
        if rule in KINKED
        for unit in np.flatnonzero((low[0].real > 0) != (high[0].real > 0)).tolist()
    ]
    for layer, unit, z, is_here in sorted(found, key=lambda kink: not kink[3]):
        side_slope = _limit_of_slope if is_here else _slope_beside
        slopes = [side_slope(net, inputs, targets, position, by) for by in (-step, step)]
        if not isclose(*slopes, rel_tol=1e-3, abs_tol=1e-12):
            return Kink(layer, unit, z, is_here, *slopes)
    return None


def _kink_of(net: Network, own: ForwardPass, layer: int, unit: int) -> tuple[int, int, float, bool]:
    z = own.pre_activations[layer].item(0, unit)
    summands = _summands(net, own.activations, layer, unit)
    return layer, unit, z, abs(z) <= ROUNDING * float(np.abs(summands).sum())


def _limit_of_slope(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, position: int, step: float
) -> float:
    """The slope right beside the kink, on the step's side: two slopes led back along their line."""
    near, far = (_slope_beside(net, inputs, targets, position, by) for by in (step, 2 * step))
    limit = 2 * near - far
    return 0.0 if abs(limit) <= 1e-6 * max(abs(near), abs(far)) else limit


def _slope_beside(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, position: int, step: float
) -> float:
    """The slope where the parameter is larger by `step`, by the complex step."""
    shifted = net.parameters.astype(complex)
    shifted[position] += step + 1j * COMPLEX_STEP
    return complex(net.loss_at(shifted, inputs, targets)).imag / COMPLEX_STEP


def _summands(net: Network, activations: tuple[Array, ...], layer: int, unit: int) -> Array:
    """What a unit adds up: a·w of everything that reaches it, and its bias."""
    parts = [
        activations[layer][0] * net.weights[layer][:, unit],
        net.biases[layer][unit : unit + 1],
    ]
    if net.skip_weights is not None and layer == len(net.weights) - 1:
        parts.append(activations[0][0] * net.skip_weights[:, unit])
    return np.concatenate(parts)
