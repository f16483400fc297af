"""The column of targets in a reader's table: numbers, or two names that stand for 0 and 1."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from backprop.core.number_text import number_text
from backprop.message.table_text import TableError, number_in

from .columns import Columns, shortened

SIDES = frozenset({-1.0, 1.0})
NAMES_OF_ZERO = frozenset(
    {"0", "f", "false", "falsch", "faux", "n", "negative", "nein", "no", "non", "off"}
)
"""Of two names, the one that is 0 even where the alphabet would have it second."""


class Targets(NamedTuple):
    """A target for each row, and a sentence on what they stand for, empty where there is no need.

    The values are from 0 to 1, or all −1 and 1.
    """

    values: list[float]
    sentence: str


def targets_of(columns: Columns, column: int) -> Targets:
    """Read the targets of a table.

    Two whole numbers that follow each other, such as 1 and 2, and two names become 0 and 1.

    Raises:
        TableError: there are others, or one is missing; the message names line and column.
    """
    cells = columns.cells(column)
    numbers = [number_in(cell, columns.separator) for cell in cells]
    found = [number for number in numbers if number is not None]
    if not found and all(cells):
        return _named(columns, column, cells)
    if len(found) == len(cells) and set(found) == SIDES:
        return Targets(found, "Targets of −1 and 1 stay so for tanh and linear outputs.")
    if len(found) == len(cells) and len(set(found)) == 2:
        low, high = sorted(set(found))
        if high == low + 1 and low == int(low) and (low, high) != (0, 1):
            sentence = f"The target {number_text(low)} is taken as 0, {number_text(high)} as 1."
            return Targets([number - low for number in found], sentence)
    for row, cell, number in zip(columns.rows, cells, numbers, strict=True):
        if cell and not found:
            continue  # names, and an empty cell further down
        place = f"Line {row.line}, column {column + 1} (the target)"
        if number is None:
            shown = f"“{shortened(cell)}” is no number" if cell else "nothing stands there"
            raise TableError(f"{place}: {shown}.")
        if not 0 <= number <= 1:
            also = "; beside it all others have to be 1" if number == -1 else ""
            raise TableError(f"{place}: {number_text(number)} is outside 0 to 1{also}.")
    return Targets(found, "")


def are_two_sided(values: object) -> bool:
    """Whether targets are −1 and 1, and not from 0 to 1."""
    return bool((np.asarray(values) < 0).any())


def _named(columns: Columns, column: int, cells: list[str]) -> Targets:
    names = list(dict.fromkeys(cells))
    if len(names) == 1:
        raise TableError(
            f"Column {column + 1} (the target) holds “{shortened(names[0])}” in every line: there "
            "is nothing to tell apart."
        )
    if len(names) > 2:
        row = columns.rows[cells.index(names[2])]
        raise TableError(
            f"Line {row.line}, column {column + 1} (the target): “{shortened(names[2])}” is a "
            "third name; one output tells two apart."
        )
    zero, one = sorted(names, key=lambda name: (name.casefold() not in NAMES_OF_ZERO, name))
    sentence = f"“{shortened(zero)}” is taken as the target 0, “{shortened(one)}” as 1."
    return Targets([float(cell == one) for cell in cells], sentence)
