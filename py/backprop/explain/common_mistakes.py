"""Gradients gone wrong: what comes out when a chain rule is computed almost rightly.

One factor is forgotten or taken from the wrong place, a sign is turned, a step is taken for a
slope. Each mistake has a value of its own, so a number that a reader arrived at tells how.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose, isfinite, prod
from typing import TYPE_CHECKING

from backprop.core.gradient_descent import descend
from backprop.core.number_text import number_text
from backprop.core.rules import ACTIVATIONS, LOSSES

from .symbols import Names

if TYPE_CHECKING:
    from backprop.core.network import BackwardPass, ForwardPass, Network

    from .chain_rule import Explanation
    from .factors import Factor

PATHS_TRIED = 64
SMOOTH = ("sigmoid", "tanh")

FUNCTION_LETTERS = {"sigmoid": "σ", "tanh": "tanh", "relu": "ReLU", "leaky_relu": "LReLU"}


@dataclass(frozen=True)
class Mistake:
    """A gradient gone wrong: its value, and what was done."""

    name: str
    value: float
    sentence: str


def common_mistakes(
    net: Network,
    forward: ForwardPass,
    backward: BackwardPass,
    explanation: Explanation,
    learning_rate: float,
) -> list[Mistake]:
    """Return the ways to get one weight's gradient wrong that can be told from the gradient itself.

    Args:
        net: the network.
        forward: its pass with one example.
        backward: of that example, whose gradients an update would use.
        explanation: of the weight.
        learning_rate: η of the update that may be mixed up with the gradient.
    """
    gradient = explanation.gradient
    every = (
        *_turned(explanation, learning_rate),
        *_left_out(explanation),
        *_wrong_slope(net, forward, explanation),
        *_wrong_carried(net, forward, explanation),
        *_wrong_start(net, backward.loss, explanation),
        *_paths_forgotten(explanation),
        *_wrong_weights(net, backward, explanation, learning_rate),
    )
    return [
        mistake
        for mistake in every
        if isfinite(mistake.value) and not isclose(mistake.value, gradient, rel_tol=1e-12)
    ]


def _turned(explanation: Explanation, learning_rate: float) -> Iterator[Mistake]:
    η, gradient = number_text(learning_rate), explanation.gradient
    yield Mistake(
        "sign",
        -gradient,
        "The size is right, the sign is not: the error is output minus target, and the gradient "
        "points to where the loss grows.",
    )
    yield Mistake(
        "update",
        -learning_rate * gradient,
        f"That is the step of an update, −η times the gradient with η = {η}, not the gradient.",
    )
    yield Mistake(
        "learning_rate",
        learning_rate * gradient,
        f"You multiplied by the learning rate, η = {η}; it belongs to the update.",
    )
    yield Mistake(
        "new_weight",
        descend(explanation.value, gradient, learning_rate),
        f"That is the weight after an update with η = {η}, not the gradient.",
    )


def _left_out(explanation: Explanation) -> Iterator[Mistake]:
    factors = explanation.factors
    slopes = [i for i, factor in enumerate(factors) if _is_slope(factor)]
    for i, factor in enumerate(factors):
        what = "f′(z), " if i in slopes else ""
        yield Mistake(
            "left_out",
            _product_with(factors, {i: 1.0}),
            f"You left out a factor: {what}{factor.meaning}, {number_text(factor.value)}.",
        )
    if len(slopes) > 1:
        yield Mistake(
            "slopes_left_out",
            _product_with(factors, dict.fromkeys(slopes, 1.0)),
            "You left out the slope f′(z) of every unit on the way.",
        )


def _wrong_slope(net: Network, forward: ForwardPass, explanation: Explanation) -> Iterator[Mistake]:
    for i, factor in enumerate(explanation.factors):
        if not _is_slope(factor):
            continue
        layer, unit = map(int, factor.place.removeprefix("pre:").split(","))
        rule = ACTIVATIONS[net.activations[layer - 1]]
        z, a = forward.pre_activations[layer - 1], forward.activations[layer]
        f = FUNCTION_LETTERS[rule.name]
        slope, where = number_text(factor.value), Names(net).unit(layer, unit)
        yield Mistake(
            "value_for_slope",
            _product_with(explanation.factors, {i: a.item(0, unit)}),
            f"You used {f}(z) = {number_text(a.item(0, unit))} itself where its slope at {where}, "
            f"{f}′(z) = {slope}, belongs.",
        )
        if rule.name not in SMOOTH or rule.derivative is None:
            continue  # the slope of the others is a constant on either side of zero
        formula = "a(1 − a)" if rule.name == "sigmoid" else "1 − a²"
        yield Mistake(
            "slope_from_sum",
            _product_with(explanation.factors, {i: rule.derivative(z).item(0, unit)}),
            f"You put z = {number_text(z.item(0, unit))} of {where} into {formula}, which wants "
            f"what the unit sent on, a = {number_text(a.item(0, unit))}.",
        )
        yield Mistake(
            "slope_at_activation",
            _product_with(explanation.factors, {i: rule.derivative(rule.value(a)).item(0, unit)}),
            f"You took the slope of {where} at a = {number_text(a.item(0, unit))}; it is the slope "
            f"at z = {number_text(z.item(0, unit))}.",
        )


def _wrong_carried(
    net: Network, forward: ForwardPass, explanation: Explanation
) -> Iterator[Mistake]:
    """What the weight carried is the last factor; a bias carries nothing to be mixed up."""
    weight, last = explanation.weight, len(explanation.factors) - 1
    if weight.source is None:
        return
    names = Names(net)
    start = 0 if weight.layer == names.last else weight.layer
    sender = names.unit(start, weight.source)
    sent = f"what {sender} sent, {number_text(forward.activations[start].item(0, weight.source))}"

    def instead(name: str, value: float, used: str) -> Mistake:
        wrong = _product_with(explanation.factors, {last: value})
        return Mistake(name, wrong, f"You used {used}, {number_text(value)}, instead of {sent}.")

    if start > 0:
        z = forward.pre_activations[start - 1].item(0, weight.source)
        yield instead("pre_activation", z, f"z of {sender}, what it had added up")
    for layer, activations in enumerate(forward.activations):
        name = "wrong_unit" if layer == start else "wrong_layer"
        which = "a layer before" if layer < start else "a later layer"
        which = "its neighbour" if layer == start else which
        for unit, a in enumerate(activations[0].tolist()):
            if (layer, unit) != (start, weight.source):
                yield instead(name, a, f"the activation of {which}, {names.unit(layer, unit)}")
    yield instead("own_weight", explanation.value, "the weight itself")


def _wrong_start(net: Network, loss: float, explanation: Explanation) -> Iterator[Mistake]:
    """Mistakes about the loss, whose own derivative is the first factor of a single path."""
    gradient = explanation.gradient
    if net.loss == "half_squared_error":
        yield Mistake(
            "doubled",
            2 * gradient,
            "You have a factor of 2 too many: the half in E = ½(ŷ − t)² cancels the square's.",
        )
    count = net.layer_sizes[-1]
    if net.loss == "mean_squared_error" and count > 1:
        yield Mistake(
            "not_averaged",
            count * gradient,
            f"You summed over the {count} outputs, where this loss is the mean of their squares.",
        )
    if net.loss == "squared_error" or (net.loss == "mean_squared_error" and count == 1):
        yield Mistake(
            "halved",
            gradient / 2,
            "You left out the 2 that comes down from the square: ∂E/∂ŷ = 2(ŷ − t).",
        )
    if explanation.path_count == 1 and not LOSSES[net.loss].of_pre_activation:
        yield Mistake(
            "loss_for_slope",
            _product_with(explanation.factors, {0: loss}),
            f"You began with the loss itself, {number_text(loss)}, where how the loss changes with "
            f"the output, {number_text(explanation.factors[0].value)}, belongs.",
        )


def _paths_forgotten(explanation: Explanation) -> Iterator[Mistake]:
    count = explanation.path_count
    if count == 1:
        return
    for path in explanation.paths[:PATHS_TRIED]:
        yield Mistake(
            "one_path",
            path.product,
            f"That is one path of {count} alone; the gradient is the sum over all of them.",
        )
        if count > 2:
            yield Mistake(
                "path_left_out",
                explanation.gradient - path.product,
                f"You left out one of the {count} paths, whose product is "
                f"{number_text(path.product)}.",
            )


def _wrong_weights(
    net: Network, backward: BackwardPass, explanation: Explanation, learning_rate: float
) -> Iterator[Mistake]:
    """The weights between the explained one and the loss, left out or taken after their update."""
    own = 0 if explanation.weight.source is None else 1
    if len(explanation.paths) > PATHS_TRIED or not explanation.paths[0].weights[own:]:
        return
    after = net.split(descend(net.parameters, backward.gradient, learning_rate)).weights
    without = updated = 0.0
    for path in explanation.paths:
        ones = {i: 1.0 for i, factor in enumerate(path.factors) if _is_passed_weight(factor)}
        later = [after[layer].item(i, j) for layer, i, j in reversed(path.weights[own:])]
        without += _product_with(path.factors, ones)
        updated += _product_with(path.factors, dict(zip(ones, later, strict=True)))
    if len(explanation.paths) > 1 or len(explanation.paths[0].weights[own:]) > 1:
        yield Mistake(
            "weights_left_out",
            without,
            "You left out the weights over which the error comes back to this one.",
        )
    yield Mistake(
        "updated_weights",
        updated,
        "You took the weights ahead after their update; the whole gradient is worked out with the "
        "weights that the forward pass used, and only then does any of them move.",
    )


def _is_passed_weight(factor: Factor) -> bool:
    return factor.place.startswith("weight:")


def _is_slope(factor: Factor) -> bool:
    return factor.place.startswith("pre:")


def _product_with(factors: tuple[Factor, ...], replaced: dict[int, float]) -> float:
    return prod(replaced.get(i, factor.value) for i, factor in enumerate(factors))
