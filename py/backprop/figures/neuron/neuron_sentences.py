"""The linear neuron told: each of its operations as an equation, its slope and steps in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import number_text
from backprop.explain.formula import (
    CHAIN,
    CLOSE,
    MINUS,
    OPEN,
    PLUS,
    TIMES,
    Equation,
    Formula,
    Role,
    Term,
    bare,
    equals,
    equation,
    part,
    sign,
    term,
)
from backprop.explain.nudge import nudged

if TYPE_CHECKING:
    from backprop.core.small_models.linear_neuron import LinearNeuron, Standing

SQUARED = sign("^2")
TWICE = sign(r"2 \, (", r"2 \cdot (")
ARROW = part(r" \leftarrow ")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the neuron, in the order in which it happens."""

    name: str
    """`output`, `loss`, `output_gradient`, `weight_gradient`, `bias_gradient`, `weight_update`,
    `bias_update`."""
    phase: str
    """`forward`, `loss`, `backward` or `update`."""
    place: str
    formula: Formula
    substituted: Formula
    value: float


def operations(
    neuron: LinearNeuron, now: Standing, then: Standing | None, rate: float, has_bias: bool
) -> list[Operation]:
    """Every operation of one forward pass, one backward pass and, with `then`, the step to it."""

    def quantity(symbol: str, value: float, place: str, role: Role | None) -> Term:
        return term(symbol, value, place, role)

    x = quantity("x", neuron.x, "input", "forward")
    t = quantity("t", neuron.t, "target", "target")
    w = quantity("w", now.weight, "weight", "weight")
    b = quantity("b", now.bias, "bias", "weight")
    ŷ = quantity(r"\hat{y}", now.output, "output", "forward")
    loss = quantity("E", now.loss, "loss", "loss")
    to_output = _gradient(r"\hat{y}", now.output_gradient, "gradient:output")
    to_weight = _gradient("w", now.weight_gradient, "gradient:weight")
    to_bias = _gradient("b", now.bias_gradient, "gradient:bias")
    told = [
        _operation("output", "forward", equation(ŷ, [w, TIMES, x, *([PLUS, b] * has_bias)])),
        _operation("loss", "loss", equation(loss, [OPEN, bare(ŷ), MINUS, t, CLOSE, SQUARED])),
        _operation(
            "output_gradient", "backward", equation(to_output, [TWICE, bare(ŷ), MINUS, t, CLOSE])
        ),
        _operation("weight_gradient", "backward", equation(to_weight, [to_output, CHAIN, x])),
    ]
    if has_bias:
        one = sign("1")
        told.append(
            _operation("bias_gradient", "backward", equation(to_bias, [to_output, CHAIN, one]))
        )
    if then is not None:
        η = quantity(r"\eta", rate, "rate", None)
        told.append(_update("weight_update", w, to_weight, η, then.weight))
        if neuron.bias_is_free:
            told.append(_update("bias_update", b, to_bias, η, then.bias))
    return told


def _gradient(symbol: str, value: float, place: str) -> Term:
    return term(rf"\dfrac{{\partial E}}{{\partial {symbol}}}", value, place, "backward")


def _operation(name: str, phase: str, written: Equation) -> Operation:
    result = written.result
    place = result.symbol["place"]
    return Operation(name, phase, place, written.formula, written.substituted, result.value)


def _update(name: str, before: Term, gradient: Term, η: Term, value: float) -> Operation:
    symbol, place = before.symbol["latex"], before.symbol["place"]
    after = term(symbol, value, place, "weight")
    rule = [before.symbol, ARROW, before.symbol, MINUS.symbol]
    rule += [η.symbol, TIMES.symbol, gradient.symbol]
    numbers = [before.symbol, ARROW, bare(before).number, MINUS.number, η.number, TIMES.number]
    numbers += [gradient.number, equals([before, η, gradient, after]), bare(after).number]
    return Operation(name, "update", place, Formula(rule), Formula(numbers), value)


def slope_sentence(neuron: LinearNeuron, now: Standing) -> str:
    """What the slope under the ball says about w, and which way is down."""
    w, slope = number_text(now.weight), now.weight_gradient
    if slope == 0:
        if now.loss == 0:
            return f"At w = {w} the curve is flat: this is its lowest point, and E is 0."
        return f"At w = {w} the curve is flat: no small change of w changes E."

    def loss(nudge: float) -> float:
        return float(neuron.losses(np.array([now.weight + nudge]), now.bias).item())

    falls = slope < 0
    side, better = ("right", "larger") if falls else ("left", "smaller")
    return (
        f"At w = {w} the curve {'falls' if falls else 'rises'} to the right. "
        f"{nudged('w', loss, slope, 'E')}. Downhill is to the {side}, so make w {better}."
    )


def step_sentence(now: Standing, then: Standing, rate: float) -> str:
    """What one step from `now` would do: the slope's promise, and what comes of it."""
    promised, came = then.first_order_change or 0.0, then.actual_change or 0.0
    if promised == 0:
        return "The gradient is 0, so a step leaves everything where it is."
    moved = f"A step with η = {number_text(rate)} takes w from {number_text(now.weight)} to "
    moved += f"{number_text(then.weight)}. The slope promises that E falls by "
    moved += f"{number_text(-promised)}. "
    if came > 0:
        return moved + f"But so long a step climbs the far side: E rises by {number_text(came)}."
    if came == 0:
        return moved + "But the step jumps right across to the same height: E stays as it is."
    if then.output_gradient * now.output_gradient < 0:
        return moved + f"The step jumps across the lowest point: E falls by {number_text(-came)}."
    return moved + f"Because the curve bends, E falls by {number_text(-came)}."


def rate_sentence(neuron: LinearNeuron, rate: float) -> str:
    """What a learning rate makes of this neuron: the regime of its run, with the factor."""
    factor = neuron.error_factor(rate)
    if neuron.curvature == 0:
        return "The input is 0: w has no say in the output, and no rate changes that."
    told = f"Each step multiplies the distance from the target by {number_text(factor)}"
    return f"{told}: {_REGIMES[regime(neuron, rate)]}"


def regime(neuron: LinearNeuron, rate: float) -> str:
    """`still`, `creeps`, `lands`, `overshoots`, `swings` or `diverges`."""
    factor = neuron.error_factor(rate)
    if factor == 1:
        return "still"
    if abs(factor) < 1e-3:
        return "lands"
    if abs(factor + 1) < 1e-9:
        return "swings"
    if factor > 0:
        return "creeps"
    return "overshoots" if factor > -1 else "diverges"


_REGIMES = {
    "still": "nothing moves.",
    "creeps": "it shrinks, always on the same side.",
    "lands": "one step is enough.",
    "overshoots": "each step jumps to the other side, but lands lower.",
    "swings": "each step jumps across to the same height, for ever.",
    "diverges": "each step jumps to the other side and lands higher than it left.",
}


def end_sentence(ending: str, start: Standing, now: Standing) -> str:
    """Why a run has come to its end."""
    steps = f"{now.step} step{'' if now.step == 1 else 's'}"
    if ending == "diverged":
        return (
            f"Stopped: after {steps} the loss is {number_text(now.loss)}, over a thousand times "
            f"the {number_text(start.loss)} it began with. This run diverges: take a smaller η."
        )
    if ending == "flat":
        return "Stopped: the gradient is 0, so no step would move anything."
    if now.step == 0:
        return "The output is on its target already: E is 0, and there is nothing to learn."
    return (
        f"Arrived: after {steps} the loss is {number_text(now.loss)}, less than a millionth of the "
        f"{number_text(start.loss)} it began with."
    )
