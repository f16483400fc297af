"""The six sets of TensorFlow Playground, drawn from the same random numbers in the same order.

Points lie in a plane from −6 to 6. Noise is a part: 0.1 is what the page calls 10%.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from backprop.playground.chance import SeededRandom

Point = tuple[float, float, float]
"""The two coordinates and the label: −1 or +1, or a number between them in a regression."""

CLASSIFICATION_EXAMPLES = 500
REGRESSION_EXAMPLES = 1_200

HALF = CLASSIFICATION_EXAMPLES // 2
RADIUS = 5.0
EDGE = 6.0
"""Of the plane, in which regressions draw."""

GAP = 0.3
"""Between an axis and the points of the set `xor`."""

TURNS = 1.75
"""Of each arm of the spiral."""

PEAKS = ((-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1))
"""Centres of the regression `reg-gauss`, with the sign of each."""

REACH = 2.0
"""As far as a peak goes."""


def circle(random: SeededRandom, noise: float) -> Iterator[Point]:
    """A disc (+1) inside a ring (−1); noise moves no point, but may give it the other label."""
    for inner, outer in ((0.0, 0.5 * RADIUS), (0.7 * RADIUS, RADIUS)):
        for _ in range(HALF):
            r, angle = random.between(inner, outer), random.between(0, 2 * math.pi)
            x, y = r * math.sin(angle), r * math.cos(angle)
            moved_x = x + random.between(-RADIUS, RADIUS) * noise
            moved_y = y + random.between(-RADIUS, RADIUS) * noise
            inside = math.sqrt(moved_x * moved_x + moved_y * moved_y) < 0.5 * RADIUS
            yield x, y, 1.0 if inside else -1.0


def xor(random: SeededRandom, noise: float) -> Iterator[Point]:
    """Four squares: +1 where both coordinates have one sign; noise as in `circle`."""
    for _ in range(CLASSIFICATION_EXAMPLES):
        x, y = (_off_the_axis(random.between(-RADIUS, RADIUS)) for _ in range(2))
        moved_x = x + random.between(-RADIUS, RADIUS) * noise
        moved_y = y + random.between(-RADIUS, RADIUS) * noise
        yield x, y, 1.0 if moved_x * moved_y >= 0 else -1.0


def _off_the_axis(coordinate: float) -> float:
    return coordinate + (GAP if coordinate > 0 else -GAP)


def gauss(random: SeededRandom, noise: float) -> Iterator[Point]:
    """Two round clouds, at (2, 2) (+1) and (−2, −2) (−1), of variance 0.5 + 7 · noise."""
    variance = 0.5 + (noise / 0.5) * (4 - 0.5)
    for centre, label in ((2.0, 1.0), (-2.0, -1.0)):
        for _ in range(HALF):
            x = centre + math.sqrt(variance) * _normal(random)
            yield x, centre + math.sqrt(variance) * _normal(random), label


def _normal(random: SeededRandom) -> float:
    """A number of the normal distribution, by Marsaglia's polar method."""
    while True:
        v1, v2 = 2 * random() - 1, 2 * random() - 1
        s = v1 * v1 + v2 * v2
        if 0 < s <= 1:
            return math.sqrt(-2 * math.log(s) / s) * v1


def spiral(random: SeededRandom, noise: float) -> Iterator[Point]:
    """Two arms of an Archimedean spiral, half a turn apart; noise moves the points."""
    for start, label in ((0.0, 1.0), (math.pi, -1.0)):
        for i in range(HALF):
            r = i / HALF * RADIUS
            t = TURNS * i / HALF * 2 * math.pi + start
            x = r * math.sin(t) + random.between(-1, 1) * noise
            yield x, r * math.cos(t) + random.between(-1, 1) * noise, label


def plane(random: SeededRandom, noise: float) -> Iterator[Point]:
    """A regression: (x + y)/10, measured where noise has moved the point to."""
    for _ in range(REGRESSION_EXAMPLES):
        x, y, moved_x, moved_y = _moved(random, noise)
        yield x, y, (moved_x + moved_y) / 10


def peaks(random: SeededRandom, noise: float) -> Iterator[Point]:
    """A regression: three cones up and three down; noise as in `plane`."""
    for _ in range(REGRESSION_EXAMPLES):
        x, y, moved_x, moved_y = _moved(random, noise)
        label = 0.0
        for centre_x, centre_y, sign in PEAKS:
            dx, dy = moved_x - centre_x, moved_y - centre_y
            height = sign * max(0.0, 1 - math.sqrt(dx * dx + dy * dy) / REACH)
            label = height if abs(height) > abs(label) else label
        yield x, y, label


def _moved(random: SeededRandom, noise: float) -> tuple[float, float, float, float]:
    x, y = random.between(-EDGE, EDGE), random.between(-EDGE, EDGE)
    moved_x = x + random.between(-EDGE, EDGE) * noise
    return x, y, moved_x, y + random.between(-EDGE, EDGE) * noise


CLASSIFICATION: dict[str, Callable[[SeededRandom, float], Iterator[Point]]] = {
    "circle": circle,
    "xor": xor,
    "gauss": gauss,
    "spiral": spiral,
}
REGRESSION: dict[str, Callable[[SeededRandom, float], Iterator[Point]]] = {
    "reg-plane": plane,
    "reg-gauss": peaks,
}
"""By the names that links have for them."""
