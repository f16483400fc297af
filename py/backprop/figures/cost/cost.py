"""Compare the two ways: the answer of the figure on cost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.gradient_check import agreeing_digits
from backprop.core.network import Network
from backprop.core.number_text import MINUS, number_text, power_text, scientific, times_power_text
from backprop.explain.symbols import Names
from backprop.message.presets import PRESETS, build
from backprop.message.request_fields import choice, number, opening, read_request

from .gradient_cost import BACKPROPAGATION_PASSES
from .step_size import PRECISIONS, STEPS, StepError, errors_by_step
from .timing import timings

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.message.field import Field

Result = dict[str, Any]

NETWORKS = ("2-3-3-1", "2-2-1-a", "2-2-1-b", "xor-10")
"""The presets whose gradients are compared."""

COMPARED = 6
"""So many parameters are shown digit by digit, spread over the whole network."""

DIGITS = 15
"""Significant digits that float64 is sure of."""

SLICE = 0.1
"""Seconds of measuring after which a page should look up."""


@dataclass(frozen=True)
class CostRequest:
    """Which network to compare for, and how long to measure times (None: not at all)."""

    preset: str = choice(NETWORKS, opening="2-3-3-1")
    # The build's machine measures times of its own; a page asks without a time limit.
    time_limit: float | None = number("time_limit", opening=60, absent=None)


OPENINGS = {"cost": opening("cost", CostRequest)}


def read(message: Field) -> CostRequest:
    """A `cost` message."""
    return read_request(CostRequest, message)


def answer(request: CostRequest) -> Result:
    """Answer a `cost` message."""
    net, inputs, targets = _example(request.preset)
    backward = net.backward(net.forward(inputs), targets)
    names = Names(net)
    count = net.parameters.size
    shown = np.linspace(0, count - 1, COMPARED).round().astype(int).tolist()
    addresses = net.layout.addresses()
    return {
        "kind": "cost",
        "networks": [{"name": name, "title": PRESETS[name]["title"]} for name in NETWORKS],
        "parameters": count,
        "difference_passes": 2 * count,
        "backpropagation_passes": BACKPROPAGATION_PASSES,
        "gradient": backward.gradient.tolist(),
        "compared": [
            {
                "symbol": names.gradient_symbol(*addresses[k]),
                "name": names.weight(*addresses[k]),
                "index": k,
            }
            for k in shown
        ],
        "steps": [_power(step) for step in STEPS],
        "step_sizes": list(STEPS),
        "precisions": {
            name: _precision(name, found, backward.gradient, shown)
            for name, found in _errors(request.preset).items()
        },
        "slice_seconds": SLICE,
        "timings": None if request.time_limit is None else timings(request.time_limit),
    }


def _example(preset: str) -> tuple[Network, list[float], list[float]]:
    shown = PRESETS[preset]
    return build(shown["network"]), shown["inputs"], shown["targets"]


@cache
def _errors(preset: str) -> dict[str, list[StepError]]:
    """Thousands of passes, and the same ones every time: so done once."""
    example = _example(preset)
    return {name: errors_by_step(*example, name) for name in PRECISIONS}


def _precision(name: str, found: list[StepError], gradient: Array, shown: list[int]) -> Result:
    best = min(range(len(found)), key=lambda k: found[k].largest_relative_error)
    return {
        "best": best,
        "errors": [each.largest_relative_error for each in found],
        "sentences": [_step_sentence(name, found, k, best) for k in range(len(found))],
        "rows": [
            [_compared(gradient.item(k), each.gradient.item(k)) for k in shown] for each in found
        ],
    }


def _step_sentence(name: str, found: list[StepError], position: int, best: int) -> str:
    chosen, least = found[position], _power(found[best].step)
    begin = (
        f"With a step of {_power(chosen.step)} in {name}, the worst component is wrong by "
        f"{number_text(chosen.largest_relative_error)} of the largest one"
    )
    if not chosen.gradient.any():
        return (
            f"{begin}. The step is lost in rounding, and no loss moves. The best step is {least}."
        )
    if position < best:
        return f"{begin}. The curve bends away within so long a step. The best step is {least}."
    if position > best:
        return f"{begin}. Rounding drowns so small a difference. The best step is {least}."
    return (
        f"{begin}. This is the best step: with a longer one the curve bends away, with a shorter "
        "one rounding drowns the difference."
    )


def _compared(gradient: float, difference: float) -> Result:
    """Two values of one component: the leading digits that they share, and the rest of each."""
    first, first_power = _digits(gradient)
    second, second_power = _digits(difference)
    same = 0
    if first_power == second_power:
        pairs = zip(first, second, strict=False)
        same = next((k for k, (one, other) in enumerate(pairs) if one != other), len(first))
    same = 0 if first[:same] in {MINUS, "0."} else same
    return {
        "gradient": gradient,
        "difference": difference,
        "shared": first[:same],
        "gradient_rest": first[same:],
        "difference_rest": second[same:],
        "gradient_power": first_power,
        "difference_power": second_power,
        "agreeing_digits": agreeing_digits(gradient, difference),
    }


def _digits(value: float) -> tuple[str, str]:
    """The digits of a number and its power of ten: ("−1.23…", "×10⁻²")."""
    digits, power = scientific(abs(value), DIGITS)
    return f"{MINUS if value < 0 else ''}{digits}", times_power_text(power)


def _power(step: float) -> str:
    """A step as a power of ten: 10⁻⁵, or 3.2×10⁻⁶ between two."""
    digits, power = scientific(step, 2)
    if power == 0:
        return number_text(step, 2)
    return power_text(power) if digits == "1.0" else f"{digits}{times_power_text(power)}"
