"""Symmetry detection, as the paper of 1986 describes it; `run` trains it from many starts."""

from backprop.experiments.quantiles import quantile

from .symmetry import (
    PUBLISHED_SWEEPS,
    RATIOS,
    SymmetryRun,
    SymmetryState,
    begin,
    go_on,
    mirror_errors,
    network,
    pair_sizes,
    patterns,
    ratio_of,
    run,
    table,
)
from .trajectory import MOST_SWEEPS, SETTLED, Moment, Trajectory, trained, trajectory

__all__ = [
    "MOST_SWEEPS",
    "PUBLISHED_SWEEPS",
    "RATIOS",
    "SETTLED",
    "Moment",
    "SymmetryRun",
    "SymmetryState",
    "Trajectory",
    "begin",
    "go_on",
    "mirror_errors",
    "network",
    "pair_sizes",
    "patterns",
    "quantile",
    "ratio_of",
    "run",
    "table",
    "trained",
    "trajectory",
]
