"""A graph as a script that has `backprop.graph` do the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.figures.graph.names import is_constant
from backprop.take_home.program import Lines

if TYPE_CHECKING:
    from .written_graph import WrittenGraph


def backprop_script(written: WrittenGraph) -> str:
    """A script that prints every value and its gradient, as `q = 3.0` and `df/dq = -4.0`."""
    graph = written.graph
    names = [None if is_constant(value) else written.names[value] for value in graph.nodes]
    lines = [
        '"""A calculation as a graph that differentiates itself, every number of it printed.',
        "",
        "It needs the package backprop, of which this is the graph; the names are in the order of",
        "computing, and a constant has none.",
        '"""',
        "",
        *written.imports,
        "",
        f"# {written.title}",
        *written.making,
        f"names = {names!r}",
        "",
        *_way_back(written),
        "",
        "for name, value in zip(names, graph.nodes, strict=True):",
        "    if name is not None:",
        '        print(name, "=", value.data)',
        "for name, value in zip(names, graph.nodes, strict=True):",
        "    if name is not None:",
        f'        print("d{written.names[graph.root]}/d" + name, "=", value.gradient)',
    ]
    return "\n".join(lines) + "\n"


def _way_back(written: WrittenGraph) -> Lines:
    if written.is_right:
        return ["graph.backward()"]
    if written.order_name is not None:
        return [f"graph.backward({written.order_name!r})  # a wrong order, as the figure shows it"]
    places = {value: place for place, value in enumerate(written.graph.nodes)}
    return [
        "# The order that the reader chose: these values hand on, one after the other.",
        "graph.root.gradient = 1.0",
        f"for place in {[places[value] for value in written.order]!r}:",
        "    graph.nodes[place].hand_on()",
    ]
