"""What each operation is in formulas and in words: its value, its slopes, what it hands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.number_text import number_text
from backprop.explain.formula import CHAIN, MINUS, PLUS, Term, bare, sign, term
from backprop.explain.symbols import FUNCTION_LATEX as ACTIVATION_LATEX
from backprop.explain.symbols import FUNCTION_NAMES as ACTIVATION_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from backprop.graph import Value

    from .names import Names

FUNCTION_LATEX = ACTIVATION_LATEX | {
    "log": r"\ln",
    "sin": r"\sin",
    "cos": r"\cos",
    "softplus": r"\operatorname{softplus}",
    "max": r"\max",
}
FUNCTION_NAMES = ACTIVATION_NAMES | {
    "sigmoid": "σ",
    "leaky_relu": "the leaky ReLU",
    "exp": "the exponential",
    "log": "the logarithm",
    "sin": "the sine",
    "cos": "the cosine",
    "softplus": "softplus",
}

OVER, UPON, UP, CLOSE = sign(r"\frac{"), sign("}{"), sign("^{"), sign("}")
OPEN_BRACKET, CLOSE_BRACKET, COMMA = sign("("), sign(")"), sign(", ")
SQUARED = sign("^{2}")
ONE, MINUS_SIGN = sign("1"), sign("-")


WHOLES = ("unit", "loss")
"""Operations that stand for several, which are not drawn."""


def value_terms(value: Value, names: Names) -> list[Term]:
    """The right side of the equation of a value: `x + y`, `e^x`; [] for a whole unit."""
    symbol = value.operation.symbol if value.operation else ""
    operands = [names.value(operand) for operand in value.operands]
    if symbol in WHOLES:
        return []
    signs = {"+": PLUS, "−": MINUS, "×": CHAIN}
    if symbol in signs:
        return [operands[0], signs[symbol], operands[1]]
    if symbol == "÷":
        return [OVER, bare(operands[0]), UPON, bare(operands[1]), CLOSE]
    if symbol == "exp":
        return [sign("e"), UP, bare(operands[0]), CLOSE]
    if symbol.startswith("^"):
        return [operands[0], UP, _exponent(value), CLOSE]
    named = [sign(FUNCTION_LATEX[symbol]), OPEN_BRACKET, bare(operands[0])]
    return [*named, *([COMMA, bare(operands[1])] if operands[1:] else []), CLOSE_BRACKET]


def slope_terms(value: Value, index: int, names: Names) -> list[Term]:
    """What the local derivative for one operand is computed from; [] where it is a plain number."""
    symbol = value.operation.symbol if value.operation else ""
    operands = [names.value(operand) for operand in value.operands]
    if symbol.startswith("^"):
        return _power_slope(value, operands[0])
    if symbol == "÷":
        return _quotient_slope(operands[0], operands[1], index)
    terms = SLOPES.get(symbol)
    return terms(names.value(value), operands[1 - index if operands[1:] else 0]) if terms else []


SLOPES: dict[str, Callable[[Term, Term], list[Term]]] = {
    "×": lambda _, other: [other],
    "exp": lambda value, _: [value],
    "log": lambda _, a: [OVER, ONE, UPON, bare(a), CLOSE],
    "sin": lambda _, a: [sign(r"\cos"), OPEN_BRACKET, bare(a), CLOSE_BRACKET],
    "cos": lambda _, a: [MINUS_SIGN, sign(r"\sin"), OPEN_BRACKET, bare(a), CLOSE_BRACKET],
    "tanh": lambda value, _: [ONE, MINUS, value, SQUARED],
    "sigmoid": lambda value, _: [
        *(value, CHAIN, OPEN_BRACKET),
        *(ONE, MINUS, bare(value), CLOSE_BRACKET),
    ],
    "softplus": lambda _, a: [sign(r"\sigma"), OPEN_BRACKET, bare(a), CLOSE_BRACKET],
}
"""Slopes as formulas of the value, and of its operand or, of two, the other one."""


def _quotient_slope(above: Term, below: Term, index: int) -> list[Term]:
    if index == 0:
        return [OVER, ONE, UPON, bare(below), CLOSE]
    return [MINUS_SIGN, OVER, bare(above), UPON, below, SQUARED, CLOSE]


def _exponent(value: Value) -> Term:
    return sign(_digits(_power(value)))


def _power(value: Value) -> float:
    """The exponent k of a power: its derivative at 1 is k."""
    if value.operation is None:
        raise ValueError("a number that was given is no power")
    exponent: float = value.operation.derivatives(1.0)[0]
    return exponent


def _power_slope(value: Value, base: Term) -> list[Term]:
    power = _power(value)
    if power in {0.0, 1.0}:
        return []
    factor = [sign(_digits(power)), CHAIN]
    return [*factor, base] if power == 2 else [*factor, base, UP, sign(_digits(power - 1)), CLOSE]


def _digits(number: float) -> str:
    return term("", number, "", None).result


def value_words(value: Value, names: Names) -> str:
    """How a value was made, as the end of a sentence: "the sum of x and y"."""
    symbol = value.operation.symbol if value.operation else ""
    if symbol in WHOLES:
        return f"computed from {_counted(value, names)}"
    a, *others = [names.texts[operand] for operand in value.operands]
    b = "".join(others)
    said = {
        "+": f"the sum of {a} and {b}",
        "−": f"{a} minus {b}",
        "×": f"the product of {a} and {b}",
        "÷": f"{a} divided by {b}",
        "exp": f"e to the power of {a}",
        "log": f"the natural logarithm of {a}",
        "max": f"the larger of {a} and {b}",
    }
    if symbol.startswith("^"):
        return f"{a} to the power of {number_text(_power(value))}"
    return said.get(symbol) or f"{FUNCTION_NAMES[symbol]} of {a}"


def _counted(value: Value, names: Names) -> str:
    operands = [names.texts[operand] for operand in value.operands]
    return " and ".join(operands) if len(operands) < 3 else f"{len(operands)} numbers"


def handing_words(value: Value) -> str:
    """What an operation does with the gradient that arrives, in one sentence."""
    symbol = value.operation.symbol if value.operation else ""
    numbers = [operand.data for operand in value.operands]
    said = {
        "+": "A sum hands it on to both, unchanged",
        "−": "A difference hands it on to the first unchanged, to the second with the other sign",
        "×": "A product hands to each factor what arrives times the other factor",
        "÷": "A quotient hands to each number what arrives times its local derivative",
        "unit": "A unit hands on what arrives times the slope of its activation and the weight",
        "loss": "The loss hands to each output how fast it changes with that output alone",
        "max": "A maximum hands all of it to the larger number, and nothing to the other",
    }
    if symbol == "max" and numbers[0] == numbers[1]:
        return "Both numbers are equal, and by convention the first gets all of it"
    if symbol in said:
        return said[symbol]
    function = "the power" if symbol.startswith("^") else FUNCTION_NAMES[symbol]
    return f"It goes on times the slope of {function} here"
