"""The engine's answer about a deep stack: its gradient layer by layer, and what training moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.core.deep_stack import DeepStack, StackShape
from backprop.core.initialisers import INITIALISERS
from backprop.core.limits import LIMITS
from backprop.message.plain_data import plain

from . import depth_sentences as story
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

HALF = 0.5
"""What is often said in place of σ′ ≤ 0.25."""


@dataclass(frozen=True)
class DepthRequest:
    """A stack, and how far to train it."""

    shape: StackShape
    learning_rate: float
    steps: int


def read(message: Field) -> DepthRequest:
    """The request in a message of kind `depth`.

    Raises:
        Refusal: the message is not of its shape or outside the limits.
    """
    message.shape(
        (
            "kind",
            "depth",
            "width",
            "activation",
            "initialiser",
            "initial_range",
            "residual",
            "batch_normalisation",
            "seed",
            "learning_rate",
            "steps",
        )
    )
    shape = StackShape(
        inputs=EXAMPLES.inputs.shape[1],
        depth=message["depth"].whole("stack_depth"),
        width=message["width"].whole("stack_width"),
        activation=message["activation"].choice(tuple(STEEPEST)),
        initialiser=message["initialiser"].choice(INITIALISERS),
        initial_range=message["initial_range"].number("stack_range"),
        residual=message["residual"].flag(),
        batch_normalisation=message["batch_normalisation"].flag(),
        seed=message["seed"].whole("seed"),
    )
    rate = message["learning_rate"].number("learning_rate")
    return DepthRequest(shape, rate, message["steps"].whole("stack_steps"))


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
            "sentence": story.layer(shape, reading),
        }
        for reading, before, moved in zip(now, start, descent.moved, strict=True)
    ]
    return {
        "kind": "depth",
        "layers": layers,
        "steepest": steepest,
        "mean": _factor(mean),
        "formula": None if mean is None else plain(story.factor_formula(shape, mean)),
        "passed": shape.depth - 1,
        "share": now[0].signal / last.signal if last.signal > 0 else 0.0,
        "comparisons": _comparisons(shape.depth, mean),
        "training": {
            "steps": descent.steps,
            "next_steps": _next_steps(request.steps),
            "loss_before": descent.loss_before,
            "loss_after": descent.loss_after,
            "broke_off": descent.steps < request.steps,
            "sentence": story.training(descent, request.steps),
        },
        "sentence": story.whole(shape, now, mean),
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
