"""What the values of a graph are called, in text and in formulas."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from backprop.core.number_text import number_text
from backprop.explain.formula import Term, number, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backprop.graph import Graph, Value

    from .unit_groups import Naming

INDEXED = re.compile(r"([A-Za-z])_?(\d+)")
RESULTS = ("f", "L", "y", "result")
"""What a result without a name is called: the first that is free, or else v1 and so on."""


class Names:
    """Names for all values of a graph: their own, or v1, v2 and so on in the order of computing."""

    def __init__(
        self,
        graph: Graph,
        namings: Mapping[Value, Naming] | None = None,
        closed: Mapping[Value, str] | None = None,
    ) -> None:
        self.closed = closed or {}
        """By which name a whole unit can be opened."""
        self.namings = namings or {}
        """Of a network's values; those of a formula are called as they are there."""
        own = {value.label for value in graph.nodes}
        free = (name for name in (f"v{i}" for i in range(1, 500)) if name not in own)
        self.texts: dict[Value, str] = {}
        """In sentences and in the drawing; that of a constant is its number."""
        for value in graph.nodes:
            if value in self.namings:
                self.texts[value] = self.namings[value].text
            elif value.label:
                self.texts[value] = value.label
            elif value.operation is None:
                self.texts[value] = number_text(value.data)
            elif value is graph.root:
                results = (name for name in RESULTS if name not in own)
                self.texts[value] = next(chain(results, free))
            else:
                self.texts[value] = next(free)
        self.places = {value: index for index, value in enumerate(graph.nodes)}
        """Where each value is in the list of all."""
        self.root = graph.root

    def latex(self, value: Value) -> str:
        """The name of a value, or the digits of a constant, in LaTeX."""
        if value in self.namings:
            return self.namings[value].latex
        if is_constant(value):
            return number(value.data).latex
        return latex_name(self.texts[value])

    def drawn(self, value: Value) -> str:
        """The name of a value beside its mark."""
        return self.namings[value].drawn if value in self.namings else self.texts[value]

    def at_the_start(self, value: Value) -> str:
        """The name of a value as a sentence begins with it; a symbol keeps its case."""
        text = self.texts[value]
        return text[0].upper() + text[1:] if value in self.namings else text

    def value(self, value: Value) -> Term:
        """A value: its name, and its number."""
        named = term(self.latex(value), value.data, f"value:{self.places[value]}", "forward")
        return named._replace(symbol=named.number) if is_constant(value) else named

    def gradient(self, value: Value, now: float) -> Term:
        """∂f/∂value, with the number that it has now."""
        symbol = rf"\frac{{\partial {self.latex(self.root)}}}{{\partial {self.latex(value)}}}"
        return term(symbol, now, f"gradient:{self.places[value]}", "backward")

    def local(self, value: Value, operand: Value, derivative: float) -> Term:
        """How fast a value changes with one of its operands."""
        symbol = rf"\frac{{\partial {self.latex(value)}}}{{\partial {self.latex(operand)}}}"
        return term(symbol, derivative, f"value:{self.places[value]}", None)


def is_constant(value: Value) -> bool:
    """Whether a value is a number of the formula itself."""
    return value.operation is None and not value.label


def latex_name(name: str) -> str:
    """A name of Python's as LaTeX: `w0` has an index, and `speed` is one word."""
    indexed = INDEXED.fullmatch(name)
    if indexed:
        return f"{indexed[1]}_{{{indexed[2]}}}"
    if len(name) == 1 and name.isascii() and name.isalpha():
        return name
    return rf"\text{{{name.replace('_', chr(92) + '_')}}}"
