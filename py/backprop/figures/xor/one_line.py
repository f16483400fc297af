"""Why one unit cannot do XOR: for every line, two sums are equal that XOR wants unequal.

A unit without a hidden layer answers by z = w₁x₁ + w₂x₂ + b alone. So
z(0, 0) + z(1, 1) = w₁ + w₂ + 2b = z(0, 1) + z(1, 0), whatever the weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import atanh, isfinite
from typing import TYPE_CHECKING

from backprop.core.datasets import make
from backprop.core.number_text import number_text
from backprop.core.small_models.perceptron import PerceptronRun, perceptron_run

if TYPE_CHECKING:
    from backprop.core.network import ForwardPass, Network

PAIRS = ((0, 3), (1, 2))
"""The examples of XOR whose targets are 0, and those whose targets are 1."""

GIVEN_UP = 0.01
"""Outputs no further than this from ½ answer nothing."""

HALF = {"sigmoid": 0.0, "tanh": atanh(0.5), "relu": 0.5, "leaky_relu": 0.5, "linear": 0.5}
"""The z at which an activation gives ½, the line between the answers 0 and 1."""


@dataclass(frozen=True)
class Diagonal:
    """Two opposite corners, and z at both."""

    corners: tuple[tuple[int, int], ...]
    target: int
    sums: tuple[float, ...]
    total: float


@dataclass(frozen=True)
class OneLine:
    """What is told of a single unit that tries XOR."""

    diagonals: tuple[Diagonal, ...]
    sentence: str
    given_up: str | None
    """Said once every output is as good as ½."""
    perceptron: PerceptronRun
    perceptron_sentence: str


def one_line(net: Network, forward: ForwardPass) -> OneLine | None:
    """Tell why this unit has no line for XOR.

    Args:
        net: any network.
        forward: its pass with the four examples of XOR, in their order.

    Returns:
        None where there is a hidden layer or a direct link, where the answer does not depend on
        z (softmax of one unit), or where z is too large to add up.
    """
    is_alone = len(net.layer_sizes) == 2 and net.skip_weights is None
    if not is_alone or net.activations[0] not in HALF:
        return None
    z = forward.pre_activations[0][:, 0].tolist()
    diagonals = tuple(
        Diagonal(
            corners=tuple(divmod(example, 2) for example in pair),
            target=target,
            sums=tuple(z[example] for example in pair),
            total=sum(z[example] for example in pair),
        )
        for target, pair in enumerate(PAIRS)
    )
    if not all(isfinite(diagonal.total) for diagonal in diagonals):
        return None
    run = _on_xor()
    return OneLine(
        diagonals,
        _sentence(net, diagonals[0].total),
        _given_up(net, forward.outputs[:, 0].tolist()),
        run,
        _perceptron_sentence(run),
    )


def _sentence(net: Network, total: float) -> str:
    written = "w₁ + w₂ + 2b" if net.use_biases else "w₁ + w₂"
    border = number_text(HALF[net.activations[0]])
    return (
        f"The two sums are equal whatever the weights are, for both are {written} = "
        f"{number_text(round(total, 4))}. XOR wants z ≤ {border} at both corners of the first "
        f"row and z > {border} at both of the second, and then the first sum would be the "
        "smaller. So no line has all four right."
    )


def _given_up(net: Network, outputs: list[float]) -> str | None:
    spread = max(abs(output - 0.5) for output in outputs)
    if spread > GIVEN_UP or net.loss != "half_squared_error":
        return None
    return (
        f"By now every output is 0.5 to within {number_text(GIVEN_UP)}: the line has given up. "
        "Each example’s loss is ½ · 0.5² = 0.125, and so is their mean."
    )


@cache
def _on_xor() -> PerceptronRun:
    return perceptron_run(make("xor"))


def _perceptron_sentence(run: PerceptronRun) -> str:
    last = run.changes[-1]
    again = sum(change.sweep == run.sweeps for change in run.changes)
    weights = ", ".join(map(number_text, (*last.weights, last.bias)))
    return (
        f"After sweep {run.sweeps} the weights w₁, w₂, b are {weights}, as they were before it. So "
        f"every sweep from here on makes the same {again} mistakes, one at each example, for ever."
    )
