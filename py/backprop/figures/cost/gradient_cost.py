"""What a gradient costs, measured: by central differences and by backpropagation, side by side.

Each is timed on networks of growing size, one example each, on the machine that asks. The clock of
a browser ticks in tenths of a millisecond or worse, so work is timed in stretches of many ticks; a
machine does other things as well, so the least disturbed stretch counts. A measurement is taken in
slices, so that a page can stop.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.gradient_check import DEFAULT_STEP
from backprop.core.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable

    from backprop.core.rules import Array

INPUTS = 8
WIDTHS = (2, 4, 8, 16, 32, 96)
"""Units in each of the two hidden layers."""

STRETCH = 0.01
"""Seconds that a coarse clock can measure."""

STRETCHES = 5
"""So many are tried before one of them counts."""

BACKPROPAGATION_PASSES = 2
"""One forward, one backward."""


@dataclass(frozen=True)
class Measurement:
    """Where a measurement stands; all that is needed to go on with it."""

    size: int
    """Index into `WIDTHS`."""
    done: int = 0
    """Components of the gradient found by central differences; past the last it starts again."""
    seconds: float = 0.0
    """Spent on them."""
    fastest: float = inf
    """Seconds for one component, in the least disturbed stretch so far."""


@dataclass(frozen=True)
class GradientCost:
    """One gradient of one network, both ways; the times are of this machine, now."""

    layer_sizes: tuple[int, ...]
    parameters: int
    """P."""
    difference_passes: int
    """Forward passes: two for each parameter."""
    backpropagation_passes: int
    difference_seconds: float
    backpropagation_seconds: float
    forward_seconds: float
    """One forward pass alone."""
    backward_seconds: float
    """One backward pass alone."""


def network_of_size(size: int) -> Network:
    """The network measured at `WIDTHS[size]`: 8-w-w-1, tanh inside, sigmoid at the end."""
    width = WIDTHS[size]
    activations = ("tanh", "tanh", "sigmoid")
    return Network(
        (INPUTS, width, width, 1), activations, "half_squared_error", seed=size, initial_range=0.5
    )


def measured(start: Measurement, time_limit: float) -> Measurement | GradientCost:
    """Go on measuring for up to `time_limit` seconds.

    Returns where the measurement stands, or the cost once it is known. Timing backpropagation
    adds about 0.15 s at the end, and is not cut.
    """
    net = _network(start.size)
    count = net.parameters.size
    difference = _difference(net)
    now, begun = start, perf_counter()
    while not _is_enough(now, count) and perf_counter() - begun < time_limit:
        done, since = now.done, perf_counter()
        elapsed = 0.0
        while elapsed < STRETCH:
            difference(done % count)
            done += 1
            elapsed = perf_counter() - since
        fastest = min(now.fastest, elapsed / (done - now.done))
        now = replace(now, done=done, seconds=now.seconds + elapsed, fastest=fastest)
    if not _is_enough(now, count):
        return now
    inputs, targets = _example()
    forward_pass = net.forward(inputs)
    return GradientCost(
        layer_sizes=net.layer_sizes,
        parameters=count,
        difference_passes=2 * count,
        backpropagation_passes=BACKPROPAGATION_PASSES,
        difference_seconds=count * now.fastest,
        backpropagation_seconds=_seconds_of(
            lambda: net.backward(net.forward(inputs), targets).gradient
        ),
        forward_seconds=_seconds_of(lambda: net.forward(inputs)),
        backward_seconds=_seconds_of(lambda: net.backward(forward_pass, targets)),
    )


def _difference(net: Network) -> Callable[[int], float]:
    """The central difference of one parameter, with nothing done that is not needed."""
    inputs, targets = _example()
    vector = net.parameters.copy()

    def difference(position: int) -> float:
        weight = vector.item(position)
        vector[position] = weight + DEFAULT_STEP
        rise = net.loss_at(vector, inputs, targets)
        vector[position] = weight - DEFAULT_STEP
        rise -= net.loss_at(vector, inputs, targets)
        vector[position] = weight
        return rise.real / (2 * DEFAULT_STEP)

    return difference


def _is_enough(now: Measurement, count: int) -> bool:
    return now.done >= count and now.seconds >= STRETCH * STRETCHES and now.fastest < inf


def _seconds_of(work: Callable[[], object]) -> float:
    """Seconds for one `work`, in the least disturbed of several stretches."""
    fastest = inf
    for _ in range(STRETCHES):
        repeats, elapsed, begun = 0, 0.0, perf_counter()
        while elapsed < STRETCH:
            work()
            repeats += 1
            elapsed = perf_counter() - begun
        fastest = min(fastest, elapsed / repeats)
    return fastest


_network = cache(network_of_size)


@cache
def _example() -> tuple[Array, Array]:
    return np.linspace(-1, 1, INPUTS), np.ones(1)
