"""A digit that somebody draws, made into an image as those of the set were.

The set's images were bitmaps of 32×32 dots, black or white. Each of their 8×8 greys is the number
of black dots in a block of 4×4 (Alpaydin and Kaynak, 1998, UCI Machine Learning Repository).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .images import DARKEST, SIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from backprop.core.rules import Array

FINE_SIDE = 32
BLOCK = FINE_SIDE // SIDE

PEN_RADIUS = 2.0
"""Of the pen, in fine dots: so a drawn digit is about as dark as those of the set."""


def bitmap(strokes: Sequence[Sequence[tuple[int, int]]]) -> npt.NDArray[np.bool_]:
    """Which of the fine dots a pen blackens on its way.

    Args:
        strokes: each the dots through which the pen goes in straight lines, as (x, y) from 0 to 31,
            x to the right and y downwards. A stroke of one dot is a round spot.

    Returns:
        `(32, 32)`, a row for each y. A dot is black if its middle is at most `PEN_RADIUS` away
        from a line.
    """
    x = np.arange(FINE_SIDE)
    y = x[:, None]
    black = np.zeros((FINE_SIDE, FINE_SIDE), dtype=np.bool_)
    for stroke in strokes:
        for (x0, y0), (x1, y1) in zip(stroke, [*stroke[1:], stroke[-1]], strict=True):
            along_x, along_y = x1 - x0, y1 - y0
            length = along_x**2 + along_y**2
            # The share of the line at which it is nearest to the dot.
            share = ((x - x0) * along_x + (y - y0) * along_y) / max(length, 1)
            nearest = np.minimum(np.maximum(share, 0), 1)
            distance = (x - x0 - nearest * along_x) ** 2 + (y - y0 - nearest * along_y) ** 2
            black |= distance <= PEN_RADIUS**2
    return black


def greys(fine: npt.NDArray[np.bool_]) -> Array:
    """The image of a bitmap, `(64,)` row by row: 0 for paper, 1 where a whole block is black.

    Args:
        fine: `(32, 32)`.
    """
    blocks = fine.reshape(SIDE, BLOCK, SIDE, BLOCK).sum(axis=(1, 3))
    image: Array = blocks.ravel() / DARKEST
    return image
