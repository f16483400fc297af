"""A forward and a backward pass of one network, as NumPy calls into arrays made beforehand.

`compiled_epoch` says why. `_signs[l]` says whether the units of layer `l` are stored as they are
(+1) or negated (−1), the inputs being layer 0. Who reads them decides: a sigmoid wants −z, so the
layer below it is stored negated. Any other layer is stored with the sign that the layer above asks
for, and asks the same of the layer below. The table in `in_place_functions` has the rest.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from .in_place_functions import (
    SLOPES_WITH_SIGN,
    Call,
    activation_calls,
    gradient_scale,
    loss_calls,
    loss_scale,
    residual_calls,
    slope_calls,
    softmax_error_calls,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.rules import Array


class ColumnPass:
    """Buffers for `columns` examples, and the calls that use them.

    Args:
        net: sizes and rules.
        matrices: each layer's weights with biases (and direct links) below, as views that the
            calls read.
        gradients: views of the same shapes that `backward_calls` fills: sums over the columns,
            with the signs in `gradient_signs` and without the factor `share`.
        columns: number of examples.
    """

    def __init__(
        self, net: Network, matrices: list[Array], gradients: list[Array], columns: int
    ) -> None:
        self._rules, self._loss = net.activations, net.loss
        self._matrices, self._gradients = matrices, gradients
        self._signs = _signs(net)
        sizes = net.layer_sizes
        self._direct = sizes[0] if net.skip_to_output and len(sizes) > 2 else 0

        heights = [len(matrix) for matrix in matrices[1:]] + [sizes[-1]]
        bounds = np.cumsum([0, *heights])
        self._buffer = np.zeros((int(bounds[-1]), columns))
        self._slopes = np.ones_like(self._buffer)
        self._rows = [slice(int(a), int(b)) for a, b in pairwise(bounds)]
        self._units = [self._buffer[r][:n] for r, n in zip(self._rows, sizes[1:], strict=True)]
        self._unit_slopes = [
            self._slopes[r][:n] for r, n in zip(self._rows, sizes[1:], strict=True)
        ]
        if net.use_biases:
            for layer, rows in enumerate(self._rows[:-1]):
                self._buffer[rows][sizes[layer + 1]] = self._signs[layer + 1]
        self._errors = [np.empty_like(units) for units in self._units]
        outputs = self._units[-1]
        needs_z = net.loss in ("binary_cross_entropy", "cross_entropy")
        self._z = np.empty_like(outputs) if needs_z else outputs
        self.residual = np.empty_like(outputs)
        """(outputs, columns): ŷ − t after `forward_calls`, in the sign of the outputs. The way back
        begins with what stands there, so calls in between may change which errors count."""
        self._terms = np.empty_like(outputs) if needs_z else self.residual  # of the loss
        self._scratch = np.empty_like(outputs)
        self._per_column = np.empty((1, columns))

        mean = columns if net.reduction == "mean" else 1
        self.share = gradient_scale(net.loss, net.layer_sizes[-1]) / mean
        """What every gradient is still to be multiplied by."""
        self.loss_share = loss_scale(net.loss, net.layer_sizes[-1]) / mean
        """What `loss_measure` is still to be multiplied by."""
        self._error_signs = self._error_signs_of(len(sizes) - 1)
        self.gradient_signs = [
            self._signs[layer] * sign for layer, sign in enumerate(self._error_signs)
        ]

    def forward_calls(self, x: Array, t: Array) -> list[Call]:
        """Calls from inputs `x` (rows, columns) to the outputs and their errors ŷ − t."""
        calls: list[Call] = []
        below = x
        last = len(self._rules) - 1
        if self._direct:  # the direct links' inputs lie below the last hidden layer's units
            copied = self._buffer[self._rows[last - 1]][-self._direct :]
            inputs = x[: self._direct]
            same = self._signs[0] == self._signs[last]
            calls.append(partial(np.positive if same else np.negative, inputs, copied))
        for layer, matrix in enumerate(self._matrices):
            units = self._units[layer]
            z = self._z if layer == last else units
            calls.append(partial(matrix.T.dot, below, z))
            sign = self._signs[layer + 1]
            calls += activation_calls(self._rules[layer], z, units, sign, self._per_column)
            below = self._buffer[self._rows[layer]]
        to_errors = (t, self.residual, self._per_column, self._signs[-1])
        return calls + residual_calls(self._loss, self._units[-1], *to_errors)

    def loss_calls(self, t: Array) -> list[Call]:
        """Calls after `forward_calls` that `loss_measure` needs."""
        if self._terms is self.residual:
            return []
        return loss_calls(self._loss, self._z, t, self._terms, self._scratch, self._per_column)

    def loss_measure(self) -> Callable[[], Any]:
        """Return what measures the pass last made; `loss_share` times that is its loss."""
        terms = self._terms.ravel()
        squared = self._terms is self.residual
        return partial(terms.dot, terms if squared else np.ones_like(terms))

    def backward_calls(self, x: Array) -> list[Call]:
        """Calls from the errors of the outputs to the gradient of every parameter."""
        last = len(self._rules) - 1
        calls = self._slope_calls()
        error = self.residual
        if self._slopes_matter(last):
            error = self._errors[last]
            calls.append(partial(np.multiply, self.residual, self._unit_slopes[last], error))
        elif self._rules[last] == "softmax" and self._loss != "cross_entropy":
            error = self._errors[last]
            calls += softmax_error_calls(
                self._units[last], self.residual, error, self._scratch, self._per_column
            )
        for layer in range(last, -1, -1):
            below = x if layer == 0 else self._buffer[self._rows[layer - 1]]
            calls.append(partial(below.dot, error.T, self._gradients[layer]))
            if layer > 0:
                units = self._units[layer - 1]
                weights, δ = self._matrices[layer][: len(units)], self._errors[layer - 1]
                calls.append(partial(weights.dot, error, δ))
                if self._slopes_matter(layer - 1):
                    calls.append(partial(np.multiply, δ, self._unit_slopes[layer - 1], δ))
                error = δ
        return calls

    def _slopes_matter(self, layer: int) -> bool:
        """Whether f′(z) of this layer is a factor that must be computed."""
        if self._rules[layer] in ("linear", "softmax"):
            return False
        return layer < len(self._rules) - 1 or self._loss != "binary_cross_entropy"

    def _slope_calls(self) -> list[Call]:
        """Derivatives from activations: neighbours with the same rule and sign in one stroke."""
        calls: list[Call] = []
        layer, last = 0, len(self._rules) - 1
        while layer <= last:
            end = layer
            while end < last and self._alike(layer, end + 1):
                end += 1
            if self._slopes_matter(layer):
                rows = slice(self._rows[layer].start, self._rows[end].stop)
                a, slopes = self._buffer[rows], self._slopes[rows]
                calls += slope_calls(self._rules[layer], a, slopes, self._signs[layer + 1])
            layer = end + 1
        return calls

    def _alike(self, one: int, other: int) -> bool:
        return (
            self._rules[one] == self._rules[other]
            and self._signs[one + 1] == self._signs[other + 1]
            and self._slopes_matter(one) == self._slopes_matter(other)
        )

    def _error_signs_of(self, last: int) -> list[int]:
        """The sign in which each layer's error signals are stored."""
        signs = [0] * last
        sign = self._signs[-1]  # of ŷ − t
        for layer in range(last - 1, -1, -1):
            if self._slopes_matter(layer) and self._rules[layer] in SLOPES_WITH_SIGN:
                sign *= self._signs[layer + 1]
            signs[layer] = sign
        return signs


def _signs(net: Network) -> list[int]:
    """The sign in which each layer's activations are stored, the inputs' first."""
    rules = net.activations
    signs = [-1 if rules[-1] == "sigmoid" else 1]
    for rule in reversed(rules):
        signs.insert(0, -1 if rule == "sigmoid" else signs[0])
    return signs


def columns_of(net: Network, dataset: Dataset) -> tuple[Array, Array]:
    """Inputs as a pass of the network takes them, and targets; a column is an example.

    Below the inputs is a row of ones where there are biases.

    Raises:
        ValueError: the network has other numbers of inputs or outputs.
    """
    sizes = (dataset.inputs.shape[1], dataset.targets.shape[1])
    if sizes != (net.layer_sizes[0], net.layer_sizes[-1]):
        raise ValueError(
            f"a network of layer_sizes {net.layer_sizes} cannot take examples of "
            f"{sizes[0]} inputs and {sizes[1]} targets"
        )
    rows = [dataset.inputs.T]
    if net.use_biases:
        rows.append(np.ones((1, len(dataset))))
    if net.skip_to_output and len(net.layer_sizes) == 2:
        rows.append(dataset.inputs.T)  # the input layer is the one that feeds the output
    x = np.ascontiguousarray(_signs(net)[0] * np.vstack(rows))
    return x, np.ascontiguousarray(dataset.targets.T)
