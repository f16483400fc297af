"""Formulas in LaTeX, cut into pieces that know what they speak of.

A `Term` is one quantity written twice: as its symbol and as its number. An equation is a list
of terms and signs; read one way it is the formula, read the other way the same formula with the
numbers put in, so that the two can never differ.
"""

from __future__ import annotations

from functools import cache
from math import isfinite, isnan, nan
from typing import TYPE_CHECKING, Literal, NamedTuple, NotRequired, Self, TypedDict

from backprop.core.number_text import DIGITS, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable

Role = Literal["forward", "backward", "loss", "target", "weight"]


class FormulaPart(TypedDict):
    """A piece of a formula: its LaTeX, the place it speaks of, the role that colours it."""

    latex: str
    place: NotRequired[str]
    role: NotRequired[Role]


class Formula(str):
    """A formula as one LaTeX string; `parts`, joined, are the same string."""

    __slots__ = ("parts",)
    parts: tuple[FormulaPart, ...]

    def __new__(cls, parts: Iterable[FormulaPart]) -> Self:
        """Join `parts`."""
        pieces = tuple(parts)
        formula = super().__new__(cls, "".join([part["latex"] for part in pieces]))
        formula.parts = pieces
        return formula

    def _repr_latex_(self) -> str:
        return f"$\\displaystyle {self}$"

    def __getnewargs__(self) -> tuple[tuple[FormulaPart, ...]]:  # type: ignore[override]
        return (self.parts,)  # what a copy is made from


class Number(NamedTuple):
    """A number as LaTeX shows it."""

    latex: str
    exact: bool
    """True where the digits shown are the whole number, up to float64's own rounding."""


def number(value: float, digits: int = DIGITS) -> Number:
    """`value` in LaTeX, rounded as in sentences."""
    sign, size = "-" if value < 0 else "", abs(value)
    if not isfinite(value):
        return Number(r"\text{NaN}" if isnan(value) else rf"{sign}\infty", True)
    written, power = rounded(size, digits)
    exact = abs(float(f"{written}e{power}") - size) <= 1e-12 * size
    raised = rf" \times 10^{{{power}}}" if power else ""
    return Number(f"{sign}{written}{raised}", exact)


class Term(NamedTuple):
    """A quantity in an equation, or a sign between two (whose value is none)."""

    value: float
    symbol: FormulaPart
    number: FormulaPart
    """Its value as an operand: in parentheses where negative or a power of ten."""
    exact: bool
    result: str
    """Its value standing alone."""


def term(symbol: str, value: float, place: str, role: Role | None) -> Term:
    """A quantity: its LaTeX symbol, its value, where it is drawn, how it is coloured."""
    digits, exact = number(value)
    operand = f"({digits})" if digits[0] == "-" or " " in digits else digits
    written = part(symbol, place, role)
    return Term(value + 0.0, written, {**written, "latex": operand}, exact, digits)


def part(latex: str, place: str | None = None, role: Role | None = None) -> FormulaPart:
    """A piece of a formula; what it does not have is left out."""
    piece: FormulaPart = {"latex": latex}
    if place is not None:
        piece["place"] = place
    if role is not None:
        piece["role"] = role
    return piece


@cache
def sign(latex: str, between_numbers: str | None = None) -> Term:
    """What stands between quantities; a product needs a dot where it joins two numbers."""
    numeric = latex if between_numbers is None else between_numbers
    return Term(nan, {"latex": latex}, {"latex": numeric}, True, numeric)


def bare(quantity: Term) -> Term:
    """The same quantity, its number without parentheses: for where others enclose it."""
    return quantity._replace(number={**quantity.number, "latex": quantity.result})


TIMES = sign(r" \, ", r" \cdot ")
CHAIN = sign(r" \cdot ")
PLUS = sign(" + ")
MINUS = sign(" - ")
OPEN = sign("(")
CLOSE = sign(")")
EQUALS: FormulaPart = {"latex": " = "}
APPROXIMATELY: FormulaPart = {"latex": r" \approx "}


class Equation(NamedTuple):
    """One equation twice: in symbols, and with the numbers put in, ending in the value."""

    result: Term
    formula: Formula
    substituted: Formula


def equation(result: Term, right: list[Term]) -> Equation:
    """`result` = `right`."""
    formula = Formula([result.symbol, EQUALS, *[piece.symbol for piece in right]])
    numbers = [EQUALS, *[piece.number for piece in right]] if len(right) > 1 else []
    end = [equals([result, *right]), bare(result).number]
    return Equation(result, formula, Formula([result.symbol, *numbers, *end]))


def equals(shown: Iterable[Term]) -> FormulaPart:
    """An equals sign; or ≈, where any of the numbers shown is a rounded one."""
    return EQUALS if all(piece.exact for piece in shown) else APPROXIMATELY


def aligned(*formulas: Formula) -> str:
    """Formulas one below the other, as notebooks show them; one with rows of its own keeps them."""
    rows = [
        str(formula) if "aligned" in formula else str(formula).replace(" = ", " &= ", 1)
        for formula in formulas
    ]
    together = r" \\ ".join(rows)
    return rf"$\displaystyle \begin{{aligned}} {together} \end{{aligned}}$"


def joined(groups: Iterable[list[Term]], between: Term) -> list[Term]:
    """All pieces of `groups` in one list, with the sign `between` every two groups."""
    pieces: list[Term] = []
    for group in groups:
        if pieces:
            pieces.append(between)
        pieces += group
    return pieces


def chain(factors: Iterable[Term]) -> list[Term]:
    """The factors of a chain rule, with dots between them in symbols too."""
    return joined(([factor] for factor in factors), CHAIN)


def total(summands: Iterable[list[Term]]) -> list[Term]:
    """The summands with plus signs between them."""
    return joined(summands, PLUS)


def product(factors: Iterable[Term]) -> list[Term]:
    """The factors with multiplication signs between them."""
    return joined(([factor] for factor in factors), TIMES)
