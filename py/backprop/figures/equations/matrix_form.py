"""The seven equations for a whole layer: bold letters, and the matrices they stand for.

Vectors are rows, as batches are in the core: z = a W + b. The entries are numbers of one example
through one network.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from backprop.core.gradient_descent import descend, momentum_change
from backprop.core.rules import Array
from backprop.explain.formula import EQUALS, MINUS, PLUS, Formula, FormulaPart, Role, part
from backprop.explain.symbols import FUNCTION_LATEX, Terms

from .general_rule import ARROW, BEFORE
from .matrix_latex import bold, matrix, row_matrix, short_number
from .momentum_steps import Momentum

ENTRYWISE = part(r" \odot ")
THEN = part(r" \cdot ")


class MatrixEquation(NamedTuple):
    """One of the seven in matrix form."""

    name: str
    formulas: tuple[Formula, ...]
    numbers: tuple[Formula, ...]
    """The same with every matrix written out."""


class MatrixForm:
    """The seven equations of one layer of weights, `layer`, in a net of one hidden layer."""

    def __init__(self, terms: Terms, layer: int, momentum: Momentum) -> None:
        self.terms, self.layer, self.momentum = terms, layer, momentum
        self.change = terms.net.split(momentum.change).weights[layer]

    def equations(self) -> tuple[MatrixEquation, ...]:
        """All seven, in the order of `GeneralRule.equations`."""
        return (
            self._forward(),
            self._loss(),
            self._output_error(),
            self._hidden_error(),
            self._weight_gradient(),
            self._update(),
            self._momentum_update(),
        )

    def _forward(self) -> MatrixEquation:
        net, run, at = self.terms.net, self.terms.forward, self.layer
        f = FUNCTION_LATEX[net.activations[at]]
        z, a = bold("z", at + 1, "forward"), self._activations(at + 1)
        received, w, b = self._activations(at), bold("W", at + 1, "weight"), bold("b", at + 1)
        z_numbers = row_matrix(run.pre_activations[at], f"pre:{at + 1},", "forward")
        return MatrixEquation(
            "forward",
            (
                Formula([z, EQUALS, received, part(r" \, "), w, PLUS.symbol, b]),
                Formula([a, EQUALS, part(f"{f}("), z, part(")")]),
            ),
            (
                Formula(
                    [
                        *z_numbers,
                        EQUALS,
                        *self._unit_row(at),
                        *self._weights(net.weights[at], "weight"),
                        PLUS.symbol,
                        *row_matrix(net.biases[at], f"bias:{at},", "weight"),
                    ]
                ),
                Formula([*self._unit_row(at + 1), EQUALS, part(f"{f}"), *z_numbers]),
            ),
        )

    def _loss(self) -> MatrixEquation:
        terms = self.terms
        difference = [part(r"\tfrac{1}{2} \, \lVert ")]
        y, t = part(r"\hat{\mathbf{y}}", role="forward"), part(r"\mathbf{t}", role="target")
        end = part(r" \rVert^2")
        return MatrixEquation(
            "loss",
            (Formula([terms.loss.symbol, EQUALS, *difference, y, MINUS.symbol, t, end]),),
            (
                Formula(
                    [
                        short_number(terms.loss.value, "loss", "loss"),
                        EQUALS,
                        *difference,
                        *self._unit_row(2),
                        MINUS.symbol,
                        *row_matrix(terms.target_values, "target:", "target"),
                        end,
                    ]
                ),
            ),
        )

    def _output_error(self) -> MatrixEquation:
        y, t = part(r"\hat{\mathbf{y}}", role="forward"), part(r"\mathbf{t}", role="target")
        brackets = part(" ("), part(")")
        formula = [bold(r"\boldsymbol{\delta}", 2, "backward"), EQUALS, self._slopes(1), ENTRYWISE]
        return MatrixEquation(
            "output_error",
            (Formula([*formula, brackets[0], y, MINUS.symbol, t, brackets[1]]),),
            (
                Formula(
                    [
                        *self._errors(1),
                        EQUALS,
                        *self._slope_row(1),
                        ENTRYWISE,
                        brackets[0],
                        *self._unit_row(2),
                        MINUS.symbol,
                        *row_matrix(self.terms.target_values, "target:", "target"),
                        brackets[1],
                    ]
                ),
            ),
        )

    def _hidden_error(self) -> MatrixEquation:
        δ, ahead = (bold(r"\boldsymbol{\delta}", layer, "backward") for layer in (1, 2))
        w = part(r"{\mathbf{W}^{(2)}}^{\mathsf{T}}", role="weight")
        transposed = self.terms.net.weights[1].T
        columns = matrix(transposed, lambda target, source: f"weight:1,{source},{target}", "weight")
        return MatrixEquation(
            "hidden_error",
            (
                Formula(
                    [
                        δ,
                        EQUALS,
                        self._slopes(0),
                        ENTRYWISE,
                        part(" ("),
                        ahead,
                        part(r" \, "),
                        w,
                        part(")"),
                    ]
                ),
            ),
            (
                Formula(
                    [
                        *self._errors(0),
                        EQUALS,
                        *self._slope_row(0),
                        ENTRYWISE,
                        part(" ("),
                        *self._errors(1),
                        *columns,
                        part(")"),
                    ]
                ),
            ),
        )

    def _weight_gradient(self) -> MatrixEquation:
        at, run = self.layer, self.terms.forward
        a = part(rf"{{{self._activations(at)['latex']}}}^{{\mathsf{{T}}}}", role="forward")
        kind = "unit:1" if at else "input:"
        column = matrix(
            run.activations[at].T,
            lambda unit, _: f"{kind},{unit}" if at else f"{kind}{unit}",
            "forward",
        )
        δ = bold(r"\boldsymbol{\delta}", at + 1, "backward")
        return MatrixEquation(
            "weight_gradient",
            (Formula([self._gradient(), EQUALS, a, part(r" \, "), δ]),),
            (Formula([*self._gradients(), EQUALS, *column, *self._errors(at)]),),
        )

    def _update(self) -> MatrixEquation:
        net, at, η = self.terms.net, self.layer, self.momentum.learning_rate
        w = bold("W", at + 1, "weight")
        after = descend(net.weights[at], self.terms.backward.weight_gradients[at], η)
        return MatrixEquation(
            "update",
            (Formula([w, ARROW, w, MINUS.symbol, part(r"\eta \, "), self._gradient()]),),
            (
                Formula(
                    [
                        *self._weights(net.weights[at], "weight"),
                        MINUS.symbol,
                        short_number(η, "rate"),
                        THEN,
                        *self._gradients(),
                        EQUALS,
                        *self._weights(after, "weight"),
                    ]
                ),
            ),
        )

    def _momentum_update(self) -> MatrixEquation:
        net, at = self.terms.net, self.layer
        η, α, _ = self.momentum
        change = momentum_change(self.change, self.terms.backward.weight_gradients[at], η, α)
        w, now = (
            bold("W", at + 1, "weight"),
            part(rf"\Delta \mathbf{{W}}^{{({at + 1})}}", role="weight"),
        )
        before = part(rf"{BEFORE} \mathbf{{W}}^{{({at + 1})}}", role="weight")
        return MatrixEquation(
            "momentum",
            (
                Formula(
                    [
                        now,
                        EQUALS,
                        part(r"-\eta \, "),
                        self._gradient(),
                        part(r" + \alpha \, "),
                        before,
                    ]
                ),
                Formula([w, ARROW, w, PLUS.symbol, now]),
            ),
            (
                Formula(
                    [
                        *self._weights(change, "weight"),
                        EQUALS,
                        part("-"),
                        short_number(η, "rate"),
                        THEN,
                        *self._gradients(),
                        PLUS.symbol,
                        short_number(α, "momentum"),
                        THEN,
                        *self._weights(self.change, "weight"),
                    ]
                ),
                Formula(
                    [
                        *self._weights(net.weights[at], "weight"),
                        PLUS.symbol,
                        *self._weights(change, "weight"),
                        EQUALS,
                        *self._weights(net.weights[at] + change, "weight"),
                    ]
                ),
            ),
        )

    def _activations(self, layer: int) -> FormulaPart:
        if layer == 0:
            return part(r"\mathbf{x}", role="forward")
        return part(r"\hat{\mathbf{y}}", role="forward") if layer == 2 else bold("a", 1, "forward")

    def _slopes(self, layer: int) -> FormulaPart:
        f = FUNCTION_LATEX[self.terms.net.activations[layer]]
        return part(rf"{f}'(\mathbf{{z}}^{{({layer + 1})}})", role="backward")

    def _slope_row(self, layer: int) -> list[FormulaPart]:
        slopes = np.array([slope.value for slope in self.terms.derivatives[layer]])
        return row_matrix(slopes, f"pre:{layer + 1},", "backward")

    def _gradient(self) -> FormulaPart:
        latex = rf"\frac{{\partial E}}{{\partial \mathbf{{W}}^{{({self.layer + 1})}}}}"
        return part(latex, role="backward")

    def _unit_row(self, layer: int) -> list[FormulaPart]:
        place = f"unit:{layer}," if layer else "input:"
        return row_matrix(self.terms.forward.activations[layer], place, "forward")

    def _errors(self, layer: int) -> list[FormulaPart]:
        signals = self.terms.backward.error_signals[layer]
        return row_matrix(signals, f"error:{layer + 1},", "backward")

    def _gradients(self) -> list[FormulaPart]:
        return self._weights(self.terms.backward.weight_gradients[self.layer], "backward")

    def _weights(self, values: Array, role: Role) -> list[FormulaPart]:
        at = self.layer
        return matrix(values, lambda i, j: f"weight:{at},{i},{j}", role)
