"""The curve of an activation function, and where units stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import number_text
from backprop.core.rules import ACTIVATIONS
from backprop.core.unit_names import unit_name
from backprop.explain.symbols import FUNCTION_NAMES

if TYPE_CHECKING:
    from backprop.core.network import ForwardPass, Network
    from backprop.core.rules import Array

POINTS = 61
"""Of a drawn curve; odd, so that one of them is at z = 0, where ReLU has its kink."""

LEAST_REACH = 5.0
"""A curve is drawn at least from -5 to 5, where the sigmoid has all of its bend."""


@dataclass(frozen=True)
class UnitOnCurve:
    """Where one unit stands on the curve of its layer."""

    z: float
    a: float
    slope: float
    """f′(z), the slope of the tangent there."""
    name: str
    sentence: str


@dataclass(frozen=True)
class ActivationCurve:
    """The activation function of one layer as a curve, and its units on it."""

    function: str
    """A name in `core.rules`."""
    title: str
    points: tuple[tuple[float, float], ...]
    """(z, a) from left to right."""
    units: tuple[UnitOnCurve, ...]


def curve_points(function: str, reach: float) -> tuple[tuple[float, float], ...]:
    """(z, a) of an activation function at `POINTS` places from -reach to reach.

    They are rounded to four decimals, which is more than a picture shows. Not for softmax, which
    ties the units of a layer together and is no curve.
    """
    z = _places(reach)
    return _rounded(z, ACTIVATIONS[function].value(z[np.newaxis])[0])


def slope_points(function: str, reach: float) -> tuple[tuple[float, float], ...]:
    """(z, f′(z)) of an activation function at the places of `curve_points`, rounded as there.

    Raises:
        ValueError: the function is no curve.
    """
    rule = ACTIVATIONS[function]
    if rule.derivative is None:
        raise ValueError(f"function: {function} ties a layer's units together, and is no curve")
    z = _places(reach)
    return _rounded(z, rule.derivative(rule.value(z[np.newaxis]))[0])


def _places(reach: float) -> Array:
    """`POINTS` numbers from -reach to reach; the width between the ends may be beyond a float."""
    return reach * np.linspace(-1, 1, POINTS)


def _rounded(z: Array, heights: Array) -> tuple[tuple[float, float], ...]:
    """Pairs with four decimals. Python rounds any number; NumPy's way overflows from 1e304 on."""
    pairs = zip(z.tolist(), heights.tolist(), strict=True)
    return tuple((round(place, 4), round(height, 4)) for place, height in pairs)


def activation_curves(net: Network, forward: ForwardPass) -> tuple[ActivationCurve | None, ...]:
    """The curve of each layer with its units in one example's pass; None for softmax."""
    return tuple(_curve(net, forward, layer) for layer in range(len(net.weights)))


def _curve(net: Network, forward: ForwardPass, layer: int) -> ActivationCurve | None:
    function = net.activations[layer]
    derivative = ACTIVATIONS[function].derivative
    if derivative is None:
        return None
    z, a = forward.pre_activations[layer][0], forward.activations[layer + 1][0]
    slopes = derivative(a)
    reach = max(LEAST_REACH, float(ceil(np.abs(z).max())))
    units = []
    for unit, (at, value, slope) in enumerate(
        zip(z.tolist(), a.tolist(), slopes.tolist(), strict=True)
    ):
        name = unit_name(net.layer_sizes, layer + 1, unit)
        told = (
            f"At {name} z is {number_text(at)}: the {FUNCTION_NAMES[function]} gives "
            f"{number_text(value)}, and its slope there is {number_text(slope)}."
        )
        units.append(UnitOnCurve(at, value, slope, name, told))
    title = f"The {FUNCTION_NAMES[function]}"
    return ActivationCurve(function, title, curve_points(function, reach), tuple(units))
