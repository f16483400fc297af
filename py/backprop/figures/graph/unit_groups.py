"""A network's graph with its values grouped by unit: a unit is one operation, until it is opened.

A closed unit has the local derivatives of the whole: how fast its activation changes with each
number that comes in. A walk back inside the unit finds them, so the walk around it stays the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from backprop.explain.symbols import Names as Symbols
from backprop.graph import Graph, Value, graph_of_network
from backprop.graph.operations import FUNCTIONS, Operation

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.message.network_fields import Floats

Unit = tuple[int, int]
"""Layer and place in it; inputs are layer 0, and the loss is a layer of its own behind the last."""

INDICES = re.compile(r"\d+")
FEW = 50
"""So many values are drawn one by one, unless a reader groups them; more are grouped at first."""
MOST_DRAWN = 200


class Naming(NamedTuple):
    """What a value is called.

    Attributes:
        text: in a sentence.
        latex: in a formula.
        drawn: beside its mark.
    """

    text: str
    latex: str
    drawn: str


class GroupedNetwork(NamedTuple):
    """A graph of values and closed units.

    Attributes:
        graph: to be walked as any other.
        namings: of those values that have a name.
        closed: by which name the unit can be opened that a value stands for.
        units: title and number of values of each that can be opened, by `layer.place`.
        opened: which of them is open, `all` or `none`.
        total: how many values there are, grouped or not.
    """

    graph: Graph
    namings: dict[Value, Naming]
    closed: dict[Value, str]
    units: dict[str, tuple[str, int]]
    opened: str
    total: int


def grouped_network(
    net: Network, inputs: Floats, targets: Floats, opened: str | None
) -> GroupedNetwork:
    """The graph of one example's loss, grouped.

    Args:
        net: of any kind.
        inputs: of the example.
        targets: of the example.
        opened: `all`, `none` or a unit as `layer.place`; None: all where there are few values.

    Raises:
        ValueError: there is no such unit, or all would be too many.
    """
    whole = graph_of_network(net, inputs, targets)
    units = _units_of(net, whole)
    members: dict[Unit, list[Value]] = {}
    for value in whole.nodes:
        members.setdefault(units[value], []).append(value)
    ends = {unit: _ends(unit, units, whole) for unit in members}
    symbols = Symbols(net)
    last = len(net.layer_sizes) - 1
    closable = {
        f"{layer}.{place}": (layer, place)
        for layer, place in sorted(members)
        if len(ends[layer, place]) == 1 and len(members[layer, place]) > 1
    }
    if opened is None:
        opened = "all" if len(whole.nodes) <= FEW else "none"
    if opened not in {"all", "none", *closable} or (
        opened == "all" and len(whole.nodes) > MOST_DRAWN
    ):
        raise ValueError("must be all, none or a unit, and all of at most 200 values")
    closed = {unit: name for name, unit in closable.items() if opened not in {"all", name}}
    made: dict[Value, Value] = {}
    for value in whole.nodes:
        unit = units[value]
        if unit not in closed:
            operands = tuple(made[operand] for operand in value.operands)
            made[value] = Value(value.data, value.label, value.operation, operands)
        elif value in ends[unit]:
            made[value] = _closed(value, members[unit], made, is_loss=unit[0] > last)
    namings = _namings(net, symbols, whole, ends)
    titles = {
        name: (
            "the loss" if unit[0] > last else symbols.unit(*unit),
            len(members[unit]),
        )
        for name, unit in closable.items()
    }
    return GroupedNetwork(
        Graph(made[whole.root], {}),
        {made[value]: naming for value, naming in namings.items() if value in made},
        {made[end]: name for unit, name in closed.items() for end in ends[unit]},
        titles,
        opened,
        len(whole.nodes),
    )


def _units_of(net: Network, graph: Graph) -> dict[Value, Unit]:
    """The unit that each value belongs to."""
    last = len(net.layer_sizes) - 1
    loss = (last + 1, 0)
    units: dict[Value, Unit] = {}
    for value in graph.nodes:
        if value.operation is None:
            if value.label:
                units[value] = _unit_of_leaf(value.label, last)
            continue
        found = {units[operand] for operand in value.operands if operand in units}
        unit = max(found)
        beside = any(other[0] == unit[0] for other in found - {unit})
        is_sum = value.operation.symbol in {"+", "×"}
        joined = net.loss.endswith("cross_entropy") or net.activations[-1] == "softmax"
        if beside or (joined and unit[0] == last and not is_sum):
            unit = loss
        units[value] = unit
        for operand in value.operands:
            units.setdefault(operand, unit)  # a constant belongs where it is used first
    return units


def _unit_of_leaf(label: str, last: int) -> Unit:
    indices = [int(digits) for digits in INDICES.findall(label)]
    if label.startswith("inputs"):
        return 0, indices[1]
    if label.startswith("targets"):
        return last + 1, 0
    if label.startswith("skip_weights"):
        return last, indices[1]
    return indices[0] + 1, indices[-1]


def _ends(unit: Unit, units: dict[Value, Unit], graph: Graph) -> list[Value]:
    """Those values of a unit that others use; for the loss, the root."""
    used = {
        operand
        for value in graph.nodes
        for operand in value.operands
        if units[operand] == unit != units[value]
    }
    return [
        value
        for value in graph.nodes
        if value in used or (value is graph.root and units[value] == unit)
    ]


def _closed(end: Value, members: list[Value], made: dict[Value, Value], *, is_loss: bool) -> Value:
    """A whole unit as one value: its operands are the numbers that come in from outside."""
    inside = set(members)
    gradients = dict.fromkeys(members, 0.0)
    gradients[end] = 1.0
    for value in reversed(members):
        for operand, derivative in zip(value.operands, value.local_derivatives(), strict=True):
            gradients[operand] = gradients.get(operand, 0.0) + derivative * gradients[value]
    used = [operand for value in members for operand in value.operands if operand not in inside]
    outside = list(dict.fromkeys(used))
    derivatives = tuple(gradients[value] for value in outside)
    operation = Operation(
        "loss" if is_loss else "unit",
        lambda *_: end.data,
        lambda *_: derivatives,
    )
    return Value(end.data, "", operation, tuple(made[value] for value in outside))


def _namings(
    net: Network, symbols: Symbols, graph: Graph, ends: dict[Unit, list[Value]]
) -> dict[Value, Naming]:
    last = len(net.layer_sizes) - 1
    namings: dict[Value, Naming] = {}
    for (layer, place), values in ends.items():
        if layer > last or len(values) != 1:
            continue
        (end,) = values
        is_activated = end.operation is not None and end.operation.symbol in FUNCTIONS
        is_sum = layer == last and (
            net.loss.endswith("cross_entropy") or net.activations[-1] == "softmax"
        )
        text = symbols.unit(layer, place)
        z = Naming(
            f"the pre-activation of {text}",
            symbols.pre_activation_symbol(layer - 1, place),
            f"z{place + 1}",
        )
        if is_sum:
            namings[end] = z
            continue
        letter = "x" if layer == 0 else "ŷ" if layer == last else "a"
        index = "" if layer == last and net.layer_sizes[-1] == 1 else str(place + 1)
        namings[end] = Naming(text, symbols.unit_symbol(layer, place), f"{letter}{index}")
        if is_activated:
            namings[end.operands[0]] = z
    for value in graph.nodes:
        if value.operation is None and value.label and value not in namings:
            namings[value] = _leaf_naming(value.label, symbols, net)
    namings[graph.root] = Naming("the loss", "E", "E")
    return namings


def _leaf_naming(label: str, symbols: Symbols, net: Network) -> Naming:
    indices = [int(digits) for digits in INDICES.findall(label)]
    last = len(net.layer_sizes) - 1
    if label.startswith("targets"):
        index = str(indices[1] + 1) if net.layer_sizes[-1] > 1 else ""
        return Naming(
            f"target {index}" if index else "the target",
            symbols.target_symbol(indices[1]),
            f"t{index}",
        )
    if label.startswith("biases"):
        layer, place = indices
        address = (layer, None, place)
        return Naming(
            f"the {symbols.weight(*address)}", symbols.weight_symbol(*address), f"b{place + 1}"
        )
    layer, source, place = (last, *indices) if label.startswith("skip") else indices
    comma = "," if max(source, place) >= 9 else ""
    letter = "u" if layer == last else "w"
    return Naming(
        f"the {symbols.weight(layer, source, place)}",
        symbols.weight_symbol(layer, source, place),
        f"{letter}{source + 1}{comma}{place + 1}",
    )
