"""The command `python -m backprop.experiments.family`: a line for each start, then the sums."""

from __future__ import annotations

import argparse

from backprop.experiments.progress import ProgressBar

from .family import run
from .printed_table import table
from .recipes import RECIPES


def main() -> None:
    """Read the options, train from each seed and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m backprop.experiments.family",
        description="Family trees from many starts, by one of four recipes.",
    )
    parser.add_argument("--recipe", default="repaired", choices=RECIPES)
    parser.add_argument("--seeds", type=int, default=24, help="how many starts")
    parser.add_argument("--sweeps", type=int, help="sweeps of each start; else the recipe's")
    chosen = parser.parse_args()
    try:
        runs = run(chosen.recipe, chosen.seeds, chosen.sweeps, ProgressBar("family"))
    except ValueError as refusal:
        parser.error(str(refusal))
    print(table(runs))  # noqa: T201 - printing is how a command talks


if __name__ == "__main__":
    main()
