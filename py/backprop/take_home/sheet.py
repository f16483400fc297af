"""A sheet of live formulas: rows of quantities, and how a formula points at them.

A row for each quantity, a column for each example; a number that belongs to no example, such as a
weight, stands alone in the first column. The same sheet becomes an `.xlsx` file, where single cells
have names and a formula reads `=w1_11*x_1+w1_21*x_2`, and a CSV file, which knows only addresses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from backprop.core.rules import Array

Role = Literal["plain", "forward", "backward", "loss", "target"]

FIRST_COLUMN = 2
"""Column C: before it stand the symbol and what it is in words."""


@dataclass(frozen=True)
class Heading:
    """The title of a block of rows, and a word on it."""

    title: str
    note: str
    role: Role


@dataclass(frozen=True)
class Row:
    """One quantity, in every example or one for all.

    Attributes:
        name: such as `w1_12`: what the cell is called where it is a single one.
        symbol: such as w¹₁₂, for the reader.
        meaning: in words.
        role: its colour.
        values: what the page has, one for each column.
        formulas: one for each column, without `=`; None where the reader may change the numbers.
    """

    name: str
    symbol: str
    meaning: str
    role: Role
    values: list[float]
    formulas: list[str] | None


class Sheet:
    """Lines from the title downwards; formulas point upwards only.

    Args:
        title: the first line.
        examples: how many columns there are for values.
        has_names: single cells go by name in formulas; else by address.
    """

    def __init__(self, title: str, examples: int, *, has_names: bool) -> None:
        self.examples = examples
        self.has_names = has_names
        self.lines: list[Row | Heading] = [Heading(title, "", "plain")]
        self._at: dict[str, int] = {}
        self._single: set[str] = set()

    def head(self, title: str, note: str, role: Role = "plain") -> None:
        """Begin a block."""
        self.lines.append(Heading(title, note, role))

    def given(
        self, name: str, symbol: str, meaning: str, values: Array | float, role: Role = "plain"
    ) -> None:
        """Append a row that the reader may change."""
        self._add(name, symbol, meaning, role, values, None)

    def calculated(
        self,
        name: str,
        symbol: str,
        meaning: str,
        values: Array | float,
        formula: str,
        role: Role,
    ) -> None:
        """Append a row of formulas.

        Args:
            name: as in `Row`, like `symbol`, `meaning` and `role`.
            symbol: see there.
            meaning: see there.
            role: see there.
            values: what the formulas give, as the page has it: one for each example, or a number.
            formula: quantities stand in braces: `{w1_11}*{x_1}`; a range over all examples has a
                colon: `SUM({delta1_1:})`.
        """
        columns = np.size(values)
        formulas = [self._filled(formula, column) for column in range(columns)]
        self._add(name, symbol, meaning, role, values, formulas)

    def address_of(self, name: str, column: int = 0) -> str:
        """Such as C12."""
        return f"{column_letters(FIRST_COLUMN + column)}{self._at[name] + 1}"

    def single_names(self) -> Iterator[tuple[str, str]]:
        """The name of every cell that stands alone, with its absolute address."""
        for name in self._at:
            if name in self._single:
                yield name, self._absolute(name)

    def _add(
        self,
        name: str,
        symbol: str,
        meaning: str,
        role: Role,
        values: Array | float,
        formulas: list[str] | None,
    ) -> None:
        numbers = (np.atleast_1d(values).astype(float) + 0.0).tolist()  # no zero with a minus sign
        self._at[name] = len(self.lines)
        if len(numbers) == 1:
            self._single.add(name)
        self.lines.append(Row(name, symbol, meaning, role, numbers, formulas))

    def _filled(self, formula: str, column: int) -> str:
        pieces = formula.split("{")
        filled = [pieces[0]]
        for piece in pieces[1:]:
            name, _, rest = piece.partition("}")
            filled.append(self._pointer(name, column) + rest)
        return "".join(filled)

    def _pointer(self, name: str, column: int) -> str:
        if name.endswith(":"):
            first, last = name[:-1], self.examples - 1
            return f"{self.address_of(first)}:{self.address_of(first, last)}"
        if name not in self._single:
            return self.address_of(name, column)
        return name if self.has_names else self._absolute(name)

    def _absolute(self, name: str) -> str:
        return f"${column_letters(FIRST_COLUMN)}${self._at[name] + 1}"


def column_letters(column: int) -> str:
    """A, B, … Z, AA …, counted from 0."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def superscript(number: int) -> str:
    """Such as ¹²."""
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def subscript(*numbers: int) -> str:
    """Such as ₁₂ for 1 and 2."""
    return "".join(map(str, numbers)).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def added(terms: Sequence[str]) -> str:
    """The sum of terms, as a formula."""
    return "+".join(terms)
