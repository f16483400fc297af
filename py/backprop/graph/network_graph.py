"""A network of `backprop.Network` as a graph: each weight, sum and activation one value.

Units are summed from the bias on, product by product, as micrograd does, so that a graph of ReLUs
has as many values as micrograd's. The gradients are those of `Network.backward`, found by another
way: no matrix, no error signal, and the losses taken apart into operations.
"""

from __future__ import annotations

from functools import reduce
from operator import add

import numpy as np
import numpy.typing as npt

from backprop.core.network import Network
from backprop.core.rules import Array

from .graph import Graph
from .operations import FUNCTIONS, SOFTPLUS
from .value import Value, apply


def graph_of_network(net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike) -> Graph:
    """The graph of a network's loss, computed at its parameters.

    Its leaves are called as the arrays of the network are: `weights[0][1, 0]` leads from the second
    input to the first hidden unit; there are also `biases[0][0]`, `skip_weights[0, 0]`, and, with
    the example first, `inputs[0, 1]` and `targets[0, 0]`.

    Args:
        net: of any kind.
        inputs: (n_inputs,) or (batch, n_inputs).
        targets: (n_outputs,) or (batch, n_outputs).

    Raises:
        ValueError: a shape is wrong.
        OverflowError: a value is too large for a float64.
    """
    x = net.forward(inputs).activations[0]
    t = np.atleast_2d(np.asarray(targets, dtype=np.float64))
    if t.shape != (len(x), net.layer_sizes[-1]):
        raise ValueError(f"targets must have shape {(len(x), net.layer_sizes[-1])}, not {t.shape}")
    leaves = _parameters(net)
    leaves |= _leaves("inputs", x) | _leaves("targets", t)
    losses = [_loss(net, leaves, example) for example in range(len(x))]
    total = reduce(add, losses)
    if net.reduction == "mean" and len(losses) > 1:
        total *= 1 / len(losses)
    total.label = "E"
    return Graph(total, leaves)


def unit_values(net: Network, leaves: dict[str, Value], example: int) -> tuple[list[Value], ...]:
    """The pre-activations and the activations of the output of one example.

    Args:
        net: for its layers and functions.
        leaves: its parameters and inputs, by name.
        example: the row of the inputs.
    """
    sizes, last = net.layer_sizes, len(net.layer_sizes) - 2
    inputs = [leaves[f"inputs[{example}, {unit}]"] for unit in range(sizes[0])]
    a = inputs
    for layer, name in enumerate(net.activations):
        z = []
        for unit in range(sizes[layer + 1]):
            terms = [leaves[f"biases[{layer}][{unit}]"]] if net.use_biases else []
            terms += [each * leaves[f"weights[{layer}][{i}, {unit}]"] for i, each in enumerate(a)]
            if net.skip_to_output and layer == last:
                direct = [leaves[f"skip_weights[{i}, {unit}]"] for i in range(sizes[0])]
                terms += [each * w for each, w in zip(inputs, direct, strict=True)]
            z.append(reduce(add, terms))
        a = _activations(name, z)
    return z, a


def _parameters(net: Network) -> dict[str, Value]:
    leaves: dict[str, Value] = {}
    for layer, weights in enumerate(net.weights):
        leaves |= _leaves(f"weights[{layer}]", weights)
        leaves |= _leaves(f"biases[{layer}]", net.biases[layer])
    return (
        leaves if net.skip_weights is None else leaves | _leaves("skip_weights", net.skip_weights)
    )


def _leaves(name: str, array: Array) -> dict[str, Value]:
    """A value for each number of an array, called by its place in it."""
    labels = {place: f"{name}[{', '.join(map(str, place))}]" for place in np.ndindex(array.shape)}
    return {label: Value(array[place].item(), label) for place, label in labels.items()}


def _activations(name: str, z: list[Value]) -> list[Value]:
    if name == "linear":
        return z
    if name == "softmax":
        powers = [each.exp() for each in _shifted(z)]
        total = reduce(add, powers)
        return [each / total for each in powers]
    return [apply(FUNCTIONS[name], each) for each in z]


def _shifted(z: list[Value]) -> list[Value]:
    """All less the largest, so that no exponential overflows.

    The largest is a constant here, since softmax does not change with what is taken away.
    """
    largest = Value(max(each.data for each in z))
    return [each - largest for each in z]


def _loss(net: Network, leaves: dict[str, Value], example: int) -> Value:
    z, outputs = unit_values(net, leaves, example)
    t = [leaves[f"targets[{example}, {unit}]"] for unit in range(len(z))]
    if net.loss == "binary_cross_entropy":  # Σ ln(1 + e^z) − t z
        return reduce(add, [apply(SOFTPLUS, a) - b * a for a, b in zip(z, t, strict=True)])
    if net.loss == "cross_entropy":  # Σ t (ln Σ e^z − z)
        shifted = _shifted(z)
        log_total = reduce(add, [each.exp() for each in shifted]).log()
        return reduce(add, [b * (log_total - a) for a, b in zip(shifted, t, strict=True)])
    if net.loss == "output":
        return reduce(add, outputs)
    errors = reduce(add, [(a - b) ** 2 for a, b in zip(outputs, t, strict=True)])
    factor = {"half_squared_error": 0.5, "mean_squared_error": 1 / len(t)}.get(net.loss, 1.0)
    return errors if factor == 1 else errors * factor
