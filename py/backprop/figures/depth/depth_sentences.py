"""What is said of a deep stack: formulas and sentences, from its measurements."""

from __future__ import annotations

from backprop.core.deep_stack import StackShape
from backprop.core.number_text import number_text
from backprop.explain.formula import CHAIN, Formula, FormulaPart, number, part

from .layer_readings import STEEPEST, Descent, LayerFactor, LayerReading

VANISHED = 1e-3
"""Below this share of the last layer's gradient, the first layer's has vanished."""
EXPLODED = 1e3


FUNCTIONS = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU", "leaky_relu": "leaky ReLU"}


def _named_parts(shape: StackShape, factor: LayerFactor) -> list[tuple[str, float]]:
    """The parts of a factor that this stack has, each with its name."""
    parts = [("slopes", factor.slope)]
    if shape.batch_normalisation:
        parts.append(("norm.", factor.normalisation))
    parts.append(("weights", factor.weights))
    if shape.residual:
        parts.append(("links", factor.link))
    return parts


def factor_formula(shape: StackShape, factor: LayerFactor) -> Formula:
    """Such as 0.238 (slopes) · 1.34 (weights) ≈ 0.318."""
    pieces: list[FormulaPart] = []
    for name, value in _named_parts(shape, factor):
        if pieces:
            pieces.append(CHAIN.number)
        digits = _short(value)
        pieces.append(part(rf"\underbrace{{{digits}}}_{{\text{{{name}}}}}", role="backward"))
    pieces += [part(r" \approx "), part(_short(factor.factor), role="backward")]
    return Formula(pieces)


def _short(value: float) -> str:
    return number(value, 3).latex


def _said(value: float) -> str:
    return number_text(value, 3)


def whole(shape: StackShape, readings: list[LayerReading], mean: LayerFactor | None) -> str:
    """What depth does to the gradient of this stack, in a sentence or two."""
    first, last = readings[0].signal, readings[-1].signal
    if first == 0 or last == 0 or mean is None:
        blocked = max((r.layer for r in readings if r.signal == 0), default=shape.depth)
        return (
            f"Nothing arrives at layer {blocked} or below it: each gradient there is exactly 0. "
            "On the way everything was multiplied by 0, such as the slope of a unit that is off."
        )
    share = first / last
    told = f"Each layer multiplies the gradient by {_said(mean.factor)}"
    way = f"what reaches layer 1 is {_said(share)} times what arrived at layer {shape.depth}"
    if share < VANISHED:
        verdict = "it vanishes"
    elif share > EXPLODED:
        verdict = "it explodes"
    else:
        verdict = "it gets through"
    return f"{told}, so {way}: {verdict}. {_reason(shape, mean)}"


def _reason(shape: StackShape, mean: LayerFactor) -> str:
    name = FUNCTIONS[shape.activation]
    steepest = STEEPEST[shape.activation]
    if shape.residual:
        return (
            "The link past each layer hands on what arrived, untouched: the layer’s own part is "
            "added to it, and no run of small factors can take it away."
        )
    if shape.batch_normalisation:
        return (
            f"Normalisation divides by how much z varies, here a factor of "
            f"{_said(mean.normalisation)}: it undoes what slope and weights take away."
        )
    slope = f"The {name}’s slope gives {_said(mean.slope)} (at most {number_text(steepest)})"
    weights = f"the weights give {_said(mean.weights)}"
    if shape.activation == "sigmoid" and mean.factor > steepest:
        return f"{slope} but {weights}: 0.25ⁿ bounds the slopes, not the gradient."
    return f"{slope}, {weights}: only both together say what happens."


def layer(shape: StackShape, reading: LayerReading) -> str:
    """What one layer does."""
    arrives = f"At layer {reading.layer} arrives a gradient of size {_said(reading.signal)}"
    gives = f"that of its weights is {_said(reading.weight_gradient)}"
    factor = reading.factor
    if reading.signal == 0:
        return f"Nothing arrives at layer {reading.layer}: its gradients are exactly 0."
    if factor is None:
        behind = "behind it are only the inputs" if reading.layer == 1 else "nothing passes it"
        return f"{arrives}; {gives}; {behind}."
    parts = [f"its slopes multiply by {_said(factor.slope)}"]
    if shape.batch_normalisation:
        parts.append(f"normalisation by {_said(factor.normalisation)}")
    parts.append(f"its weights by {_said(factor.weights)}")
    if shape.residual:
        parts.append(f"the link by {_said(factor.link)}")
    return f"{arrives}; {gives}. Going back, {', '.join(parts)}: {_said(factor.factor)} in all."


def training(descent: Descent, asked: int) -> str:
    """What a few steps of gradient descent did, and to which layers."""
    if asked == 0:
        return "Not trained yet: no layer has moved."
    change = f"the loss went from {_said(descent.loss_before)} to {_said(descent.loss_after)}"
    steps = f"{descent.steps} {'step' if descent.steps == 1 else 'steps'}"
    if descent.steps < asked:
        return f"The run broke off after {steps}: the next one led beyond what a float64 holds."
    first, last = descent.moved[0], descent.moved[-1]
    moved = (
        f"the weights of layer {len(descent.moved)} moved by {_said(last)}, "
        f"those of layer 1 by {_said(first)}"
    )
    if descent.loss_after > 2 * descent.loss_before:
        return f"In {steps} {change}: it rose, for these steps were too long; {moved}."
    return f"In {steps} {change}; {moved}."
