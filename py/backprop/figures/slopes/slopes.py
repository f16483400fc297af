"""A function at one point, nudged: by how much it moves, and what its slope says beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import Limit
from backprop.core.number_text import number_text, signed_number_text
from backprop.core.small_models.scalar_functions import FUNCTIONS
from backprop.message.request_fields import choice, number, opening, read_request, whole

from .nudge_sentences import nudge_sentences
from .written_functions import WRITTEN, equations

if TYPE_CHECKING:
    from backprop.core.small_models.scalar_functions import ScalarFunction
    from backprop.message.field import Field

NUDGES = (1.0, 0.1, 0.01, 0.001)
CURVE_POINTS = 161
MAGNIFIED = 6
"""Through the magnifying glass one sees so many nudges to each side."""

LIMITS = {
    "slopes_x": Limit(-4, 4, False),
    "slopes_held": Limit(-3, 3, False),
    "slopes_nudge": Limit(0, len(NUDGES) - 1, True),
}


@dataclass(frozen=True)
class SlopesRequest:
    """A function, where it is looked at, and which nudge it gets."""

    function: str = choice(FUNCTIONS, opening="square")
    x: float = number(LIMITS["slopes_x"], opening=3.0)
    held: float = number(LIMITS["slopes_held"], opening=2.0)
    """w₂, which is held while w₁ is nudged."""
    nudge: int = whole(LIMITS["slopes_nudge"], opening=0)
    """Which of `NUDGES` is drawn."""


OPENINGS = {"slopes": opening("slopes", SlopesRequest)}


def read(message: Field) -> SlopesRequest:
    """A `slopes` message."""
    return read_request(SlopesRequest, message)


def answer(request: SlopesRequest) -> dict[str, Any]:
    """Everything that the figure shows; see `SlopesResult` in the contract."""
    name, x, held = request.function, request.x, request.held
    function, written = FUNCTIONS[name], WRITTEN[name]
    nudge = NUDGES[request.nudge]
    slope = function.slope(x, held)
    return {
        "kind": "slopes",
        "value": _at(function, x, held),
        "slope": slope,
        "texts": {
            "x": written.x.text,
            "result": written.result.text,
            "function": written.text,
            "slope": number_text(slope),
        },
        "nudged": {"x": x + nudge, "value": _at(function, x + nudge, held)},
        "view": _view(function, x, held, request.nudge),
        "passed": _passed(request),
        "nudges": [_nudge_row(function, x, held, size) for size in NUDGES],
        "equations": equations(name, x, held),
        "sentence": nudge_sentences(name, x, held, nudge),
    }


def _at(function: ScalarFunction, x: float, held: float) -> float:
    return float(function.value(np.array(x), held))


def _view(function: ScalarFunction, x: float, held: float, nudge: int) -> dict[str, Any]:
    """The part of the plane that is drawn, with the curve and its tangent in it.

    The largest nudge shows the whole curve. A smaller one shows what is around the point, so that
    the nudge has the same length on the screen: seen from so near, a curve is almost straight.
    """
    size = NUDGES[nudge]
    if nudge == 0:
        limit = LIMITS["slopes_x"]
        low, high = limit.minimum - size, limit.maximum + size
    else:
        low, high = x - MAGNIFIED * size, x + MAGNIFIED * size
    points = np.linspace(low, high, CURVE_POINTS)
    values = function.value(points, held)
    bottom, top = float(values.min()), float(values.max())
    room = 0.08 * (top - bottom) or size
    slope, here = function.slope(x, held), _at(function, x, held)
    return {
        "x": [low, high],
        "y": [bottom - room, top + room],
        "curve": {"x": points.tolist(), "y": values.tolist()},
        "tangent": {"x": [low, high], "y": [here + slope * (end - x) for end in (low, high)]},
    }


def _passed(request: SlopesRequest) -> list[dict[str, Any]]:
    """How the nudge passes along the chain: what each quantity was, and by how much it moves."""
    function, held = FUNCTIONS[request.function], request.held
    points = np.array([request.x, request.x + NUDGES[request.nudge]])
    quantities = [points, *function.values(points, held)]
    slopes = [None, *function.slopes(request.x, held)]
    return [
        {
            "symbol": symbol.text,
            "before": number_text(before),
            "after": number_text(after, 6),
            "change": signed_number_text(after - before),
            "slope": None if slope is None else number_text(slope),
        }
        for symbol, (before, after), slope in zip(
            WRITTEN[request.function].symbols,
            (pair.tolist() for pair in quantities),
            slopes,
            strict=True,
        )
    ]


def _nudge_row(function: ScalarFunction, x: float, held: float, size: float) -> dict[str, Any]:
    """What comes of a nudge of this size, and how many times the nudge that is."""
    change = _at(function, x + size, held) - _at(function, x, held)
    return {
        "nudge": size,
        "change": change,
        "ratio": change / size,
        "texts": {
            "nudge": number_text(size),
            "change": signed_number_text(change),
            "ratio": number_text(change / size),
        },
    }
