"""A reader's examples in two parts, trained on and held out, on the scale that is trained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.datasets import Dataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backprop.core.rules import Array

SPLIT_SEED = 0
"""Draws which examples are held out: always the same ones, so that runs can be compared."""

ROUNDING = 1e-12
"""A deviation of this part of the largest value is an error of rounding."""
SMALLEST = 1e-100
"""Divided by less, inputs that were held out could leave a float64's range."""


@dataclass(frozen=True)
class Scaling:
    """What standardises inputs: x becomes (x − mean) ÷ deviation, column by column.

    Attributes:
        mean: `(n_in,)`, of the examples trained on.
        deviation: `(n_in,)`, their standard deviation (divided by their number, not by one less); 1
            for a column of a single value, or of values that only rounding tells apart.
    """

    mean: Array
    deviation: Array

    def apply(self, inputs: Array) -> Array:
        """Inputs `(examples, n_in)` on the scale that is trained."""
        scaled: Array = (inputs - self.mean) / self.deviation
        return scaled


@dataclass(frozen=True)
class Parts:
    """A set of examples as it is trained on.

    Attributes:
        whole: all examples, their inputs as they were given.
        kept: the rows trained on, `(kept,)`.
        rows: the rows held out, `(held out,)`.
        everywhere: the inputs of all rows as the network gets them.
        training: the examples trained on, with such inputs.
        held_out: the others, or None.
        scaling: what was done to the inputs, or None.
    """

    whole: Dataset
    kept: NDArray[np.intp]
    rows: NDArray[np.intp]
    everywhere: Array
    training: Dataset
    held_out: Dataset | None
    scaling: Scaling | None

    @property
    def middle(self) -> float:
        """The output between the two answers, by all targets."""
        return self.whole.middle


def parts_of(whole: Dataset, held_out_percent: int, standardise: bool) -> Parts:
    """Hold out a part of a set, and standardise its inputs by those that are left.

    Args:
        whole: at least two examples.
        held_out_percent: 0 to 50. More than 0 holds out one example at least.
        standardise: whether each column of inputs gets the mean 0 and the deviation 1.
    """
    count = len(whole)
    kept = np.arange(count)
    rows = kept[:0]
    if held_out_percent:
        number = min(count - 1, max(1, round(count * held_out_percent / 100)))
        numbered = Dataset("rows", kept[:, None].astype(np.float64), whole.targets)
        kept, rows = (
            part.inputs[:, 0].astype(np.intp) for part in numbered.split(number, SPLIT_SEED)
        )
    scaling = _scaling(whole.inputs[kept]) if standardise else None
    everywhere = scaling.apply(whole.inputs) if scaling else whole.inputs
    training = Dataset(whole.name, everywhere[kept], whole.targets[kept])
    held_out = None
    if rows.size:
        held_out = Dataset(f"{whole.name}, held out", everywhere[rows], whole.targets[rows])
    return Parts(whole, kept, rows, everywhere, training, held_out, scaling)


def _scaling(inputs: Array) -> Scaling:
    mean, deviation = inputs.mean(axis=0), inputs.std(axis=0)
    least = np.maximum(ROUNDING * abs(inputs).max(axis=0), SMALLEST)
    return Scaling(mean, np.where(deviation > least, deviation, 1.0))
