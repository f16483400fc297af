"""The last steps of a walkthrough: gradient descent changes the weights, layer by layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backprop.core.gradient_descent import descend, without

from . import sentences, source_lines
from .formula import MINUS, TIMES, Formula, FormulaPart, Term, bare, equals, part, term
from .step import Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backprop.core.parameter_layout import Address

    from .symbols import Names, Terms

ROWS_SHOWN = 6
"""An update's numbers are written out for this many parameters; more end in dots."""

_ARROW = part(r" \leftarrow ")


class _Change(NamedTuple):
    """What happens to one parameter."""

    address: Address
    before: Term
    gradient: Term
    after: Term
    frozen: bool


def updates(terms: Terms, learning_rate: float, frozen: Sequence[int]) -> Iterator[Step]:
    """One update step per layer, the last first; direct weights move with the last layer."""
    net = terms.net
    after = descend(net.parameters, without(terms.backward.gradient, frozen), learning_rate)
    held = {range(after.size)[position] for position in frozen}
    changes: list[list[_Change]] = [[] for _ in net.weights]
    for position, address in enumerate(net.layout.addresses()):
        before, gradient = terms.parameter(address)
        symbol, place = before.symbol["latex"], before.symbol["place"]
        new = term(symbol, after.item(position), place, "weight")
        layer = min(address[0], terms.last_layer)
        changes[layer].append(_Change(address, before, gradient, new, position in held))
    rate = term(r"\eta", learning_rate, "rate", None)
    for layer in range(terms.last_layer, -1, -1):
        yield _update(terms, layer, changes[layer], rate)


def _update(terms: Terms, layer: int, changes: list[_Change], rate: Term) -> Step:
    units = range(terms.net.layer_sizes[layer + 1])
    frozen = sum(change.frozen for change in changes)
    symbol, formula = _rule(terms.names, changes, rate)
    return Step(
        phase="update",
        operation="update",
        units=tuple((layer + 1, unit) for unit in units),
        weights=tuple((at, i, j) for (at, i, j), *_ in changes if i is not None),
        biases=tuple((at, j) for (at, i, j), *_ in changes if i is None),
        place="rate",
        symbol=symbol,
        formula=formula,
        substituted=_numbers(changes, rate),
        value=[change.after.value for change in changes],
        sentence=sentences.update(terms, layer, rate.value, len(changes) - frozen, frozen),
        function=source_lines.UPDATE.function,
        file=source_lines.UPDATE.file,
        line=source_lines.UPDATE.line,
    )


def _rule(names: Names, changes: list[_Change], rate: Term) -> tuple[str, Formula]:
    """The rule for every parameter of a layer, and LaTeX of what it changes."""
    if len(changes) == 1:
        before = changes[0].before.symbol
        return before["latex"], Formula(_descent(before, changes[0].gradient.symbol, rate))
    kinds: dict[str, None] = {}  # of each kind of parameter one, with letters for indices
    for (layer, origin, _), *_ in changes:
        indices = "_j" if origin is None else "_{ij}"
        numbered = names.weight_symbol(layer, None if origin is None else 0, 0)
        kinds[numbered.rpartition("_")[0] + indices] = None
    parts: list[FormulaPart] = []
    for symbol in kinds:
        gradient = part(names.derivative_of_loss(symbol), role="backward")
        parts += [part(r", \quad ")] if parts else []
        parts += _descent(part(symbol, role="weight"), gradient, rate)
    return ", ".join(kinds), Formula(parts)


def _descent(before: FormulaPart, gradient: FormulaPart, rate: Term) -> list[FormulaPart]:
    return [before, _ARROW, before, MINUS.symbol, rate.symbol, TIMES.symbol, gradient]


def _numbers(changes: list[_Change], rate: Term) -> Formula:
    """The rule with numbers, a row for each parameter."""
    if len(changes) == 1:
        return Formula(_row(changes[0], rate, ""))
    shown = changes if len(changes) <= ROWS_SHOWN else [*changes[: ROWS_SHOWN - 2], changes[-1]]
    parts = [part(r"\begin{aligned} ")]
    for position, change in enumerate(shown):
        if position:
            parts.append(part(r" \\ "))
        if position == ROWS_SHOWN - 2 and len(shown) < len(changes):
            parts.append(part(r"& \vdots \\ "))
        parts += _row(change, rate, "& ")
    return Formula([*parts, part(r" \end{aligned}")])


def _row(change: _Change, rate: Term, alignment: str) -> list[FormulaPart]:
    before, gradient, after = change.before, change.gradient, change.after
    value = bare(after).number
    if change.frozen:
        return [before.symbol, part(f" {alignment}= "), value, part(r" \text{ (frozen)}")]
    return [
        before.symbol,
        part(f" {alignment}" + r"\leftarrow "),
        bare(before).number,
        MINUS.number,
        rate.number,
        TIMES.number,
        gradient.number,
        equals([before, rate, gradient, after]),
        value,
    ]
