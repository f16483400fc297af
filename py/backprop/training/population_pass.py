"""Forward and backward passes of many networks over the same examples, net index last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from .in_place_functions import (
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
    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.rules import Array


class PopulationPass:
    """Buffers and passes for the networks whose parameters are the columns of one array.

    Units lie as `(units, examples, nets)`; the views of the parameters as `(n_in, n_out, nets)`.

    Args:
        net: sizes and rules.
        dataset: the examples; `show` takes others.
        parameters: `(P, nets)`, read anew in every pass.
        gradients: `(P, nets)`, filled by `backward` without the factor `share`.
    """

    def __init__(self, net: Network, dataset: Dataset, parameters: Array, gradients: Array) -> None:
        sizes, nets, count = net.layer_sizes, parameters.shape[1], len(dataset)
        ends = (dataset.inputs.shape[1], dataset.targets.shape[1])
        if ends != (sizes[0], sizes[-1]):
            raise ValueError(
                f"a network of layer_sizes {sizes} cannot take examples of "
                f"{ends[0]} inputs and {ends[1]} targets"
            )
        self._rules, self._loss = net.activations, net.loss
        self._parameters = net.layout.split(parameters)
        self._gradients = net.layout.split(gradients)
        self._use_biases = net.use_biases
        self._inputs = np.ascontiguousarray(dataset.inputs.T)[:, :, None]
        self._targets = np.repeat(dataset.targets.T[:, :, None], nets, axis=2)
        shapes = [(n, count, nets) for n in sizes[1:]]
        self._z = [np.empty(shape) for shape in shapes]
        self._a = [np.empty(shape) for shape in shapes]
        self._δ = [np.empty(shape) for shape in shapes]
        self._products = [np.empty(shape) for shape in shapes]
        self._sums = np.empty((1, count, nets))
        averaged = count if net.reduction == "mean" else 1
        self.share = gradient_scale(net.loss, net.layer_sizes[-1]) / averaged
        self._loss_share = loss_scale(net.loss, net.layer_sizes[-1]) / averaged
        self._forward, self._backward = self._forward_calls(), self._backward_calls()

    def show(self, inputs: Array, targets: Array) -> None:
        """Take other examples for the passes that follow, as many as there were at first.

        Args:
            inputs: `(n_in, examples)`.
            targets: `(n_out, examples)`.
        """
        self._inputs[:, :, 0] = inputs
        self._targets[:] = targets[:, :, None]

    def forward(self) -> None:
        """Compute every unit of every network."""
        for call in self._forward:
            call()

    def backward(self) -> None:
        """Fill the gradients, after `forward`."""
        for call in self._backward:
            call()

    def losses(self) -> Array:
        """Return the loss of each network, `(nets,)`, after `forward`."""
        terms, t, scratch = self._products[-1], self._targets, np.empty_like(self._a[-1])
        if self._loss in ("binary_cross_entropy", "cross_entropy"):
            for call in loss_calls(self._loss, self._z[-1], t, terms, scratch, self._sums):
                call()
        else:
            np.subtract(self._a[-1], t, terms)
            np.multiply(terms, terms, terms)
        total: Array = terms.sum(axis=(0, 1)) * self._loss_share
        return total

    def largest_errors(self) -> Array:
        """Return the largest |ŷ − t| of each network, `(nets,)`, after `forward`."""
        product = self._products[-1]
        np.subtract(self._a[-1], self._targets, product)
        np.abs(product, product)
        largest: Array = product.max(axis=(0, 1))
        return largest

    def _forward_calls(self) -> list[Call]:
        calls: list[Call] = []
        below, last = self._inputs, len(self._rules) - 1
        for layer, weights in enumerate(self._parameters.weights):
            z, product, a = self._z[layer], self._products[layer], self._a[layer]
            calls.append(partial(np.multiply, weights[0][:, None], below[0], z))
            sources = [*zip(weights[1:], below[1:], strict=True)]
            if layer == last and self._parameters.skip_weights is not None:
                sources += zip(self._parameters.skip_weights, self._inputs, strict=True)
            for weight, source in sources:
                calls.append(partial(np.multiply, weight[:, None], source, product))
                calls.append(partial(np.add, z, product, z))
            if self._use_biases:
                calls.append(partial(np.add, z, self._parameters.biases[layer][:, None], z))
            if self._rules[layer] == "sigmoid":
                calls.append(partial(np.negative, z, z))
            calls += activation_calls(self._rules[layer], z, a, 1, self._sums)
            below = a
        return calls

    def _backward_calls(self) -> list[Call]:
        last = len(self._rules) - 1
        calls = self._output_error_calls()
        for layer in range(last, -1, -1):
            δ, product = self._δ[layer], self._products[layer]
            below = self._a[layer - 1] if layer else self._inputs
            fed = [*zip(below, self._gradients.weights[layer], strict=True)]
            if layer == last and self._gradients.skip_weights is not None:
                fed += zip(self._inputs, self._gradients.skip_weights, strict=True)
            for source, gradient in fed:
                calls.append(partial(np.multiply, source, δ, product))
                calls.append(partial(np.add.reduce, product, 1, None, gradient))
            if self._use_biases:
                calls.append(partial(np.add.reduce, δ, 1, None, self._gradients.biases[layer]))
            if layer:
                calls += self._calls_to_layer_below(layer)
        return calls

    def _calls_to_layer_below(self, layer: int) -> list[Call]:
        """Calls from δ of one layer to δ of the layer below."""
        calls: list[Call] = []
        δ, product, found = self._δ[layer], self._products[layer], self._δ[layer - 1]
        for i, weights in enumerate(self._parameters.weights[layer]):
            if len(δ) == 1:
                calls.append(partial(np.multiply, weights[:, None], δ, found[i : i + 1]))
            else:
                calls.append(partial(np.multiply, weights[:, None], δ, product))
                calls.append(partial(np.add.reduce, product, 0, None, found[i]))
        return calls + self._slope_calls(layer - 1)

    def _slope_calls(self, layer: int) -> list[Call]:
        """Calls that multiply δ of a layer by f′, told from its activations."""
        if self._rules[layer] == "linear":
            return []
        a, δ, slopes = self._a[layer], self._δ[layer], self._products[layer]
        return [*slope_calls(self._rules[layer], a, slopes, 1), partial(np.multiply, δ, slopes, δ)]

    def _output_error_calls(self) -> list[Call]:
        a, δ, rule = self._a[-1], self._δ[-1], self._rules[-1]
        calls = residual_calls(self._loss, a, self._targets, δ, self._sums, 1)
        if self._loss in ("binary_cross_entropy", "cross_entropy"):
            return calls
        if rule == "softmax":
            return calls + softmax_error_calls(a, δ, δ, self._products[-1], self._sums)
        return calls + self._slope_calls(len(self._rules) - 1)
