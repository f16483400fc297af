"""What the network is given of a point: its coordinates, or functions of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backprop.core.rules import Array


class Feature(NamedTuple):
    """One input of the network.

    Attributes:
        symbol: as formulas have it, in LaTeX.
        value: of the two coordinates, which are arrays of one shape.
    """

    symbol: str
    value: Callable[[Array, Array], Array]


FEATURES: dict[str, Feature] = {
    "x": Feature("x_1", lambda x, y: x),  # noqa: ARG005
    "y": Feature("x_2", lambda x, y: y),  # noqa: ARG005
    "xSquared": Feature("x_1^2", lambda x, y: x * x),  # noqa: ARG005
    "ySquared": Feature("x_2^2", lambda x, y: y * y),  # noqa: ARG005
    "xTimesY": Feature("x_1 x_2", lambda x, y: x * y),
    "sinX": Feature(r"\sin x_1", lambda x, y: np.sin(x)),  # noqa: ARG005
    "sinY": Feature(r"\sin x_2", lambda x, y: np.sin(y)),  # noqa: ARG005
}
"""By the names that links have for them, in the order in which a network takes them."""


def features_of(points: Array, names: Sequence[str]) -> Array:
    """The inputs of a network at some points: `(points, 2)` to `(points, features)`."""
    x, y = points[:, 0], points[:, 1]
    return np.column_stack([FEATURES[name].value(x, y) for name in names])
