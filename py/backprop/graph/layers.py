"""Where the values of a graph stand when it is drawn from left to right.

Each value stands in the column after the last of its operands, and a given number right before
the first value that it goes into. A line that passes a column has a place of its own there, so that
it runs behind no box. Within a column, places are ordered by the mean height of their neighbours,
which keeps crossings few; see Sugiyama, Tagawa and Toda, 1981.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from backprop.graph.value import Value

SWEEPS = 8
"""To the right and back, half of them each; later ones change little."""


class Place(NamedTuple):
    """A place in the drawing: the column from the left, the row from the middle."""

    column: int
    row: float


class Layers(NamedTuple):
    """Where everything stands.

    Attributes:
        places: of each value.
        lines: for each value that was made and each of its operands, in the order of both, the
            places from the operand to the value.
    """

    places: dict[Value, Place]
    lines: list[list[Place]]


def layers_of(nodes: list[Value]) -> Layers:
    """Give a place to each value of a graph, listed behind its operands."""
    columns = _columns(nodes)
    table: dict[int, list[int]] = defaultdict(list)  # the numbers of stops, column by column
    neighbours: dict[int, dict[int, list[int]]] = {-1: defaultdict(list), 1: defaultdict(list)}
    stops = {value: index for index, value in enumerate(nodes)}
    for value, stop in stops.items():
        table[columns[value]].append(stop)
    passed = len(nodes)
    lines = []
    for value in nodes:
        for operand in value.operands:
            line = [stops[operand]]
            for column in range(columns[operand] + 1, columns[value]):
                table[column].append(passed)
                line.append(passed)
                passed += 1
            line.append(stops[value])
            for left, right in pairwise(line):
                neighbours[1][left].append(right)
                neighbours[-1][right].append(left)
            lines.append(line)
    _order(table, neighbours)
    places = {
        stop: Place(column, row - (len(column_stops) - 1) / 2)
        for column, column_stops in table.items()
        for row, stop in enumerate(column_stops)
    }
    return Layers(
        {value: places[stop] for value, stop in stops.items()},
        [[places[stop] for stop in line] for line in lines],
    )


def _columns(nodes: list[Value]) -> dict[Value, int]:
    columns: dict[Value, int] = {}
    for value in nodes:
        columns[value] = 1 + max((columns[operand] for operand in value.operands), default=-1)
    before: dict[Value, int] = {}
    for value in nodes:
        for operand in value.operands:
            before[operand] = min(before.get(operand, columns[value]), columns[value])
    for value in nodes:
        if not value.operands and value in before:
            columns[value] = before[value] - 1
    return columns


def _order(table: dict[int, list[int]], neighbours: dict[int, dict[int, list[int]]]) -> None:
    """Order each column by the mean height of what it is joined to in the column before."""
    for sweep in range(SWEEPS):
        side = -1 if sweep % 2 == 0 else 1
        for column in sorted(table, reverse=side == 1):
            middle = (len(table.get(column + side, ())) - 1) / 2
            height = {stop: row - middle for row, stop in enumerate(table.get(column + side, ()))}
            here = (len(table[column]) - 1) / 2
            mean = {}
            for row, stop in enumerate(table[column]):
                joined = [height[other] for other in neighbours[side][stop]]
                mean[stop] = sum(joined) / len(joined) if joined else row - here
            table[column].sort(key=mean.__getitem__)
