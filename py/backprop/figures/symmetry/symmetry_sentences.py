"""What is said of a moment of a run, of its end, and of a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.number_text import NO_BREAK, count_text, number_text, percent_text
from backprop.experiments.symmetry import patterns
from backprop.experiments.symmetry.symmetry import PUBLISHED_SWEEPS

if TYPE_CHECKING:
    from backprop.experiments.symmetry import Moment, Trajectory

    from .halves import Halves

CANCELLED = 0.05
"""Halves cancel where what they leave is less than this share of the larger one."""

ALL = len(patterns())
PAIRS = ("outermost", "middle", "innermost")


def told_moment(kept: Moment, mirror: float) -> str:
    """How far a run has come, with the share of its weights that is equal and opposite."""
    loss = number_text(float(kept.state.losses[0]), 3)
    right = f"all {ALL}" if kept.right == ALL else f"{kept.right} of the {ALL}"
    return (
        f"After {count_text(kept.state.sweep)} sweeps the loss is {loss}, and {right} patterns "
        f"are right. Mirror symmetry of the weights: {percent_text(mirror, 3)}."
    )


def ending(run: Trajectory) -> str:
    """What became of the start: when it was solved, and by which of the two solutions."""
    end, last = run.end, run.moments[-1].state
    if end.sweeps is None:
        rests = f"the loss {'rests' if run.is_done else 'is'} at {number_text(end.loss, 3)}"
        return f"Not solved by {count_text(last.sweep)} sweeps: {rests}."
    solved = f"Solved after {count_text(end.sweeps)} sweeps, {_against_paper(end.sweeps)}."
    if end.ratio is None:
        return f"{solved} The three pairs of mirror weights are not in their ratio yet."
    rising = sorted(zip(end.order, PAIRS, strict=True))
    order, ratio = ", ".join(name for _, name in rising), end.ratio.replace(" ", NO_BREAK)
    return (
        f"{solved} The sizes of the three mirror pairs are as {ratio}. "
        f"From small to large they are {order}: one of six possible orders."
    )


def _against_paper(sweeps: int) -> str:
    published = f"{count_text(PUBLISHED_SWEEPS)} of the paper's run"
    if sweeps == PUBLISHED_SWEEPS:
        return f"exactly the {published}"
    many = count_text(abs(sweeps - PUBLISHED_SWEEPS))
    return f"{many} {'more' if sweeps > PUBLISHED_SWEEPS else 'fewer'} than the {published}"


def told_pattern(shown: Halves, is_symmetric: bool) -> str:
    """What the halves of a pattern leave at each hidden unit, and what the network makes of it."""
    cancel = [_cancel(*halves) for halves in shown.halves]
    on = [unit + 1 for unit, activation in enumerate(shown.activations) if activation > 0.5]
    kind = "This pattern is symmetric." if is_symmetric else "This pattern is not symmetric."
    if all(cancel):
        left = "Its halves cancel at both hidden units, and only the biases are left."
    elif any(cancel):
        unit = cancel.index(True) + 1
        left = f"Its halves cancel at hidden unit {unit}, and not at the other."
    else:
        left = "Its halves do not cancel."
    units = {
        0: "Both hidden units stay off",
        1: f"Hidden unit {on[0] if on else 0} turns on",
        2: "Both hidden units turn on",
    }[len(on)]
    says = shown.output > 0.5
    verdict = "symmetric" if says else "not symmetric"
    right = "right" if says == is_symmetric else "wrong"
    return (
        f"{kind} {left} {units}, and the output is {number_text(shown.output, 3)}: "
        f"{verdict}, which is {right}."
    )


def _cancel(left: float, right: float) -> bool:
    return abs(left + right) <= CANCELLED * max(abs(left), abs(right))
