"""What the command prints of some runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import count_text, number_text, percent_text
from backprop.experiments.quantiles import quantile

from .examples import HELD_OUT
from .people import questions
from .traits import TRAITS, trait_correlations, trait_shares

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .family import FamilyRun


def table(runs: Sequence[FamilyRun]) -> str:
    """A line for each start, and what they have in common.

    Args:
        runs: of one recipe, one or more, all of as many sweeps.
    """
    trained = len(questions()) - HELD_OUT
    lines = [f"seed  of {trained} trained  of {HELD_OUT} held out  " + "  ".join(TRAITS)]
    for run in runs:
        strongest = (max(map(abs, each)) for each in trait_correlations(run).values())
        cells = (
            number_text(r, 2).rjust(len(name)) for r, name in zip(strongest, TRAITS, strict=True)
        )
        lines.append(
            f"{run.seed:>4}  {run.trained_right:>14}  {run.held_out_right:>13}  {'  '.join(cells)}"
        )
    right = [run.trained_right for run in runs]
    aside = [run.held_out_right for run in runs]
    solved = [run for run in runs if run.trained_right == trained]
    all_of_both = sum(run.held_out_right == HELD_OUT for run in solved)
    ended = f"After {count_text(runs[0].sweep)} sweeps {len(solved)} of {len(runs)} starts answer"
    known = (
        f"all {trained} trained questions; the median answers {number_text(quantile(right, 0.5))}."
    )
    mean = number_text(float(np.mean(aside)), 3)
    others = f"Of the {HELD_OUT} held out, {mean} on average; all of them in {all_of_both} starts."
    lines += ["", f"{ended} {known}", others]
    if solved:
        shares = (f"{n} in {percent_text(share, 2)}" for n, share in trait_shares(solved).items())
        lines.append(f"Of the starts that answer all, a unit stands for {', '.join(shares)}.")
    return "\n".join(lines)
