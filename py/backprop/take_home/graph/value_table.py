"""Every value of a graph as a line of a table."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from backprop.take_home.sheet_files import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from backprop.graph import Value

    from .written_graph import WrittenGraph

WORDS = {"+": "add", "−": "subtract", "×": "multiply", "÷": "divide"}
"""A spreadsheet program may take a cell that begins with a sign for a formula."""

COLUMNS = (
    "name",
    "operation",
    "operand_a",
    "operand_b",
    "value",
    "local_derivative_a",
    "local_derivative_b",
    "gradient",
)


def value_table(written: WrittenGraph) -> str:
    """A line for each value, in the order of computing, as CSV with a byte order mark before it.

    `gradient` is what the value has at the end of the way back. Where that took another order than
    the right one, `right_gradient` stands beside it.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *["right_gradient"] * (not written.is_right)])
    for value in written.graph.nodes:
        operands = [written.names[operand] for operand in value.operands]
        writer.writerow(
            [
                written.names[value],
                _operation(value),
                *_two(operands),
                value.data,
                *_two(value.local_derivatives()),
                value.gradient,
                *[written.right[value]] * (not written.is_right),
            ]
        )
    return BYTE_ORDER_MARK + text.getvalue()


def _two(cells: list[str] | tuple[float, ...]) -> list[str | float]:
    """Those of one operand or none leave cells empty."""
    return [*cells, *[""] * (2 - len(cells))]


def _operation(value: Value) -> str:
    if value.operation is None:
        return ""
    if value.operation.exponent is not None:
        return f"power {value.operation.exponent!r}"
    return WORDS.get(value.operation.symbol, value.operation.symbol)
