"""Gradient descent watched on a map: one start, several learning rates, momentum or decay.

The map is the true loss over two weights, every other one held; each run moves these two alone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import Limit
from backprop.explain.symbols import Names

from .descent_path import descent, happenings
from .landscapes import LANDSCAPES, RESOLUTION, Rate, map_of, network_of
from .rates_sentences import sentence, step_equations, title, verdict

if TYPE_CHECKING:
    from backprop.message.field import Field

Result = dict[str, Any]

LEVELS = 14

BEYOND = 3.0
"""A run ends where it is this many widths of the window away from its middle."""

LIMITS = {
    "descent_steps": Limit(1, 120, True),
    "descent_rate": Limit(0, 1000, False),  # on a plain a rate of 100 is still a small one
    "decay": Limit(0.5, 1, False),  # what a step leaves of the learning rate
}

OPENINGS = {
    "rates": {"kind": "rates", "landscape": "neuron", "chosen": "small", "steps": 40},
}

RUN_NAMES = tuple(rate.name for rate in LANDSCAPES["neuron"].runs)


@dataclass(frozen=True)
class RatesRequest:
    """Which map, where on it to start, and how each run goes down."""

    landscape: str
    weights: tuple[int, int]
    start: tuple[float, float]
    runs: tuple[Rate, ...]
    chosen: str
    steps: int


def read(message: Field) -> RatesRequest:
    """A `rates` message; what it leaves out is the landscape's own."""
    message.shape(("kind", "landscape", "chosen", "steps"), ("weights", "start", "runs"))
    landscape = message["landscape"].choice(tuple(LANDSCAPES))
    shown = LANDSCAPES[landscape]
    weights = shown.weights
    if not message["weights"].absent:
        count = network_of(landscape)[0].parameters.size
        first, second = message["weights"].items(2, 2)
        weights = (first.index(count), second.index(count))
        if weights[0] == weights[1]:
            raise second.refusal("must be another weight than the first")
    start = shown.start
    if not message["start"].absent:
        across, up = message["start"].numbers(2, "coordinate").tolist()
        start = (across, up)
        if not shown.holds(start):
            raise message["start"].refusal("must lie in the picture")
    runs = shown.runs
    if not message["runs"].absent:
        runs = tuple(_rate(run) for run in message["runs"].items(1, len(RUN_NAMES)))
    names = tuple(run.name for run in runs)
    return RatesRequest(
        landscape,
        weights,
        start,
        runs,
        message["chosen"].choice(names),
        message["steps"].whole(LIMITS["descent_steps"]),
    )


def _rate(field: Field) -> Rate:
    field.shape(("name", "learning_rate", "momentum", "decay"))
    return Rate(
        field["name"].choice(RUN_NAMES),
        field["learning_rate"].number(LIMITS["descent_rate"]),
        field["momentum"].number("momentum"),
        field["decay"].number(LIMITS["decay"]),
    )


def answer(request: RatesRequest) -> Result:
    """Answer a `rates` message: the map, every run on it, and the chosen run's equations."""
    shown = LANDSCAPES[request.landscape]
    net, dataset = network_of(request.landscape)
    landscape = map_of(request.landscape, request.weights)
    addresses, names = net.layout.addresses(), Names(net)
    if request.landscape == "neuron":
        symbols = ("w", "b")
    else:
        first, second = (names.weight_symbol(*addresses[at]) for at in request.weights)
        symbols = (first, second)
    width = max(shown.x_range[1] - shown.x_range[0], shown.y_range[1] - shown.y_range[0])
    paths = [
        descent(net, dataset, request.weights, request.start, rate, request.steps, BEYOND * width)
        for rate in request.runs
    ]
    lowest_loss = min(path.losses[-1] for path in paths)
    runs, equations = [], []
    for rate, path in zip(request.runs, paths, strict=True):
        named = happenings(path)
        pushes = -path.rates[:, None] * path.gradients
        carried_to = path.points + rate.momentum * path.moves
        runs.append(
            {
                **asdict(rate),
                "title": title(rate),
                "points": path.points.tolist(),
                "losses": path.losses.tolist(),
                "carried_to": carried_to.tolist(),
                "pushed_to": (path.points + pushes).tolist(),
                "next": (carried_to + pushes).tolist(),
                "rates": path.rates.tolist(),
                "happenings": named,
                "sentences": [sentence(path, t, what) for t, what in enumerate(named)],
                "verdict": verdict(path, request.steps, named, lowest_loss),
            }
        )
        if rate.name == request.chosen:
            equations = step_equations(symbols, path, rate)
    x, y, loss = landscape.lowest
    return {
        "kind": "rates",
        "landscapes": [{"name": name, "title": of.title} for name, of in LANDSCAPES.items()],
        "landscape": request.landscape,
        "weights": [
            {"index": at, "symbol": symbol, "name": names.weight(*addresses[at])}
            for at, symbol in zip(request.weights, symbols, strict=True)
        ],
        "choices": [names.weight(*address) for address in addresses],
        "start": list(request.start),
        "surface": {
            "values": np.round(landscape.losses.ravel(), 6).tolist(),  # a picture, no more
            "resolution": RESOLUTION,
            "x_range": list(shown.x_range),
            "y_range": list(shown.y_range),
        },
        "levels": landscape.levels(LEVELS),
        "lowest": {"x": x, "y": y, "loss": loss},
        "runs": runs,
        "equations": equations,
    }
