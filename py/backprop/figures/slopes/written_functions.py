"""How the functions are written: their letters, and their slopes as equations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.small_models.scalar_functions import FUNCTIONS
from backprop.explain.formula import (
    CHAIN,
    CLOSE,
    MINUS,
    OPEN,
    PLUS,
    TIMES,
    bare,
    equation,
    sign,
    term,
)
from backprop.message.plain_data import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from backprop.explain.formula import Equation, Role, Term


@dataclass(frozen=True)
class Symbol:
    """A letter, in a sentence and in a formula."""

    text: str
    latex: str
    role: Role

    def term(self, value: float) -> Term:
        """The letter with its value."""
        return term(self.latex, value, self.text, self.role)


@dataclass(frozen=True)
class Written:
    """The letters of a function, from what goes in to what comes out."""

    text: str
    """The function in a sentence."""
    symbols: tuple[Symbol, ...]

    @property
    def x(self) -> Symbol:
        """What goes in, and is nudged."""
        return self.symbols[0]

    @property
    def result(self) -> Symbol:
        """What comes out."""
        return self.symbols[-1]


X = Symbol("x", "x", "weight")
U = Symbol("u", "u", "forward")
Y = Symbol("y", "y", "forward")
Z = Symbol("z", "z", "forward")
A = Symbol("a", "a", "forward")
E = Symbol("E", "E", "loss")
W1 = Symbol("w₁", "w_1", "weight")
W2 = Symbol("w₂", "w_2", "weight")

WRITTEN = {
    "square": Written("x²", (X, Y)),
    "line": Written("3x + 2", (X, Y)),
    "squared_line": Written("(3x + 2)²", (X, U, Y)),
    "two_weights": Written("w₁² + 3w₁w₂", (W1, E)),
    "sigmoid": Written("σ(z)", (Z, A)),
    "relu": Written("ReLU(z)", (Z, A)),
}

SQUARED = sign("^2")
ONE, TWO, THREE = sign("1"), sign("2"), sign("3")
TWICE, THRICE = sign(r"2 \, ", r"2 \cdot "), sign(r"3 \, ", r"3 \cdot ")
SIGMA, GREATER_OF_0_AND = sign(r"\sigma("), sign(r"\max(0, \, ")
RELU_SLOPES = {
    "above": sign(r"1 \quad \text{for } z > 0"),
    "below": sign(r"0 \quad \text{for } z < 0"),
    "corner": sign(r"0 \quad \text{by agreement, at } z = 0"),
}


def equations(name: str, x: float, held: float) -> list[dict[str, Any]]:
    """The function and its slope as equations, each in symbols and with the numbers put in.

    Args:
        name: of one of `FUNCTIONS`.
        x: what goes in.
        held: the second number of a function that has two.
    """
    function = FUNCTIONS[name]
    values = [x, *(float(value) for value in function.values(np.array(x), held))]
    terms = [
        symbol.term(value) for symbol, value in zip(WRITTEN[name].symbols, values, strict=True)
    ]
    return [
        {
            "formula": plain(line.formula),
            "substituted": None if line.formula == line.substituted else plain(line.substituted),
            "value": line.result.value,
        }
        for line in _LINES[name](terms, function.slopes(x, held), held)
    ]


def _derivative(of: Symbol, by: Symbol, value: float, *, partial: bool = False) -> Term:
    d = r"\partial " if partial else r"\mathrm{d}"
    return term(rf"\dfrac{{{d} {of.latex}}}{{{d} {by.latex}}}", value, "slope", "backward")


def _square(terms: list[Term], slopes: list[float], _held: float) -> list[Equation]:
    x, y = terms
    slope = _derivative(Y, X, slopes[0])
    return [equation(y, [x, SQUARED]), equation(slope, [TWICE, x])]


def _line(terms: list[Term], slopes: list[float], _held: float) -> list[Equation]:
    x, y = terms
    slope = _derivative(Y, X, slopes[0])
    return [equation(y, [THRICE, x, PLUS, TWO]), equation(slope, [THREE])]


def _squared_line(terms: list[Term], slopes: list[float], _held: float) -> list[Equation]:
    x, u, y = terms
    inner, outer = _derivative(U, X, slopes[0]), _derivative(Y, U, slopes[1])
    slope = _derivative(Y, X, slopes[0] * slopes[1])
    return [
        equation(u, [THRICE, x, PLUS, TWO]),
        equation(y, [u, SQUARED]),
        equation(inner, [THREE]),
        equation(outer, [TWICE, u]),
        equation(slope, [outer, CHAIN, inner]),
    ]


def _two_weights(terms: list[Term], slopes: list[float], held: float) -> list[Equation]:
    w1, loss = terms
    w2 = W2.term(held)
    to_first = _derivative(E, W1, slopes[0], partial=True)
    to_second = _derivative(E, W2, 3 * w1.value, partial=True)
    return [
        equation(loss, [w1, SQUARED, PLUS, THRICE, w1, TIMES, w2]),
        equation(to_first, [TWICE, w1, PLUS, THRICE, w2]),
        equation(to_second, [THRICE, w1]),
    ]


def _sigmoid(terms: list[Term], slopes: list[float], _held: float) -> list[Equation]:
    z, a = terms
    slope = _derivative(A, Z, slopes[0])
    return [
        equation(a, [SIGMA, bare(z), CLOSE]),
        equation(slope, [a, TIMES, OPEN, ONE, MINUS, a, CLOSE]),
    ]


def _relu(terms: list[Term], slopes: list[float], _held: float) -> list[Equation]:
    z, a = terms
    side = "above" if z.value > 0 else "below" if z.value < 0 else "corner"
    slope = _derivative(A, Z, slopes[0])
    return [equation(a, [GREATER_OF_0_AND, bare(z), CLOSE]), equation(slope, [RELU_SLOPES[side]])]


_LINES: dict[str, Callable[[list[Term], list[float], float], list[Equation]]] = {
    "square": _square,
    "line": _line,
    "squared_line": _squared_line,
    "two_weights": _two_weights,
    "sigmoid": _sigmoid,
    "relu": _relu,
}
