"""A reader's own examples: a table of two inputs and one target, pasted or dropped as text.

What a spreadsheet or a text editor gives is taken: commas, semicolons or tabs between columns, a
first line of names, decimal commas where the comma parts no columns. Whatever cannot be used is
refused with its line and column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core import limits
from backprop.core.number_text import count_text, number_text
from backprop.message.field import Refusal
from backprop.message.table_text import (
    SEPARATORS,
    Row,
    Table,
    TableError,
    number_in,
    read_table,
    target_is_first,
)

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.message.field import Field

LONGEST_TEXT = 400_000
COLUMNS = ("the first input", "the second input", "the target")
WIDE = 10.0
"""Inputs beyond this leave a sigmoid with hardly any slope."""


@dataclass(frozen=True)
class OwnDataRequest:
    """A text that may hold a table."""

    text: str


def read(message: Field) -> OwnDataRequest:
    """An `own_data` message: `text`."""
    message.shape(("kind", "text"))
    text = message["text"]
    if type(text.value) is not str:
        raise text.refusal("must be a text")
    if len(text.value) > LONGEST_TEXT:
        raise _refusal(
            f"That is more text than {count_text(LONGEST_TEXT)} characters.", "too_large"
        )
    return OwnDataRequest(text.value)


def answer(request: OwnDataRequest) -> dict[str, Any]:
    """The examples as one flat list, and a sentence about them."""
    examples = table(request.text)
    ones = int((examples[:, 2] >= 0.5).sum())
    sentence = (
        f"{count_text(len(examples))} examples, {count_text(ones)} of them with a target of 0.5 "
        "or more."
    )
    if np.abs(examples[:, :2]).max() > WIDE:
        sentence += " Inputs this large leave little slope: from −1 to 1 a network learns sooner."
    return {
        "kind": "own_data",
        "points": examples.ravel().tolist(),
        "count": len(examples),
        "sentence": sentence,
    }


def table(text: str) -> Array:
    """The rows of a text as numbers, `(examples, 3)`.

    Raises:
        Refusal: there is no such table in it; the sentence names line and column.
    """
    try:
        found = read_table(text)
    except TableError as problem:
        raise _refusal(str(problem)) from None
    rows, separator = _in_order(found), found.separator
    limit = limits.LIMITS["examples"]
    if not limit.minimum <= len(rows) <= limit.maximum:
        for row in rows[:1]:  # two columns are the likelier reason, where there are two
            _example(row, separator)
        span = f"{count_text(limit.minimum)} to {count_text(limit.maximum)}"
        examples = "1 example" if len(rows) == 1 else f"{count_text(len(rows))} examples"
        raise _refusal(
            f"It has {examples}; {span} can be used.",
            "too_large" if len(rows) > limit.maximum else "bad_value",
        )
    return np.array([_example(row, separator) for row in rows])


def _in_order(found: Table) -> list[Row]:
    """The rows with the target last, where the names of the columns say that it is first."""
    if not target_is_first(found.names):
        return found.rows
    return [
        Row(line, [*cells[1:], cells[0]] if len(cells) == len(COLUMNS) else cells)
        for line, cells in found.rows
    ]


def _example(row: Row, separator: str) -> list[float]:
    line, cells = row
    while len(cells) > len(COLUMNS) and not cells[-1]:
        cells = cells[:-1]
    if len(cells) != len(COLUMNS):
        columns = "1 column" if len(cells) == 1 else f"{len(cells)} columns"
        raise _refusal(
            f"Line {line} has {columns} between its {SEPARATORS[separator]}; it needs 3: "
            "two inputs and a target."
        )
    return [_value(line, column, cell, separator) for column, cell in enumerate(cells)]


def _value(line: int, column: int, cell: str, separator: str) -> float:
    place = f"Line {line}, column {column + 1} ({COLUMNS[column]})"
    value = number_in(cell, separator)
    if value is None:
        shown = f"“{cell[:20]}” is no number" if cell else "nothing stands there"
        raise _refusal(f"{place}: {shown}.")
    limit = limits.LIMITS["probability" if column == 2 else "coordinate"]
    if not limit.minimum <= value <= limit.maximum:
        advice = " Write −1 as 0." if column == 2 and value == -1 else ""
        raise _refusal(
            f"{place}: {number_text(value)} is outside {count_text(limit.minimum)} to "
            f"{count_text(limit.maximum)}.{advice}",
        )
    return value


def _refusal(sentence: str, code: str = "bad_value") -> Refusal:
    return Refusal(code, sentence, "text")
