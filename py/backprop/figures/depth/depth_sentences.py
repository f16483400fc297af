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


def _own_parts(shape: StackShape, factor: LayerFactor) -> list[tuple[str, float]]:
    """What a layer of this stack multiplies by, each part with its name."""
    parts = [("slopes", factor.slope)]
    if shape.batch_normalisation:
        parts.append(("norm.", factor.normalisation))
    parts.append(("weights", factor.weights))
    return parts


def factor_formula(shape: StackShape, factor: LayerFactor) -> Formula:
    """Such as 0.238 (slopes) · 1.34 (weights) ≈ 0.318.

    With residual links 1 (link) + 0.0502 (slopes) · 1.63 (weights) → 0.965: an arrow, for these
    are sizes of vectors, and the size of their sum depends on their directions too.
    """
    pieces: list[FormulaPart] = []
    for name, value in _own_parts(shape, factor):
        if pieces:
            pieces.append(CHAIN.number)
        pieces.append(_braced(_short(value), name))
    if shape.residual:
        pieces = [_braced("1", "link"), part(" + "), *pieces]
    arrow = r" \rightarrow " if shape.residual else r" \approx "
    pieces += [part(arrow), part(_short(factor.factor), role="backward")]
    return Formula(pieces)


def _braced(digits: str, name: str) -> FormulaPart:
    return part(rf"\underbrace{{{digits}}}_{{\text{{{name}}}}}", role="backward")


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
    if share < VANISHED:
        verdict = "it has vanished"
    elif share > EXPLODED:
        verdict = "it has exploded"
    else:
        verdict = "it gets through"
    return (
        f"On its way back each layer multiplies the gradient by {_said(mean.factor)}, on average. "
        f"Layer 1 gets {_said(share)} of what arrived at layer {shape.depth}: {verdict}. "
        f"{_reason(shape, mean)}"
    )


def _reason(shape: StackShape, mean: LayerFactor) -> str:
    name = FUNCTIONS[shape.activation]
    steepest = STEEPEST[shape.activation]
    if shape.residual:
        return (
            f"The link hands on all that arrived. The layer’s own part, of size "
            f"{_said(mean.own)}, is added to it. They add as vectors, not as sizes."
        )
    if shape.batch_normalisation:
        return (
            f"Normalisation divides by how much z varies, here a factor of "
            f"{_said(mean.normalisation)}. The slopes give {_said(mean.slope)} and the weights "
            f"{_said(mean.weights)}."
        )
    told = (
        f"The {name}’s slopes alone give {_said(mean.slope)} (at most {number_text(steepest)}), "
        f"and the weights give {_said(mean.weights)}."
    )
    if shape.activation == "sigmoid" and mean.factor > steepest:
        return f"{told} The bound 0.25ⁿ speaks of the slopes, not of the gradient."
    return told


def layer(shape: StackShape, reading: LayerReading) -> str:
    """What one layer does."""
    arrives = (
        f"A gradient of {_said(reading.signal)} arrives at layer {reading.layer}; "
        f"its weights get {_said(reading.weight_gradient)}."
    )
    factor = reading.factor
    if reading.signal == 0:
        return f"Nothing arrives at layer {reading.layer}: its gradients are exactly 0."
    if factor is None:
        behind = "Only the inputs lie behind it." if reading.layer == 1 else "Nothing passes it."
        return f"{arrives} {behind}"
    parts = [f"its slopes multiply by {_said(factor.slope)}"]
    if shape.batch_normalisation:
        parts.append(f"normalisation by {_said(factor.normalisation)}")
    parts.append(f"its weights by {_said(factor.weights)}")
    if shape.residual:
        return (
            f"{arrives} On the way back {', '.join(parts)}: {_said(factor.own)}. The link adds all "
            f"that arrived, {_directions(factor)}: {_said(factor.factor)}."
        )
    return f"{arrives} On the way back {', '.join(parts)}: {_said(factor.factor)} in all."


def _directions(factor: LayerFactor) -> str:
    """How the layer's own part lies to what the link carries: |1 + own|² tells their angle."""
    lies = factor.factor**2 - 1 - factor.own**2
    return "partly against it" if lies < 0 else "partly the same way" if lies > 0 else "across it"


def training(descent: Descent, asked: int) -> str:
    """What a few steps of gradient descent did, and to which layers."""
    if asked == 0:
        return "This stack is not trained yet, and no layer has moved."
    before, after = _said(descent.loss_before), _said(descent.loss_after)
    change = f"the loss went from {before} to {after}"
    if before == after:
        change = f"the loss is still {after}"
    steps = f"{descent.steps} {'step' if descent.steps == 1 else 'steps'}"
    if descent.steps < asked:
        return f"The run broke off after {steps}: the next one led beyond what a float64 holds."
    first, last = descent.moved[0], descent.moved[-1]
    moved = (
        f"The weights of layer {len(descent.moved)} moved by {_said(last)}, "
        f"those of layer 1 by {_said(first)}."
    )
    if descent.loss_after > 2 * descent.loss_before:
        return f"After {steps} {change}. It rose because these steps were too long. {moved}"
    return f"After {steps} {change}. {moved}"
