"""Gradient descent watched on a map: one start, several learning rates, momentum or decay.

The map is the true loss over two weights, every other one held; each run moves these two alone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.datasets import Dataset, xor
from backprop.core.network import Network
from backprop.core.overflow import parameter_name
from backprop.core.schedules import geometric
from backprop.explain.formula import PLUS, TIMES, equation, sign, spoken, term
from backprop.explain.symbols import Names
from backprop.message.plain_data import plain
from backprop.message.presets import PRESETS

from .parameter_slice import LossSlice, Span, loss_slice

if TYPE_CHECKING:
    from backprop.core.rules import Array

Result = dict[str, Any]

RESOLUTION = 61
LEVELS = 14
STREAK = 3
"""So many moves in a row make an oscillation, or a divergence."""

BEYOND = 3.0
"""A run ends where it is this many widths of the window away from its middle."""

MINUS_SIGN = sign("-")


@dataclass(frozen=True)
class Rate:
    """How one run goes down: Δw(t) = −η(t) ∂E/∂w + α Δw(t−1), with η(t) = η·dᵗ."""

    name: str
    learning_rate: float
    momentum: float
    decay: float


@dataclass(frozen=True)
class Landscape:
    """A small network, its examples, and the window that its loss is looked at through."""

    title: str
    x_range: Span
    y_range: Span
    weights: tuple[int, int]
    start: tuple[float, float]
    runs: tuple[Rate, ...]

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies within the window."""
        (left, right), (low, high) = self.x_range, self.y_range
        return left <= point[0] <= right and low <= point[1] <= high


LANDSCAPES: dict[str, Landscape] = {
    # Three examples on the line t = 1.5 x + 0.85, the last of them the worked example's x = 2.1,
    # t = 4. The curvatures along the valley and across it are 0.103 and 3.18: the largest rate
    # that does not diverge is 2 / 3.18 = 0.63.
    "neuron": Landscape(
        "A linear neuron: its weight and its bias",
        (0.0, 5.0),
        (-2.5, 2.5),
        (0, 1),
        (4.0, -1.0),
        (
            Rate("small", 0.03, 0.0, 1.0),
            Rate("good", 0.3, 0.0, 1.0),
            Rate("too_large", 0.66, 0.0, 1.0),
            Rate("momentum", 0.1, 0.8, 1.0),
            Rate("decaying", 0.62, 0.0, 0.93),
        ),
    ),
    # The hand-made XOR network of the presets: here the loss has plains and cliffs.
    "xor": Landscape(
        "A 2-2-1 network on XOR: two of its nine weights",
        (-12.0, 12.0),
        (-14.0, 10.0),
        (6, 7),
        (2.0, -2.0),
        (
            Rate("small", 2.0, 0.0, 1.0),
            Rate("good", 25.0, 0.0, 1.0),
            Rate("too_large", 100.0, 0.0, 1.0),
            Rate("momentum", 8.0, 0.8, 1.0),
            Rate("decaying", 80.0, 0.0, 0.93),
        ),
    ),
}


@dataclass(frozen=True)
class RatesRequest:
    """Which map, where on it to start, and how each run goes down."""

    landscape: str
    weights: tuple[int, int]
    start: tuple[float, float]
    runs: tuple[Rate, ...]
    chosen: str
    steps: int


@dataclass(frozen=True)
class Path:
    """Where a run went. Position n is that after n steps; the last may lie far outside.

    Attributes:
        points: `(n + 1, 2)`.
        losses: `(n + 1,)`.
        gradients: `(n + 1, 2)`, of the two weights.
        moves: `(n + 1, 2)`; `moves[n]` is the step that led to position n, the velocity there.
        rates: `(n + 1,)`; `rates[n]` is the learning rate of the step that leaves position n.
    """

    points: Array
    losses: Array
    gradients: Array
    moves: Array
    rates: Array


def network_of(landscape: str) -> tuple[Network, Dataset]:
    """The network of a landscape and the examples that its loss is measured on."""
    if landscape == "xor":
        spec = PRESETS["xor-00"]["network"]
        net = Network(spec["layer_sizes"], spec["activations"], spec["loss"], use_biases=True)
        net.parameters[:] = spec["parameters"]
        return net, xor()
    inputs = np.array([[0.7], [1.4], [2.1]])
    targets = np.array([[1.9], [2.95], [4.0]])
    return Network((1, 1), "linear", "half_squared_error"), Dataset("line", inputs, targets)


def descent(
    net: Network,
    dataset: Dataset,
    weights: tuple[int, int],
    start: tuple[float, float],
    rate: Rate,
    steps: int,
    farthest: float = np.inf,
) -> Path:
    """Gradient descent on two parameters, every other one held: Δw(t) = −η ∂E/∂w + α Δw(t−1).

    Args:
        net: its parameters are those that are held; it is left as it is.
        dataset: the examples; each step uses all of them.
        weights: indices of the two parameters that move.
        start: where they begin.
        rate: η, α and the decay of η.
        steps: how many to take.
        farthest: the run ends early where a parameter is this large, or no longer finite.
    """
    free = list(weights)
    held = net.parameters.copy()
    moved = Network(net.layer_sizes, net.activations, net.loss, use_biases=net.use_biases)
    rates = geometric(rate.learning_rate, rate.decay, steps + 1)
    point, velocity = np.array(start, dtype=np.float64), np.zeros(2)
    points, losses, gradients, moves = [], [], [], []
    for η in rates:
        held[free] = point
        moved.parameters[:] = held
        backward = moved.backward(moved.forward(dataset.inputs), dataset.targets)
        if not (np.isfinite(backward.loss) and np.isfinite(backward.gradient).all()):
            break
        gradient = backward.gradient[free]
        points.append(point)
        losses.append(backward.loss)
        gradients.append(gradient)
        moves.append(velocity)
        velocity = -η * gradient + rate.momentum * velocity
        if np.abs(point).max() > farthest:
            break
        point = point + velocity
    count = len(points)
    return Path(
        np.array(points),
        np.array(losses),
        np.array(gradients),
        np.array(moves),
        rates[:count],
    )


def happenings(path: Path) -> list[str | None]:
    """Name what goes wrong at each position, or None.

    The criteria, the worst first:

    * `divergence`: the loss has risen in each of the last 3 steps and is above that of the start.
    * `oscillation`: each of the last 3 moves overshot, and turned back on the one before it
      (their inner product is negative).
    * `overshoot`: the move went past the lowest point in its own direction. There the slope along
      the move, ∂E/∂w · Δw, is above zero: going on the same way would lead uphill.
    """
    rose = np.diff(path.losses) > 0
    overshot = (path.gradients * path.moves).sum(axis=1) > 0
    turned = (path.moves[1:] * path.moves[:-1]).sum(axis=1) < 0
    named: list[str | None] = [None]
    for step in range(1, len(path.losses)):
        first = step - STREAK
        if first >= 0 and rose[first:step].all() and path.losses[step] > path.losses[0]:
            named.append("divergence")
        elif first >= 0 and overshot[first + 1 : step + 1].all() and turned[first:step].all():
            named.append("oscillation")
        else:
            named.append("overshoot" if overshot[step] else None)
    return named


WHAT = {
    "divergence": "Divergence: the loss has risen three steps in a row and is above the first one.",
    "oscillation": "Oscillation: three times running it has crossed the valley and turned back.",
    "overshoot": "Overshoot: the step went past the lowest point on its way.",
}


def _sentence(path: Path, step: int, happening: str | None) -> str:
    loss = spoken(path.losses[step])
    if step == 0:
        return f"The start. The loss is {loss}; the gradient says how steep it is here."
    before = path.losses[step - 1]
    way = "falls" if path.losses[step] < before else "rises" if path.losses[step] > before else ""
    told = f"the loss {way} from {spoken(before)} to {loss}." if way else f"the loss stays {loss}."
    named = f" {WHAT[happening]}" if happening else ""
    return f"Step {step}: {told}{named}"


def _verdict(path: Path, steps: int, named: list[str | None]) -> str:
    """What became of a run, in a few words."""
    first, last, count = path.losses[0], path.losses[-1], len(path.losses) - 1
    if count < steps or (named[-1] == "divergence"):
        return f"diverges: loss {spoken(last)} after {count} steps"
    near = np.flatnonzero(path.losses <= 0.01 * first)
    if near.size:
        return f"loss down to 1% after {near[0]} steps"
    return f"{100 * last / first:.0f}% of the first loss left after {count} steps"


def _equations(names: tuple[str, str], path: Path, rate: Rate) -> list[list[Result]]:
    """For each position the next step's equation, one for each weight."""
    told = []
    after = np.vstack([path.moves, np.zeros(2)])[1:]
    for t, gradient in enumerate(path.gradients):
        pair = []
        after[t] = -path.rates[t] * gradient + rate.momentum * path.moves[t]
        for i, symbol in enumerate(names):
            change = rf"\Delta {symbol}"
            written = equation(
                term(rf"{change}({t + 1})", after[t, i], "next", None),
                [
                    MINUS_SIGN,
                    term(r"\eta", path.rates[t], "rate", None),
                    TIMES,
                    term(Names.derivative_of_loss(symbol), gradient[i], "gradient", "backward"),
                    PLUS,
                    term(r"\alpha", rate.momentum, "momentum", None),
                    TIMES,
                    term(rf"{change}({t})", path.moves[t, i], "velocity", None),
                ],
            )
            pair.append({"formula": plain(written.formula), "numbers": plain(written.substituted)})
        told.append(pair)
    return told


@lru_cache(maxsize=8)
def _map(landscape: str, weights: tuple[int, int]) -> LossSlice:
    shown = LANDSCAPES[landscape]
    net, dataset = network_of(landscape)
    return loss_slice(net, dataset, weights, shown.x_range, shown.y_range, RESOLUTION)


def answer(request: RatesRequest) -> Result:
    """Answer a `rates` message: the map, every run on it, and the chosen run's equations."""
    shown = LANDSCAPES[request.landscape]
    net, dataset = network_of(request.landscape)
    landscape = _map(request.landscape, request.weights)
    addresses = Names(net).addresses(net)
    if request.landscape == "neuron":
        symbols = ("w", "b")
    else:
        first, second = (Names(net).weight_symbol(*addresses[at]) for at in request.weights)
        symbols = (first, second)
    width = max(shown.x_range[1] - shown.x_range[0], shown.y_range[1] - shown.y_range[0])
    runs, equations = [], []
    for rate in request.runs:
        path = descent(
            net, dataset, request.weights, request.start, rate, request.steps, BEYOND * width
        )
        named = happenings(path)
        pushes = -path.rates[:, None] * path.gradients
        carried_to = path.points + rate.momentum * path.moves
        runs.append(
            {
                **asdict(rate),
                "points": path.points.tolist(),
                "losses": path.losses.tolist(),
                "carried_to": carried_to.tolist(),
                "pushed_to": (path.points + pushes).tolist(),
                "next": (carried_to + pushes).tolist(),
                "rates": path.rates.tolist(),
                "happenings": named,
                "sentences": [_sentence(path, t, what) for t, what in enumerate(named)],
                "verdict": _verdict(path, request.steps, named),
            }
        )
        if rate.name == request.chosen:
            equations = _equations(symbols, path, rate)
    x, y, loss = landscape.lowest
    return {
        "kind": "rates",
        "landscapes": [{"name": name, "title": of.title} for name, of in LANDSCAPES.items()],
        "landscape": request.landscape,
        "weights": [
            {"index": at, "symbol": symbol, "name": parameter_name(net, at)}
            for at, symbol in zip(request.weights, symbols, strict=True)
        ],
        "choices": [parameter_name(net, at) for at in range(net.parameters.size)],
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
