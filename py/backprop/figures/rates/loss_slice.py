"""The loss as a landscape: over two parameters of a network, every other one held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.rules import Array

Span = tuple[float, float]


@dataclass(frozen=True)
class LossSlice:
    """The loss on a grid over two parameters.

    Attributes:
        losses: `(resolution, resolution)`; a row for each value of the second parameter.
        x, y: `(resolution,)` values of the first and of the second parameter.
    """

    losses: Array
    x: Array
    y: Array

    @property
    def lowest(self) -> tuple[float, float, float]:
        """The grid point with the lowest loss, as (x, y, loss)."""
        row, column = divmod(int(self.losses.argmin()), self.x.size)
        return float(self.x[column]), float(self.y[row]), float(self.losses[row, column])

    def levels(self, count: int) -> list[float]:
        """Losses to draw contour lines at: one through each equal share of the window.

        Even steps would crowd the walls and leave the valley empty; quantiles give every part of
        the window its lines.

        Args:
            count: about how many; levels that fall together count once.
        """
        shares = ((np.arange(count) + 0.5) / count) ** 2.2  # more lines low down, where paths end
        ranked = np.sort(self.losses, axis=None)
        return sorted({ranked.item(int(share * ranked.size)) for share in shares})


def loss_slice(
    net: Network,
    dataset: Dataset,
    parameters: tuple[int, int],
    x_range: Span,
    y_range: Span,
    resolution: int,
) -> LossSlice:
    """The loss of the whole set wherever two parameters may be.

    Args:
        net: its own parameters are those that are held; it is left as it is.
        dataset: the examples of the loss.
        parameters: indices into the flat vector of the two that vary, x first.
        x_range: from the lowest to the highest value of the first.
        y_range: the same of the second.
        resolution: points along each side.
    """
    first, second = parameters
    x, y = np.linspace(*x_range, resolution), np.linspace(*y_range, resolution)
    losses = np.empty((resolution, resolution))
    moved = net.parameters.copy()
    for row, at_y in enumerate(y):
        moved[second] = at_y
        for column, at_x in enumerate(x):
            moved[first] = at_x
            losses[row, column] = np.real(net.loss_at(moved, dataset.inputs, dataset.targets))
    return LossSlice(losses, x, y)
