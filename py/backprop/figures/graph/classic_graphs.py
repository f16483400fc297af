"""Graphs that courses draw, with the numbers that they put in.

Stanford's CS231n has the first four, its notes on backpropagation; the lecture's are from Andrej
Karpathy's on micrograd; the sum of squares is from Dive into Deep Learning. The last two show why
the order of the walk back matters.
"""

from __future__ import annotations

from typing import NamedTuple


class ClassicGraph(NamedTuple):
    """A formula and its numbers.

    Attributes:
        title: as a menu names it.
        formula: as `graph_of` reads it.
        values: of its names.
    """

    title: str
    formula: str
    values: dict[str, float]


CLASSIC_GRAPHS: dict[str, ClassicGraph] = {
    "gates": ClassicGraph("(x + y)·z", "q = x + y; q * z", {"x": -2, "y": 5, "z": -4}),
    "neuron": ClassicGraph(
        "A sigmoid neuron",
        "sigmoid(w0*x0 + w1*x1 + w2)",
        {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3},
    ),
    "neuron-written-out": ClassicGraph(
        "The same, σ written out",
        "1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))",
        {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3},
    ),
    "quotient": ClassicGraph(
        "A quotient with shared numbers",
        "(x + sigmoid(y)) / (sigmoid(x) + (x + y)**2)",
        {"x": 3, "y": -4},
    ),
    "maximum": ClassicGraph(
        "A maximum", "2 * (x*y + max(z, w))", {"x": 3, "y": -4, "z": 2, "w": -1}
    ),
    "lecture": ClassicGraph(
        "micrograd's lecture",
        "e = a*b; d = e + c; d * f",
        {"a": 2, "b": -3, "c": 10, "f": -2},
    ),
    "lecture-neuron": ClassicGraph(
        "The lecture's neuron",
        "n = x1*w1 + x2*w2 + b; tanh(n)",
        {"x1": 2, "w1": -3, "x2": 0, "w2": 1, "b": 6.8813735870195432},
    ),
    "lecture-neuron-written-out": ClassicGraph(
        "The same, tanh written out",
        "n = x1*w1 + x2*w2 + b; e = exp(2*n); (e - 1) / (e + 1)",
        {"x1": 2, "w1": -3, "x2": 0, "w2": 1, "b": 6.8813735870195432},
    ),
    "twice": ClassicGraph("A number used twice", "a + a", {"a": 3}),
    "shared": ClassicGraph("Two numbers used twice", "(a*b) * (a + b)", {"a": -2, "b": 3}),
    "squares": ClassicGraph(
        "A sum of squares",
        "2 * (x0**2 + x1**2 + x2**2 + x3**2)",
        {"x0": 0, "x1": 1, "x2": 2, "x3": 3},
    ),
    "order": ClassicGraph(
        "Where the order matters",
        "c = a + b; d = a * b; e = c + d; f = c * d; y = e + f",
        {"a": 2, "b": 3},
    ),
    "skip": ClassicGraph(
        "Where a link skips a level", "u = x**2; v = 3*u; w = v + x; w * u", {"x": 2}
    ),
}
"""By their names in links, which never change."""
