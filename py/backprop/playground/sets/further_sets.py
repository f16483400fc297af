"""Sets that TensorFlow Playground does not have, in the same plane and from the same numbers.

A label is −1 or +1 where there are two classes, and the number of the class, from 0 on, where there
are more. Noise moves a point by up to that much in each coordinate, but on the checkerboard, where
it may give the point the label of another square, as in `circle`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .drawn_sets import CLASSIFICATION_EXAMPLES, EDGE, RADIUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from backprop.playground.chance import SeededRandom

    from .drawn_sets import Point

SQUARES = 4
"""Of the checkerboard, along each edge."""

FILLED = 0.7
"""How much of the way from one ring to the next a ring takes."""

SMALL = RADIUS / 5
"""Radius of the two dots of yin and yang."""

YIN_YANG_CLASSES = 3

MOON_SCALE = 3.0


def moons(random: SeededRandom, noise: float, classes: int) -> Iterator[Point]:
    """Two half circles that reach into each other, as scikit-learn's `make_moons` has them."""
    for number in range(CLASSIFICATION_EXAMPLES):
        t = random.between(0, math.pi)
        if number % 2:
            x, y = 1 - math.cos(t), 0.5 - math.sin(t)
        else:
            x, y = math.cos(t), math.sin(t)
        x, y = MOON_SCALE * (x - 0.5), MOON_SCALE * (y - 0.25)
        yield *_moved(random, x, y, noise), _label(number % 2, classes)


def rings(random: SeededRandom, noise: float, classes: int) -> Iterator[Point]:
    """A disc, and a ring around it for every further class, each as many points."""
    for number in range(CLASSIFICATION_EXAMPLES):
        ring = number % classes
        r = RADIUS * random.between(ring, ring + FILLED) / (classes - 1 + FILLED)
        t = random.between(0, 2 * math.pi)
        yield *_moved(random, r * math.sin(t), r * math.cos(t), noise), _label(ring, classes)


def checkerboard(random: SeededRandom, noise: float, classes: int) -> Iterator[Point]:
    """Four by four squares, the classes in turn along each row and each column."""
    side = 2 * EDGE / SQUARES
    for _ in range(CLASSIFICATION_EXAMPLES):
        x, y = random.between(-EDGE, EDGE), random.between(-EDGE, EDGE)
        moved = _moved(random, x, y, EDGE * noise)
        square = sum(math.floor((coordinate + EDGE) / side) for coordinate in moved)
        yield x, y, _label(square % classes, classes)


def yin_yang(random: SeededRandom, noise: float, classes: int) -> Iterator[Point]:
    """Yin, yang and their dots: three classes, each as many points.

    Kriener, Göltz and Petrovici, The Yin-Yang dataset, 2022.
    """
    for number in range(CLASSIFICATION_EXAMPLES):
        wanted = number % classes
        while True:
            x, y = random.between(-RADIUS, RADIUS), random.between(-RADIUS, RADIUS)
            if math.hypot(x, y) <= RADIUS and part_of_yin_yang(x, y) == wanted:
                break
        yield *_moved(random, x, y, noise), _label(wanted, classes)


def part_of_yin_yang(x: float, y: float) -> int:
    """In which part of the figure a point of the disc is: yang 0, yin 1, one of the dots 2."""
    to_right = math.hypot(x - RADIUS / 2, y)
    to_left = math.hypot(x + RADIUS / 2, y)
    if min(to_right, to_left) < SMALL:
        return 2
    return int(to_left <= RADIUS / 2 or (y > 0 and to_right > RADIUS / 2))


def _moved(random: SeededRandom, x: float, y: float, noise: float) -> tuple[float, float]:
    return x + random.between(-1, 1) * noise, y + random.between(-1, 1) * noise


def _label(number: int, classes: int) -> float:
    """−1 or +1 for the two numbers 0 and 1, or the number itself."""
    return float(2 * number - 1) if classes == 2 else float(number)


FURTHER: dict[str, Callable[[SeededRandom, float, int], Iterator[Point]]] = {
    "moons": moons,
    "rings": rings,
    "checkerboard": checkerboard,
    "yin-yang": yin_yang,
}
"""Of chance, noise and the number of classes."""
