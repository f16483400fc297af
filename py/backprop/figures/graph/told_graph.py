"""A graph told: where every value stands, each step there and back, and what came out."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Any

from backprop.core.number_text import count_text, number_text
from backprop.graph import (
    ORDERS,
    FormulaError,
    Graph,
    Value,
    graph_of,
    multiplications,
    names_of,
    sweep,
)
from backprop.graph.layers import layers_of
from backprop.message.field import Refusal

from .names import Names, is_constant
from .unit_groups import MOST_DRAWN, grouped_network
from .walk import first_mistake, plain_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backprop.core.network import Network
    from backprop.message.network_fields import Floats

Result = dict[str, Any]

NEW_VALUE = 1.0
"""Of a name that the reader has just typed."""

MOST_STEPS = 500
"""Of the way back: recursion doubles them with every sharing, and each is told."""


def told_formula(formula: str, values: Mapping[str, float], wanted: str | list[int]) -> Result:
    """The graph of a formula, laid out, with every step; see `GraphResult`.

    Args:
        formula: as `graph_of` reads it.
        values: of its names; one that is missing is 1.
        wanted: the order of the way back, one of `ORDERS`; or the places, in the list of all
            values, of those that a reader lets hand on.

    Raises:
        Refusal: the formula cannot be read or computed, `formula[8]` names the place; the order
            takes too many steps in this graph; or nothing made a number that was chosen.
    """
    graph = read_graph(formula, values)
    told = _told(graph, Names(graph), wanted)
    whole = {"units": [], "opened": "none", "total": len(graph.nodes), "can_open_all": True}
    return {"formula": formula, "forward": _forward(graph), **whole, **told}


def told_network(
    net: Network, example: tuple[Floats, Floats], opened: str | None, wanted: str | list[int]
) -> Result:
    """The graph of a network's loss in the same way, its values grouped by unit.

    Args:
        net: of any kind.
        example: its inputs and targets.
        opened: see `grouped_network`.
        wanted: as above.

    Raises:
        Refusal: also where there is no such unit, or a number on the way is too large.
    """
    try:
        grouped = grouped_network(net, *example, opened)
    except ValueError as error:
        raise Refusal("bad_value", f"opened {error}.", "opened") from None
    except OverflowError:
        raise Refusal("not_finite", "A number on the way is too large.", "network") from None
    return {
        "formula": "",
        "forward": None,
        "units": [
            {"name": name, "title": title, "values": count}
            for name, (title, count) in grouped.units.items()
        ],
        "opened": grouped.opened,
        "total": grouped.total,
        "can_open_all": grouped.total <= MOST_DRAWN,
        **_told(grouped.graph, Names(grouped.graph, grouped.namings, grouped.closed), wanted),
    }


def _forward(graph: Graph) -> Result:
    """The same derivatives by forward mode, counted."""
    count, each = len(graph.leaves), multiplications(graph)
    forth = (
        f"{count_text(count)} sweeps of {_times(each)}, {count_text(count * each)} in all"
        if count != 1
        else f"1 sweep of {_times(each)}"
    )
    found = "every gradient" if count != 1 else "the gradient"
    return {
        "sweeps": [
            {"name": name, "derivative": sweep(graph, leaf)[graph.root]}
            for name, leaf in graph.leaves.items()
        ],
        "multiplications": each,
        "sentence": f"Here it takes {forth}. One way back takes {_times(each)}, for {found}.",
    }


def _times(count: int) -> str:
    return f"{count_text(count)} multiplication{'' if count == 1 else 's'}"


def _told(graph: Graph, names: Names, wanted: str | list[int]) -> Result:
    order = order_of(graph, wanted)
    left = [value for value in graph.nodes if value.operation and value not in order]
    graph.backward()
    right = {value: value.gradient for value in graph.nodes}
    steps = plain_steps(graph, names, order)
    first = next(i for i, step in enumerate(steps) if step["phase"] == "backward")
    mistake = first_mistake(order, names, first + 1)
    if mistake:
        steps[mistake.step]["sentence"] += f" {mistake.sentence}"
    return {
        **_drawn(graph, names),
        "leaves": [
            {
                "name": name,
                "node": names.places[leaf],
                "value": leaf.data,
                "symbol": names.latex(leaf),
                "gradient": leaf.gradient,
                "right": right[leaf],
                "is_wrong": mistake is not None and _differ(leaf.gradient, right[leaf]),
            }
            for name, leaf in graph.leaves.items()
        ],
        "steps": steps,
        "back": first,
        "mistake": mistake and mistake._asdict(),
        "is_complete": not left,
        "end": _end(graph, names, right, bool(mistake)) if not left else _left(left, names),
    }


def read_graph(formula: str, values: Mapping[str, float]) -> Graph:
    """The graph of a formula; a name that has no value gets 1.

    Raises:
        Refusal: the formula cannot be read or computed; `formula[8]` names the place.
    """
    try:
        names = names_of(formula)
        return graph_of(formula, {name: values.get(name, NEW_VALUE) for name in names})
    except FormulaError as error:
        sentence = f"At character {error.place + 1} of the formula: {error.reason}."
        raise Refusal("bad_value", sentence, f"formula[{error.place}]") from None


def order_of(graph: Graph, wanted: str | list[int]) -> list[Value]:
    """Who hands on, one after the other; a value that was given has nobody to hand to.

    Args:
        graph: of at most 200 values.
        wanted: as `told_formula` takes it.

    Raises:
        Refusal: there would be more than 500 steps, or nothing made a number that was chosen.
    """
    return _named(graph, wanted) if isinstance(wanted, str) else _picked(graph, wanted)


def _named(graph: Graph, name: str) -> list[Value]:
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


def _picked(graph: Graph, picks: list[int]) -> list[Value]:
    order = []
    for at, pick in enumerate(picks):
        if pick >= len(graph.nodes) or graph.nodes[pick].operation is None:
            sentence = f"picks[{at}] must be a number of the graph that an operation made."
            raise Refusal("bad_value", sentence, f"picks[{at}]")
        order.append(graph.nodes[pick])
    return order


def _differ(gradient: float, right: float) -> bool:
    """Whether two gradients are not the same, apart from the rounding of another order."""
    return not isclose(gradient, right, rel_tol=1e-9, abs_tol=1e-12)


def _left(left: list[Value], names: Names) -> str:
    """Who has yet to hand on, in a sentence."""
    named = [names.texts[value] for value in left]
    if len(named) == 1:
        return f"Choose the next number: {named[0]} has yet to hand on."
    shown = (
        f"{', '.join(named[:-1])} and {named[-1]}" if len(named) < 6 else f"{len(named)} of them"
    )
    return f"Choose the next number: {shown} have yet to hand on."


def _drawn(graph: Graph, names: Names) -> Result:
    layers = layers_of(graph.nodes)
    ends = ((value, index) for value in graph.nodes for index in range(len(value.operands)))
    return {
        "nodes": [
            {
                "name": names.texts[value],
                "drawn": names.drawn(value),
                "unit": names.closed.get(value),
                "operation": value.operation.symbol if value.operation else None,
                "is_constant": is_constant(value),
                "is_named": bool(value.label) or value in names.namings,
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
    if not graph.leaves:
        count = sum(_differ(value.gradient, right[value]) for value in graph.nodes)
        if is_wrong and count:
            return f"The order was wrong, and so are {count_text(count)} of the gradients drawn."
        return f"Every number has its gradient: how fast {result} changes with it."
    wrong = [
        f"{name} {number_text(leaf.gradient)} where {number_text(right[leaf])} is right"
        for name, leaf in graph.leaves.items()
        if _differ(leaf.gradient, right[leaf])
    ]
    if is_wrong and wrong:
        return f"The order was wrong, and so are gradients: {', '.join(wrong[:3])}."
    if is_wrong:
        return "The order was wrong, but with these numbers every gradient comes out right."
    return f"Every number that went in has its gradient: how fast {result} changes with it."
