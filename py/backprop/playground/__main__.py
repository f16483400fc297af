"""`python -m backprop.playground LINK --epochs 100`: the losses of a link as a table."""

from __future__ import annotations

import argparse
import sys

from backprop.core.number_text import count_text

from . import from_link

ROWS = 10
"""Of the table, besides the first and the last."""


def main(arguments: list[str] | None = None) -> int:
    """Print the losses, and what was not taken over; 2 if the text is no link."""
    parser = argparse.ArgumentParser(prog="python -m backprop.playground", description=__doc__)
    parser.add_argument("link", help="of TensorFlow Playground, or the part behind its #")
    parser.add_argument("--epochs", type=int, default=100, help="how many to train (100)")
    chosen = parser.parse_args(arguments)
    try:
        playground = from_link(chosen.link)
        rows = [(0, playground.training_loss, playground.test_loss)]
        curve = playground.run(chosen.epochs, measure_every=max(1, chosen.epochs // ROWS))
    except ValueError as problem:
        parser.error(str(problem))
    rows += zip(curve.epochs, curve.training, curve.test, strict=True)
    out = sys.stdout
    for sentence in playground.not_taken_over:
        out.write(f"Not taken over: {sentence}\n")
    out.write(f"{'epoch':>9}  {'training loss':<22}  test loss\n")
    for epoch, training, test in rows:
        out.write(f"{count_text(epoch):>9}  {float(training)!r:<22}  {float(test)!r}\n")
    if curve.ended:
        out.write(f"{curve.ended}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
