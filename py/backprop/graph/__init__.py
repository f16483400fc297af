"""Any calculation as a graph that differentiates itself, one number a node.

    from backprop.graph import graph_of

    graph = graph_of("(x + y) * z", {"x": -2, "y": 5, "z": -4})
    graph.backward()    # {'x': -4.0, 'y': -4.0, 'z': 3.0}
    graph               # in a notebook, its drawing

Begin reading with `value.py`, the whole of backpropagation, and `operations.py`, its derivatives.
"""

from __future__ import annotations

from .formula_reader import FormulaError, graph_of, names_of
from .forward_mode import multiplications, sweep
from .graph import Graph
from .network_graph import graph_of_network
from .orders import ORDERS
from .value import Value, topological_order

__all__ = [
    "ORDERS",
    "FormulaError",
    "Graph",
    "Value",
    "graph_of",
    "graph_of_network",
    "multiplications",
    "names_of",
    "sweep",
    "topological_order",
]
