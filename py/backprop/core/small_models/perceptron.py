"""Rosenblatt's perceptron rule: nothing happens but at a mistake, and each mistake moves the line.

A perceptron answers 1 where w·x + b > 0 and 0 elsewhere. After a wrong answer, and only then,
w ← w + (t − ŷ) x and b ← b + (t − ŷ). Where some line has every example right the rule finds one
after finitely many mistakes. Where none has, it never rests; with whole numbers for inputs the
weights stay bounded (Block and Levin, 1970), so they come back to values they have had, and from
there on go round for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backprop.core.datasets import Dataset

MOST_SWEEPS = 1_000


@dataclass(frozen=True)
class Change:
    """One mistake, and the weights after it."""

    sweep: int
    """Counted from 1."""
    inputs: tuple[int, ...]
    target: int
    answer: int
    weights: tuple[int, ...]
    bias: int


@dataclass(frozen=True)
class PerceptronRun:
    """What the rule does from zero weights, until it rests or a sweep begins as one before."""

    changes: tuple[Change, ...]
    solved: bool
    repeats_from: int | None
    """The sweep that begins with the same weights as the one after the last told."""
    sweeps: int


def perceptron_run(dataset: Dataset) -> PerceptronRun:
    """Run the rule on examples of whole numbers, in their order, again and again.

    Args:
        dataset: inputs of any width, one target of 0 or 1 each; fractions are cut off.

    Raises:
        ValueError: neither rest nor repetition within `MOST_SWEEPS` sweeps.
    """
    examples = [
        (tuple(map(int, x)), int(t[0]))
        for x, t in zip(dataset.inputs.tolist(), dataset.targets.tolist(), strict=True)
    ]
    w, b = [0] * dataset.inputs.shape[1], 0
    seen: dict[tuple[int, ...], int] = {}
    changes: list[Change] = []
    for sweep in range(1, MOST_SWEEPS + 1):
        begun = (*w, b)
        if begun in seen:
            return PerceptronRun(tuple(changes), False, seen[begun], sweep - 1)
        seen[begun] = sweep
        before = len(changes)
        for x, t in examples:
            answer = int(sum(w_i * x_i for w_i, x_i in zip(w, x, strict=True)) + b > 0)
            if answer == t:
                continue
            w = [w_i + (t - answer) * x_i for w_i, x_i in zip(w, x, strict=True)]
            b += t - answer
            changes.append(Change(sweep, x, t, answer, tuple(w), b))
        if len(changes) == before:
            return PerceptronRun(tuple(changes), True, None, sweep)
    raise ValueError(f"The rule has neither rested nor repeated itself in {MOST_SWEEPS} sweeps.")
