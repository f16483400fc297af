"""The equation of every operation of a pass, in symbols and in numbers.

`layer` counts as in `pre_activations` throughout, and units count from 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.rules import LOSSES

from .formula import (
    CLOSE,
    MINUS,
    OPEN,
    TIMES,
    Equation,
    Term,
    bare,
    equation,
    product,
    sign,
    total,
)
from .symbols import FUNCTION_LATEX

if TYPE_CHECKING:
    from .symbols import Terms

ONE_MINUS = sign("1 - ")
SQUARED = sign("^2")


def pre_activation(terms: Terms, layer: int, unit: int) -> Equation:
    """Give z = Σ w a + b; a linear unit calls it a at once."""
    summands = [
        [row[unit], TIMES, source]
        for row, source in zip(terms.weights[layer], terms.units[layer], strict=True)
    ]
    if terms.net.use_biases:
        summands.append([terms.biases[layer][unit]])
    if terms.net.skip_to_output and layer == terms.last_layer:
        direct = zip(terms.weights[-1], terms.units[0], strict=True)
        summands += [[row[unit], TIMES, source] for row, source in direct]
    return equation(terms.pre_activations[layer][unit], total(summands))


def activation(terms: Terms, layer: int, unit: int) -> Equation:
    """Give a = f(z)."""
    name = terms.net.activations[layer]
    z = terms.pre_activations[layer][unit]
    if name == "softmax":
        every = terms.pre_activations[layer]
        right = [*_applied(r"\exp", z), sign(" / "), OPEN]
        right += [*total(_applied(r"\exp", each) for each in every), CLOSE]
    elif name == "relu":
        right = [sign(r"\max(0, "), bare(z), CLOSE]
    elif name == "leaky_relu":
        right = [sign(r"\max(0.01", r"\max(0.01 \cdot "), z, sign(", "), bare(z), CLOSE]
    else:
        right = _applied(FUNCTION_LATEX[name], z)
    return equation(terms.units[layer + 1][unit], right)


def derivative(terms: Terms, layer: int, unit: int) -> Equation:
    """f′(z), told from a where that is shorter; not for linear or softmax units."""
    name = terms.net.activations[layer]
    z, a = terms.pre_activations[layer][unit], terms.units[layer + 1][unit]
    if name == "sigmoid":
        right = [a, TIMES, OPEN, ONE_MINUS, a, CLOSE]
    elif name == "tanh":
        right = [sign("1 - ("), bare(a), CLOSE, SQUARED]
    elif name == "relu":  # Iverson's bracket: 1 where the condition holds, else 0
        right = [sign("["), bare(z), sign(" > 0]")]
    else:
        right = [sign("["), bare(z), sign(r" > 0] + 0.01 \, [", r" > 0] + 0.01 \cdot [")]
        right += [bare(z), sign(r" \le 0]")]
    return equation(terms.derivatives[layer][unit], right)


def loss(terms: Terms) -> Equation:
    """E, as the loss function defines it."""
    return equation(terms.loss, _LOSS_FORMULAS[terms.net.loss](terms))


def output_gradient(terms: Terms, unit: int) -> Equation:
    """∂E/∂ŷ of a squared error, or of the output itself."""
    if terms.net.loss == "output":
        return equation(terms.unit_gradients[-1][unit], [sign("1")])
    difference = [terms.units[-1][unit], MINUS, terms.targets[unit]]
    count = len(terms.targets)
    if terms.net.loss == "mean_squared_error" and count > 1:
        difference = [sign(rf"\tfrac{{2}}{{{count}}} \, ("), *difference, CLOSE]
    elif terms.net.loss != "half_squared_error":
        difference = [sign("2 (", r"2 \cdot ("), *difference, CLOSE]
    return equation(terms.unit_gradients[-1][unit], difference)


def error_signal(terms: Terms, layer: int, unit: int) -> Equation:
    """δ = ∂E/∂z; not for a linear unit, whose δ is ∂E/∂a."""
    δ = terms.error_signals[layer][unit]
    if layer == terms.last_layer and LOSSES[terms.net.loss].of_pre_activation:
        ŷ, t = terms.units[-1][unit], terms.targets
        if terms.net.loss == "cross_entropy" and not terms.targets_sum_to_one:
            return equation(
                δ, [ŷ, TIMES, OPEN, *total([each] for each in t), CLOSE, MINUS, t[unit]]
            )
        return equation(δ, [ŷ, MINUS, t[unit]])
    gradients = terms.unit_gradients[layer]
    if terms.net.activations[layer] == "softmax":
        outputs = terms.units[-1]
        mean = total(product(pair) for pair in zip(outputs, gradients, strict=True))
        right = [outputs[unit], TIMES, OPEN, gradients[unit], sign(" - ("), *mean, sign("))")]
        return equation(δ, right)
    return equation(δ, product([gradients[unit], terms.derivatives[layer][unit]]))


def shared_error(terms: Terms, layer: int, unit: int) -> Equation:
    """δ with all that it collects: f′(z) times Σ w δ of the units ahead."""
    if layer == terms.last_layer:
        linear = terms.net.activations[layer] == "linear"
        return output_gradient(terms, unit) if linear else error_signal(terms, layer, unit)
    if terms.net.activations[layer] == "linear":
        return activation_gradient(terms, layer, unit)
    ahead = zip(terms.weights[layer + 1][unit], terms.error_signals[layer + 1], strict=True)
    collected = total(product(pair) for pair in ahead)
    if terms.net.layer_sizes[layer + 2] > 1:
        collected = [OPEN, *collected, CLOSE]
    right = [terms.derivatives[layer][unit], TIMES, *collected]
    return equation(terms.error_signals[layer][unit], right)


def activation_gradient(terms: Terms, layer: int, unit: int) -> Equation:
    """∂E/∂a = Σ w δ over the units that a hidden unit feeds."""
    ahead = zip(terms.weights[layer + 1][unit], terms.error_signals[layer + 1], strict=True)
    return equation(terms.unit_gradients[layer][unit], total(product(pair) for pair in ahead))


def weight_gradient(terms: Terms, layer: int, source: int, unit: int) -> Equation:
    """∂E/∂w = a δ; the layer after the last holds the direct weights."""
    direct = layer > terms.last_layer
    a = terms.units[0 if direct else layer][source]
    δ = terms.error_signals[-1 if direct else layer][unit]
    return equation(terms.weight_gradients[layer][source][unit], product([a, δ]))


def bias_gradient(terms: Terms, layer: int, unit: int) -> Equation:
    """∂E/∂b = δ."""
    return equation(terms.bias_gradients[layer][unit], [terms.error_signals[layer][unit]])


def _applied(function: str, argument: Term) -> list[Term]:
    return [sign(f"{function}("), bare(argument), CLOSE]


def _squared_errors(terms: Terms) -> list[Term]:
    pairs = zip(terms.units[-1], terms.targets, strict=True)
    return total([OPEN, ŷ, MINUS, t, CLOSE, SQUARED] for ŷ, t in pairs)


def _half_squared_errors(terms: Terms) -> list[Term]:
    squares = _squared_errors(terms)
    if len(terms.targets) == 1:
        return [sign(r"\tfrac{1}{2} \, "), *squares]
    return [sign(r"\tfrac{1}{2} \, ["), *squares, sign("]")]


def _mean_squared_error(terms: Terms) -> list[Term]:
    squares, count = _squared_errors(terms), len(terms.targets)
    if count == 1:
        return squares
    return [sign(rf"\tfrac{{1}}{{{count}}} \, ["), *squares, sign("]")]


def _output(terms: Terms) -> list[Term]:
    return total([ŷ] for ŷ in terms.units[-1])


def _binary_cross_entropy(terms: Terms) -> list[Term]:
    pairs = list(zip(terms.units[-1], terms.pre_activations[-1], terms.targets, strict=True))
    if _saturated(terms):
        return total(
            [*_applied(r"\ln(1 + \exp", z), CLOSE, MINUS, t, TIMES, z] for _, z, t in pairs
        )
    surprises = total(
        [
            t,
            TIMES,
            *_applied(r"\ln", ŷ),
            sign(" + (1 - "),
            t,
            sign(r") \ln(1 - ", r") \cdot \ln(1 - "),
            ŷ,
            CLOSE,
        ]
        for ŷ, _, t in pairs
    )
    return [sign("-["), *surprises, sign("]")]


def _cross_entropy(terms: Terms) -> list[Term]:
    ŷ, z, t = terms.units[-1], terms.pre_activations[-1], terms.targets
    if _saturated(terms):
        powers = total(_applied(r"\exp", each) for each in z)
        whole = (
            [] if terms.targets_sum_to_one else [OPEN, *total([each] for each in t), CLOSE, TIMES]
        )
        shares = total(product(pair) for pair in zip(t, z, strict=True))
        return [*whole, sign(r"\ln("), *powers, sign(") - ("), *shares, CLOSE]
    return [
        sign("-["),
        *total([tk, TIMES, *_applied(r"\ln", ŷk)] for tk, ŷk in zip(t, ŷ, strict=True)),
        sign("]"),
    ]


def _saturated(terms: Terms) -> bool:
    """Whether an output is shown as 0 or 1: its logarithm would not be the one in E."""
    return any(ŷ.result in {"0", "1"} for ŷ in terms.units[-1])


_LOSS_FORMULAS = {
    "half_squared_error": _half_squared_errors,
    "squared_error": _squared_errors,
    "mean_squared_error": _mean_squared_error,
    "output": _output,
    "binary_cross_entropy": _binary_cross_entropy,
    "cross_entropy": _cross_entropy,
}
