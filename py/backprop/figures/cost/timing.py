"""Both ways to a gradient timed on this machine, a slice of the measurement at a time."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from backprop.core.limits import Limit
from backprop.core.number_text import count_text, duration_text, number_text
from backprop.message.plain_data import plain
from backprop.message.request_fields import number, read_request, whole

from .gradient_cost import WIDTHS, GradientCost, Measurement, measured, network_of_size

if TYPE_CHECKING:
    from backprop.message.field import Field

Result = dict[str, Any]

SHORTEST_WAIT = 1e-9


LIMITS = {
    "timed_size": Limit(0, len(WIDTHS) - 1, True),  # index of a network whose gradient is timed
    "timed_seconds": Limit(0, 10_000, False),  # spent on it so far
    "slice": Limit(0, 1, False),  # seconds that one slice of a measurement may take
}


@dataclass(frozen=True)
class TimingRequest:
    """Where a measurement stands, see `Measurement`, and how long its next slice may take."""

    size: int = whole(LIMITS["timed_size"])
    done: int = whole("epoch")
    seconds: float = number(LIMITS["timed_seconds"])
    time_limit: float = number(LIMITS["slice"])
    fastest: float = number(LIMITS["timed_seconds"], absent=inf)


def read(message: Field) -> TimingRequest:
    """A `timing` message."""
    return read_request(TimingRequest, message)


def answer(request: TimingRequest) -> Result:
    """Answer a `timing` message."""
    size = request.size
    so_far = Measurement(size, request.done, request.seconds, request.fastest)
    found = measured(so_far, request.time_limit)
    told: Result = {"kind": "timing", "size": size, "sizes": len(WIDTHS)}
    if isinstance(found, GradientCost):
        return {
            **told,
            "done": 0,
            "seconds": 0.0,
            "fastest": None,
            "timing": timing_of(found),
            "sentence": "",
        }
    count = network_of_size(size).parameters.size
    passes = f"{count_text(2 * min(found.done, count))} of {count_text(2 * count)}"
    return {
        **told,
        "done": found.done,
        "seconds": found.seconds,
        "fastest": None if found.fastest == inf else found.fastest,
        "timing": None,
        "sentence": f"{passes} forward passes for a network with {count_text(count)} parameters.",
    }


def timings(time_limit: float) -> list[Result]:
    """Every size measured in turn, as far as the time goes."""
    rows: list[Result] = []
    left = time_limit
    for size in range(len(WIDTHS)):
        found = measured(Measurement(size), left)
        if not isinstance(found, GradientCost):
            break
        rows.append(timing_of(found))
        left -= found.difference_seconds
    return rows


def timing_of(cost: GradientCost) -> Result:
    """What was measured, as plain data with its texts and a sentence; see `Timing`."""
    differences = max(cost.difference_seconds, SHORTEST_WAIT)
    backpropagation = max(cost.backpropagation_seconds, SHORTEST_WAIT)
    back = cost.backward_seconds / max(cost.forward_seconds, SHORTEST_WAIT)
    passes = cost.difference_passes / cost.backpropagation_passes
    return {
        **plain(cost),
        "passes_ratio": passes,
        "time_ratio": differences / backpropagation,
        "texts": {
            "parameters": count_text(cost.parameters),
            "difference_passes": count_text(cost.difference_passes),
            "difference_time": duration_text(differences),
            "backpropagation_time": duration_text(backpropagation),
            "passes_ratio": count_text(passes),
            "time_ratio": count_text(differences / backpropagation),
        },
        "sentence": (
            f"A network with {count_text(cost.parameters)} weights and biases needs "
            f"{count_text(cost.difference_passes)} forward passes when each one is nudged up and "
            "down. Backpropagation needs one pass forward and one back. Measured here, nudging "
            f"took {duration_text(differences)} and backpropagation "
            f"{duration_text(backpropagation)}. The pass back took as long as "
            f"{number_text(back, 2)} passes forward."
        ),
    }
