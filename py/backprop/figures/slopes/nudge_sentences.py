"""What a nudge does, told beside what the slope says of it."""

from __future__ import annotations

import numpy as np

from backprop.core.number_text import number_text
from backprop.core.small_models.scalar_functions import FUNCTIONS

from .written_functions import WRITTEN

ROUNDING = 1e-12
"""A change that is this small beside the value is no change, but for the rounding of float64."""


def nudge_sentences(name: str, x: float, held: float, nudge: float) -> str:
    """What a function does when `x` is raised by `nudge`, and whether its slope had said so.

    Args:
        name: of one of `FUNCTIONS`.
        x: what goes in.
        held: the second number of a function that has two.
        nudge: how much is added to `x`, more than 0.
    """
    function, written = FUNCTIONS[name], WRITTEN[name]
    before, after = function.value(np.array([x, x + nudge]), held).tolist()
    change = after - before
    if abs(change) <= ROUNDING * abs(before):
        change = 0.0
    raised = f"aise {written.x.text} by {number_text(nudge)}, from {number_text(x)} to "
    raised += number_text(x + nudge, 7)
    start = f"With w₂ held at {number_text(held)}, r" if name == "two_weights" else "R"
    moved = f"{start}{raised}, and {written.result.text} {_movement(change)}."
    corner = function.corner
    if corner is not None and x <= corner < x + nudge:
        return f"{moved} {_at_corner(x, corner, written.x.text)}"
    return f"{moved} {_slope_says(function.slope(x, held), change, nudge)}"


def _movement(change: float) -> str:
    if change == 0:
        return "does not move"
    return f"{'rises' if change > 0 else 'falls'} by {number_text(abs(change))}"


def _at_corner(x: float, corner: float, symbol: str) -> str:
    if x == corner:
        return (
            f"At {number_text(corner)} the curve has a corner: its slope is 1 to the right and 0 "
            "to the left. Programs agree on 0."
        )
    return (
        f"The slope here is 0, but on its way {symbol} passes the corner at {number_text(corner)}, "
        "and from there the slope is 1."
    )


def _slope_says(slope: float, change: float, nudge: float) -> str:
    says, came = number_text(slope * nudge), number_text(change)
    here = f"The slope here is {number_text(slope)}"
    if slope == 0:
        if change == 0:
            return f"{here}: the curve is level."
        return f"{here}: the curve is level at this point, and only its bend moves it."
    if says == came:
        return f"{here}, and {number_text(slope)} times {number_text(nudge)} is {says}."
    return (
        f"{here}, which alone gives {says}. The difference is the bend of the curve: a smaller "
        "nudge meets less."
    )
