"""Forward mode: derivatives that travel with the numbers, from what goes in to the result.

One sweep carries along how fast every value changes with *one* number that goes in. It takes the
chain rule in the order of the calculation, needs no way back, and has to be done once for each such
number; the walk back is done once for all of them. See Wengert, 1964.
"""

from __future__ import annotations

from .graph import Graph
from .value import Value


def sweep(graph: Graph, leaf: Value) -> dict[Value, float]:
    """How fast each value of a graph changes with one that went in.

    Args:
        graph: computed.
        leaf: one of the values without operands.

    Raises:
        ArithmeticError, ValueError: an operation has no derivative there.
    """
    rates: dict[Value, float] = {}
    for value in graph.nodes:
        pairs = zip(value.local_derivatives(), value.operands, strict=True)
        carried = sum(derivative * rates[operand] for derivative, operand in pairs)
        rates[value] = 1.0 if value is leaf else float(carried)
    return rates


def multiplications(graph: Graph) -> int:
    """How many a sweep takes, in either direction: one for each operand of each operation."""
    return sum(len(value.operands) for value in graph.nodes)
