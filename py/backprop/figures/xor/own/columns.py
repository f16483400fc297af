"""Which columns of a reader's table are inputs, which is the target, and which are not used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backprop.core import limits
from backprop.core.number_text import count_text
from backprop.message.table_text import (
    SEPARATORS,
    TARGET_NAMES,
    Row,
    TableError,
    number_in,
    read_table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

ROLES = ("input", "target", "unused")
LEAST_COLUMNS = 2
MOST_COLUMNS = 32
LONGEST_NAME = 24
"""Letters of a column's name, or of a cell, that a sentence or a preview shows."""

AXIS_NAMES = frozenset({"t", "y"})
"""Names of targets that are also names of a coordinate; others count for more."""
COUNTER_NAMES = frozenset({"", "#", "id", "index", "no", "nr", "row", "unnamed: 0"})
"""Names of a column that only counts the rows."""
SIDES = (frozenset({0.0, 1.0}), frozenset({-1.0, 1.0}))
"""The values of a target that has two."""


class Columns(NamedTuple):
    """A table whose rows are all equally wide.

    Attributes:
        headings: the names of the columns, or none.
        rows: the lines below them.
        separator: what parts the cells.
    """

    headings: list[str]
    rows: list[Row]
    separator: str

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0].cells)

    def cells(self, column: int) -> list[str]:
        """The cells of one column, from the first row on."""
        return [row.cells[column] for row in self.rows]

    def name(self, column: int) -> str:
        """A column's own name, or its number."""
        return (self.headings and shortened(self.headings[column])) or f"Column {column + 1}"

    def quoted(self, column: int) -> str:
        """The same as a sentence begins with it: a name of the reader's in quotation marks."""
        has_name = self.headings and self.headings[column]
        return f"“{self.name(column)}”" if has_name else self.name(column)


class Guess(NamedTuple):
    """What each column is taken to be, one of `ROLES`, and why, in whole sentences."""

    roles: list[str]
    sentence: str


def columns_of(text: str) -> Columns:
    """The table in a text.

    Raises:
        TableError: there is none, a row has more or fewer cells than the first, or there are too
            few or too many rows or columns; the message is a whole sentence.
    """
    table = read_table(text)
    headings = _without_empty_ends(table.names)
    if not table.rows:
        raise TableError("It has names of columns, and no line of numbers below them.")
    first = _without_empty_ends(table.rows[0].cells)
    width = len(headings or first)
    if width < LEAST_COLUMNS:
        found = _columns_between(table.rows[0]._replace(cells=first), table.separator)
        raise TableError(f"{found}; it needs {LEAST_COLUMNS} at least: an input and a target.")
    if width > MOST_COLUMNS:
        raise TableError(f"It has {count_text(width)} columns; {MOST_COLUMNS} can be looked at.")
    rows = [_as_wide(row, width, table.separator) for row in table.rows]
    limit = limits.LIMITS["examples"]
    if not limit.minimum <= len(rows) <= limit.maximum:
        span = f"{count_text(limit.minimum)} to {count_text(limit.maximum)}"
        examples = "1 example" if len(rows) == 1 else f"{count_text(len(rows))} examples"
        raise TableError(f"It has {examples}; {span} can be used.")
    return Columns(headings, rows, table.separator)


def guessed(columns: Columns) -> Guess:
    """What each column is likely to be, by its name or else by what it holds."""
    names = [heading.casefold() for heading in columns.headings]
    counters = [column for column, name in enumerate(names) if name in COUNTER_NAMES]
    values = [_values(columns, column) for column in range(columns.width)]
    words = [
        column
        for column, found in enumerate(values)
        if column not in counters and not any(value is not None for value in found)
    ]
    free = [column for column in range(columns.width) if column not in counters]
    target, reason = _target(columns, names, values, free or counters)
    roles = ["input"] * columns.width
    for column in (*counters, *words):
        roles[column] = "unused"
    roles[target] = "target"
    told = [f"{columns.quoted(target)} is taken as the target: {reason}."]
    for found, what in ((counters, "counts the rows"), (words, "holds words")):
        told += _unused(columns, [column for column in found if column != target], what)
    return Guess(roles, " ".join(told))


def shortened(cell: str) -> str:
    """The beginning of a cell."""
    return cell if len(cell) <= LONGEST_NAME else f"{cell[: LONGEST_NAME - 1]}…"


def _target(
    columns: Columns, names: list[str], values: list[list[float | None]], free: list[int]
) -> tuple[int, str]:
    """The column of the target, and how one sees that it is."""
    named = [column for column in free if names and names[column] in TARGET_NAMES]
    surely = [column for column in named if names[column] not in AXIS_NAMES]
    others = [column for column in named if names[column] != "y" or "x" not in names]
    if named:
        return (surely or others or named)[-1], "its name says so"
    pairs = [
        column
        for column in free
        if not any(value is not None for value in values[column])
        and len(set(columns.cells(column))) == 2
    ]
    if len(pairs) == 1:
        return pairs[0], "no other column holds two words"
    sides = [column for column in free if set(values[column]) in SIDES]
    if len(sides) == 1:
        low = "−1" if -1.0 in values[sides[0]] else "0"
        return sides[0], f"no other column holds {low} and 1 alone"
    return free[-1], "it is the last column"


def _values(columns: Columns, column: int) -> list[float | None]:
    return [number_in(cell, columns.separator) for cell in columns.cells(column)]


def _unused(columns: Columns, found: list[int], what: str) -> Iterator[str]:
    for column in found[:2]:
        yield f"{columns.quoted(column)} {what}, so it is not used."
    if found[2:]:
        others = "1 other column" if len(found) == 3 else f"{len(found) - 2} other columns"
        yield f"The same goes for {others}."


def _without_empty_ends(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _as_wide(row: Row, width: int, separator: str) -> Row:
    cells = row.cells
    while len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    if len(cells) != width:
        found = _columns_between(row._replace(cells=cells), separator)
        raise TableError(f"{found}; it needs {width}, as many as the first line.")
    return Row(row.line, cells)


def _columns_between(row: Row, separator: str) -> str:
    found = "1 column" if len(row.cells) == 1 else f"{len(row.cells)} columns"
    return f"Line {row.line} has {found} between its {SEPARATORS[separator]}"
