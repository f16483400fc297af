"""Backpropagation in seven equations, each for any unit, for one unit, and for a whole layer.

The general form has letters for indices: i for the unit that a weight leaves, j for the one it
reaches, k for an output. Each of its symbols knows which quantity of a given network it stands
for, once somebody has chosen a weight w_ij.
"""

from __future__ import annotations

from typing import NamedTuple

from backprop.core.gradient_descent import descend, momentum_change
from backprop.core.parameter_layout import Address
from backprop.explain import equations
from backprop.explain.formula import (
    CLOSE,
    EQUALS,
    MINUS,
    OPEN,
    PLUS,
    TIMES,
    Equation,
    Formula,
    FormulaPart,
    Term,
    bare,
    equals,
    equation,
    part,
    term,
)
from backprop.explain.symbols import FUNCTION_LATEX, Terms

from .momentum_steps import Momentum

ARROW = part(r" \leftarrow ")
BEFORE = r"\Delta_{\text{before}}"
OUTPUT = 0
"""The one output unit."""


class Symbol(NamedTuple):
    """One symbol of a general form, and what it stands for here."""

    symbol: FormulaPart
    value: float
    number: str
    """`value` as LaTeX."""
    meaning: str


class RuleEquation(NamedTuple):
    """One of the seven."""

    name: str
    subject: str
    """Whose quantities are told, in words."""
    general: tuple[Formula, ...]
    examples: tuple[Equation, ...]
    """The same for the subject: in its own symbols, and in numbers."""
    symbols: tuple[Symbol, ...]


class GeneralRule:
    """The seven equations for a traced network with one hidden layer and one output.

    `address` is the chosen weight or bias.
    """

    def __init__(self, terms: Terms, address: Address, momentum: Momentum) -> None:
        self.terms, self.names, self.momentum = terms, terms.names, momentum
        self.layer, source, self.unit = address
        self.source = 0 if source is None else source
        self.is_bias = source is None
        self.hidden = self.unit if self.layer == 0 else self.source
        """The hidden unit whose δ is told: that of the chosen weight, or the one it leaves."""
        self.w, self.gradient = terms.parameter(address)
        self.address = address
        position = terms.net.layout.addresses().index(address)
        before = momentum.change.item(position)
        η, α = momentum.learning_rate, momentum.momentum
        place = self.w.symbol["place"]
        latex = self.w.symbol["latex"]
        self.rate = term(r"\eta", η, "rate", None)
        self.share = term(r"\alpha", α, "momentum", None)
        self.last_change = term(rf"{BEFORE} {latex}", before, place, "weight")
        change = momentum_change(before, self.gradient.value, η, α)
        self.change = term(rf"\Delta {latex}", change, place, "weight")
        self.stepped = term(latex, descend(self.w.value, self.gradient.value, η), place, "weight")
        self.carried = term(latex, self.w.value + change, place, "weight")

    def equations(self) -> tuple[RuleEquation, ...]:
        """All seven, in the order in which a step of training needs them."""
        return (
            self._forward(),
            self._loss(),
            self._output_error(),
            self._hidden_error(),
            self._weight_gradient(),
            self._update(),
            self._momentum_update(),
        )

    def _forward(self) -> RuleEquation:
        terms, layer, unit = self.terms, self.layer, self.unit
        f = FUNCTION_LATEX[terms.net.activations[layer]]
        z, a = terms.pre_activations[layer][unit], terms.units[layer + 1][unit]
        w, source = terms.weights[layer][self.source][unit], terms.units[layer][self.source]
        b = terms.biases[layer][unit]
        who = self.names.unit(layer + 1, unit)
        zj, aj, wij, ai, bj = (
            _as("z_j", z),
            _as("a_j", a),
            _as("w_{ij}", w),
            _as("a_i", source),
            _as("b_j", b),
        )
        return RuleEquation(
            "forward",
            who,
            (
                Formula([zj, EQUALS, part(r"\sum_i "), wij, TIMES.symbol, ai, PLUS.symbol, bj]),
                Formula([aj, EQUALS, part(f"{f}("), zj, CLOSE.symbol]),
            ),
            (
                equations.pre_activation(terms, layer, unit),
                equations.activation(terms, layer, unit),
            ),
            (
                _symbol(zj, z, f"the weighted sum of {who}"),
                _symbol(wij, w, f"the {self.names.weight(layer, self.source, unit)}"),
                _symbol(ai, source, self._activation_of(layer, self.source)),
                _symbol(bj, b, f"the {self.names.weight(layer, None, unit)}"),
                _symbol(aj, a, self._activation_of(layer + 1, unit)),
            ),
        )

    def _loss(self) -> RuleEquation:
        ŷ, t, loss = self.terms.units[-1][OUTPUT], self.terms.targets[OUTPUT], self.terms.loss
        yk, tk = _as(r"\hat{y}_k", ŷ), _as("t_k", t)
        square = [part("("), yk, MINUS.symbol, tk, part(")^2")]
        return RuleEquation(
            "loss",
            "the output",
            (Formula([loss.symbol, EQUALS, part(r"\tfrac{1}{2} \sum_k "), *square]),),
            (equations.loss(self.terms),),
            (
                _symbol(loss.symbol, loss, "the loss"),
                _symbol(yk, ŷ, "what the network says"),
                _symbol(tk, t, "what it should say: the target"),
            ),
        )

    def _output_error(self) -> RuleEquation:
        terms = self.terms
        ŷ, t = terms.units[-1][OUTPUT], terms.targets[OUTPUT]
        δ, slope = terms.error_signals[-1][OUTPUT], terms.derivatives[-1][OUTPUT]
        δk, fk = _as(r"\delta_k", δ), _as(self._slope("k", 1), slope)
        yk, tk = _as(r"\hat{y}_k", ŷ), _as("t_k", t)
        right = [slope, TIMES, OPEN, ŷ, MINUS, t, CLOSE]
        return RuleEquation(
            "output_error",
            "the output",
            (Formula([δk, EQUALS, fk, part(r" \, ("), yk, MINUS.symbol, tk, CLOSE.symbol]),),
            (equation(δ, right),),
            (
                _symbol(δk, δ, "the error signal of the output"),
                _symbol(fk, slope, "the slope of its activation"),
                _symbol(yk, ŷ, "what the network says"),
                _symbol(tk, t, "the target"),
            ),
        )

    def _hidden_error(self) -> RuleEquation:
        terms, unit = self.terms, self.hidden
        δ, slope = terms.error_signals[0][unit], terms.derivatives[0][unit]
        w, ahead = terms.weights[1][unit][OUTPUT], terms.error_signals[1][OUTPUT]
        who = self.names.unit(1, unit)
        δj, fj = _as(r"\delta_j", δ), _as(self._slope("j", 0), slope)
        wjk, δk = _as("w_{jk}", w), _as(r"\delta_k", ahead)
        return RuleEquation(
            "hidden_error",
            who,
            (Formula([δj, EQUALS, fj, part(r" \sum_k "), wjk, TIMES.symbol, δk]),),
            (equations.shared_error(terms, 0, unit),),
            (
                _symbol(δj, δ, f"the error signal of {who}"),
                _symbol(fj, slope, "the slope of its activation"),
                _symbol(wjk, w, f"the {self.names.weight(1, unit, OUTPUT)}"),
                _symbol(δk, ahead, "the error signal of the output"),
            ),
        )

    def _weight_gradient(self) -> RuleEquation:
        terms, layer, unit = self.terms, self.layer, self.unit
        δ, g = terms.error_signals[layer][unit], self.gradient
        δj, gij = _as(r"\delta_j", δ), self._general_gradient()
        who = self.names.weight(*self.address)
        of_unit = f"the error signal of {self.names.unit(layer + 1, unit)}"
        told = (_symbol(gij, g, f"the gradient of the {who}"), _symbol(δj, δ, of_unit))
        if self.is_bias:
            example = equations.bias_gradient(terms, layer, unit)
            general = Formula([gij, EQUALS, δj])
            return RuleEquation("weight_gradient", f"the {who}", (general,), (example,), told)
        source = terms.units[layer][self.source]
        ai = _as("a_i", source)
        return RuleEquation(
            "weight_gradient",
            f"the {who}",
            (Formula([gij, EQUALS, ai, TIMES.symbol, δj]),),
            (equations.weight_gradient(terms, layer, self.source, unit),),
            (*told, _symbol(ai, source, self._activation_of(layer, self.source))),
        )

    def _update(self) -> RuleEquation:
        w, g, η = self.w, self.gradient, self.rate
        wij, gij = _as(self._weight_letter(), w), self._general_gradient()
        general = Formula([wij, ARROW, wij, MINUS.symbol, η.symbol, TIMES.symbol, gij])
        return RuleEquation(
            "update",
            f"the {self.names.weight(*self.address)}",
            (general,),
            (_becomes(w, [w, MINUS, η, TIMES, g], self.stepped),),
            (
                _symbol(wij, w, f"the {self.names.weight(*self.address)}"),
                _symbol(η.symbol, η, "the learning rate"),
                _symbol(gij, g, "its gradient"),
            ),
        )

    def _momentum_update(self) -> RuleEquation:
        w, g, η, α = self.w, self.gradient, self.rate, self.share
        letter = self._weight_letter()
        wij, gij = _as(letter, w), self._general_gradient()
        now = _as(rf"\Delta {letter}", self.change)
        before = _as(rf"{BEFORE} {letter}", self.last_change)
        right = [part("-"), η.symbol, TIMES.symbol, gij, PLUS.symbol, α.symbol, TIMES.symbol]
        minus = Term(MINUS.value, part("-"), part("-"), True, "-")
        return RuleEquation(
            "momentum",
            f"the {self.names.weight(*self.address)}",
            (
                Formula([now, EQUALS, *right, before]),
                Formula([wij, ARROW, wij, PLUS.symbol, now]),
            ),
            (
                equation(self.change, [minus, η, TIMES, g, PLUS, α, TIMES, self.last_change]),
                _becomes(w, [w, PLUS, self.change], self.carried),
            ),
            (
                _symbol(now, self.change, "the change that is made now"),
                _symbol(η.symbol, η, "the learning rate"),
                _symbol(gij, g, "the gradient"),
                _symbol(α.symbol, α, "the momentum: how much of the last change is kept"),
                _symbol(before, self.last_change, "the change of the step before"),
                _symbol(wij, w, f"the {self.names.weight(*self.address)}"),
            ),
        )

    def _activation_of(self, layer: int, unit: int) -> str:
        name = self.names.unit(layer, unit)
        return name if layer == 0 else f"the activation of {name}"

    def _slope(self, index: str, layer: int) -> str:
        return f"{FUNCTION_LATEX[self.terms.net.activations[layer]]}'(z_{index})"

    def _weight_letter(self) -> str:
        return "b_j" if self.is_bias else "w_{ij}"

    def _general_gradient(self) -> FormulaPart:
        latex = self.names.derivative_of_loss(self._weight_letter())
        return _as(latex, self.gradient)


def _as(latex: str, quantity: Term) -> FormulaPart:
    """The symbol of a quantity, written with a letter for its index."""
    return {**quantity.symbol, "latex": latex}


def _symbol(symbol: FormulaPart, quantity: Term, meaning: str) -> Symbol:
    return Symbol(symbol, quantity.value, quantity.result, meaning)


def _becomes(before: Term, right: list[Term], after: Term) -> Equation:
    """What a quantity becomes: w ← …, and with numbers its new value at the end."""
    formula = Formula([before.symbol, ARROW, *[piece.symbol for piece in right]])
    numbers = [piece.number for piece in [bare(right[0]), *right[1:]]]
    end = [equals([*right, after]), bare(after).number]
    return Equation(after, formula, Formula([before.symbol, ARROW, *numbers, *end]))
