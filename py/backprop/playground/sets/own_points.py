"""A reader's own points: a table of two columns and a label, pasted or dropped as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backprop.core.limits import LIMITS, breach
from backprop.core.number_text import count_text, number_text
from backprop.message.table_text import (
    SEPARATORS,
    TableError,
    number_in,
    read_table,
    target_is_first,
)

from .drawn_sets import EDGE, RADIUS

if TYPE_CHECKING:
    from backprop.message.table_text import Row

    from .drawn_sets import Point

LONGEST_TEXT = 400_000
MOST_CLASSES = 6
COLUMNS = 3


class OwnPoints(NamedTuple):
    """What a table holds, as `Settings` takes it.

    Attributes:
        points: two coordinates and a label: −1 or +1 of two classes, the number of the class, from
            0 on, of more, and the number itself of a regression.
        dataset: `own`, or `reg-own` for a regression.
        classes: how many there are, 2 in a regression, which has none.
        class_names: the labels as the table has them, that of −1 or 0 first; none in a regression.
        sentence: what was found, and how coordinates were changed, if they were.
    """

    points: tuple[Point, ...]
    dataset: str
    classes: int
    class_names: tuple[str, ...]
    sentence: str


def own_points(text: str) -> OwnPoints:
    """Read a table of points; the label may come first if a line of names says so.

    Labels are classes if there are two different ones, if they are words, or if they are up to six
    whole numbers. Other numbers are the targets of a regression. A column that goes beyond the
    plane from −6 to 6 is moved and scaled into it.

    Raises:
        TableError: there is no such table in it; the sentence names line and column.
    """
    if len(text) > LONGEST_TEXT:
        raise TableError(f"That is more text than {count_text(LONGEST_TEXT)} characters.")
    table = read_table(text)
    count, limit = len(table.rows), LIMITS["examples"]
    if not limit.minimum <= count <= limit.maximum:
        examples = "1 example" if count == 1 else f"{count_text(count)} examples"
        raise TableError(
            f"It has {examples}; {count_text(limit.minimum)} to "
            f"{count_text(limit.maximum)} can be used."
        )
    for row in table.rows:
        _require_columns(row, table.separator)
    places = (1, 2, 0) if target_is_first(table.names) else (0, 1, 2)
    xs, ys = (
        [_number_at(row, place, table.separator, "coordinate") for row in table.rows]
        for place in places[:2]
    )
    words = [row.cells[places[2]] for row in table.rows]
    class_names = _class_names(words, table.separator)
    if class_names:
        numbers = [float(class_names.index(word)) for word in words]
        if len(class_names) == 2:
            numbers = [2 * number - 1 for number in numbers]
        told = f"{count_text(count)} points of {len(class_names)} classes."
    else:
        numbers = [_number_at(row, places[2], table.separator, "target") for row in table.rows]
        told = f"{count_text(count)} points with the targets of a regression."
    (xs, x_told), (ys, y_told) = _into_the_plane(xs, "x"), _into_the_plane(ys, "y")
    return OwnPoints(
        tuple(zip(xs, ys, numbers, strict=True)),
        "own" if class_names else "reg-own",
        max(2, len(class_names)),
        class_names,
        told + x_told + y_told,
    )


def _require_columns(row: Row, separator: str) -> None:
    while len(row.cells) > COLUMNS and not row.cells[-1]:
        row.cells.pop()
    if len(row.cells) != COLUMNS:
        columns = "1 column" if len(row.cells) == 1 else f"{len(row.cells)} columns"
        raise TableError(
            f"Line {row.line} has {columns} between its {SEPARATORS[separator]}; it needs 3: two "
            "coordinates and a label."
        )


def _number_at(row: Row, place: int, separator: str, limit: str) -> float:
    cell = row.cells[place]
    value = number_in(cell, separator)
    at = f"Line {row.line}, column {place + 1}"
    if value is None:
        shown = f"“{cell[:20]}” is no number" if cell else "nothing stands there"
        raise TableError(f"{at}: {shown}.")
    wrong = breach(LIMITS[limit], value)
    if wrong is not None:
        raise TableError(f"{at}: {number_text(value)} {wrong.words}.")
    return value


def _class_names(words: list[str], separator: str) -> tuple[str, ...]:
    """The different labels in their order, numbers by size; none where they are a regression's."""
    different = list(dict.fromkeys(words))
    numbers = [number_in(word, separator) for word in different]
    found = [number for number in numbers if number is not None]
    if len(found) == len(different):
        is_whole = all(number == int(number) for number in found)
        if len(different) > 2 and not (is_whole and len(different) <= MOST_CLASSES):
            return ()
        by_size = sorted(zip(found, different, strict=True))
        different = [word for _, word in by_size]
    if not 2 <= len(different) <= MOST_CLASSES:
        classes = "1 class" if len(different) == 1 else f"{count_text(len(different))} classes"
        raise TableError(f"Its labels are {classes}; 2 to {MOST_CLASSES} can be told apart.")
    return tuple(different)


def _into_the_plane(column: list[float], name: str) -> tuple[list[float], str]:
    """Coordinates from −5 to 5 if one was beyond ±6, and a sentence on what was done."""
    low, high = min(column), max(column)
    if max(abs(low), abs(high)) <= EDGE:
        return column, ""
    middle, scale = (low + high) / 2, (high - low) / (2 * RADIUS) or 1.0
    told = f" {name} is (its column − {number_text(middle, 4)}) ÷ {number_text(scale, 4)}."
    return [(value - middle) / scale for value in column], told.replace("− −", "+ ")
