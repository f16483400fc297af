"""What is written down of a graph: its values with their names, and the order of the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backprop.figures.graph.graph import OWN
from backprop.figures.graph.names import Names, is_constant
from backprop.figures.graph.told_graph import order_of, read_graph
from backprop.figures.graph.unit_groups import INDICES, grouped_network
from backprop.graph import Graph, Value, graph_of_network
from backprop.message.field import Refusal

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.figures.graph.graph import GraphRequest
    from backprop.message.network_fields import Floats

LETTERS = {"weights": "w", "biases": "b", "skip_weights": "u", "inputs": "x", "targets": "t"}


@dataclass(frozen=True)
class WrittenGraph:
    """A graph after the way back.

    Attributes:
        graph: its gradients are those at the end of `order`.
        title: what is calculated, in one line.
        imports: lines of Python that import what `making` needs.
        making: lines of Python that make `graph`.
        names: of every value; that of a constant is its number.
        order: the values that hand on, one after the other.
        order_name: of `backprop.graph.ORDERS`; None for the reader's own.
        right: the gradient of every value in the right order.
    """

    graph: Graph
    title: str
    imports: list[str]
    making: list[str]
    names: dict[Value, str]
    order: list[Value]
    order_name: str | None
    right: dict[Value, float]

    @property
    def named(self) -> list[Value]:
        """All values but the constants."""
        return [value for value in self.graph.nodes if not is_constant(value)]

    @property
    def is_right(self) -> bool:
        """Whether values hand on in the right order."""
        return self.order_name == "topological"


def written_graph(request: GraphRequest) -> WrittenGraph:
    """The graph of a request, with the gradients that its figure shows at the end.

    Raises:
        Refusal: the figure refuses it too; or the order is not the right one, and the figure draws
            several of the graph's numbers as one.
    """
    if request.network is None:
        graph = read_graph(request.formula, request.values)
        leaves = {name: leaf.data for name, leaf in graph.leaves.items()}
        title = f"The formula {request.formula!r}"
        imports = ["from backprop.graph import graph_of"]
        making = [f"graph = graph_of({request.formula!r}, {leaves!r})"]
    else:
        graph = _network_graph(request, *request.network)
        title = f"The loss of {request.network[0]!r}"
        imports = ["from backprop import Network", "from backprop.graph import graph_of_network"]
        making = _network_lines(*request.network)
    wanted = request.picks if request.order == OWN else request.order
    graph.backward()
    right = {value: value.gradient for value in graph.nodes}
    order = [value for value in reversed(graph.nodes) if value.operation is not None]
    if wanted != "topological":
        order = order_of(graph, wanted)
    for value in graph.nodes:
        value.gradient = 0.0
    graph.root.gradient = 1.0
    for value in order:
        value.hand_on()
    order_name = None if request.order == OWN else request.order
    names = Names(graph).texts
    return WrittenGraph(graph, title, imports, making, names, order, order_name, right)


def _network_graph(request: GraphRequest, net: Network, inputs: Floats, targets: Floats) -> Graph:
    """All values of a network's loss, called as its figure and its spreadsheet call them."""
    try:
        grouped = grouped_network(net, inputs, targets, request.opened)
        graph = graph_of_network(net, inputs, targets)
    except ValueError as error:
        raise Refusal("bad_value", f"opened {error}.", "opened") from None
    except OverflowError:
        raise Refusal("not_finite", "A number on the way is too large.", "network") from None
    if request.order != "topological" and grouped.closed:
        raise Refusal(
            "bad_value",
            "This order is of units as a whole. Draw all numbers one by one, or choose the right "
            "order, and the file can be written.",
            "order",
        )
    for value in graph.nodes:
        if value.operation is None and value.label:
            value.label = _leaf_name(value.label)
    return graph


def _leaf_name(label: str) -> str:
    """Such as `w1_2_1` for `weights[0][1, 0]`, `x_2` for `inputs[0, 1]`; counted from 1."""
    array = label.partition("[")[0]
    indices = [int(digits) + 1 for digits in INDICES.findall(label)]
    if array in ("weights", "biases"):
        layer, *ends = indices
        return f"{LETTERS[array]}{layer}_{'_'.join(map(str, ends))}"
    ends = indices if array == "skip_weights" else indices[1:]  # there is one example
    return f"{LETTERS[array]}_{'_'.join(map(str, ends))}"


def _network_lines(net: Network, inputs: Floats, targets: Floats) -> list[str]:
    return [
        f"net = {net!r}",
        f"net.parameters = {net.parameters.tolist()!r}",
        f"graph = graph_of_network(net, {inputs.tolist()!r}, {targets.tolist()!r})",
    ]
