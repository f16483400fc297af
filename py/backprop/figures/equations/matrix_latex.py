"""Matrices, rows and the letters that stand for them, in LaTeX."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from backprop.core.rules import Array
from backprop.explain.formula import FormulaPart, Role, number, part

DIGITS = 3
"""Significant digits of an entry, so that a matrix stays narrow."""


def matrix(values: Array, place: Callable[[int, int], str], role: Role) -> list[FormulaPart]:
    """The entries of a 2-D array in square brackets.

    Args:
        values: `(rows, columns)`.
        place: from row and column to the place that an entry is drawn at.
        role: what colours them.
    """
    pieces = [part(r"\begin{bmatrix} ")]
    rows: Sequence[Sequence[float]] = values.tolist()
    for i, row in enumerate(rows):
        pieces += [part(r" \\ ")] if i else []
        for j, value in enumerate(row):
            pieces += [part(" & ")] if j else []
            pieces.append(short_number(value, place(i, j), role))
    return [*pieces, part(r" \end{bmatrix}")]


def row_matrix(values: Array, place: str, role: Role) -> list[FormulaPart]:
    """A row vector, `(units,)` or `(1, units)`; `place` ends where the unit's number goes."""
    return matrix(np.atleast_2d(values), lambda _, unit: f"{place}{unit}", role)


def bold(letter: str, layer: int, role: Role | None = "weight") -> FormulaPart:
    """A whole layer's quantity: a bold letter with the layer's number above."""
    latex = letter if letter.startswith("\\") else rf"\mathbf{{{letter}}}"
    return part(rf"{latex}^{{({layer})}}", role=role)


def short_number(value: float, place: str, role: Role | None = None) -> FormulaPart:
    """A number as an entry shows it."""
    return part(number(value, DIGITS).latex, place, role)
