"""Checks of a whole backward pass, by differentiating the forward pass without one."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from itertools import zip_longest

import numpy as np

from backprop.core.network import Network
from backprop.core.rules import Array
from backprop.exercises.derivative import derivative

from .check import Check, Part, Trial

EXAMPLE = np.array([[0.5, 0.8]]), np.array([[0.7]])
"""The example of the network that is drawn beside the editor."""
SECOND_EXAMPLE = np.array([[0.9, 0.1]]), np.array([[0.2]])

PARAMETERS: dict[tuple[int, ...], tuple[float, ...]] = {
    (2, 2, 1): (0.2, 0.4, 0.3, 0.1, 0.1, -0.2, 0.6, 0.5, 0.3),
    (2, 2, 2): (0.2, 0.4, 0.3, 0.1, 0.1, -0.2, 0.6, -0.4, 0.5, 0.2, 0.3, 0.1),
}
"""Of the drawn network, by its layers' sizes: layer by layer weights row by row, then biases."""


def drawn_network(hidden: str = "sigmoid", sizes: tuple[int, ...] = (2, 2, 1)) -> Network:
    """The network that stands beside the editor."""
    net = Network(sizes, [hidden, "sigmoid"], "half_squared_error", initial_range=0)
    net.parameters[:] = PARAMETERS[sizes]
    return net


class NetworkGradient(Check):
    """`backward(weights, biases, inputs, targets)` of sigmoid units and a half squared error."""

    function = "backward"
    returns = "two lists, the gradients of the weights and those of the biases, layer by layer"

    def __init__(
        self,
        batches: tuple[int, ...],
        depths: tuple[int, ...],
        hidden: str = "sigmoid",
        only_square: bool = False,
    ) -> None:
        """Draw networks.

        Args:
            batches: how many examples at a time; the loss is their mean.
            depths: how many layers of weights.
            hidden: activation function of the hidden units.
            only_square: draw networks that have as many units in each layer alone, in which a
                matrix that is turned the wrong way fits.
        """
        self.batches = batches
        self.depths = depths
        self.hidden = hidden
        self.only_square = only_square
        self.drawn_sizes = (2, 2, 2) if only_square else (2, 2, 1)

    @cache  # noqa: B019 - checks live as long as the program
    def trials(self) -> tuple[Trial, ...]:
        """The drawn network, then random ones: also with as many units in each layer."""
        drawn = [(drawn_network(self.hidden, self.drawn_sizes), self._drawn_examples())]
        random = np.random.default_rng(11)
        for depth in self.depths:
            for batch in self.batches:
                uneven = [] if self.only_square else [random.integers(1, 4, depth + 1).tolist()]
                for sizes in ([3] * (depth + 1), *uneven):
                    hidden = [self.hidden] * (depth - 1)
                    net = Network(sizes, [*hidden, "sigmoid"], "half_squared_error", seed=batch)
                    net.parameters[:] = random.uniform(-1, 1, net.parameters.size)
                    inputs = random.uniform(-1, 1, (batch, sizes[0]))
                    drawn.append((net, (inputs, random.uniform(0, 1, (batch, sizes[-1])))))
        return tuple(_trial(net, examples) for net, examples in drawn)

    def _drawn_examples(self) -> tuple[Array, Array]:
        """Two where batches are judged, so that a forgotten sum or mean can be seen."""
        inputs, targets = EXAMPLE
        if max(self.batches) > 1:
            inputs = np.vstack([inputs, SECOND_EXAMPLE[0]])
            targets = np.vstack([targets, SECOND_EXAMPLE[1]])
        return inputs, np.repeat(targets, self.drawn_sizes[-1], axis=1)

    def ask(self, function: Callable[..., object], trial: Trial) -> list[object]:
        """Take both lists apart, layer by layer from the last."""
        returned = function(*deepcopy(trial.arguments))
        if not isinstance(returned, (tuple, list)) or len(returned) != 2:
            return [None] * len(trial.parts)
        layers = len(trial.parts) // 2
        weights, biases = (
            list(each) if isinstance(each, (tuple, list)) else [None] * layers for each in returned
        )
        pairs = [*zip_longest(weights[:layers], biases[:layers])]
        pairs += [(None, None)] * (layers - len(pairs))
        return [gradient for pair in reversed(pairs) for gradient in pair]


def _trial(net: Network, examples: tuple[Array, Array]) -> Trial:
    inputs, targets = examples
    gradient = derivative(
        lambda parameters: net.loss_at(parameters, inputs, targets), net.parameters
    )
    split = net.split(gradient)
    weights, biases = split.weights, split.biases
    parts = []
    for layer in reversed(range(len(weights))):
        of = f"of layer {layer + 1}"
        parts += [
            Part(f"the gradient of the weights {of}", weights[layer], f"weights:{layer}"),
            Part(f"the gradient of the biases {of}", biases[layer], f"biases:{layer}"),
        ]
    shape = "-".join(map(str, net.layer_sizes))
    count = "one example" if len(inputs) == 1 else f"{len(inputs)} examples"
    arguments = ([*map(np.array, net.weights)], [*map(np.array, net.biases)], inputs, targets)
    return Trial(f"a {shape} network and {count}", arguments, tuple(parts))
