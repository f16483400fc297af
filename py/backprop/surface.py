"""What a two-input network answers everywhere in a window of the plane."""

from __future__ import annotations

from math import frexp, ldexp
from typing import TYPE_CHECKING

import numpy as np

from . import limits
from .rules import ACTIVATIONS

if TYPE_CHECKING:
    from .network import Network
    from .rules import Array

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


def _outputs(net: Network, x: Array, y: Array) -> Array:
    """The first output at each (x, y): a row for each y.

    A row of the working arrays is a unit and a column a point. The first layer's weighted sums
    are w·x + v·y + b: computed for each x and each y once and added, not for each point.
    """
    points = x.size * y.size
    w, b = net.weights[0], net.biases[0]
    along_x = np.multiply.outer(w[0], x)
    along_y = np.multiply.outer(w[1], y) + (b[:, None] if net.use_biases else 0)
    z = (along_y[:, :, None] + along_x[:, None, :]).reshape(-1, points)
    last = len(net.weights) - 1
    for layer in range(1, last + 1):
        a = _activated(net.activations[layer - 1], z)
        # Row by row of the weights: np.dot takes columns apart where no BLAS is, as in a browser.
        z = _weighted_sums(net.weights[layer], a)
        if net.use_biases:
            z += net.biases[layer][:, None]
    if net.skip_weights is not None:
        u = net.skip_weights
        direct_x, direct_y = np.multiply.outer(u[0], x), np.multiply.outer(u[1], y)
        z += (direct_y[:, :, None] + direct_x[:, None, :]).reshape(-1, points)
    outputs = _activated(net.activations[last], z)
    return np.ascontiguousarray(outputs[0]).reshape(y.size, x.size)


def _weighted_sums(weights: Array, a: Array) -> Array:
    sums: Array = np.dot(weights.T, a)
    return sums


def _activated(name: str, z: Array) -> Array:
    """f(z), in place where that is faster; units are rows here, not columns."""
    if name == "sigmoid":
        np.negative(z, z)
        np.exp(z, z)
        np.add(z, 1.0, z)
        return np.reciprocal(z, z)
    if name == "tanh":
        return np.tanh(z, z)
    return ACTIVATIONS[name].value(z.T).T


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
