"""Where in the core's source each operation is computed.

The lines come from the running code itself, not from its text: a browser runs the core compiled
and without its sources. A rule is one expression, on its function's last line; a line of a whole
pass is known by the names that it uses, so that it may move. A test reads the files to compare.
"""

from __future__ import annotations

from dis import get_instructions
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


def line_using(function: Callable[..., object], *names: str) -> SourceLine:
    """The only line of `function` that uses all of these names of variables and attributes.

    Raises:
        ValueError: no line does, or several do.
    """
    used: dict[int, set[object]] = {}
    for instruction in get_instructions(function):
        line = instruction.positions.lineno if instruction.positions else None
        if line is not None:  # newer Pythons have instructions that use two variables
            value = instruction.argval
            used.setdefault(line, set()).update(value if isinstance(value, tuple) else (value,))
    found = [line for line, values in used.items() if values.issuperset(names)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} lines of {function.__qualname__} use {', '.join(names)}")
    return _line(function, found[0])


def _line(function: Callable[..., object], line: int) -> SourceLine:
    path = function.__code__.co_filename.replace("\\", "/")
    return SourceLine(function.__qualname__, path.rpartition("/backprop/")[2], line)


PRE_ACTIVATION = line_using(Network.forward, "z", "a", "w", "b")
DIRECT_PRE_ACTIVATION = line_using(Network.forward, "z", "a", "u")
WEIGHT_GRADIENT = line_using(Network.backward, "views", "weights", "a", "δ")
BIAS_GRADIENT = line_using(Network.backward, "views", "biases", "δ")
DIRECT_WEIGHT_GRADIENT = line_using(Network.backward, "views", "skip_weights", "a", "δ")
ACTIVATION_GRADIENT = line_using(Network.backward, "activation_gradient", "δ", "w")
ERROR_SIGNAL = last_line_of(Activation.error_signal)
SOFTMAX_ERROR_SIGNAL = line_using(Activation.error_signal, "a", "gradient", "row_sums")
UPDATE = last_line_of(descend)
ACTIVATION = {name: last_line_of(rule.value) for name, rule in ACTIVATIONS.items()}
LOSS = {name: last_line_of(rule.value) for name, rule in LOSSES.items()}
LOSS_DERIVATIVE = {name: last_line_of(rule.derivative) for name, rule in LOSSES.items()}
