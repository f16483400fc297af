"""The factors that a chain rule is made of, each a derivative with a name in words.

`layer` counts as in `pre_activations`, units from 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from backprop.core.number_text import number_text
from backprop.core.rules import LOSSES

from . import equations
from .formula import Equation, Formula, Role, Term, aligned, equation, term
from .symbols import FUNCTION_NAMES

if TYPE_CHECKING:
    from backprop.core.parameter_layout import Address

    from .symbols import Terms


@dataclass(frozen=True, slots=True, repr=False)
class Factor:
    """One factor of a gradient."""

    symbol: str
    formula: Formula
    """Which derivative the factor is, and what it equals."""
    substituted: Formula
    value: float
    meaning: str
    """In words, such as "the slope of the sigmoid at hidden unit 1"."""
    place: str
    role: Role

    def __repr__(self) -> str:
        return f"<{number_text(self.value)}, {self.meaning}>"

    def _repr_latex_(self) -> str:
        return aligned(self.formula, self.substituted)

    @property
    def term(self) -> Term:
        """The factor as a piece of a formula."""
        return term(self.symbol, self.value, self.place, self.role)


class Factors:
    """The factors of one example's gradients; paths that share a factor share the object."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.at_output = cache(partial(at_output, terms))
        self.slope = cache(partial(slope, terms))
        self.passed_weight = cache(partial(passed_weight, terms))


def at_output(terms: Terms, unit: int) -> tuple[Factor, ...]:
    """∂E/∂ŷ and f′(z) of an output; ∂E/∂z alone where its two derivatives come as one."""
    layer = terms.last_layer
    name = terms.names.unit(layer + 1, unit)
    if LOSSES[terms.net.loss].of_pre_activation:
        meaning = f"how the loss changes with the weighted sum of {name}: output minus target"
    elif terms.net.activations[layer] == "softmax":
        meaning = f"how the loss changes with the weighted sum of {name}, through every share"
    else:
        gradient = equations.output_gradient(terms, unit)
        meaning = f"how the loss changes when {name} does"
        return (_factor(gradient.result, gradient, meaning), *slope(terms, layer, unit))
    δ = equations.error_signal(terms, layer, unit)
    return (_factor(δ.result, δ, meaning),)


def slope(terms: Terms, layer: int, unit: int) -> tuple[Factor, ...]:
    """f′(z); nothing for a linear unit, whose slope is one everywhere."""
    rule = terms.net.activations[layer]
    if rule == "linear":
        return ()
    derivative = equations.derivative(terms, layer, unit)
    meaning = f"the slope of the {FUNCTION_NAMES[rule]} at {terms.names.unit(layer + 1, unit)}"
    if rule == "relu" and derivative.result.value == 0:
        at_kink = terms.pre_activations[layer][unit].value == 0
        meaning += ", which counts as 0 right at the kink" if at_kink else ": the unit is off"
    return (_factor(derivative.result, derivative, meaning),)


def passed_weight(terms: Terms, layer: int, source: int, target: int) -> Factor:
    """∂z/∂a = w, for a weight on the way back from the loss."""
    names = terms.names
    w = terms.weights[layer][source][target]
    written = _derivative(terms, layer, target, names.unit_symbol(layer, source), w)
    sender, receiver = names.unit(layer, source), names.unit(layer + 1, target)
    return _factor(w, written, f"the weight by which {sender} moves {receiver}")


def carried(terms: Terms, address: Address) -> Factor:
    """∂z/∂w = a, what the weight carried forward; 1 for a bias."""
    layer, source, target = address
    names = terms.names
    end = min(layer, terms.last_layer)
    if source is None:
        a = term("1", 1.0, f"bias:{layer},{target}", "forward")
        meaning = "a bias counts in full"
    else:
        start = 0 if layer > terms.last_layer else layer
        a = terms.units[start][source]
        meaning = f"what {names.unit(start, source)} sent over this weight"
    written = _derivative(terms, end, target, names.weight_symbol(layer, source, target), a)
    return _factor(a, written, meaning)


def collected(terms: Terms, layer: int, unit: int) -> tuple[Factor, ...]:
    """∂E/∂a of a hidden unit, which sums all paths ahead of it, and f′(z)."""
    gradient = equations.activation_gradient(terms, layer, unit)
    name = terms.names.unit(layer + 1, unit)
    meaning = f"how the loss changes with {name}, over all paths from there"
    return (_factor(gradient.result, gradient, meaning), *slope(terms, layer, unit))


def _derivative(terms: Terms, layer: int, target: int, by: str, equals: Term) -> Equation:
    """∂z/∂`by`, which is one of the factors of that summand of z."""
    z = terms.pre_activations[layer][target].symbol["latex"]
    place, role = equals.symbol["place"], equals.symbol["role"]
    left = term(rf"\frac{{\partial {z}}}{{\partial {by}}}", equals.value, place, role)
    return equation(left, [equals])


def _factor(shown: Term, written: Equation, meaning: str) -> Factor:
    return Factor(
        shown.symbol["latex"],
        written.formula,
        written.substituted,
        shown.value,
        meaning,
        shown.symbol["place"],
        shown.symbol["role"],
    )
