"""The operations of a computation graph: each value side by side with its local derivatives.

An operation takes one or two numbers, `a` and `b`, and has a local derivative for each of them: how
fast its value changes with that number alone. Where an operation is not defined it raises as
`math` does, an ArithmeticError or a ValueError.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from backprop.core.number_text import number_text
from backprop.core.rules import LEAK, LOWEST_EXPONENT


def sigmoid(a: float) -> float:
    """σ(a) = 1 / (1 + e^(−a)), between 0 and 1."""
    return 1 / (1 + math.exp(-max(a, LOWEST_EXPONENT)))


def softplus(a: float) -> float:
    """ln(1 + e^a), written so that e never has a positive exponent."""
    return max(a, 0.0) + math.log1p(math.exp(-abs(a)))


class Operation(NamedTuple):
    """What makes one number of one or two others.

    Attributes:
        symbol: as it is drawn, such as `×`.
        value: of the operands.
        derivatives: of the operands as well: ∂value/∂a, and ∂value/∂b where there is a b.
        exponent: of a power.
    """

    symbol: str
    value: Callable[..., float]
    derivatives: Callable[..., tuple[float, ...]]
    exponent: float | None = None


ADD = Operation("+", lambda a, b: a + b, lambda a, b: (1.0, 1.0))  # noqa: ARG005
SUBTRACT = Operation("−", lambda a, b: a - b, lambda a, b: (1.0, -1.0))  # noqa: ARG005
MULTIPLY = Operation("×", lambda a, b: a * b, lambda a, b: (b, a))
DIVIDE = Operation("÷", lambda a, b: a / b, lambda a, b: (1 / b, -a / (b * b)))
EXP = Operation("exp", math.exp, lambda a: (math.exp(a),))
LOG = Operation("log", math.log, lambda a: (1 / a,))
SIN = Operation("sin", math.sin, lambda a: (math.cos(a),))
COS = Operation("cos", math.cos, lambda a: (-math.sin(a),))
TANH = Operation("tanh", math.tanh, lambda a: (1 - math.tanh(a) ** 2,))
SIGMOID = Operation("sigmoid", sigmoid, lambda a: (sigmoid(a) * (1 - sigmoid(a)),))
SOFTPLUS = Operation("softplus", softplus, lambda a: (sigmoid(a),))
# At a kink a convention has to say which of two slopes is meant. At a = 0 the two ReLUs take
# that from below; of two equal numbers max takes the first, which gets all of the gradient.
RELU = Operation("relu", lambda a: a if a > 0 else 0.0, lambda a: (1.0 if a > 0 else 0.0,))
LEAKY_RELU = Operation(
    "leaky_relu", lambda a: a if a > 0 else LEAK * a, lambda a: (1.0 if a > 0 else LEAK,)
)
MAX = Operation("max", max, lambda a, b: (1.0, 0.0) if a >= b else (0.0, 1.0))


def power(exponent: float) -> Operation:
    """a^k for a constant exponent k, with the derivative k a^(k − 1)."""

    def value(a: float) -> float:
        return math.pow(a, exponent)

    def derivatives(a: float) -> tuple[float]:
        return (exponent * math.pow(a, exponent - 1) if exponent else 0.0,)

    return Operation(f"^{number_text(exponent)}", value, derivatives, exponent)


FUNCTIONS = {
    operation.symbol: operation
    for operation in (EXP, LOG, SIN, COS, TANH, SIGMOID, SOFTPLUS, RELU, LEAKY_RELU, MAX)
}
"""The functions that a formula may call, by name."""
