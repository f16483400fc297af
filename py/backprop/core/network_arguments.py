"""What a network is made of and is given, if it makes sense; each error names the argument."""

from __future__ import annotations

from math import isfinite
from operator import index
from typing import TYPE_CHECKING

import numpy as np

from .rules import ACTIVATIONS, LOSSES, LOSSES_FOR_OUTPUT, Array

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

REDUCTIONS = ("mean", "sum")


def as_numbers(values: npt.ArrayLike, name: str) -> Array:
    """Lists, arrays, frames of pandas, tensors of PyTorch and all that has `__array__`, as float64.

    Raises:
        ValueError: there is something else than numbers, or rows differ in length.
    """
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError, RuntimeError) as problem:
        wrong = _what_is_wrong(values) or f": {problem}"
        raise ValueError(f"{name} must be numbers in rows of one length{wrong}") from None


def _what_is_wrong(values: object) -> str | None:
    if isinstance(values, str):
        return f", not the text {values[:20]!r}"
    if not isinstance(values, (list, tuple)):
        return None
    lengths = {len(row) if isinstance(row, (list, tuple)) else None for row in values}
    if len(lengths) > 1:
        told = ["a number" if length is None else str(length) for length in lengths]
        return f", not of {' and '.join(sorted(told))}"
    return next((wrong for wrong in map(_what_is_wrong, values) if wrong), None)


def checked_reduction(reduction: str) -> str:
    """`mean` or `sum`."""
    if reduction not in REDUCTIONS:
        raise ValueError(f"reduction must be 'mean' or 'sum', not {reduction!r}")
    return reduction


def checked_range(initial_range: float) -> float:
    """A finite number from 0 up; a zero may come with a minus sign."""
    if not (isfinite(initial_range) and initial_range >= 0):
        raise ValueError(f"initial_range must be a finite number from 0 up: {initial_range!r}")
    return abs(initial_range)


def checked_sizes(layer_sizes: Sequence[int]) -> tuple[int, ...]:
    """Two layers or more, each of one unit or more."""
    try:
        sizes = tuple(index(size) for size in layer_sizes)
    except TypeError:
        raise ValueError(f"layer_sizes must be whole numbers: {layer_sizes!r}") from None
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(f"layer_sizes needs two layers or more of at least one unit: {sizes}")
    return sizes


def checked_activations(activations: str | Sequence[str], layers: int) -> tuple[str, ...]:
    """A known name for each layer after the input; softmax for the last alone."""
    names = (activations,) * layers if isinstance(activations, str) else tuple(activations)
    if len(names) != layers:
        raise ValueError(f"activations needs one name, or {layers}, not {len(names)}")
    for name in names:
        if name not in ACTIVATIONS:
            raise ValueError(f"activations must be among {', '.join(ACTIVATIONS)}, not {name!r}")
    if "softmax" in names[:-1]:
        raise ValueError("activations: softmax is for the output layer only")
    return names


def checked_loss(loss: str, output_activation: str) -> str:
    """A known name that goes with the activation of the outputs."""
    if loss not in LOSSES:
        raise ValueError(f"loss must be among {', '.join(LOSSES)}, not {loss!r}")
    if loss not in LOSSES_FOR_OUTPUT[output_activation]:
        raise ValueError(f"loss {loss} makes no sense with a {output_activation} output")
    return loss
