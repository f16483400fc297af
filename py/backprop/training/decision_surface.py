"""What a two-input network answers everywhere in a window of the plane."""

from __future__ import annotations

from math import frexp, ldexp
from typing import TYPE_CHECKING

import numpy as np

from backprop.core import limits
from backprop.core.rules import ACTIVATIONS

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.core.rules import Array

EXPONENTS = {"sigmoid": -1.0, "tanh": 2.0}
"""What z is multiplied by in the exponential that an activation is made of."""

AT_MIDDLE: dict[float, dict[str, float]] = {
    0.5: {"sigmoid": 0.0, "tanh": float(np.arctanh(0.5))}
    | dict.fromkeys(("linear", "relu", "leaky_relu"), 0.5),
    0.0: {"tanh": 0.0, "linear": 0.0},
}
"""The pre-activation at which an activation is 0.5, or 0."""

FAR = 10.0
"""A line is cut where it is so many times as far away as the farthest of the points beside it."""

SAFE = 150.0
"""For parts of z up to this, no product of two such exponentials leaves a float64's range."""

ROOM = 0.15
"""Beside the values that a window holds, as a part of their range."""

Span = tuple[float, float]
Segment = tuple[tuple[float, float], tuple[float, float]]


def decision_surface(net: Network, x_range: Span, y_range: Span, resolution: int) -> Array:
    """Return the first output on a grid, `(resolution, resolution)`.

    Args:
        net: a network with two inputs.
        x_range: the window's left and right edge; columns go from one to the other, both included.
        y_range: the window's lower and upper edge; row 0 is the lower.
        resolution: points along each edge, 2 to 200.

    Returns:
        A new array; numbers too large for a float64 are the largest that there are.

    Raises:
        ValueError: the network has not two inputs, or an argument is out of its range.
    """
    if net.layer_sizes[0] != 2:
        raise ValueError(f"a surface needs two inputs; this network has {net.layer_sizes[0]}")
    limits.require("resolution", resolution)
    x = np.linspace(*_rising(x_range, "x_range"), resolution)
    y = np.linspace(*_rising(y_range, "y_range"), resolution)
    with np.errstate(all="ignore"):
        surface = _outputs(net, x, y)
    if not np.isfinite(surface).all():
        np.nan_to_num(surface, copy=False)
    return surface


def span_of(values: Array) -> Span:
    """From below the lowest to above the highest of some values, with room at both ends."""
    low, high = float(values.min()), float(values.max())
    room = ROOM * (high - low) or 0.5
    return low - room, high + room


def _outputs(net: Network, x: Array, y: Array) -> Array:
    """The first output at each (x, y): a row for each y.

    A row of the working arrays is a unit and a column a point. The first layer's weighted sums
    are w·x + v·y + b: computed for each x and each y once and added, not for each point.
    """
    w, b = net.weights[0], net.biases[0]
    along_x = np.multiply.outer(w[0], x)
    along_y = np.multiply.outer(w[1], y) + (b[:, None] if net.use_biases else 0)
    last = len(net.weights) - 1
    if last == 0:
        z = _everywhere(np.add, along_x, along_y)
    else:
        a = _first_activations(net.activations[0], along_x, along_y)
        for layer in range(1, last + 1):
            z = net.weights[layer].T @ a
            if net.use_biases:
                z += net.biases[layer][:, None]
            if layer < last:
                a = activated(net.activations[layer], z)
    if net.skip_weights is not None:
        u = net.skip_weights
        z += _everywhere(np.add, np.multiply.outer(u[0], x), np.multiply.outer(u[1], y))
    outputs = activated(net.activations[last], z)
    return np.ascontiguousarray(outputs[0]).reshape(y.size, x.size)


def _everywhere(combine: np.ufunc, along_x: Array, along_y: Array) -> Array:
    """Combine what depends on x and what depends on y: (units, x) and (units, y) to points."""
    points: Array = combine(along_y[:, :, None], along_x[:, None, :])
    return points.reshape(len(points), -1)


def _first_activations(name: str, along_x: Array, along_y: Array) -> Array:
    """f(z) of the first hidden layer, z = along_x + along_y.

    Most of a surface's time goes into exponentials, and e^(p + q) = e^p e^q: one for each column
    and one for each row are enough, unless one of them overflows.
    """
    if name not in EXPONENTS or max(np.abs(along_x).max(), np.abs(along_y).max()) > SAFE:
        return activated(name, _everywhere(np.add, along_x, along_y))
    scale = EXPONENTS[name]
    powers = _everywhere(np.multiply, np.exp(scale * along_x), np.exp(scale * along_y))
    return _from_powers(name, powers)


def activated(name: str, z: Array) -> Array:
    """f(z), in the place of z where that is faster; units are rows here, not columns."""
    if name in EXPONENTS:
        np.multiply(z, EXPONENTS[name], z)
        return _from_powers(name, np.exp(z, z))
    return ACTIVATIONS[name].value(z.T).T


def _from_powers(name: str, powers: Array) -> Array:
    """σ(z) from e^(−z), tanh(z) from e^(2z): both are a constant over 1 + power, and a shift."""
    np.add(powers, 1.0, powers)
    if name == "sigmoid":
        return np.reciprocal(powers, powers)
    np.divide(-2.0, powers, powers)
    return np.add(powers, 1.0, powers)


def hidden_lines(net: Network, x_range: Span, y_range: Span) -> list[Segment | None]:
    """Return for each unit of the first hidden layer where its weighted sum is zero.

    The line w₁x + w₂y + b = 0, cut at the edges of the window; None if it does not cross the
    window. A network without hidden layers has the line of its output.

    Raises:
        ValueError: the network has not two inputs, or a range does not rise.
    """
    if net.layer_sizes[0] != 2:
        raise ValueError(f"lines need two inputs; this network has {net.layer_sizes[0]}")
    x, y = _rising(x_range, "x_range"), _rising(y_range, "y_range")
    w, b = net.weights[0], net.biases[0]
    offsets = b if net.use_biases else np.zeros(w.shape[1])
    return [
        _segment(float(w[0, j]), float(w[1, j]), float(offsets[j]), x, y) for j in range(w.shape[1])
    ]


def output_line(net: Network, activations: Array, middle: float = 0.5) -> Segment | None:
    """Return where the output is in the middle, in the plane of the last hidden layer's two units.

    Args:
        net: a network with one output.
        activations: of that layer, `(examples, units)`. The line is cut far outside of them.
        middle: the output between its two answers, 0.5 or, for targets of −1 and 1, 0.

    Returns:
        The line v₁a₁ + v₂a₂ + b = f⁻¹(middle), or None: the layer has not two units, the line is
        farther away, or direct links move it from example to example.
    """
    at_middle = AT_MIDDLE[middle].get(net.activations[-1])
    is_plane = len(net.layer_sizes) > 2 and tuple(net.layer_sizes[-2:]) == (2, 1)
    far = FAR * max(1.0, float(np.abs(activations).max()))
    if not is_plane or net.skip_weights is not None or at_middle is None or not np.isfinite(far):
        return None
    v = net.weights[-1][:, 0]
    b = float(net.biases[-1][0]) if net.use_biases else 0.0
    return _segment(float(v[0]), float(v[1]), b - at_middle, (-far, far), (-far, far))


def _segment(wx: float, wy: float, b: float, x: Span, y: Span) -> Segment | None:
    """The part of wx·x + wy·y + b = 0 inside the window, its lower or left end first."""
    largest = max(abs(wx), abs(wy), abs(b))
    if largest == 0:
        return None
    _, power = frexp(largest)
    wx, wy, b = (ldexp(part, -power) for part in (wx, wy, b))  # the same line, and no overflow
    ends: set[tuple[float, float]] = set()
    if wy != 0:
        for edge in x:
            at = -(wx * edge + b) / wy
            if y[0] <= at <= y[1]:
                ends.add((edge, at))
    if wx != 0:
        for edge in y:
            at = -(wy * edge + b) / wx
            if x[0] <= at <= x[1]:
                ends.add((at, edge))
    if len(ends) < 2:
        return None
    ordered = sorted(ends)
    return ordered[0], ordered[-1]


def _rising(span: Span, name: str) -> Span:
    low, high = span
    if not (np.isfinite(low) and np.isfinite(high) and low < high):
        raise ValueError(f"{name} must go from a lower to a higher finite number, not {span}")
    return float(low), float(high)
