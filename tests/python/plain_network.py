"""A network written down from the formulas, independently of the core, for complex numbers too."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]

ACTIVATIONS: dict[str, Callable[[Numbers], Numbers]] = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": lambda z: np.sinh(z) / np.cosh(z),
    "relu": lambda z: z * (z.real > 0),
    "leaky_relu": lambda z: z * np.where(z.real > 0, 1, 0.01),
    "linear": lambda z: z,
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
}

LOSSES: dict[str, Callable[[Numbers, Numbers], Numbers]] = {
    "half_squared_error": lambda y, t: (y - t) ** 2 / 2,
    "squared_error": lambda y, t: (y - t) ** 2,
    "mean_squared_error": lambda y, t: (y - t) ** 2 / t.shape[1],
    "output": lambda y, _: y,
    "binary_cross_entropy": lambda y, t: -t * np.log(y) - (1 - t) * np.log(1 - y),
    "cross_entropy": lambda y, t: -t * np.log(y),
}


def plain_loss(net: Any, parameters: Numbers, examples: tuple[Numbers, Numbers]) -> Any:
    """The loss by the textbook; of `net` only its settings are read."""
    x, t = examples
    sizes, last = net.layer_sizes, len(net.layer_sizes) - 2
    a, start = x, 0
    for layer, (n_in, n_out) in enumerate(pairwise(sizes)):
        z = a @ parameters[start : start + n_in * n_out].reshape(n_in, n_out)
        start += n_in * n_out
        if net.use_biases:
            z = z + parameters[start : start + n_out]
            start += n_out
        if net.skip_to_output and layer == last:
            direct = parameters[len(parameters) - sizes[0] * sizes[-1] :]
            z = z + x @ direct.reshape(sizes[0], sizes[-1])
        a = ACTIVATIONS[net.activations[layer]](z)
    each = LOSSES[net.loss](a, t).sum(axis=1)
    return each.mean() if net.reduction == "mean" else each.sum()


def plain_gradient(net: Any, parameters: Numbers, examples: tuple[Numbers, Numbers]) -> Numbers:
    """∂E/∂w of every weight by the complex step, Im E(w + ih)/h: exact, and no difference."""
    h = 1e-30
    steps = 1j * h * np.eye(parameters.size)
    return np.array([plain_loss(net, parameters + step, examples).imag / h for step in steps])
