"""What happens in one operation, in one plain sentence.

`layer` counts as in `pre_activations`, units from 0. Sentences round to four digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import number_text
from backprop.core.rules import LOSSES

from .nudge import nudged
from .symbols import FUNCTION_NAMES

if TYPE_CHECKING:
    from .symbols import Terms

_SMOOTH = {
    "sigmoid": "The sigmoid squeezes {z} into the range from 0 to 1: {unit} answers {a}.",
    "tanh": "The tanh squeezes {z} into the range from −1 to 1: {unit} answers {a}.",
    "softmax": "Softmax makes the outputs shares of one whole: {unit} gets {a} of it.",
}


COUNTS = {2: "two", 3: "three", 4: "four"}


def pre_activation(terms: Terms, layer: int, unit: int) -> str:
    """Tell how a unit adds up what reaches it."""
    sources = terms.net.layer_sizes[layer]
    added = f"its {COUNTS.get(sources, sources)} inputs, each times its weight"
    if sources == 1:
        added = "its one input times its weight"
    more = [
        *(["the direct links"] if terms.net.skip_to_output and layer == terms.last_layer else []),
        *(["its bias"] if terms.net.use_biases else []),
    ]
    verb = "adds" if sources > 1 or more else "takes"
    told = ", and ".join([added, *more])
    name = sentence_case(terms.names.unit(layer + 1, unit))
    z = number_text(terms.forward.pre_activations[layer].item(0, unit))
    if terms.net.activations[layer] == "linear":
        return f"{name} {verb} {told}. It is linear, so it answers the sum itself, {z}."
    return f"{name} {verb} {told}: {z}."


def activation(terms: Terms, layer: int, unit: int) -> str:
    """Tell what the activation function makes of a pre-activation."""
    rule = terms.net.activations[layer]
    name = terms.names.unit(layer + 1, unit)
    value = terms.forward.pre_activations[layer].item(0, unit)
    z, a = number_text(value), number_text(terms.forward.activations[layer + 1].item(0, unit))
    if rule in _SMOOTH:
        return _SMOOTH[rule].format(z=z, unit=name, a=a)
    if value > 0:
        return f"{z} is above zero, so {FUNCTION_NAMES[rule]} lets it through as it is."
    position = "exactly zero" if value == 0 else "below zero"
    if rule == "relu":
        return f"{z} is {position}, so ReLU shuts: {name} is off and sends 0 on."
    return f"{z} is {position}, so leaky ReLU lets only a hundredth of it through: {a}."


def loss(terms: Terms) -> str:
    """Tell how far the outputs are from their targets."""
    E = number_text(terms.backward.loss)  # noqa: N806 - the letter of the page
    kind = terms.net.loss
    if kind == "output":
        several = len(terms.targets) > 1
        told = "the sum of the outputs" if several else "the output itself"
        return f"There is no loss here: E is {told}, {E}, and the targets count for nothing."
    if len(terms.targets) > 1:
        if kind == "cross_entropy":
            return f"Cross-entropy asks what share each target got: the surprise, E, is {E}."
        if kind == "binary_cross_entropy":
            return f"Each output is a probability; their surprises at the targets sum to E = {E}."
        combined = {
            "half_squared_error": "squared, summed and halved",
            "mean_squared_error": "squared and averaged",
        }.get(kind, "squared and summed")
        return f"All outputs' distances from their targets, {combined}, make E = {E}."
    output, target = terms.forward.outputs.item(0), terms.target_values[0]
    ŷ, t = number_text(output), number_text(target)
    if kind in {"cross_entropy", "binary_cross_entropy"}:
        return f"The output gives a probability of {ŷ}, the target is {t}: the surprise, E, is {E}."
    distance = number_text(abs(output - target))
    half = "half its" if kind == "half_squared_error" else "its"
    return f"The output {ŷ} is {distance} away from the target {t}; {half} square is the loss, {E}."


def output_gradient(terms: Terms, unit: int) -> str:
    """Tell what ∂E/∂ŷ means."""
    name = terms.names.unit(len(terms.net.weights), unit)
    gradient = terms.unit_gradients[-1][unit].value
    if terms.net.loss == "output":
        return f"{sentence_case(name)} counts in E as it is: when it rises, E rises as much."
    if gradient == 0:
        return f"{sentence_case(name)} is right on its target, where the loss is level."
    outputs, targets = terms.forward.outputs, terms.target_values[np.newaxis]
    direction = np.eye(outputs.shape[1])[unit]

    def loss_at(nudge: float) -> float:
        return float(LOSSES[terms.net.loss].value(outputs + nudge * direction, targets).item())

    return f"{nudged(name, loss_at, gradient)}."


def error_signal(terms: Terms, layer: int, unit: int) -> str:
    """Tell how the error gets through an activation function."""
    net = terms.net
    name = terms.names.unit(layer + 1, unit)
    δ = terms.error_signals[layer][unit].value
    rule = net.activations[layer]
    if layer == terms.last_layer and LOSSES[net.loss].of_pre_activation:
        return (
            f"{sentence_case(FUNCTION_NAMES[rule])} and cross-entropy undo each other: "
            f"the error signal of {name} is simply output minus target, {number_text(δ)}."
        )
    if rule == "softmax":
        return (
            f"Softmax ties the outputs together, so {name} is judged against "
            f"their average: its error signal is {number_text(δ)}."
        )
    slope = terms.derivatives[layer][unit].value
    if rule == "relu":
        if terms.pre_activations[layer][unit].value == 0:
            return (
                f"{sentence_case(name)} stands right at the kink of ReLU, where its slope counts "
                f"as 0: so its error signal is 0."
            )
        if slope == 0:
            return (
                f"{sentence_case(name)} is off: where ReLU is flat, a small change of its "
                f"input changes nothing, so its error signal is exactly 0."
            )
        return (
            f"{sentence_case(name)} is on: ReLU passes the error back unchanged, {number_text(δ)}."
        )
    return (
        f"At {name} the {FUNCTION_NAMES[rule]}’s slope is {number_text(slope)}: "
        f"the error passes with that factor, giving δ = {number_text(δ)}."
    )


def activation_gradient(terms: Terms, layer: int, unit: int) -> str:
    """Tell how a hidden unit collects its share of the error."""
    name = terms.names.unit(layer + 1, unit)
    gradient = number_text(terms.unit_gradients[layer][unit].value)
    ahead = terms.net.layer_sizes[layer + 2]
    if ahead == 1:
        w = _operand(terms.weights[layer + 1][unit][0].value)
        δ = _operand(terms.error_signals[layer + 1][0].value)
        return f"The error returns to {name} along the same weight: {w} × {δ} = {gradient}."
    return (
        f"The error returns to {name} along its {ahead} weights: "
        f"each weight times the error signal at its end, {gradient} in all."
    )


def weight_gradient(terms: Terms, layer: int, source: int, unit: int) -> str:
    """Tell why a weight has the gradient it has."""
    direct = layer > terms.last_layer
    start, end = (0, terms.last_layer) if direct else (layer, layer)
    a = terms.units[start][source].value
    δ = terms.error_signals[end][unit].value
    sender, receiver = terms.names.unit(start, source), terms.names.unit(end + 1, unit)
    if δ == 0:
        return f"No error comes back through {receiver}, so this weight's gradient is exactly 0."
    if a == 0:
        return (
            f"{sentence_case(sender)} sent 0, so no change of this weight could matter: "
            f"its gradient is exactly 0."
        )
    gradient = number_text(terms.weight_gradients[layer][source][unit].value)
    return (
        f"{number_text(a)} went forward from {sender}, {number_text(δ)} came back to {receiver}: "
        f"their product, {gradient}, is the gradient of the weight between."
    )


def bias_gradient(terms: Terms, layer: int, unit: int) -> str:
    """Tell why a bias has its unit's δ as gradient."""
    δ = number_text(terms.bias_gradients[layer][unit].value)
    name = terms.names.unit(layer + 1, unit)
    return f"A bias counts in full, so the gradient of the bias of {name} is the error signal: {δ}."


def update(terms: Terms, layer: int, learning_rate: float, moving: int, frozen: int) -> str:
    """Tell how the `moving` parameters into a layer change and that the `frozen` stay."""
    whole = terms.names.layer(layer + 1)
    η = number_text(learning_rate)
    if moving == 0:
        return f"Everything that leads into {whole} is frozen and stays as it is."
    kind = "parameter" if terms.net.use_biases else "weight"
    what = f"The one {kind}" if moving == 1 else f"All {moving} {kind}s"
    if moving == 2:
        what = f"Both {kind}s"
    rest = f" {frozen} frozen {'one stays' if frozen == 1 else 'ones stay'}." if frozen else ""
    takes = "takes" if moving == 1 else "take"
    return (
        f"{what} into {whole} {takes} a step downhill: learning rate {η} times the gradient.{rest}"
    )


def shared_error(terms: Terms, layer: int, unit: int, path_count: int) -> str:
    """Tell how δ saves walking every path for every weight."""
    name = terms.names.unit(layer + 1, unit)
    δ = number_text(terms.error_signals[layer][unit].value)
    if path_count == 1:
        return (
            f"One path leads from {name} to the loss. Its factors multiply to the error signal "
            f"{δ}, which every weight into {name} shares."
        )
    return (
        f"{path_count} paths lead from {name} to the loss. The error signal {δ} holds the sum of "
        f"them all, worked out once and shared by every weight into {name}."
    )


def _operand(value: float) -> str:
    """A number as a factor: in parentheses where it has a sign or a power of ten."""
    text = number_text(value)
    return f"({text})" if value < 0 or "×" in text else text


def sentence_case(words: str) -> str:
    """The words with their first letter large."""
    return words[0].upper() + words[1:]
