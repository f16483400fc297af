"""Activation and loss functions: each value side by side with its derivative.

Letters, here and everywhere: `z` is a pre-activation, `a` an activation, `ŷ` an output, `t` its
target, `E` the loss. All are arrays with one row per example and one column per unit.

Every rule also accepts complex numbers (a kink is judged by the real part), so that the tests
can differentiate the very same code by the complex step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable

Array: TypeAlias = npt.NDArray[np.float64]

LEAK = 0.01
"""Slope of `leaky_relu` below zero."""

LOWEST_EXPONENT = -709.0
"""A float64 holds exp(709) and no more; σ(−709) ≈ 10⁻³⁰⁸ is as good as zero."""


def row_sums(values: Array) -> Array:
    """Sum over the units of each example: (batch, units) → (batch, 1)."""
    sums: Array = values.sum(axis=1, keepdims=True)
    return sums


def sigmoid(z: Array) -> Array:
    """σ(z) = 1 / (1 + e^(−z)), between 0 and 1."""
    return 1 / (1 + np.exp(-np.maximum(z, LOWEST_EXPONENT)))


def sigmoid_derivative(a: Array) -> Array:
    """σ′(z) = a (1 − a) where a = σ(z): never more than 0.25."""
    return a * (1 - a)


def tanh(z: Array) -> Array:
    """Hyperbolic tangent, between −1 and 1."""
    return np.tanh(z)


def tanh_derivative(a: Array) -> Array:
    """tanh′(z) = 1 − a² where a = tanh(z)."""
    return 1 - a**2


def relu(z: Array) -> Array:
    """ReLU(z) = z above zero, and 0 below."""
    return np.where(z.real > 0, z, 0.0)


def relu_derivative(a: Array) -> Array:
    """ReLU′(z) = 1 above zero and 0 below; at the kink itself, z = 0, we say 0."""
    return np.where(a.real > 0, 1.0, 0.0)


def leaky_relu(z: Array) -> Array:
    """LReLU(z) = z above zero, and 0.01 z below."""
    return np.where(z.real > 0, z, LEAK * z)


def leaky_relu_derivative(a: Array) -> Array:
    """LReLU′(z) = 1 above zero and 0.01 below; at the kink itself, z = 0, we say 0.01."""
    return np.where(a.real > 0, 1.0, LEAK)


def linear(z: Array) -> Array:
    """The pre-activation itself: a = z."""
    return z


def linear_derivative(a: Array) -> Array:
    """One everywhere."""
    return np.ones_like(a)


def softmax(z: Array) -> Array:
    """e^(z_j) / Σ_k e^(z_k) within a row: positive numbers that sum to 1."""
    powers: Array = np.exp(z - z.real.max(axis=1, keepdims=True))  # the largest is 1: no overflow
    return powers / row_sums(powers)


@dataclass(frozen=True)
class Activation:
    """An activation function a = f(z) and its derivative f′(z), told from a alone."""

    name: str
    value: Callable[[Array], Array]
    derivative: Callable[[Array], Array] | None
    """None for softmax, where every output depends on every pre-activation."""

    def error_signal(self, gradient: Array, a: Array) -> Array:
        """δ = ∂E/∂z from `gradient` = ∂E/∂a, both of shape (batch, units)."""
        if self.derivative is None:  # softmax: ∂a_k/∂z_j = a_k ((1 if j = k else 0) − a_j)
            return a * (gradient - row_sums(gradient * a))
        return gradient * self.derivative(a)


def half_squared_error(ŷ: Array, t: Array) -> Array:
    """E = ½ Σ (ŷ − t)²."""
    return 0.5 * row_sums((ŷ - t) ** 2)


def half_squared_error_derivative(ŷ: Array, t: Array) -> Array:
    """∂E/∂ŷ = ŷ − t: the half is there to cancel the 2."""
    return ŷ - t


def squared_error(ŷ: Array, t: Array) -> Array:
    """E = Σ (ŷ − t)²."""
    return row_sums((ŷ - t) ** 2)


def squared_error_derivative(ŷ: Array, t: Array) -> Array:
    """∂E/∂ŷ = 2 (ŷ − t)."""
    return 2 * (ŷ - t)


def mean_squared_error(ŷ: Array, t: Array) -> Array:
    """E = 1/n Σ (ŷ − t)² over the n outputs, as `torch.nn.MSELoss` has it."""
    return row_sums((ŷ - t) ** 2) / len(ŷ.T)


def mean_squared_error_derivative(ŷ: Array, t: Array) -> Array:
    """∂E/∂ŷ = 2 (ŷ − t) / n."""
    return 2 * (ŷ - t) / len(ŷ.T)


def output(ŷ: Array, t: Array) -> Array:  # noqa: ARG001 - a rule takes both
    """E = Σ ŷ: no loss, but the output itself, for who wants its derivatives. No target counts."""
    return row_sums(ŷ)


def output_derivative(ŷ: Array, t: Array) -> Array:  # noqa: ARG001 - a rule takes both
    """∂E/∂ŷ = 1."""
    return np.ones_like(ŷ)


def binary_cross_entropy(z: Array, t: Array) -> Array:
    """E = −Σ t ln ŷ + (1 − t) ln(1 − ŷ) where ŷ = σ(z).

    Written as Σ ln(1 + e^z) − t z, so that no logarithm ever meets a zero.
    """
    above = z.real > 0
    softplus = np.where(above, z, 0.0) + np.log1p(np.exp(np.where(above, -z, z)))
    return row_sums(softplus - t * z)


def binary_cross_entropy_derivative(ŷ: Array, t: Array) -> Array:
    """∂E/∂z = ŷ − t."""
    return ŷ - t


def cross_entropy(z: Array, t: Array) -> Array:
    """E = −Σ t ln ŷ where ŷ = softmax(z), hence ln ŷ = z − ln Σ e^z."""
    shifted = z - z.real.max(axis=1, keepdims=True)  # as in softmax
    log_ŷ = shifted - np.log(row_sums(np.exp(shifted)))
    return -row_sums(t * log_ŷ)


def cross_entropy_derivative(ŷ: Array, t: Array) -> Array:
    """∂E/∂z = ŷ Σt − t: that is ŷ − t for targets that sum to 1."""
    return ŷ * row_sums(t) - t


@dataclass(frozen=True)
class Loss:
    """A loss of each example, over all its outputs, and its derivative."""

    name: str
    value: Callable[[Array, Array], Array]
    """(ŷ, t) → E of shape (batch, 1); or (z, t) → E, see `of_pre_activation`."""
    derivative: Callable[[Array, Array], Array]
    """(ŷ, t) → ∂E/∂ŷ, of shape (batch, outputs); or δ = ∂E/∂z."""
    of_pre_activation: bool = False
    """True where E is computed from z, and its derivative leads to z at once. The logarithm of a
    cross-entropy undoes the exponential of its activation: both derivatives together are ŷ − t,
    while ∂E/∂ŷ alone would divide by an output that may round to zero."""


ACTIVATIONS = {
    rule.name: rule
    for rule in (
        Activation("sigmoid", sigmoid, sigmoid_derivative),
        Activation("tanh", tanh, tanh_derivative),
        Activation("relu", relu, relu_derivative),
        Activation("leaky_relu", leaky_relu, leaky_relu_derivative),
        Activation("linear", linear, linear_derivative),
        Activation("softmax", softmax, None),
    )
}

LOSSES = {
    rule.name: rule
    for rule in (
        Loss("half_squared_error", half_squared_error, half_squared_error_derivative),
        Loss("squared_error", squared_error, squared_error_derivative),
        Loss("mean_squared_error", mean_squared_error, mean_squared_error_derivative),
        Loss("output", output, output_derivative),
        Loss("binary_cross_entropy", binary_cross_entropy, binary_cross_entropy_derivative, True),
        Loss("cross_entropy", cross_entropy, cross_entropy_derivative, True),
    )
}

_SQUARED = ("half_squared_error", "squared_error", "mean_squared_error")

LOSSES_FOR_OUTPUT: dict[str, tuple[str, ...]] = {
    "sigmoid": (*_SQUARED, "output", "binary_cross_entropy"),
    "tanh": (*_SQUARED, "output"),
    "relu": (*_SQUARED, "output"),
    "leaky_relu": (*_SQUARED, "output"),
    "linear": (*_SQUARED, "output"),
    "softmax": (*_SQUARED, "cross_entropy"),
}
"""Output activation → losses that make sense with it. A squared error takes any output, and so does
the output in place of a loss, but for softmax, whose outputs sum to 1 whatever they are. Binary
cross-entropy reads each output as a probability of its own (sigmoid); cross-entropy reads all
outputs as one distribution (softmax)."""
