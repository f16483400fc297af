"""The maps of the loss on offer: small networks, and two of their weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from backprop.core.datasets import Dataset, xor
from backprop.core.network import Network
from backprop.message.presets import PRESETS, build

from .loss_slice import LossSlice, Span, loss_slice

RESOLUTION = 61


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
            Rate("too_large", 300.0, 0.0, 1.0),  # its first step lands on a plain
            Rate("momentum", 8.0, 0.8, 1.0),
            Rate("decaying", 80.0, 0.0, 0.93),
        ),
    ),
}


def network_of(landscape: str) -> tuple[Network, Dataset]:
    """The network of a landscape and the examples that its loss is measured on."""
    if landscape == "xor":
        return build(PRESETS["xor-00"]["network"]), xor()
    inputs = np.array([[0.7], [1.4], [2.1]])
    targets = np.array([[1.9], [2.95], [4.0]])
    return Network((1, 1), "linear", "half_squared_error"), Dataset("line", inputs, targets)


@lru_cache(maxsize=8)
def map_of(landscape: str, weights: tuple[int, int]) -> LossSlice:
    """The loss of a landscape's network over two of its weights, every other one held."""
    shown = LANDSCAPES[landscape]
    net, dataset = network_of(landscape)
    return loss_slice(net, dataset, weights, shown.x_range, shown.y_range, RESOLUTION)
