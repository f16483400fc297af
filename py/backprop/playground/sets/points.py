"""The points of a run: drawn by the settings, in a drawn order, and parted in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.playground.settings import FORMULA, OWN, OWN_REGRESSION

from .drawn_sets import CLASSIFICATION, REGRESSION
from .further_sets import FURTHER

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.playground.chance import SeededRandom
    from backprop.playground.settings import Settings

    from .drawn_sets import Point


def drawn_points(settings: Settings, random: SeededRandom) -> list[Point]:
    """All points with their labels, as the set draws them one after the other."""
    name, noise = settings.dataset, settings.noise / 100
    if name == FORMULA:
        from .formula_curve import formula_curve  # noqa: PLC0415 - brings the room of graphs

        return list(formula_curve(random, noise, settings.formula))
    if name in (OWN, OWN_REGRESSION):
        return list(settings.points)
    if name in FURTHER:
        return list(FURTHER[name](random, noise, settings.class_count))
    return list((CLASSIFICATION | REGRESSION)[name](random, noise))


def split(points: list[Point], random: SeededRandom, percent: float) -> tuple[Array, Array]:
    """The points in a drawn order, those to train on and those to test by, `(points, 3)` each.

    There is at least one on either side.
    """
    random.shuffle(points)
    table = np.array(points, dtype=np.float64)
    kept = min(max(int(len(points) * percent / 100), 1), len(points) - 1)
    return table[:kept], table[kept:]


def targets_of(labels: Array, classes: int) -> Array:
    """Labels `(points,)` as a network is to answer them.

    Returns:
        `(points, 1)`, the labels themselves; of more than two classes `(points, classes)`, 1 for
        the class of a point and 0 for the others.
    """
    if classes > 2:
        one_hot: Array = np.eye(classes)[labels.astype(np.intp)]
        return one_hot
    return labels[:, None]
