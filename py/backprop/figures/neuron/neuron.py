"""The engine's answer about a linear neuron: its run, its pass, and the curve it stands on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import LIMITS
from backprop.core.linear_neuron import LinearNeuron, Standing, ending, run
from backprop.message.plain_data import plain

from . import neuron_sentences as story

if TYPE_CHECKING:
    from backprop.message.field import Field

CURVE_POINTS = 121

WIDEST_RATE = 1.3
"""The rates on offer end at so many times the rate from which a run diverges."""


@dataclass(frozen=True)
class NeuronRequest:
    """A linear neuron, where it starts, and how many steps of gradient descent it takes."""

    neuron: LinearNeuron
    weight: float
    bias: float | None
    learning_rate: float
    steps: int


def read(message: Field) -> NeuronRequest:
    """The request in a message of kind `neuron`.

    Raises:
        Refusal: the message is not of its shape or outside the limits.
    """
    message.shape(
        ("kind", "input", "target", "weight", "learning_rate", "steps"), ("bias", "bias_is_free")
    )
    bias = None if message["bias"].absent else message["bias"].number("weight")
    given = message["bias_is_free"]
    is_free = False if given.absent else given.flag()
    if is_free and bias is None:
        raise given.refusal("must be false where there is no bias")
    return NeuronRequest(
        LinearNeuron(message["input"].number("input"), message["target"].number("target"), is_free),
        message["weight"].number("weight"),
        bias,
        message["learning_rate"].number("learning_rate"),
        message["steps"].whole("neuron_steps"),
    )


def answer(request: NeuronRequest) -> dict[str, Any]:
    """All that a figure of this neuron shows; see `NeuronResult` in the contract."""
    neuron, rate = request.neuron, request.learning_rate
    rows = run(neuron, request.weight, request.bias or 0.0, rate, request.steps)
    start, now = rows[0], rows[-1]
    end = ending(neuron, start, now)
    then = None if end == "diverged" else neuron.after_step(now, rate)
    view = _view(neuron, rows)
    low, high = view["weights"]
    curve = np.linspace(low, high, CURVE_POINTS)
    return {
        "kind": "neuron",
        "rows": plain(rows),
        "next": plain(then),
        "promised_loss": then and now.loss + (then.promised_change or 0.0),
        "best_weight": neuron.best_weight(now.bias),
        "view": view,
        "curve": {"weights": curve.tolist(), "losses": neuron.losses(curve, now.bias).tolist()},
        "tangent": _tangent(now, low, high, view["loss_top"]),
        "operations": plain(
            story.operations(neuron, now, then, rate, has_bias=request.bias is not None)
        ),
        "slope_sentence": story.slope_sentence(now),
        "step_sentence": None if then is None else story.step_sentence(now, then, rate),
        "rate": _rate(neuron, rate),
        "ended": end and {"rule": end, "sentence": story.end_sentence(end, start, now)},
    }


def _view(neuron: LinearNeuron, rows: list[Standing]) -> dict[str, Any]:
    """The part of the error curve to draw: the same while w moves within it, else doubled.

    It lies around the best weight of the start's bias, so that it keeps still during a run; around
    0 where that is beyond every weight that there may be.
    """
    start = rows[0]
    best = neuron.best_weight(start.bias)
    centre = 0.0 if best is None or abs(best) > LIMITS["weight"].maximum else best
    half = abs(centre) or 2.0
    furthest = max(abs(row.weight - centre) for row in rows)
    if furthest > 0.95 * half:
        half *= 2.0 ** math.ceil(math.log2(furthest / (0.95 * half)))
    low, high = centre - half, centre + half
    edges = neuron.losses(np.array([low, high]), start.bias)
    top = max(*edges.tolist(), *(row.loss for row in rows))
    return {"weights": [low, high], "loss_top": top or 1.0}


def _tangent(now: Standing, low: float, high: float, top: float) -> dict[str, list[float]]:
    """The ends of the line through (w, E) with the slope ∂E/∂w, cut at the edges of the view."""
    w, slope = now.weight, now.weight_gradient
    if slope != 0:
        bottom, peak = w - now.loss / slope, w + (top - now.loss) / slope
        low, high = max(low, min(bottom, peak)), min(high, max(bottom, peak))
    ends = [low, high]
    return {"weights": ends, "losses": [now.loss + slope * (end - w) for end in ends]}


def _rate(neuron: LinearNeuron, rate: float) -> dict[str, Any]:
    """What the learning rate does, and between which rates it does something else."""
    c, largest = neuron.curvature, LIMITS["learning_rate"].maximum
    diverges_from = 1 / c if c > 1 / largest else None
    top = min(largest, WIDEST_RATE * diverges_from) if diverges_from else 1.0
    return {
        "lands_at": 1 / (2 * c) if 2 * c > 1 / largest else None,
        "diverges_from": diverges_from,
        "top": top,
        "nudge": 10.0 ** math.floor(math.log10(top / 50)),
        "factor": neuron.error_factor(rate),
        "regime": story.regime(neuron, rate),
        "sentence": story.rate_sentence(neuron, rate),
    }
