"""The smallest neuron that can learn: ŷ = w x + b, judged by E = (ŷ − t)².

One weight, one bias, one example. All of gradient descent can be seen on it: the slope, the
step that the slope suggests, and how far the curve bends away from the straight slope.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.gradient_descent import descend

if TYPE_CHECKING:
    from numpy.typing import NDArray

ARRIVED = 1e-6
"""A run is over when E is this part of what it was at the start."""

DIVERGED = 1e3
"""A run is given up when E is this many times what it was at the start."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a neuron stands after some steps, with its forward and its backward pass."""

    step: int
    weight: float
    bias: float
    output: float
    """ŷ."""
    loss: float
    """E."""
    output_gradient: float
    """∂E/∂ŷ."""
    weight_gradient: float
    bias_gradient: float
    first_order_change: float | None
    """How E would have changed in the step that led here if its slope were the same all the way:
    −η‖∇E‖². None at the start."""
    actual_change: float | None
    """E now minus E before; None at the start."""


@dataclass(frozen=True, slots=True)
class LinearNeuron:
    """ŷ = w x + b, for one input `x` with target `t`; a bias that is not free stays as it is."""

    x: float
    t: float
    bias_is_free: bool = True

    def output(self, w: float, b: float) -> float:
        """ŷ = w x + b."""
        return w * self.x + b

    def loss(self, w: float, b: float) -> float:
        """E = (ŷ − t)²."""
        error = self.output(w, b) - self.t
        return error * error

    def losses(self, weights: NDArray[np.float64], b: float) -> NDArray[np.float64]:
        """E for each of `weights` (n,) with one bias: a slice through the error surface."""
        return np.square(weights * self.x + b - self.t)

    def standing(self, w: float, b: float) -> Standing:
        """One forward and one backward pass, as the start of a run.

        Going back along the wire, each gradient is the one before it times a local slope:
        ∂E/∂ŷ = 2(ŷ − t), ∂E/∂w = ∂E/∂ŷ · x, ∂E/∂b = ∂E/∂ŷ · 1.
        """
        ŷ = self.output(w, b)
        at_output = 2 * (ŷ - self.t)
        at_weight = at_output * self.x
        return Standing(0, w, b, ŷ, self.loss(w, b), at_output, at_weight, at_output, None, None)

    def after_step(self, now: Standing, learning_rate: float) -> Standing:
        """One step of gradient descent on from `now`.

        To first order E changes by the sum of each parameter's change times its gradient.
        """
        move_w = descend(0.0, now.weight_gradient, learning_rate)
        move_b = descend(0.0, now.bias_gradient, learning_rate) if self.bias_is_free else 0.0
        then = self.standing(now.weight + move_w, now.bias + move_b)
        return Standing(
            now.step + 1,
            then.weight,
            then.bias,
            then.output,
            then.loss,
            then.output_gradient,
            then.weight_gradient,
            then.bias_gradient,
            first_order_change=move_w * now.weight_gradient + move_b * now.bias_gradient,
            actual_change=then.loss - now.loss,
        )

    def best_weight(self, b: float) -> float | None:
        """The w at which E = 0 while the bias is `b`; None where x is 0 or next to it."""
        if self.x == 0:
            return None
        w = (self.t - b) / self.x
        return w if np.isfinite(w * self.x) and np.isfinite(w) else None

    @property
    def curvature(self) -> float:
        """x² + 1, or x² with the bias held: one step multiplies ŷ − t by 1 − 2η · this."""
        return self.x * self.x + (1.0 if self.bias_is_free else 0.0)

    def error_factor(self, learning_rate: float) -> float:
        """What one step multiplies ŷ − t by.

        Between 0 and 1 the error shrinks, below 0 the step overshoots, below −1 each step lands
        higher than it left: the run diverges.
        """
        return 1 - 2 * learning_rate * self.curvature


def ending(neuron: LinearNeuron, start: Standing, now: Standing) -> str | None:
    """Why no further step is taken: `arrived`, `diverged`, `flat`; None while the run goes on."""
    if now.loss <= ARRIVED * start.loss:
        return "arrived"
    if now.loss > DIVERGED * start.loss:
        return "diverged"
    if now.weight_gradient == 0 and not (neuron.bias_is_free and now.bias_gradient):
        return "flat"
    return None


def run(
    neuron: LinearNeuron, weight: float, bias: float, learning_rate: float, steps: int
) -> list[Standing]:
    """The start and up to `steps` steps of gradient descent; fewer where `ending` says so."""
    standings = [neuron.standing(weight, bias)]
    while len(standings) <= steps:
        if ending(neuron, standings[0], standings[-1]) is not None:
            break
        standings.append(neuron.after_step(standings[-1], learning_rate))
    return standings
