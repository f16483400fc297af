"""The command `python -m backprop.experiments.symmetry`: a line for each start, then the sums."""

from __future__ import annotations

import argparse

from backprop.experiments.progress import ProgressBar

from .symmetry import run, table


def main() -> None:
    """Read the options, run the experiment and print its table."""
    parser = argparse.ArgumentParser(
        prog="python -m backprop.experiments.symmetry",
        description="Symmetry detection from many starts.",
    )
    parser.add_argument("--seeds", type=int, default=200, help="how many starts")
    parser.add_argument("--sweeps", type=int, default=20_000, help="sweeps of each start")
    parser.add_argument("--signed", action="store_true", help="inputs of -1 and 1")
    chosen = parser.parse_args()
    try:
        runs = run(
            chosen.seeds, chosen.sweeps, signed=chosen.signed, progress=ProgressBar("symmetry")
        )
    except ValueError as refusal:
        parser.error(str(refusal))
    print(table(runs))  # noqa: T201 - printing is how a command talks


if __name__ == "__main__":
    main()
