"""What the command prints of some runs."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import number_text, percent_text
from backprop.experiments.quantiles import quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .digits import DigitsRun

SPANS = ((1, 1), (2, 3), (10, 10), (30, 30))
"""Epochs that are told, from the first to the last of each span."""

ROWS = {
    "norm over the whole set": "whole_norm",
    "norm of one batch's": "batch_norm",
    "spread of these (sd/mean)": "batch_spread",
    "cosine with the whole set's": "cosine_to_whole",
    "cosine of one with the next": "successive_cosine",
    "sign flips of a weight's": "sign_flips",
    "a weight's mean over its sd": "signal",
}
"""What is told of an epoch, and the field of `EpochRecord` that says it."""


def median_of(runs: Sequence[DigitsRun], name: str, first: int, last: int) -> float:
    """The median over some runs of a field's mean from epoch `first` to `last`, from 1 on."""
    means = [np.mean([getattr(r, name) for r in run.records[first - 1 : last]]) for run in runs]
    return quantile(means, 0.5)


def table(runs: Sequence[DigitsRun]) -> str:
    """The first layer's gradient over the epochs, medians of all runs, and how they ended.

    Args:
        runs: of one setting, one or more, all of as many epochs.
    """
    spans = [span for span in SPANS if span[1] <= runs[0].epoch]
    names = [str(a) if a == b else f"{a}-{b}" for a, b in spans]
    lines = [f"{'gradient of the first layer, epoch':<34}" + "".join(f"{n:>9}" for n in names)]
    for words, name in ROWS.items():
        values = [median_of(runs, name, *span) for span in spans]
        texts = ["-" if isnan(value) else number_text(value, 3) for value in values]
        lines.append(f"{words:<34}" + "".join(f"{text:>9}" for text in texts))
    ended = [run.records[-1] for run in runs if run.records]
    if ended:
        right = [record.aside_accuracy for record in ended]
        dead = sum(len(record.dead_units) for record in ended)
        median, lowest = (percent_text(x, 3) for x in (quantile(right, 0.5), min(right)))
        lines += ["", f"Right of the images kept aside: median {median}, lowest {lowest}."]
        lines += [f"Dead units at the end, of all runs: {dead}."]
    return "\n".join(lines)
