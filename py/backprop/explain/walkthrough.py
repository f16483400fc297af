"""One forward pass, its loss, the backward pass and an update, as ordered steps.

A step is one operation: one number of the pass, or the new weights into one layer.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from backprop.core.rules import LOSSES

from . import equations, sentences, source_lines
from .step import Step, step_of
from .symbols import Terms
from .update_steps import updates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from backprop.core.network import Network

    from .source_lines import SourceLine


def walkthrough(
    net: Network,
    inputs: npt.ArrayLike,
    targets: npt.ArrayLike,
    learning_rate: float,
    frozen: Sequence[int] = (),
) -> tuple[Step, ...]:
    """Every step of one pass through `net`, which stays as it is.

    `inputs` (n_inputs,) and `targets` (n_outputs,) are one example. `frozen` lists indices into
    `net.parameters` that the update leaves alone. Layers run forwards, then from the output
    back: in each the gradients of its weights by source, of its biases, then the error signals
    of the layer below. Raises ValueError for a wrong shape, for several examples, or for a
    learning rate that is not a finite number.
    """
    if not isfinite(learning_rate):
        raise ValueError(f"learning_rate must be a finite number, not {learning_rate!r}")
    terms = Terms(net, inputs, targets)
    layers = range(len(net.weights))
    return (
        *(step for layer in layers for step in _forward(terms, layer)),
        _loss(terms),
        *_output(terms),
        *(step for layer in reversed(layers) for step in _backward(terms, layer)),
        *updates(terms, learning_rate, frozen),
    )


def _forward(terms: Terms, layer: int) -> Iterator[Step]:
    """Compute z and a of one unit after the other; softmax has to wait for every z."""
    units = range(terms.net.layer_sizes[layer + 1])
    rule = terms.net.activations[layer]
    for unit in units:
        yield _pre_activation(terms, layer, unit)
        if rule not in {"linear", "softmax"}:
            yield _activation(terms, layer, unit)
    if rule == "softmax":
        for unit in units:
            yield _activation(terms, layer, unit)


def _pre_activation(terms: Terms, layer: int, unit: int) -> Step:
    sources = range(terms.net.layer_sizes[layer])
    units = [(layer + 1, unit), *((layer, i) for i in sources)]
    weights = [(layer, i, unit) for i in sources]
    if terms.net.skip_to_output and layer == terms.last_layer:
        inputs = range(terms.net.layer_sizes[0])
        units += [(0, i) for i in inputs if layer > 0]
        weights += [(layer + 1, i, unit) for i in inputs]
    return step_of(
        "forward",
        "pre_activation",
        equations.pre_activation(terms, layer, unit),
        sentences.pre_activation(terms, layer, unit),
        source_lines.PRE_ACTIVATION,
        units=units,
        weights=weights,
        biases=[(layer, unit)] if terms.net.use_biases else [],
    )


def _activation(terms: Terms, layer: int, unit: int) -> Step:
    return step_of(
        "forward",
        "activation",
        equations.activation(terms, layer, unit),
        sentences.activation(terms, layer, unit),
        source_lines.ACTIVATION[terms.net.activations[layer]],
        units=_tied_units(terms, layer, unit),
    )


def _loss(terms: Terms) -> Step:
    return step_of(
        "loss",
        "loss",
        equations.loss(terms),
        sentences.loss(terms),
        source_lines.LOSS[terms.net.loss],
        units=[(terms.last_layer + 1, unit) for unit in range(len(terms.targets))],
    )


def _output(terms: Terms) -> Iterator[Step]:
    """∂E/∂ŷ and δ of every output; one step where the two are the same or come at once."""
    layer = terms.last_layer
    units = range(len(terms.targets))
    rule = terms.net.activations[layer]
    slope_line = source_lines.LOSS_DERIVATIVE[terms.net.loss]
    if LOSSES[terms.net.loss].of_pre_activation:
        for unit in units:
            yield _error_signal(terms, layer, unit, slope_line)
        return
    for unit in units:
        yield step_of(
            "backward",
            "output_gradient",
            equations.output_gradient(terms, unit),
            sentences.output_gradient(terms, unit),
            slope_line,
            units=[(layer + 1, unit)],
        )
        if rule not in {"linear", "softmax"}:
            yield _error_signal(terms, layer, unit, source_lines.ERROR_SIGNAL)
    if rule == "softmax":
        for unit in units:
            yield _error_signal(terms, layer, unit, source_lines.SOFTMAX_ERROR_SIGNAL)


def _error_signal(terms: Terms, layer: int, unit: int, line: SourceLine) -> Step:
    return step_of(
        "backward",
        "error_signal",
        equations.error_signal(terms, layer, unit),
        sentences.error_signal(terms, layer, unit),
        line,
        units=_tied_units(terms, layer, unit),
    )


def _backward(terms: Terms, layer: int) -> Iterator[Step]:
    """The gradients of one layer of parameters, then the error signals of the units below."""
    yield from _parameter_gradients(terms, layer)
    if layer > 0:
        for unit in range(terms.net.layer_sizes[layer]):
            yield _activation_gradient(terms, layer - 1, unit)
            if terms.net.activations[layer - 1] != "linear":
                yield _error_signal(terms, layer - 1, unit, source_lines.ERROR_SIGNAL)


def _parameter_gradients(terms: Terms, layer: int) -> Iterator[Step]:
    """The gradients of weights by source, of biases, and with the last layer direct weights."""
    targets = range(terms.net.layer_sizes[layer + 1])
    for i in range(terms.net.layer_sizes[layer]):
        for j in targets:
            yield _weight_gradient(terms, layer, i, j)
    if terms.net.use_biases:
        for j in targets:
            yield _bias_gradient(terms, layer, j)
    if terms.net.skip_to_output and layer == terms.last_layer:
        for i in range(terms.net.layer_sizes[0]):
            for j in targets:
                yield _weight_gradient(terms, layer + 1, i, j)


def _activation_gradient(terms: Terms, layer: int, unit: int) -> Step:
    ahead = range(terms.net.layer_sizes[layer + 2])
    return step_of(
        "backward",
        "activation_gradient",
        equations.activation_gradient(terms, layer, unit),
        sentences.activation_gradient(terms, layer, unit),
        source_lines.ACTIVATION_GRADIENT,
        units=[(layer + 1, unit), *((layer + 2, k) for k in ahead)],
        weights=[(layer + 1, unit, k) for k in ahead],
    )


def _bias_gradient(terms: Terms, layer: int, unit: int) -> Step:
    return step_of(
        "backward",
        "bias_gradient",
        equations.bias_gradient(terms, layer, unit),
        sentences.bias_gradient(terms, layer, unit),
        source_lines.BIAS_GRADIENT,
        units=[(layer + 1, unit)],
        biases=[(layer, unit)],
    )


def _weight_gradient(terms: Terms, layer: int, i: int, j: int) -> Step:
    direct = layer > terms.last_layer
    ends = [(layer, j), (0, i)] if direct else [(layer + 1, j), (layer, i)]
    return step_of(
        "backward",
        "weight_gradient",
        equations.weight_gradient(terms, layer, i, j),
        sentences.weight_gradient(terms, layer, i, j),
        source_lines.DIRECT_WEIGHT_GRADIENT if direct else source_lines.WEIGHT_GRADIENT,
        units=ends,
        weights=[(layer, i, j)],
    )


def _tied_units(terms: Terms, layer: int, unit: int) -> list[tuple[int, int]]:
    """The unit itself; and under softmax, which ties a layer together, all others."""
    units = [(layer + 1, unit)]
    if terms.net.activations[layer] == "softmax":
        units += [(layer + 1, k) for k in range(len(terms.targets)) if k != unit]
    return units
