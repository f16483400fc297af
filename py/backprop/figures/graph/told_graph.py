"""A graph told: where every value stands, each step there and back, and what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backprop.core.number_text import count_text, number_text
from backprop.graph import ORDERS, FormulaError, Graph, Value, graph_of, names_of
from backprop.graph.layers import layers_of
from backprop.message.field import Refusal

from .names import Names, is_constant
from .walk import first_mistake, plain_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

Result = dict[str, Any]

NEW_VALUE = 1.0
"""Of a name that the reader has just typed."""

MOST_STEPS = 500
"""Of the way back: recursion doubles them with every sharing, and each is told."""


def told_graph(formula: str, values: Mapping[str, float], order_name: str) -> Result:
    """The graph of a formula, laid out, with every step; see `GraphResult`.

    Args:
        formula: as `graph_of` reads it.
        values: of its names; one that is missing is 1.
        order_name: the order of the way back, one of `ORDERS`.

    Raises:
        Refusal: the formula cannot be read or computed, `formula[8]` names the place; or the order
            takes too many steps in this graph.
    """
    graph = _graph(formula, values)
    names = Names(graph)
    order = _order(graph, order_name)
    graph.backward()
    right = {value: value.gradient for value in graph.nodes}
    steps = plain_steps(graph, names, order)
    first = next(i for i, step in enumerate(steps) if step["phase"] == "backward")
    mistake = first_mistake(order, names, first + 1)
    if mistake:
        steps[mistake.step]["sentence"] += f" {mistake.sentence}"
    return {
        "formula": formula,
        **_drawn(graph, names),
        "leaves": [
            {
                "name": name,
                "node": names.places[leaf],
                "value": leaf.data,
                "symbol": names.latex(leaf),
                "gradient": leaf.gradient,
                "right": right[leaf],
            }
            for name, leaf in graph.leaves.items()
        ],
        "steps": steps,
        "back": first,
        "mistake": mistake and mistake._asdict(),
        "end": _end(graph, names, right, bool(mistake)),
    }


def _graph(formula: str, values: Mapping[str, float]) -> Graph:
    try:
        names = names_of(formula)
        return graph_of(formula, {name: values.get(name, NEW_VALUE) for name in names})
    except FormulaError as error:
        sentence = f"At character {error.place + 1} of the formula: {error.reason}."
        raise Refusal("bad_value", sentence, f"formula[{error.place}]") from None


def _order(graph: Graph, name: str) -> list[Value]:
    """Who hands on, one after the other; a value that was given has nobody to hand to."""
    too_many = Refusal(
        "too_large",
        f"In this order the way back would take more than {count_text(MOST_STEPS)} steps.",
        "order",
    )
    try:
        order = [value for value in ORDERS[name](graph.root) if value.operation is not None]
    except ValueError:
        raise too_many from None
    if len(order) > MOST_STEPS:
        raise too_many
    return order


def _drawn(graph: Graph, names: Names) -> Result:
    layers = layers_of(graph.nodes)
    ends = ((value, index) for value in graph.nodes for index in range(len(value.operands)))
    return {
        "nodes": [
            {
                "name": names.texts[value],
                "operation": value.operation.symbol if value.operation else None,
                "is_constant": is_constant(value),
                "is_named": bool(value.label),
                "column": place.column,
                "row": place.row,
                "value": value.data,
                "uses": sum(other.operands.count(value) for other in graph.nodes),
            }
            for value, place in layers.places.items()
        ],
        "wires": [
            {
                "from": names.places[value.operands[index]],
                "to": names.places[value],
                "index": index,
                "points": [list(place) for place in line],
            }
            for (value, index), line in zip(ends, layers.lines, strict=True)
        ],
    }


def _end(graph: Graph, names: Names, right: dict[Value, float], is_wrong: bool) -> str:
    """What came out, in a sentence."""
    result = names.texts[graph.root]
    wrong = [
        f"{name} {number_text(leaf.gradient)} where {number_text(right[leaf])} is right"
        for name, leaf in graph.leaves.items()
        if leaf.gradient != right[leaf]
    ]
    if wrong:
        return f"The order was wrong, and so are gradients: {', '.join(wrong[:3])}."
    if is_wrong:
        return "The order was wrong, but with these numbers every gradient comes out right."
    return f"Every number that went in has its gradient: how fast {result} changes with it."
