"""The command `python -m backprop.experiments.luck`: a line for each setting."""

from __future__ import annotations

import argparse
from dataclasses import fields
from typing import Any

from backprop.experiments.progress import ProgressBar

from .luck import LuckRun, Setting, sweep, table

WHOLE = ("examples", "hidden_units")
WORDS = ("dataset", "activation")


def main() -> None:
    """Read the options, train every setting and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m backprop.experiments.luck",
        description="One setting from many starts, or a map of settings: up to two of these "
        "options take several values, with commas between them.",
    )
    parser.add_argument("--starts", type=int, default=1_000, help="seeds, counted from 0")
    parser.add_argument("--epochs", type=int, default=1_000, help="then a start counts as stuck")
    for one in fields(Setting):
        name = one.name.replace("_", "-")
        parser.add_argument(f"--{name}", metavar="VALUE[,VALUE]", help=f"else {one.default}")
    chosen = vars(parser.parse_args())
    starts, epochs = chosen.pop("starts"), chosen.pop("epochs")
    bar, done = ProgressBar("luck"), list[LuckRun]()
    try:
        given = {name: values_of(name, text) for name, text in chosen.items() if text is not None}
        several = {name: values for name, values in given.items() if len(values) > 1}
        cells = 1
        for values in several.values():
            cells *= len(values)
        fixed = Setting(**{name: values[0] for name, values in given.items()})
        for run in sweep(fixed, several, starts, epochs):
            done.append(run)
            bar(len(done), cells)
    except ValueError as refusal:
        parser.error(str(refusal))
    print(table(done))  # noqa: T201 - printing is how a command talks


def values_of(name: str, text: str) -> list[Any]:
    """The values of an option, as the field of that name has them."""
    kind = str if name in WORDS else int if name in WHOLE else float
    return [kind(part) for part in text.split(",")]


if __name__ == "__main__":
    main()
