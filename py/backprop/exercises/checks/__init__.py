"""What programs are checked by; the front part of a task names one of these."""

from __future__ import annotations

from .check import Check, Part, Trial
from .networks import NetworkGradient
from .pieces import (
    HiddenErrorSignal,
    MomentumSteps,
    OutputErrorSignal,
    ResidualErrorSignal,
    SoftmaxErrorSignal,
    WeightGradient,
)

CHECKS: dict[str, Check] = {
    "output_error_signal": OutputErrorSignal(),
    "weight_gradient": WeightGradient(),
    "hidden_error_signal": HiddenErrorSignal(),
    "one_example": NetworkGradient(batches=(1,), depths=(2,)),
    "batch": NetworkGradient(batches=(1, 2, 3), depths=(2,)),
    "square": NetworkGradient(batches=(1, 2), depths=(2,), only_square=True),
    "any_depth": NetworkGradient(batches=(1, 2, 3), depths=(1, 2, 3)),
    "tanh": NetworkGradient(batches=(1, 3), depths=(2,), hidden="tanh"),
    "softmax_error_signal": SoftmaxErrorSignal(),
    "momentum_steps": MomentumSteps(),
    "residual_error_signal": ResidualErrorSignal(),
}

__all__ = ["CHECKS", "Check", "Part", "Trial"]
