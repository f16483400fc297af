"""A reader's own examples: a table of two inputs and one target, pasted or dropped as text.

What a spreadsheet or a text editor gives is taken: commas, semicolons or tabs between columns, a
first line of names, decimal commas where the comma parts no columns. Whatever cannot be used is
refused with its line and column.
"""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core import limits
from backprop.core.number_text import count_text, number_text
from backprop.message.field import Refusal

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.message.field import Field

LONGEST_TEXT = 400_000
COLUMNS = ("the first input", "the second input", "the target")
TARGET_NAMES = frozenset({"t", "y", "target", "label", "class", "output", "klasse", "ziel"})
"""What the column of targets is called in a first line of names, by those who put it first."""
WORKBOOK = "PK\x03\x04"
"""How a spreadsheet program's own file begins: it is a zip archive."""
SEPARATORS = {"\t": "tabs", ";": "semicolons", ",": "commas"}
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
    if text.startswith(WORKBOOK):
        raise _refusal("That is a workbook: save it as CSV, or copy its cells and paste them here.")
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip(" \t,;\ufeff")]
    if lines and re.fullmatch(r"\ufeff?sep=.", lines[0][1].strip(), re.IGNORECASE):
        del lines[0]  # a spreadsheet program's own note on what parts the columns
    if not lines:
        raise _refusal("There are no examples in it: each line needs two inputs and a target.")
    separator = _separator(lines[0][1])
    rows = [(n, _cells(n, line, separator)) for n, line in lines]
    if not any(_number(cell, separator) is not None for cell in rows[0][1]):
        rows = _in_order(rows[0][1], rows[1:])
    limit = limits.LIMITS["examples"]
    if not limit.minimum <= len(rows) <= limit.maximum:
        for line, cells in rows[:1]:  # two columns are the likelier reason, where there are two
            _example(line, cells, separator)
        span = f"{count_text(limit.minimum)} to {count_text(limit.maximum)}"
        examples = "1 example" if len(rows) == 1 else f"{count_text(len(rows))} examples"
        raise _refusal(
            f"It has {examples}; {span} can be used.",
            "too_large" if len(rows) > limit.maximum else "bad_value",
        )
    return np.array([_example(line, cells, separator) for line, cells in rows])


def _in_order(names: list[str], rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows under a line of names with the target last, where the names say that it is first."""
    if len(names) != len(COLUMNS) or names[0].casefold() not in TARGET_NAMES:
        return rows
    if names[-1].casefold() in TARGET_NAMES:
        return rows
    return [
        (line, [*cells[1:], cells[0]] if len(cells) == len(COLUMNS) else cells)
        for line, cells in rows
    ]


def _separator(line: str) -> str:
    for separator in SEPARATORS:
        if separator in line:
            return separator
    raise _refusal("Line 1 has one column: put commas, semicolons or tabs between three columns.")


def _cells(number: int, line: str, separator: str) -> list[str]:
    try:
        (cells,) = csv.reader([line.lstrip("\ufeff")], delimiter=separator)
    except csv.Error:
        raise _refusal(f"Line {number} is no line of a table.") from None
    return [cell.strip() for cell in cells]


def _example(line: int, cells: list[str], separator: str) -> list[float]:
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
    value = _number(cell, separator)
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


def _number(cell: str, separator: str) -> float | None:
    """The finite number that a cell holds; a decimal comma counts where no comma parts columns."""
    text = cell.replace("−", "-")
    if separator != ",":
        text = text.replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None


def _refusal(sentence: str, code: str = "bad_value") -> Refusal:
    return Refusal(code, sentence, "text")
