"""Exclusive or in Negnevitsky's textbook, with thresholds that are subtracted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .example import (
    Part,
    Printed,
    TextbookExample,
    a,
    after,
    b,
    gradient,
    negative,
    output_gradient,
    w,
    δ,
)

if TYPE_CHECKING:
    from .example import Quantity, Run

_TRAINED = np.array([4.7621, 6.3917, 4.7618, 6.3917, -7.3061, -2.8441, -10.3788, 9.7691, -4.5589])
"""The weights that the book prints after training; each threshold θ is a bias of −θ."""


def _correction(layer: int, source: int | None, target: int) -> Quantity:
    """The change of a weight in one update, Δw = −η ∂E/∂w; of a threshold, the opposite."""
    slope = gradient(layer, source, target)
    sign = 1 if source is None else -1
    return lambda run: sign * run.learning_rate * slope(run)


def _threshold_after(layer: int, target: int) -> Quantity:
    return negative(after(1, b(layer, target)))


def _trained_output(first: float, second: float) -> Quantity:
    return lambda run: run.net.forward([first, second], _TRAINED).outputs.item()


def _trained_squared_errors(run: Run) -> float:
    corners = [[1, 1], [0, 1], [1, 0], [0, 0]]
    outputs = run.net.forward(corners, _TRAINED).outputs.ravel()
    return float(((outputs - [0, 1, 1, 0]) ** 2).sum())


NEGNEVITSKY = TextbookExample(
    preset={
        "title": "Negnevitsky: exclusive or",
        "network": {
            "layer_sizes": [2, 2, 1],
            "activations": ["sigmoid", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
            "parameters": [0.5, 0.9, 0.4, 1.0, -0.8, 0.1, -1.2, 1.1, -0.3],
        },
        "inputs": [1.0, 1.0],
        "targets": [0.0],
        "learning_rate": 0.1,
    },
    source="Michael Negnevitsky, “Artificial Intelligence: A Guide to Intelligent Systems”, "
    "section 6.4",
    note="It subtracts a threshold θ where a bias is added, so each bias here is −θ. Its error "
    "signals have the other sign: target minus output.",
    parts=(
        Part(
            "Forward pass",
            (
                Printed("y₃", "0.5250", a(1, 0)),
                Printed("y₄", "0.8808", a(1, 1)),
                Printed("y₅", "0.5097", a(2, 0)),
                Printed("e", "-0.5097", negative(output_gradient(0))),
            ),
        ),
        Part(
            "Backward pass",
            (
                Printed("δ₅", "-0.1274", negative(δ(1, 0))),
                Printed("Δw₃₅", "-0.0067", _correction(1, 0, 0)),
                Printed("Δw₄₅", "-0.0112", _correction(1, 1, 0)),
                Printed("Δθ₅", "0.0127", _correction(1, None, 0)),
                Printed("δ₃", "0.0381", negative(δ(0, 0))),
                Printed("δ₄", "-0.0147", negative(δ(0, 1))),
                Printed("Δw₁₃", "0.0038", _correction(0, 0, 0)),
                Printed("Δw₂₃", "0.0038", _correction(0, 1, 0)),
                Printed("Δθ₃", "-0.0038", _correction(0, None, 0)),
                Printed("Δw₁₄", "-0.0015", _correction(0, 0, 1)),
                Printed("Δw₂₄", "-0.0015", _correction(0, 1, 1)),
                Printed("Δθ₄", "0.0015", _correction(0, None, 1)),
            ),
        ),
        Part(
            "After one update",
            (
                Printed("w₁₃", "0.5038", after(1, w(0, 0, 0))),
                Printed("w₁₄", "0.8985", after(1, w(0, 0, 1))),
                Printed("w₂₃", "0.4038", after(1, w(0, 1, 0))),
                Printed("w₂₄", "0.9985", after(1, w(0, 1, 1))),
                Printed("w₃₅", "-1.2067", after(1, w(1, 0, 0))),
                Printed("w₄₅", "1.0888", after(1, w(1, 1, 0))),
                Printed("θ₃", "0.7962", _threshold_after(0, 0)),
                Printed("θ₄", "-0.0985", _threshold_after(0, 1)),
                Printed("θ₅", "0.3127", _threshold_after(1, 0)),
            ),
            updates=1,
        ),
        Part(
            "With the weights that it prints after training",
            (
                Printed("y₅ of (1, 1)", "0.0155", _trained_output(1, 1)),
                Printed("y₅ of (0, 1)", "0.9849", _trained_output(0, 1)),
                Printed("y₅ of (1, 0)", "0.9849", _trained_output(1, 0)),
                Printed("y₅ of (0, 0)", "0.0175", _trained_output(0, 0)),
                Printed("sum of squared errors", "0.0010", _trained_squared_errors),
            ),
        ),
    ),
)
