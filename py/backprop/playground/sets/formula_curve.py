"""A regression whose targets a reader's formula gives, such as `sin(x)` or `x*y/10`.

The formula is read as `backprop.graph.graph_of` reads it, by a closed list, and never run as code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.limits import LIMITS, breach
from backprop.core.number_text import number_text
from backprop.graph import graph_of, names_of

from .drawn_sets import CLASSIFICATION_EXAMPLES, EDGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backprop.playground.chance import SeededRandom

    from .drawn_sets import Point


def formula_curve(random: SeededRandom, noise: float, formula: str) -> Iterator[Point]:
    """500 points from −6 to 6, each with what the formula gives there.

    Args:
        random: where the points come from.
        noise: a part; the formula is taken where noise has moved the point to.
        formula: of `x`, of `y`, of both or of neither.

    Raises:
        FormulaError: the text is no formula of x and y.
        ValueError: the formula is not defined at a point, or its value is too large.
    """
    moved = {"x": 0.0, "y": 0.0}
    graph = None
    for _ in range(CLASSIFICATION_EXAMPLES):
        point = random.between(-EDGE, EDGE), random.between(-EDGE, EDGE)
        for name, coordinate in zip(moved, point, strict=True):
            moved[name] = coordinate + random.between(-EDGE, EDGE) * noise
        if graph is None:
            used = {name: moved[name] for name in names_of(formula) if name in moved}
            graph = graph_of(formula, used)
        for name, leaf in graph.leaves.items():
            leaf.data = moved[name]
        place = f"at x = {number_text(moved['x'], 3)}, y = {number_text(moved['y'], 3)}"
        try:
            label = graph.forward()
        except (ArithmeticError, ValueError):
            raise ValueError(f"formula: it is not defined {place}") from None
        wrong = breach(LIMITS["target"], label)
        if wrong is not None:
            raise ValueError(f"formula: its value {wrong.words} {place}")
        yield *point, label
