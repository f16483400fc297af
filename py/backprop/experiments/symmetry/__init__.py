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

__all__ = [
    "RATIOS",
    "SymmetryRun",
    "SymmetryState",
    "begin",
    "go_on",
    "mirror_errors",
    "network",
    "pair_sizes",
    "patterns",
    "ratio_of",
    "run",
    "table",
]
