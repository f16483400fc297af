"""Where numbers stop being numbers: the first operation of a pass that a float64 cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .number_text import number_text
from .rules import LOSSES
from .unit_names import unit_name

if TYPE_CHECKING:
    import numpy.typing as npt

    from .network import Network
    from .rules import Array


def first_overflow(net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike) -> str | None:
    """Name the first result of a forward and backward pass that is infinite or undefined.

    Results are looked at in the order in which the pass computes them: layer by layer the
    weighted sums and the activations, then the loss, then from the output back the error signals
    and the gradients of the weights. Within one operation the first unit is named.

    Args:
        net: a network with its parameters as they are.
        inputs: `(n_inputs,)` or `(batch, n_inputs)`.
        targets: `(n_outputs,)` or `(batch, n_outputs)`.

    Returns:
        Half a sentence such as "the weighted sum of hidden unit 2 became infinite: the largest
        of the weights is 3×10¹⁵⁴"; None if every result is finite.
    """
    with np.errstate(all="ignore"):
        forward_pass = net.forward(inputs)
        backward = net.backward(forward_pass, targets)
    grown = f"the largest of the weights is {number_text(np.abs(net.parameters).max(), 3)}"
    for layer, z in enumerate(forward_pass.pre_activations):
        for what, values in (
            ("weighted sum", z),
            ("activation", forward_pass.activations[layer + 1]),
        ):
            unit = _first_unit(values)
            if unit is not None:
                name = unit_name(net.layer_sizes, layer + 1, unit)
                return f"the {what} of {name} became {_kind(values[:, unit])}: {grown}"
    if not np.isfinite(backward.loss):
        output = number_text(float(np.abs(forward_pass.outputs).max()), 3)
        squared = f"the largest output is {output} and its error, squared, is too large"
        why = grown if LOSSES[net.loss].of_pre_activation else squared
        return f"the loss became {_kind(np.array(backward.loss))}: {why}"
    for layer in reversed(range(len(net.weights))):
        δ = backward.error_signals[layer]
        unit = _first_unit(δ)
        if unit is not None:
            name = unit_name(net.layer_sizes, layer + 1, unit)
            return f"the error signal of {name} became {_kind(δ[:, unit])}: {grown}"
        gradient = backward.weight_gradients[layer]
        unit = _first_unit(gradient)
        if unit is not None:
            name = unit_name(net.layer_sizes, layer + 1, unit)
            return (
                f"the gradient of a weight into {name} became {_kind(gradient[:, unit])}: {grown}"
            )
    if not np.isfinite(backward.gradient).all():
        return f"the gradient of a direct weight became {_kind(backward.gradient)}: {grown}"
    return None


def overflow_sentence(net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike) -> str:
    """Return what `first_overflow` found as a sentence of its own."""
    found = first_overflow(net, inputs, targets) or "a number became too large for a float64"
    return f"{found[0].upper()}{found[1:]}."


def _first_unit(values: Array) -> int | None:
    """The first column that holds something infinite or undefined."""
    bad = ~np.isfinite(values).all(axis=0)
    return int(np.argmax(bad)) if bad.any() else None


def _kind(values: Array) -> str:
    return "infinite" if np.isinf(values).any() else "undefined"
