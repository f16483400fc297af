"""What the figure on graphs asks. Graphs themselves are fetched when it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.core.limits import Limit
from backprop.message.network_fields import Floats, read_example, read_network
from backprop.message.request_fields import asked, choice, opening, read_request

from .classic_graphs import CLASSIC_GRAPHS

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.message.field import Field

LIMITS = {
    "formula_characters": Limit(1, 400, True),
    "graph_names": Limit(1, 200, True),
    "graph_value": Limit(-1000, 1000, False),  # of a number that goes in
    "graph_step": Limit(0, 1000, True),  # at which a figure stands; a graph may have fewer
    "graph_picks": Limit(0, 200, True),
}

OWN = "own"
ORDER_TITLES = {
    "topological": "Each value after all that use it (right)",
    "recursion": "Recursion: a value hands on at every visit",
    "children_first": "Operands first, as on the way forward",
    "depth_first_once": "Depth first, each value once",
    "breadth_first": "Breadth first",
    "twice_without_zeroing": "The right order twice, gradients not set to 0 between",
    OWN: "Choose the next number yourself",
}
"""The orders of `backprop.graph.ORDERS` and the reader's own, as a menu names them."""

FIRST = CLASSIC_GRAPHS["gates"]


def _formula(field: Field) -> str:
    return field.text(int(LIMITS["formula_characters"].maximum))


def _values(field: Field) -> dict[str, float]:
    given = field.value if type(field.value) is dict else {}
    field.shape((), given)
    if len(given) > LIMITS["graph_names"].maximum:
        raise field.refusal("must have fewer numbers", "too_large")
    return {name: field[name].number(LIMITS["graph_value"]) for name in given}


def _opened(field: Field) -> str:
    return field.text(10)


def _network(field: Field) -> tuple[Network, Floats, Floats]:
    field.shape(("spec", "inputs", "targets"))
    spec, parameters = read_network(field["spec"])
    return spec.build(parameters), *read_example(field, spec)


def _picks(field: Field) -> list[int]:
    most = int(LIMITS["graph_picks"].maximum)
    return [pick.whole("index") for pick in field.items(0, most)]


@dataclass(frozen=True)
class GraphRequest:
    """A formula with its numbers, or a network with an example; and the order of the way back."""

    formula: str = asked(_formula, opening=FIRST.formula)
    values: dict[str, float] = asked(_values, opening=FIRST.values)
    order: str = choice(tuple(ORDER_TITLES), opening="topological")
    picks: list[int] = asked(_picks, opening=[], absent=[])
    network: tuple[Network, Floats, Floats] | None = asked(_network, absent=None)
    """In place of the formula: a network, its inputs and its targets."""
    opened: str | None = asked(_opened, absent=None)
    """Which of the network's units is drawn value by value."""


PRESETS = [{"name": name, **preset._asdict()} for name, preset in CLASSIC_GRAPHS.items()]
OPENINGS = {"graph": opening("graph", GraphRequest)}


def read(message: Field) -> GraphRequest:
    """A `graph` message."""
    return read_request(GraphRequest, message)


def answer(request: GraphRequest) -> dict[str, Any]:
    """The graph, laid out, with every step; see `GraphResult`.

    Raises:
        Refusal: the formula cannot be read or computed, `formula[8]` names the place; the order
            takes too many steps in this graph; or a number was chosen that nothing made.
    """
    # They need the archive of graphs.
    from .told_graph import told_formula, told_network  # noqa: PLC0415

    wanted = request.picks if request.order == OWN else request.order
    if request.network is None:
        told = told_formula(request.formula, request.values, wanted)
    else:
        net, inputs, targets = request.network
        told = told_network(net, (inputs, targets), request.opened, wanted)
    orders = [{"name": name, "title": title} for name, title in ORDER_TITLES.items()]
    return {"kind": "graph", "presets": PRESETS, "orders": orders, **told}
