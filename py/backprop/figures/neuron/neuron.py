"""The engine's answer about a linear neuron: its run, its pass, and the curve it stands on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core import limits
from backprop.core.limits import Limit
from backprop.core.small_models.linear_neuron import LinearNeuron, Standing, ending, run
from backprop.message.plain_data import plain
from backprop.message.request_fields import flag, number, opening, read_request, whole

from . import neuron_sentences as sentences

if TYPE_CHECKING:
    from backprop.message.field import Field

CURVE_POINTS = 121

WIDEST_RATE = 1.3
"""The rates on offer end at so many times the rate from which a run diverges."""


LIMITS = {"neuron_steps": Limit(0, 200, True)}


@dataclass(frozen=True)
class NeuronRequest:
    """A linear neuron, where it starts, and how many steps of gradient descent it takes."""

    input: float = number("input")
    target: float = number("target")
    weight: float = number("weight")
    bias: float | None = number("weight", absent=None)
    bias_is_free: bool = flag(absent=False)
    learning_rate: float = number("learning_rate")
    steps: int = whole(LIMITS["neuron_steps"], opening=0)


OPENINGS = {
    "slope": opening("neuron", NeuronRequest, input=1.0, target=2.0, weight=0.5, learning_rate=0.1),
    "neuron": opening(
        "neuron",
        NeuronRequest,
        input=2.1,
        target=4.0,
        weight=1.0,
        learning_rate=0.01,
    ),
}


def read(message: Field) -> NeuronRequest:
    """A `neuron` message.

    Raises:
        Refusal: a field is not as it must be, or a bias is free that is not there.
    """
    request = read_request(NeuronRequest, message)
    if request.bias_is_free and request.bias is None:
        raise message["bias_is_free"].refusal("must be false where there is no bias")
    return request


def answer(request: NeuronRequest) -> dict[str, Any]:
    """All that a figure of this neuron shows; see `NeuronResult` in the contract."""
    neuron = LinearNeuron(request.input, request.target, request.bias_is_free)
    rate = request.learning_rate
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
        "first_order_loss": then and now.loss + (then.first_order_change or 0.0),
        "best_weight": neuron.best_weight(now.bias),
        "view": view,
        "curve": {"weights": curve.tolist(), "losses": neuron.losses(curve, now.bias).tolist()},
        "tangent": _tangent(now, low, high, view["loss_top"]),
        "operations": plain(
            sentences.operations(neuron, now, then, rate, has_bias=request.bias is not None)
        ),
        "slope_sentence": sentences.slope_sentence(neuron, now),
        "step_sentence": None if then is None else sentences.step_sentence(now, then, rate),
        "rate": _rate(neuron, rate),
        "ended": end and {"rule": end, "sentence": sentences.end_sentence(end, start, now)},
    }


def _view(neuron: LinearNeuron, rows: list[Standing]) -> dict[str, Any]:
    """The part of the error curve to draw: the same while w moves within it, else doubled.

    It lies around the best weight of the start's bias, so that it keeps still during a run; around
    0 where that is beyond every weight that there may be.
    """
    start = rows[0]
    best = neuron.best_weight(start.bias)
    centre = 0.0 if best is None or abs(best) > limits.LIMITS["weight"].maximum else best
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
    c, largest = neuron.curvature, limits.LIMITS["learning_rate"].maximum
    diverges_from = 1 / c if c > 1 / largest else None
    top = min(largest, WIDEST_RATE * diverges_from) if diverges_from else 1.0
    return {
        "lands_at": 1 / (2 * c) if 2 * c > 1 / largest else None,
        "diverges_from": diverges_from,
        "top": top,
        "nudge": 10.0 ** math.floor(math.log10(top / 50)),
        "factor": neuron.error_factor(rate),
        "regime": sentences.regime(neuron, rate),
        "sentence": sentences.rate_sentence(neuron, rate),
    }
