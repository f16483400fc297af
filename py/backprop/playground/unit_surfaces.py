"""What every unit answers everywhere in the plane of the points, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core import limits
from backprop.training.decision_surface import activated

from .features import features_of
from .sets.drawn_sets import EDGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backprop.core.network import Network
    from backprop.core.rules import Array


class UnitSurfaces:
    """The activations of all units on a grid from −6 to 6, in arrays that are made once.

    Row 0 is the lowest y, column 0 the lowest x; both ends are points of the grid.

    Args:
        network: `draw` reads its parameters as they are then.
        features: what its inputs are made of, by the names in `FEATURES`.
        resolution: points along each edge, 2 to 200.

    Raises:
        ValueError: the resolution is out of its range, or the network has not so many inputs.
    """

    def __init__(self, network: Network, features: Sequence[str], resolution: int = 100) -> None:
        limits.require("resolution", resolution)
        if network.layer_sizes[0] != len(features):
            raise ValueError(f"features must be {network.layer_sizes[0]}, one for each input")
        along = np.linspace(-EDGE, EDGE, resolution)
        x, y = np.meshgrid(along, along)
        inputs = features_of(np.column_stack([x.ravel(), y.ravel()]), features).T
        self._network, self._resolution = network, resolution
        self._points = [np.vstack([inputs, np.ones(x.size)])]
        self._points += [np.ones((units + 1, x.size)) for units in network.layer_sizes[1:]]

    def draw(self) -> None:
        """Compute all activations; numbers too large for a float64 are the largest there are."""
        net = self._network
        with np.errstate(all="ignore"):
            for layer, matrix in enumerate(net.layout.folded(net.parameters)):
                z = self._points[layer + 1][:-1]  # below them, a unit that is always 1 for biases
                np.dot(matrix.T, self._points[layer], z)
                a = activated(net.activations[layer], z)
                if a is not z:
                    z[:] = a
        if not np.isfinite(self._points[-1]).all():
            np.nan_to_num(self._points[-1], copy=False)

    def layer(self, number: int) -> Array:
        """`(units, resolution, resolution)` of a layer as last drawn, the inputs being layer 0.

        A view, which the next drawing changes.
        """
        return self._points[number][:-1].reshape(-1, self._resolution, self._resolution)

    def thumbnails(self, number: int, size: int) -> Array:
        """The same with fewer points, `(units, size, size)`, from edge to edge as well.

        Args:
            number: of the layer.
            size: points along each edge, 2 to the resolution.

        Raises:
            ValueError: the size is out of its range.
        """
        if not 2 <= size <= self._resolution:
            raise ValueError(f"size must be between 2 and {self._resolution}")
        at = np.rint(np.linspace(0, self._resolution - 1, size)).astype(np.intp)
        small: Array = self.layer(number)[:, at[:, None], at]
        return small
