"""In which order the values of a graph hand on their gradients: the right one, and five wrong ones.

Each function lists the values in the order in which they are to hand on; a value may come twice.
The wrong ones are what comes to mind first. Some are right as long as no value is shared.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable

from backprop.core.number_text import count_text

from .value import Value, topological_order

MOST_VISITS = 100_000
"""Recursion visits a value once for every path to it, and each sharing may double their number."""


def topological(root: Value) -> list[Value]:
    """Each value behind all that it went into: the right order."""
    return topological_order(root)[::-1]


def children_first(root: Value) -> list[Value]:
    """Each value behind what it was made of: the order of the forward pass.

    Only the root has a gradient yet, and it is the last to hand it on.
    """
    return topological_order(root)


def recursion(root: Value) -> list[Value]:
    """Hand on, then do the same with each operand: a shared value hands on at every visit.

    What it had got at the first visit is handed on again at the second.

    Raises:
        ValueError: there are more than 100,000 visits.
    """
    visits = Counter({root: 1})
    for value in topological(root):
        for operand in value.operands:
            visits[operand] += visits[value]
    if visits.total() > MOST_VISITS:
        raise ValueError(
            f"recursion would make more than {count_text(MOST_VISITS)} visits in this graph"
        )
    order, waiting = [], [root]
    while waiting:
        order.append(value := waiting.pop())
        waiting += reversed(value.operands)
    return order


def depth_first_once(root: Value) -> list[Value]:
    """The same, but only the first visit counts: what arrives later is never handed on."""
    order: dict[Value, None] = {}
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if value not in order:
            order[value] = None
            waiting += reversed(value.operands)
    return list(order)


def breadth_first(root: Value) -> list[Value]:
    """First what is one step from the root, then what is two: wrong where a link skips a step."""
    order = {root: None}
    waiting = deque([root])
    while waiting:
        for operand in waiting.popleft().operands:
            if operand not in order:
                order[operand] = None
                waiting.append(operand)
    return list(order)


def twice_without_zeroing(root: Value) -> list[Value]:
    """The right order, run twice: the second run begins with the gradients of the first."""
    return topological(root) * 2


ORDERS: dict[str, Callable[[Value], list[Value]]] = {
    order.__name__: order
    for order in (
        topological,
        recursion,
        children_first,
        depth_first_once,
        breadth_first,
        twice_without_zeroing,
    )
}
"""Every order by its name."""
