"""What the six units of a person have come to stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .examples import PERSON_UNITS
from .people import PEOPLE, branch, generation, is_english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backprop.core.rules import Array

    from .family import FamilyRun

TRAITS = {"nationality": is_english, "generation": generation, "branch": branch}
"""What a unit of a person may have come to stand for."""

STANDS_FOR = 0.8
"""The size of a correlation above which a unit is said to stand for a trait."""


def trait_correlations(state: FamilyRun) -> dict[str, list[float]]:
    """How the weights from the 24 people to each of the six units go with what people are.

    Returns:
        For each of `TRAITS` Pearson's r of every unit, −1 to 1; 0 for a unit whose weights are all
        the same.
    """
    weights = state.network.weights[0][: len(PEOPLE), :PERSON_UNITS]
    return {
        name: _correlations(weights, np.array([float(trait(person)) for person in PEOPLE]))
        for name, trait in TRAITS.items()
    }


def _correlations(columns: Array, values: Array) -> list[float]:
    apart, others = columns - columns.mean(axis=0), values - values.mean()
    sizes = np.sqrt((apart**2).sum(axis=0) * (others**2).sum())
    return [float(r) for r in others @ apart / np.where(sizes == 0, 1, sizes)]


def trait_shares(runs: Sequence[FamilyRun]) -> dict[str, float]:
    """The share of runs, 0 to 1, in which some unit of a person stands for each trait.

    Args:
        runs: one or more.
    """
    found = [trait_correlations(run) for run in runs]
    return {
        name: float(np.mean([max(map(abs, each[name])) > STANDS_FOR for each in found]))
        for name in TRAITS
    }
