"""The network that a run begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.network import Network

if TYPE_CHECKING:
    from .chance import SeededRandom
    from .settings import Settings

FIRST_BIAS = 0.1


def first_network(settings: Settings, random: SeededRandom) -> Network:
    """The network of a run: weights from −½ to ½, drawn unit by unit, and biases of 0.1.

    Its output is tanh for two classes, linear for a regression, both with ½(ŷ − t)²; softmax with
    the cross-entropy for more classes.
    """
    hidden, classes = settings.hidden_layers, settings.class_count
    output, loss = ("linear" if settings.is_regression else "tanh"), "half_squared_error"
    if classes > 2:
        output, loss = "softmax", "cross_entropy"
    sizes = [len(settings.features), *hidden, classes if classes > 2 else 1]
    activations = [*[settings.activation] * len(hidden), output]
    net = Network(sizes, activations, loss, initial_range=0)
    if settings.initial_zero:
        return net
    for weights, biases in zip(net.weights, net.biases, strict=True):
        biases[:] = FIRST_BIAS
        for target in range(weights.shape[1]):
            for source in range(weights.shape[0]):
                weights[source, target] = random() - 0.5
    return net
