"""The obvious NumPy loop, to measure the core against: per layer, row-major, new arrays each time.

It is written the way a textbook has it and the way most readers would write it first: nothing
is slowed down on purpose, nothing is prepared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


def train(
    weights: list[Array],
    biases: list[Array],
    inputs: Array,
    targets: Array,
    learning_rate: float,
    momentum: float,
    batch_size: int,
    epochs: int,
    activation: str = "sigmoid",
    seed: int = 0,
) -> list[float]:
    """Train a network in place by gradient descent with momentum on ½ Σ (ŷ − t)².

    Args:
        weights: one `(n_in, n_out)` array for each layer; entries of the list are replaced.
        biases: one `(n_out,)` array for each layer; the same.
        inputs: `(examples, n_in)`.
        targets: `(examples, n_out)`.
        learning_rate: η.
        momentum: α.
        batch_size: examples in a step; the whole set is taken in its own order.
        epochs: how many times to go through the set.
        activation: of the hidden layers, `sigmoid` or `tanh`; the output's is a sigmoid.
        seed: of the shuffling.

    Returns:
        For each epoch the mean of its batches' losses.
    """
    rng = np.random.default_rng(seed)
    weight_steps = [np.zeros_like(w) for w in weights]
    bias_steps = [np.zeros_like(b) for b in biases]
    last = len(weights) - 1
    losses = []
    for _ in range(epochs):
        batches = [(inputs, targets)]
        if batch_size < len(inputs):
            order = rng.permutation(len(inputs))
            cuts = [order[i : i + batch_size] for i in range(0, len(inputs), batch_size)]
            batches = [(inputs[cut], targets[cut]) for cut in cuts]
        batch_losses = []
        for x, t in batches:
            activations = [x]
            for layer, (w, b) in enumerate(zip(weights, biases, strict=True)):
                z = activations[-1] @ w + b
                squashed = activation == "tanh" and layer < last
                activations.append(np.tanh(z) if squashed else 1 / (1 + np.exp(-z)))
            error = activations[-1] - t
            batch_losses.append(0.5 * np.mean(np.sum(error**2, axis=1)))
            delta = error * activations[-1] * (1 - activations[-1]) / len(t)
            for layer in range(last, -1, -1):
                a = activations[layer]
                weight_gradient = a.T @ delta
                bias_gradient = delta.sum(axis=0)
                if layer > 0:
                    slope = 1 - a**2 if activation == "tanh" else a * (1 - a)
                    delta = (delta @ weights[layer].T) * slope
                weight_steps[layer] = momentum * weight_steps[layer] - (
                    learning_rate * weight_gradient
                )
                bias_steps[layer] = momentum * bias_steps[layer] - learning_rate * bias_gradient
                weights[layer] = weights[layer] + weight_steps[layer]
                biases[layer] = biases[layer] + bias_steps[layer]
        losses.append(float(np.mean(batch_losses)))
    return losses
