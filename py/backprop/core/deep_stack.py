"""A stack of many like layers, with what was invented to make such stacks learn.

Layer by layer:  z = a W + b,   a′ = f(z).

With batch normalisation each z is first centred and scaled over the batch,
ẑ = (z − mean) / √(variance + ε), and f is given γ ẑ + β in place of z + b. With residual links a
layer adds to what it received instead of replacing it: a′ = a + f(·). The first layer leads from
the inputs to the width of the stack and has no such link; a linear unit reads the last one, and
E = −t ln σ(z) − (1 − t) ln(1 − σ(z)), averaged over the batch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .initialisers import start_range, uniform_weights
from .rules import ACTIVATIONS, LOSSES, Array, sigmoid

EPSILON = 1e-5
"""ε of batch normalisation: keeps a unit that is the same for all examples from dividing by 0."""


@dataclass(frozen=True)
class StackShape:
    """What a stack is; two equal ones start alike."""

    inputs: int
    depth: int
    """Layers before the output unit, from 1 up."""
    width: int
    """Units in each of them, from 1 up."""
    activation: str
    initialiser: str = "range"
    initial_range: float = 1.0
    residual: bool = False
    batch_normalisation: bool = False
    seed: int = 0

    @property
    def ends(self) -> list[tuple[int, int]]:
        """(n_in, n_out) of every layer, that of the output unit last."""
        within = [(self.width, self.width)] * (self.depth - 1)
        return [(self.inputs, self.width), *within, (self.width, 1)]


@dataclass(frozen=True)
class LayerViews:
    """The parameters of one layer, or their gradients: views of one flat vector."""

    weights: Array
    """W, (n_in, n_out)."""
    shift: Array
    """b, or β with batch normalisation; (n_out,)."""
    scale: Array | None
    """γ of batch normalisation, (n_out,); None without it."""


class Normalised(NamedTuple):
    """What batch normalisation makes of one layer's z."""

    values: Array
    """ẑ, (batch, n_out)."""
    deviation: Array
    """√(variance + ε) of each unit over the batch, (n_out,)."""


@dataclass(frozen=True)
class LayerPass:
    """What one layer computed on the way forward; a row for each example."""

    received: Array
    """a, the activations of the layer before."""
    normalised: Normalised | None
    """None without batch normalisation."""
    own: Array
    """f(·): what the layer itself computes."""
    sent: Array
    """a′: the same, or with a residual link a + f(·)."""


@dataclass(frozen=True)
class LayerGradients:
    """∂E/∂… of one layer on the way back, in the order in which they are found."""

    of_sent: Array
    """∂E/∂a′: what arrives from the layers after."""
    of_argument: Array
    """∂E/∂(argument of f) = ∂E/∂a′ · f′."""
    of_sum: Array
    """∂E/∂z = δ; the same as `of_argument` without batch normalisation."""
    through_weights: Array
    """δ Wᵀ: what goes on to the layer before through the weights."""
    of_received: Array
    """∂E/∂a: the same, or with a residual link ∂E/∂a′ + δ Wᵀ."""


@dataclass(frozen=True)
class StackBackward:
    """Everything that one backward pass found."""

    loss: float
    layers: tuple[LayerGradients, ...]
    gradient: Array
    """∂E/∂parameter as one vector (P,)."""
    views: tuple[LayerViews, ...]
    """The same, layer by layer, that of the output unit last."""


def batch_normalised(z: Array) -> Normalised:
    """Each column of z (batch, units) with mean 0 and variance 1. Ioffe and Szegedy, 2015."""
    centred = z - z.mean(axis=0)
    deviation = np.sqrt((centred**2).mean(axis=0) + EPSILON)
    return Normalised(centred / deviation, deviation)


class DeepStack:
    """A stack with its parameters as one vector `parameters` (P,), layer by layer: W, b or β, γ.

    Weights are drawn as the shape's initialiser says, b and β start at 0 and γ at 1.
    """

    def __init__(self, shape: StackShape) -> None:
        self.shape = shape
        self._rule = ACTIVATIONS[shape.activation]
        self._loss = LOSSES["binary_cross_entropy"]
        self.parameters = np.zeros(sum(size for *_, size in self._sizes()))
        rng = np.random.default_rng(shape.seed)
        for (n_in, n_out), layer in zip(shape.ends, self.split(self.parameters), strict=True):
            r = start_range(shape.initialiser, n_in, n_out, shape.initial_range)
            layer.weights[:] = uniform_weights(rng, n_in, n_out, r)
            if layer.scale is not None:
                layer.scale[:] = 1

    def split(self, vector: npt.NDArray[Any]) -> tuple[LayerViews, ...]:
        """Views of `vector` (P,), shaped like the parameters, that of the output unit last."""
        views, start = [], 0
        for n_in, n_out, size in self._sizes():
            part = vector[start : start + size]
            inner = n_in * n_out
            has_scale = size > inner + n_out
            views.append(
                LayerViews(
                    weights=part[:inner].reshape(n_in, n_out),
                    shift=part[inner : inner + n_out],
                    scale=part[inner + n_out :] if has_scale else None,
                )
            )
            start += size
        return tuple(views)

    def _sizes(self) -> Iterator[tuple[int, int, int]]:
        """n_in, n_out and the number of parameters of every layer."""
        *within, (last, one) = self.shape.ends
        for n_in, n_out in within:
            yield n_in, n_out, (n_in + 1 + self.shape.batch_normalisation) * n_out
        yield last, one, last + 1

    def forward(
        self, inputs: npt.ArrayLike, parameters: npt.NDArray[Any] | None = None
    ) -> tuple[tuple[LayerPass, ...], Array]:
        """Every layer's pass, and z of the output unit (batch, 1).

        `inputs` is (batch, inputs). `parameters` stands in for the stack's own; may be complex.
        """
        *layers, output = self.split(self.parameters if parameters is None else parameters)
        a: Array = np.asarray(inputs, dtype=float)
        passes: list[LayerPass] = []
        for layer in layers:
            z = a @ layer.weights
            normalised = None
            if layer.scale is None:
                argument = z + layer.shift
            else:
                normalised = batch_normalised(z)
                argument = layer.scale * normalised.values + layer.shift
            own = self._rule.value(argument)
            sent = a + own if self.shape.residual and passes else own
            passes.append(LayerPass(a, normalised, own, sent))
            a = sent
        return tuple(passes), a @ output.weights + output.shift

    def backward(self, inputs: npt.ArrayLike, targets: npt.ArrayLike) -> StackBackward:
        """One forward pass, and the derivative of its loss carried back to every parameter.

        `inputs` is (batch, inputs), `targets` (batch, 1) with entries from 0 to 1.
        """
        t: Array = np.asarray(targets, dtype=float)
        passes, z = self.forward(inputs)
        gradient = np.zeros_like(self.parameters)
        views = self.split(gradient)
        layers = self.split(self.parameters)
        δ = (sigmoid(z) - t) / len(t)
        views[-1].weights[:] = passes[-1].sent.T @ δ
        views[-1].shift[:] = δ.sum(axis=0)
        arriving = δ @ layers[-1].weights.T
        found = []
        for index in range(len(passes) - 1, -1, -1):
            layer = self._layer_backward(layers[index], passes[index], arriving, views[index])
            if self.shape.residual and index > 0:
                layer = replace(layer, of_received=arriving + layer.through_weights)
            found.append(layer)
            arriving = layer.of_received
        loss = float(self._loss.value(z, t).mean())
        return StackBackward(loss, tuple(reversed(found)), gradient, views)

    def _layer_backward(
        self, layer: LayerViews, done: LayerPass, arriving: Array, found: LayerViews
    ) -> LayerGradients:
        """One layer without its residual link; writes its parameters' gradients into `found`."""
        of_argument = self._rule.error_signal(arriving, done.own)
        found.shift[:] = of_argument.sum(axis=0)
        δ = of_argument
        if layer.scale is not None and found.scale is not None and done.normalised is not None:
            ẑ, deviation = done.normalised
            found.scale[:] = (of_argument * ẑ).sum(axis=0)
            # z moves its own ẑ, and through mean and variance every other ẑ of its unit:
            # what all have in common, and what goes along with ẑ, comes to nothing.
            of_normalised = of_argument * layer.scale
            common = of_normalised.mean(axis=0)
            along = (of_normalised * ẑ).mean(axis=0)
            δ = (of_normalised - common - ẑ * along) / deviation
        found.weights[:] = done.received.T @ δ
        through_weights = δ @ layer.weights.T
        return LayerGradients(arriving, of_argument, δ, through_weights, through_weights)

    def loss_at(
        self, parameters: npt.NDArray[Any], inputs: npt.ArrayLike, targets: npt.ArrayLike
    ) -> complex:
        """The loss with `parameters` (real or complex) in place of the stack's own."""
        _, z = self.forward(inputs, parameters)
        return complex(self._loss.value(z, np.asarray(targets, dtype=float)).mean())
