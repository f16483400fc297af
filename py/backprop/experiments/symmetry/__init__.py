"""Symmetry detection, as the paper of 1986 describes it; `run` trains it from many starts."""

from .symmetry import (
    RATIOS,
    SymmetryRun,
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
    "network",
    "pair_sizes",
    "patterns",
    "ratio_of",
    "run",
    "table",
]
