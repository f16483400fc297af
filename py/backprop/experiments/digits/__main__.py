"""The command `python -m backprop.experiments.digits`: the first layer's gradient by epoch."""

from __future__ import annotations

import argparse

from backprop.experiments.progress import ProgressBar

from .digits import STARTS, Setting, run
from .printed_table import table


def main() -> None:
    """Read the options, train from each seed and print the table."""
    normal = Setting()
    parser = argparse.ArgumentParser(
        prog="python -m backprop.experiments.digits",
        description="Handwritten digits: the first layer's gradients while a network learns.",
    )
    parser.add_argument("--seeds", type=int, default=20, help="how many starts")
    parser.add_argument("--epochs", type=int, default=30, help="epochs of each")
    parser.add_argument("--hidden-units", type=int, default=normal.hidden_units)
    parser.add_argument("--activation", default=normal.activation)
    parser.add_argument("--start", default=normal.start, help=", ".join(STARTS))
    parser.add_argument("--learning-rate", type=float, default=normal.learning_rate)
    parser.add_argument("--batch-size", type=int, default=normal.batch_size)
    chosen = vars(parser.parse_args())
    seeds, epochs = chosen.pop("seeds"), chosen.pop("epochs")
    if seeds < 1:
        parser.error("seeds must be at least 1")
    bar, runs = ProgressBar("digits"), []
    try:
        setting = Setting(**chosen)
        for seed in range(seeds):
            runs.append(run(seed, setting, epochs))
            bar(seed + 1, seeds)
    except ValueError as refusal:
        parser.error(str(refusal))
    print(table(runs))  # noqa: T201 - printing is how a command talks


if __name__ == "__main__":
    main()
