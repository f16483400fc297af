"""A table as text, the way spreadsheets and text editors give it.

Commas, semicolons, tabs, bars or spaces part the columns, a first line may name them, and a decimal
comma counts where the comma parts no columns.
"""

from __future__ import annotations

import csv
import math
import re
from typing import NamedTuple

WORKBOOK = "PK\x03\x04"
"""How a spreadsheet program's own file begins: it is a zip archive."""
SEPARATORS = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas", " ": "spaces"}
BLANK = "".join(SEPARATORS) + "\ufeff"
"""A line of nothing else has no cells."""
TARGET_NAMES = frozenset({"t", "y", "target", "label", "class", "output", "klasse", "ziel"})
"""What the column of targets is called in a first line of names, by those who put it first."""


class TableError(ValueError):
    """A text that holds no table; the message is a whole sentence."""


class Row(NamedTuple):
    """A line of a table: its number in the text, from 1 on, and its cells without spaces around."""

    line: int
    cells: list[str]


class Table(NamedTuple):
    """What a text holds.

    Attributes:
        names: of the columns, if the first line has no number.
        rows: the other lines, without empty ones; their lengths may differ.
        separator: what parts the columns.
    """

    names: list[str]
    rows: list[Row]
    separator: str


def read_table(text: str) -> Table:
    """Read the lines of a text as rows of cells.

    Raises:
        TableError: there is nothing in it, it is a workbook, or it has a single column.
    """
    if text.startswith(WORKBOOK):
        raise TableError(
            "That is a workbook: save it as CSV, or copy its cells and paste them here."
        )
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip(BLANK)]
    note = re.fullmatch(r"\ufeff?sep=(.)", lines[0][1].strip(" "), re.IGNORECASE) if lines else None
    if note:
        del lines[0]  # a spreadsheet program's own, on what parts the columns
    if not lines:
        raise TableError("There are no examples in it: each line needs two inputs and a target.")
    separator = note[1] if note and note[1] in SEPARATORS else _separator(lines[0][1])
    rows = [Row(n, _cells(n, line, separator)) for n, line in lines]
    if any(number_in(cell, separator) is not None for cell in rows[0].cells):
        return Table([], rows, separator)
    return Table(rows[0].cells, rows[1:], separator)


def target_is_first(names: list[str]) -> bool:
    """Whether the names of three columns say that the first is the target."""
    folded = [name.casefold() for name in names]
    if len(names) != 3 or folded[0] not in TARGET_NAMES:
        return False
    return folded[1:] == ["x", "y"] or folded[-1] not in TARGET_NAMES


def number_in(cell: str, separator: str) -> float | None:
    """The finite number that a cell holds, if it holds one."""
    text = cell.replace("−", "-")
    if separator != ",":
        text = text.replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None


def _separator(line: str) -> str:
    for separator in SEPARATORS:
        if separator in line.strip(" "):
            return separator
    raise TableError("Line 1 has one column: put commas, semicolons or tabs between the columns.")


def _cells(number: int, line: str, separator: str) -> list[str]:
    if separator == " ":  # as many of them as put columns below one another
        return line.lstrip("\ufeff").split()
    try:
        (cells,) = csv.reader([line.lstrip("\ufeff")], delimiter=separator)
    except csv.Error:
        raise TableError(f"Line {number} is no line of a table.") from None
    return [cell.strip() for cell in cells]
