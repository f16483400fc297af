"""A calculation as a graph: its result, the numbers that went in, and all between."""

from __future__ import annotations

from backprop.core.number_text import number_text

from .orders import ORDERS
from .value import Value, topological_order


class Graph:
    """The graph of a calculation, shown in a notebook as its drawing.

    Args:
        root: the result.
        leaves: the numbers that went in, by name.
    """

    def __init__(self, root: Value, leaves: dict[str, Value]) -> None:
        self.root = root
        """The result, whose gradients are asked for."""
        self.leaves = leaves
        """The numbers that went in, by name."""
        self.nodes = topological_order(root)
        """All values, each behind its operands; the root is the last."""

    def __repr__(self) -> str:
        return f"Graph({len(self.nodes)} values, result {number_text(self.root.data)})"

    def forward(self) -> float:
        """Compute every value again, after leaves were changed, and give the result.

        Raises:
            ArithmeticError, ValueError: an operation is not defined there. What it would have
                made, and all that is made of it, then still has the number of before.
        """
        for value in self.nodes:
            value.compute_again()
        return self.root.data

    def backward(self, order: str = "topological") -> dict[str, float]:
        """Set the gradient of every value, and give those of the leaves by name.

        Args:
            order: in which values hand on their gradients, one of `orders.ORDERS`. All but
                `topological` are wrong in some graphs, and are there to be looked at.

        Raises:
            ValueError: there is no such order, or it would take too long in this graph.
            ArithmeticError: an operation has no derivative there, such as a root at zero.
        """
        if order not in ORDERS:
            raise ValueError(f"order must be one of {', '.join(ORDERS)}, not {order!r}")
        handing_on = ORDERS[order](self.root)
        for value in self.nodes:
            value.gradient = 0.0
        self.root.gradient = 1.0
        for value in handing_on:
            value.hand_on()
        return {name: leaf.gradient for name, leaf in self.leaves.items()}

    def to_svg(self) -> str:
        """The graph as a drawing: values as boxes with their gradients, operations as ovals."""
        from .notebook.graph_drawing import graph_svg  # noqa: PLC0415 - a page has none

        return graph_svg(self.nodes)

    def _repr_svg_(self) -> str:
        return self.to_svg()
