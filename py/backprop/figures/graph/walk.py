"""A graph computed step by step: forward, then back in some order, each step told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from backprop.core.number_text import number_text
from backprop.explain.formula import CHAIN, EQUALS, PLUS, Formula, bare, equals, equation
from backprop.explain.source_lines import last_line_of, line_using
from backprop.graph import Graph, Value
from backprop.message.plain_data import plain

from .names import Names, is_constant
from .operation_words import handing_words, slope_terms, value_terms, value_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backprop.explain.formula import Term

HAND_ON = line_using(Value.hand_on, "operand", "gradient", "derivative", "self")
COMPUTE = last_line_of(Value.compute_again)
SEED = line_using(Value.backward, "self", "gradient")


MOST_FORMULAS = 4
MOST_TOLD = 2
"""Of the operands of one operation; a closed unit may have many more."""


class Mistake(NamedTuple):
    """The first step at which an order goes wrong."""

    step: int
    node: int
    sentence: str


def forward_steps(graph: Graph, names: Names) -> Iterator[dict[str, Any]]:
    """One step for every value that is computed, after one that shows what goes in."""
    yield {
        "phase": "forward",
        "node": None,
        "sentence": "These numbers go in. Each step computes one more, from left to right.",
        "formulas": [],
        "line": None,
        "gradients": [],
        "handed": [],
    }
    for value in graph.nodes:
        if value.operation is None:
            continue
        right = value_terms(value, names)
        told = equation(names.value(value), right) if right else None
        whole = Formula([names.value(value).symbol, EQUALS, names.value(value).number])
        yield {
            "phase": "forward",
            "node": names.places[value],
            "sentence": (
                f"{names.at_the_start(value)} is {value_words(value, names)}: "
                f"{number_text(value.data)}."
            ),
            "formulas": [[told.formula, told.substituted] if told else [whole]],
            "line": (last_line_of(value.operation.derivatives) if told else COMPUTE)._asdict(),
            "gradients": [],
            "handed": [],
        }


def backward_steps(graph: Graph, names: Names, order: list[Value]) -> Iterator[dict[str, Any]]:
    """The gradient of the result, and then one step for every value that hands on.

    The gradients of the graph's values are set on the way, as `Graph.backward` sets them.

    Args:
        graph: computed.
        names: of its values.
        order: in which they hand on; a value that was given has nobody to hand to and is left out.
    """
    for value in graph.nodes:
        value.gradient = 0.0
    graph.root.gradient = 1.0
    result = names.texts[graph.root]
    yield {
        "phase": "backward",
        "node": names.places[graph.root],
        "sentence": (
            f"The way back begins at {result}, with a gradient of 1: "
            f"{result} changes exactly as fast as itself."
        ),
        "formulas": [[Formula([names.gradient(graph.root, 1.0).symbol, {"latex": " = 1"}])]],
        "line": SEED._asdict(),
        "gradients": [[names.places[graph.root], 1.0]],
        "handed": [],
    }
    got: Counter[Value] = Counter()
    for value in order:
        if value.operation is not None:
            yield _handing_on(value, names, got)


def _handing_on(value: Value, names: Names, got: Counter[Value]) -> dict[str, Any]:
    """One value hands on; `got` counts how often each operand has been handed something."""
    formulas: list[list[Formula]] = []
    told: list[str] = []
    gradients, handed = [], []
    arrived = value.gradient
    now = {operand: operand.gradient for operand in value.operands}
    derivatives = value.local_derivatives()
    for index, (operand, derivative) in enumerate(zip(value.operands, derivatives, strict=True)):
        amount = derivative * arrived
        before, after = now[operand], now[operand] + amount
        now[operand] = after
        gradients.append([names.places[operand], after])
        handed.append([names.places[value], index, amount])
        if is_constant(operand):
            continue
        local = names.local(value, operand, derivative)
        slope = _slope(local, slope_terms(value, index, names))
        added = _added(names, value, operand, (before, derivative, arrived, after))
        if len(formulas) < MOST_FORMULAS:
            formulas.append([slope, added])
        name = names.texts[operand] if told else names.at_the_start(operand)
        told.append(
            f"{name} had {number_text(before)} and gets {number_text(amount)} more, "
            f"which makes {number_text(after)}"
            if got[operand]
            else f"{name} gets {number_text(amount)}"
        )
        got[operand] += 1
    value.hand_on()
    return {
        "phase": "backward",
        "node": names.places[value],
        "sentence": (
            f"{number_text(arrived)} arrives at {names.texts[value]}. {handing_words(value)}. "
            f"{_all_told(told)}"
        ),
        "formulas": formulas,
        "line": HAND_ON._asdict(),
        "gradients": gradients,
        "handed": handed,
    }


def _all_told(told: list[str]) -> str:
    """What operands get, as a sentence."""
    if not told:
        return "Both numbers are constants."
    if len(told) > MOST_TOLD:
        return f"So {len(told)} numbers get a share."
    return f"{'; '.join(told)}."


def _slope(local: Term, right: list[Term]) -> Formula:
    """∂value/∂operand = what it is computed from, in symbols and in numbers = its number."""
    if len(right) == 1 and right[0].symbol == right[0].number:
        right = []  # a constant of the formula is its own number
    symbols = [EQUALS, *[each.symbol for each in right]] if right else []
    numbers = [EQUALS, *[each.number for each in right]] if len(right) > 1 else []
    return Formula([local.symbol, *symbols, *numbers, equals([local, *right]), bare(local).number])


def _added(
    names: Names, value: Value, operand: Value, numbers: tuple[float, float, float, float]
) -> Formula:
    """∂f/∂operand = what it had + local derivative · what arrived = what it has."""
    before, derivative, arrived, after = numbers
    result = names.gradient(operand, after)
    had = names.gradient(operand, before)
    local = names.local(value, operand, derivative)
    coming = names.gradient(value, arrived)
    right: list[Term] = [had, PLUS, local, CHAIN, coming]
    end = [equals([result, *right]), bare(result).number]
    return Formula([result.symbol, EQUALS, *[each.number for each in right], *end])


def first_mistake(order: list[Value], names: Names, first_step: int) -> Mistake | None:
    """Where an order first breaks the rule that all who use a value have handed on before it.

    Args:
        order: of handing on, without the values that were given.
        names: of the values of the graph.
        first_step: the number of the step at which the first of them hands on.
    """
    users: dict[Value, set[Value]] = {}
    for value in names.places:
        for operand in value.operands:
            users.setdefault(operand, set()).add(value)
    done: set[Value] = set()
    for step, value in enumerate(order, first_step):
        name = names.texts[value]
        missing = [each for each in names.places if each in users.get(value, set()) - done]
        if value in done:
            why = f"{name} hands on once more, with what it had handed on before."
        elif missing:
            late = " and ".join(names.texts[each] for each in missing[:2])
            have = "has" if len(missing) == 1 else "have"
            why = f"{name} hands on too early: {late} {have} yet to hand something to it."
        else:
            done.add(value)
            continue
        return Mistake(step, names.places[value], why)
    return None


def plain_steps(graph: Graph, names: Names, order: list[Value]) -> list[dict[str, Any]]:
    """All steps as plain data."""
    steps: list[dict[str, Any]] = plain(
        [*forward_steps(graph, names), *backward_steps(graph, names, order)]
    )
    return steps
