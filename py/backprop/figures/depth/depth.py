"""The engine's answer about a deep stack: its gradient layer by layer, and what training moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.core.deep_stack import DeepStack, StackShape
from backprop.core.initialisers import INITIALISERS
from backprop.core.limits import Limit
from backprop.explain.symbols import FUNCTION_NAMES
from backprop.message.activation_curves import curve_points, slope_points
from backprop.message.plain_data import plain
from backprop.message.request_fields import choice, flag, number, opening, read_request, whole

from . import depth_sentences as sentences
from .layer_readings import (
    EXAMPLES,
    FAR,
    STEEPEST,
    LayerFactor,
    descend_a_little,
    mean_factor,
    measure,
    powers,
)

if TYPE_CHECKING:
    from backprop.message.field import Field

STRIDE = 50
"""Steps of training at a time."""

REACH = 6.0
"""Curves of activations are drawn for z from −6 to 6."""

HALF = 0.5
"""What is often said in place of σ′ ≤ 0.25."""


LIMITS = {
    "stack_depth": Limit(2, 50, True),  # layers
    "stack_width": Limit(1, 32, True),
    "stack_range": Limit(0, 5, False),  # of its first weights
    "stack_steps": Limit(0, 200, True),  # of its training
}


@dataclass(frozen=True)
class DepthRequest:
    """A stack, and how far to train it."""

    depth: int = whole(LIMITS["stack_depth"], opening=20)
    width: int = whole(LIMITS["stack_width"], opening=8)
    activation: str = choice(tuple(STEEPEST), opening="sigmoid")
    initialiser: str = choice(INITIALISERS, opening="range")
    initial_range: float = number(LIMITS["stack_range"], opening=1.0)
    residual: bool = flag(opening=False)
    batch_normalisation: bool = flag(opening=False)
    seed: int = whole("seed", opening=1)
    learning_rate: float = number("learning_rate", opening=0.1)
    steps: int = whole(LIMITS["stack_steps"], opening=0)

    @property
    def shape(self) -> StackShape:
        """The stack."""
        return StackShape(
            inputs=EXAMPLES.inputs.shape[1],
            depth=self.depth,
            width=self.width,
            activation=self.activation,
            initialiser=self.initialiser,
            initial_range=self.initial_range,
            residual=self.residual,
            batch_normalisation=self.batch_normalisation,
            seed=self.seed,
        )


OPENINGS = {"depth": opening("depth", DepthRequest)}


def read(message: Field) -> DepthRequest:
    """A `depth` message."""
    return read_request(DepthRequest, message)


def answer(request: DepthRequest) -> dict[str, Any]:
    """All that a figure of this stack shows; see `DepthResult` in the contract."""
    shape = request.shape
    descent = descend_a_little(shape, request.learning_rate, request.steps)
    _, start = measure(DeepStack(shape))
    _, now = measure(descent.stack) if descent.steps else (None, start)
    mean = mean_factor(now)
    steepest = STEEPEST[shape.activation]
    last = now[-1]
    layers = [
        {
            "layer": reading.layer,
            "signal": reading.signal,
            "weight_gradient": reading.weight_gradient,
            "start_signal": before.signal,
            "start_weight_gradient": before.weight_gradient,
            "signal_bound": last.signal * steepest ** (shape.depth - reading.layer),
            "weight_bound": last.weight_gradient * steepest ** (shape.depth - reading.layer),
            "factor": _factor(reading.factor),
            "moved": moved,
            "sentence": sentences.layer(shape, reading),
        }
        for reading, before, moved in zip(now, start, descent.moved, strict=True)
    ]
    return {
        "kind": "depth",
        "layers": layers,
        "steepest": steepest,
        "curve": _curve(shape.activation),
        "mean": _factor(mean),
        "formula": None if mean is None else plain(sentences.factor_formula(shape, mean)),
        "passed": shape.depth - 1,
        "share": now[0].signal / last.signal if last.signal > 0 else 0.0,
        "comparisons": _comparisons(shape.depth, mean),
        "training": {
            "steps": descent.steps,
            "next_steps": _next_steps(request.steps),
            "loss_before": descent.loss_before,
            "loss_after": descent.loss_after,
            "broke_off": descent.steps < request.steps,
            "sentence": sentences.training(descent, request.steps),
        },
        "sentence": sentences.whole(shape, now, mean),
    }


def _curve(activation: str) -> dict[str, Any]:
    """The activation f(z) and its slope f′(z), to be drawn."""
    return {
        "title": f"The {FUNCTION_NAMES[activation]} and its slope",
        "points": plain(curve_points(activation, REACH)),
        "slopes": plain(slope_points(activation, REACH)),
    }


def _factor(factor: LayerFactor | None) -> dict[str, float] | None:
    return None if factor is None else {**factor._asdict(), "factor": factor.factor}


def _next_steps(steps: int) -> int | None:
    """Where training goes from here; None at its limit."""
    longest = int(LIMITS["stack_steps"].maximum)
    return None if steps >= longest else min(steps + STRIDE, longest)


def _comparisons(depth: int, mean: LayerFactor | None) -> list[dict[str, Any]]:
    """What a factor comes to over the layers of this stack, and over a hundred."""
    rows = [("quarter", STEEPEST["sigmoid"]), ("half", HALF)]
    if mean is not None:
        rows.append(("measured", mean.factor))
    return [
        {
            "name": name,
            "factor": factor,
            "over_stack": powers(factor, depth - 1),
            "over_hundred": powers(factor, FAR),
        }
        for name, factor in rows
    ]
