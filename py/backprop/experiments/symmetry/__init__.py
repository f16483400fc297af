"""Symmetry detection, as the paper of 1986 describes it; `run` trains it from many starts."""

from .symmetry import (
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
from .trajectory import Moment, Trajectory, trained, trajectory

__all__ = [
    "RATIOS",
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
    "ratio_of",
    "run",
    "table",
    "trained",
    "trajectory",
]
