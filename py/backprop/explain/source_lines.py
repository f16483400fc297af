"""Where in the core's source each operation is computed.

The lines come from the running code itself, not from its text: a browser runs the core compiled
and without its sources. A rule is one expression, on its function's last line; the lines of a
whole pass are counted from its `def`, and a test reads the files to hold every count true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backprop.core.gradient_descent import descend
from backprop.core.network import Network
from backprop.core.rules import ACTIVATIONS, LOSSES, Activation

if TYPE_CHECKING:
    from collections.abc import Callable


class SourceLine(NamedTuple):
    """A line of the core, counted from 1, and the function it is part of."""

    function: str
    file: str
    """Its path from `py/backprop` on, such as `core/network.py`."""
    line: int


def last_line_of(function: Callable[..., object]) -> SourceLine:
    """The last line of `function`: where a rule computes its value."""
    lines = [line for *_, line in function.__code__.co_lines() if line is not None]
    return _line(function, max(lines))


def line_after_def(function: Callable[..., object], distance: int) -> SourceLine:
    """The line `distance` lines below the one that says `def`."""
    return _line(function, function.__code__.co_firstlineno + distance)


def _line(function: Callable[..., object], line: int) -> SourceLine:
    path = function.__code__.co_filename.replace("\\", "/")
    return SourceLine(function.__qualname__, path.rpartition("/backprop/")[2], line)


PRE_ACTIVATION = line_after_def(Network.forward, 13)
DIRECT_PRE_ACTIVATION = line_after_def(Network.forward, 15)
WEIGHT_GRADIENT = line_after_def(Network.backward, 24)
BIAS_GRADIENT = line_after_def(Network.backward, 26)
DIRECT_WEIGHT_GRADIENT = line_after_def(Network.backward, 28)
ACTIVATION_GRADIENT = line_after_def(Network.backward, 30)
ERROR_SIGNAL = last_line_of(Activation.error_signal)
SOFTMAX_ERROR_SIGNAL = line_after_def(Activation.error_signal, 3)
UPDATE = last_line_of(descend)
ACTIVATION = {name: last_line_of(rule.value) for name, rule in ACTIVATIONS.items()}
LOSS = {name: last_line_of(rule.value) for name, rule in LOSSES.items()}
LOSS_DERIVATIVE = {name: last_line_of(rule.derivative) for name, rule in LOSSES.items()}
