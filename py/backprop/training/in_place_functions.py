"""Activations, their slopes and losses as NumPy calls into arrays that exist already.

Both fast passes are made of these: `column_pass` for one network, whose arrays are (units,
examples), and `population_pass` for many, (units, examples, nets). The formulas are those of
`core/rules.py`, and tests hold all of them together.

An array of a layer may hold its activations negated, so that nobody has to negate z for a sigmoid,
which wants e^(−z). `sign` is +1 or −1; what each array holds is

| f                | z        | a           | slopes       |
|------------------|----------|-------------|--------------|
| sigmoid          | −z       | sign · f(z) | sign · f′(z) |
| relu             | sign · z | sign · f(z) | sign · f′(z) |
| tanh, leaky_relu | sign · z | sign · f(z) | f′(z)        |
| linear           | sign · z | sign · f(z) |              |
| softmax          | z        | f(z)        |              |
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from backprop.core.rules import LEAK, Array

Call = Callable[[], object]

FEW = 4_096
"""An array of so many entries at most is combined with a constant faster if that is an array too:
to make one of a Python number costs as much as the arithmetic."""

SLOPES_WITH_SIGN = ("sigmoid", "relu")
"""Activations whose slopes come with the sign of their activations."""


def gradient_scale(loss: str, outputs: int) -> float:
    """What ŷ − t is multiplied by in ∂E/∂ŷ, or in ∂E/∂z where the loss is of z.

    Raises:
        ValueError: the loss is no loss but the output itself.
    """
    if loss == "output":
        raise ValueError("loss 'output' is for derivatives: no target is told, so nothing trains")
    return {"squared_error": 2.0, "mean_squared_error": 2.0 / outputs}.get(loss, 1.0)


def loss_scale(loss: str, outputs: int) -> float:
    """What the sum of a loss's terms is multiplied by."""
    scales = {
        "half_squared_error": 0.5,
        "mean_squared_error": 1.0 / outputs,
        "cross_entropy": -1.0,
    }
    return scales.get(loss, 1.0)


def constant(value: float, like: Array) -> Array | float:
    """An operand that goes with arrays like that."""
    return np.full_like(like, value) if like.size <= FEW else value


def activation_calls(rule: str, z: Array, a: Array, sign: int, sums: Array) -> list[Call]:
    """Calls that fill `a` from `z`; the two may be one array.

    Args:
        rule: name of the activation.
        z: see the table above.
        a: the same shape.
        sign: of what `a` is to hold; +1 for softmax.
        sums: one row, for softmax to work in.
    """
    one = constant(1.0, a)
    match rule:
        case "sigmoid":
            return [
                partial(np.exp, z, a),
                partial(np.add, a, one, a),
                partial(np.divide, constant(float(sign), a), a, a),
            ]
        case "tanh":
            return [partial(np.tanh, z, a)]
        case "relu":
            farther = np.maximum if sign > 0 else np.minimum
            return [partial(farther, z, constant(0.0, a), out=a)]
        case "leaky_relu":
            farther, leaked = np.maximum if sign > 0 else np.minimum, np.empty_like(a)
            return [
                partial(np.multiply, z, constant(LEAK, a), leaked),
                partial(farther, z, leaked, out=a),
            ]
        case "softmax":
            return [
                partial(np.maximum.reduce, z, 0, None, sums, True),
                partial(np.subtract, z, sums, z),
                partial(np.exp, z, a),
                partial(np.add.reduce, a, 0, None, sums, True),
                partial(np.divide, a, sums, a),
            ]
        case "linear":
            return [] if z is a else [partial(np.positive, z, a)]
        case _:
            raise ValueError(f"no calls are stated for {rule}")


def slope_calls(rule: str, a: Array, slopes: Array, sign: int) -> list[Call]:
    """Calls that fill `slopes` with f′, told from `a` as it is stored.

    For linear it is 1, and for softmax no unit has one of its own: nobody asks for either.
    """
    one = constant(1.0, a)
    match rule:
        case "sigmoid":  # a (1 − a), and −a (1 + −a)
            rest = np.subtract if sign > 0 else np.add
            return [partial(rest, one, a, slopes), partial(np.multiply, slopes, a, slopes)]
        case "tanh":
            return [partial(np.multiply, a, a, slopes), partial(np.subtract, one, slopes, slopes)]
        case "relu":
            return [partial(np.sign, a, slopes)]
        case "leaky_relu":
            at_zero, scale, start = (0.0, 1 - LEAK, LEAK) if sign > 0 else (1.0, LEAK - 1, 1.0)
            return [
                partial(np.heaviside, a, constant(at_zero, a), slopes),
                partial(np.multiply, slopes, constant(scale, a), slopes),
                partial(np.add, slopes, constant(start, a), slopes),
            ]
        case _:
            raise ValueError(f"no slope is stated for {rule}")


def residual_calls(
    loss: str, a: Array, t: Array, residual: Array, sums: Array, sign: int
) -> list[Call]:
    """Calls that fill `residual` with sign · (ŷ − t) from outputs stored with `sign`.

    Times `GRADIENT_SCALE` that is ∂E/∂ŷ, or ∂E/∂z of a cross-entropy, for which it is ŷ Σt − t.
    """
    if loss == "cross_entropy":
        return [
            partial(np.add.reduce, t, 0, None, sums, True),
            partial(np.multiply, a, sums, residual),
            partial(np.subtract, residual, t, residual),
        ]
    less = np.subtract if sign > 0 else np.add
    return [partial(less, a, t, residual)]


def softmax_error_calls(
    a: Array, residual: Array, δ: Array, scratch: Array, sums: Array
) -> list[Call]:
    """Calls that fill `δ` with a (g − Σ a g), g being `residual`: a squared error after softmax."""
    return [
        partial(np.multiply, residual, a, scratch),
        partial(np.add.reduce, scratch, 0, None, sums, True),
        partial(np.subtract, residual, sums, scratch),
        partial(np.multiply, a, scratch, δ),
    ]


def loss_calls(
    loss: str, z: Array, t: Array, terms: Array, scratch: Array, sums: Array
) -> list[Call]:
    """Calls that fill `terms` with what a cross-entropy adds up; not for squared errors.

    The sum of the terms times `loss_scale` is the loss. `z` is that of the outputs, as
    `activation_calls` has left it: negated for a sigmoid, less its largest for softmax.
    """
    if loss == "binary_cross_entropy":  # ln(1 + e^z) − t z
        return [
            partial(np.negative, z, terms),
            partial(np.logaddexp, constant(0.0, z), terms, terms),
            partial(np.multiply, t, z, scratch),
            partial(np.add, terms, scratch, terms),
        ]
    return [  # t (z − ln Σ e^z)
        partial(np.exp, z, scratch),
        partial(np.add.reduce, scratch, 0, None, sums, True),
        partial(np.log, sums, sums),
        partial(np.subtract, z, sums, terms),
        partial(np.multiply, terms, t, terms),
    ]
