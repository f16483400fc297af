"""Forward and backward passes of many networks over the same examples, net index last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.rules import LEAK

if TYPE_CHECKING:
    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.rules import Array


class PopulationPass:
    """Buffers and passes for the networks whose parameters are the columns of one array.

    Units lie as `(units, examples, nets)`; the views of the parameters as `(n_in, n_out, nets)`.

    Args:
        net: sizes and rules.
        dataset: the examples.
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
        self._targets = np.ascontiguousarray(dataset.targets.T)[:, :, None]
        self._z = [np.empty((n, count, nets)) for n in sizes[1:]]
        self._a = [np.empty_like(z) for z in self._z]
        self._δ = [np.empty_like(z) for z in self._z]
        self._products = [np.empty_like(z) for z in self._z]
        self.share = (2.0 if net.loss == "squared_error" else 1.0) / self._averaged(net, count)
        self._loss_share = (0.5 if net.loss == "half_squared_error" else 1.0) / self._averaged(
            net, count
        )

    @staticmethod
    def _averaged(net: Network, count: int) -> int:
        return count if net.reduction == "mean" else 1

    def forward(self) -> None:
        """Compute every unit of every network."""
        below = self._inputs
        last = len(self._rules) - 1
        for layer, weights in enumerate(self._parameters.weights):
            z, product = self._z[layer], self._products[layer]
            np.multiply(weights[0][:, None], below[0], z)
            for i in range(1, len(weights)):
                np.multiply(weights[i][:, None], below[i], product)
                np.add(z, product, z)
            if layer == last and self._parameters.skip_weights is not None:
                for i in range(len(self._inputs)):
                    np.multiply(self._parameters.skip_weights[i][:, None], self._inputs[i], product)
                    np.add(z, product, z)
            if self._use_biases:
                np.add(z, self._parameters.biases[layer][:, None], z)
            _activate(self._rules[layer], z, self._a[layer])
            below = self._a[layer]

    def losses(self) -> Array:
        """Return the loss of each network, `(nets,)`, after `forward`."""
        z, a, t = self._z[-1], self._a[-1], self._targets
        if self._loss == "binary_cross_entropy":
            each = np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))) - t * z
        elif self._loss == "cross_entropy":
            shifted = z - z.max(axis=0)
            each = t * (np.log(np.exp(shifted).sum(axis=0)) - shifted)
        else:
            each = (a - t) ** 2
        total: Array = each.sum(axis=(0, 1)) * self._loss_share
        return total

    def largest_errors(self) -> Array:
        """Return the largest |ŷ − t| of each network, `(nets,)`, after `forward`."""
        product = self._products[-1]
        np.subtract(self._a[-1], self._targets, product)
        np.abs(product, product)
        largest: Array = product.max(axis=(0, 1))
        return largest

    def backward(self) -> None:
        """Fill the gradients, after `forward`."""
        last = len(self._rules) - 1
        self._output_errors()
        for layer in range(last, -1, -1):
            δ, product = self._δ[layer], self._products[layer]
            below = self._a[layer - 1] if layer else self._inputs
            for i, gradient in enumerate(self._gradients.weights[layer]):
                np.multiply(below[i], δ, product)
                product.sum(1, out=gradient)
            if self._use_biases:
                δ.sum(1, out=self._gradients.biases[layer])
            if layer == last and self._gradients.skip_weights is not None:
                for i, gradient in enumerate(self._gradients.skip_weights):
                    np.multiply(self._inputs[i], δ, product)
                    product.sum(1, out=gradient)
            if layer:
                for i, weights in enumerate(self._parameters.weights[layer]):
                    np.multiply(weights[:, None], δ, product)
                    product.sum(0, out=self._δ[layer - 1][i])
                _times_slope(self._rules[layer - 1], self._a[layer - 1], self._δ[layer - 1])

    def _output_errors(self) -> None:
        a, δ, t = self._a[-1], self._δ[-1], self._targets
        if self._loss == "cross_entropy":
            np.multiply(a, t.sum(axis=0), δ)
            np.subtract(δ, t, δ)
            return
        np.subtract(a, t, δ)
        if self._loss == "binary_cross_entropy":
            return
        if self._rules[-1] == "softmax":
            np.subtract(δ, (δ * a).sum(axis=0), δ)
            np.multiply(δ, a, δ)
        else:
            _times_slope(self._rules[-1], a, δ)


def _activate(rule: str, z: Array, a: Array) -> None:
    """Fill `a` with f(z)."""
    match rule:
        case "sigmoid":
            np.negative(z, a)
            np.exp(a, a)
            np.add(a, 1.0, a)
            np.reciprocal(a, a)
        case "tanh":
            np.tanh(z, a)
        case "relu":
            np.maximum(z, 0.0, out=a)
        case "leaky_relu":
            np.multiply(z, LEAK, a)
            np.maximum(z, a, out=a)
        case "softmax":
            np.subtract(z, z.max(axis=0), a)
            np.exp(a, a)
            np.divide(a, a.sum(axis=0), a)
        case _:
            a[:] = z


def _times_slope(rule: str, a: Array, δ: Array) -> None:
    """Multiply `δ` in place by f′, told from the activations."""
    match rule:
        case "sigmoid":
            np.multiply(δ, a, δ)
            np.multiply(δ, 1 - a, δ)
        case "tanh":
            np.multiply(δ, 1 - a * a, δ)
        case "relu":
            np.multiply(δ, a > 0, δ)
        case "leaky_relu":
            np.multiply(δ, np.where(a > 0, 1.0, LEAK), δ)
        case _:
            pass
