"""Backpropagation with one number a node, in the manner of Andrej Karpathy's micrograd.

    a, b = Value(2, "a"), Value(-3, "b")
    c = a * b + a
    c.backward()
    a.gradient          # ∂c/∂a = b + 1 = −2

Each number remembers which operation made it, and of which others. That is all that is needed to
walk back from the last number to the first, and to multiply local derivatives on the way.
"""

from __future__ import annotations

from backprop.core.number_text import number_text

from . import operations
from .operations import Operation


class Value:
    """One number of a calculation: what it is, how it was made, and its gradient.

    Args:
        data: the number.
        label: what it is called in a drawing.
        operation: what made it; None for a number that was given.
        operands: the values that went into the operation, in its order.
    """

    __slots__ = ("data", "gradient", "label", "operands", "operation")

    def __init__(
        self,
        data: float,
        label: str = "",
        operation: Operation | None = None,
        operands: tuple[Value, ...] = (),
    ) -> None:
        self.data = float(data)
        self.label = label
        self.operation = operation
        self.operands = operands
        self.gradient = 0.0

    def __repr__(self) -> str:
        name = f"{self.label}: " * bool(self.label)
        return f"Value({name}{number_text(self.data)}, gradient {number_text(self.gradient)})"

    def __add__(self, other: Value | float) -> Value:
        return apply(operations.ADD, self, other)

    def __radd__(self, other: float) -> Value:
        return apply(operations.ADD, other, self)

    def __sub__(self, other: Value | float) -> Value:
        return apply(operations.SUBTRACT, self, other)

    def __rsub__(self, other: float) -> Value:
        return apply(operations.SUBTRACT, other, self)

    def __mul__(self, other: Value | float) -> Value:
        return apply(operations.MULTIPLY, self, other)

    def __rmul__(self, other: float) -> Value:
        return apply(operations.MULTIPLY, other, self)

    def __truediv__(self, other: Value | float) -> Value:
        return apply(operations.DIVIDE, self, other)

    def __rtruediv__(self, other: float) -> Value:
        return apply(operations.DIVIDE, other, self)

    def __neg__(self) -> Value:
        return self * -1

    def __pow__(self, exponent: float) -> Value:
        return apply(operations.power(float(exponent)), self)

    def exp(self) -> Value:
        """The exponential, e to the power of this number."""
        return apply(operations.EXP, self)

    def log(self) -> Value:
        """The natural logarithm."""
        return apply(operations.LOG, self)

    def tanh(self) -> Value:
        """The hyperbolic tangent."""
        return apply(operations.TANH, self)

    def sigmoid(self) -> Value:
        """σ of this number, between 0 and 1."""
        return apply(operations.SIGMOID, self)

    def relu(self) -> Value:
        """This number where it is positive, otherwise 0."""
        return apply(operations.RELU, self)

    def maximum(self, other: Value | float) -> Value:
        """The larger of two; of equal ones this, which gets all of the gradient."""
        return apply(operations.MAX, self, other)

    def local_derivatives(self) -> tuple[float, ...]:
        """How fast this number changes with each of its operands; () if it was given.

        Raises:
            ArithmeticError, ValueError: the operation has no derivative there.
        """
        if self.operation is None:
            return ()
        return self.operation.derivatives(*[operand.data for operand in self.operands])

    def compute_again(self) -> None:
        """Set `data` from the operands as they are now."""
        if self.operation is not None:
            self.data = self.operation.value(*[operand.data for operand in self.operands])

    def hand_on(self) -> None:
        """Add to each operand's gradient what goes back to it: local derivative × own gradient.

        It is added, since an operand that is used twice has a gradient from both places.
        """
        for operand, derivative in zip(self.operands, self.local_derivatives(), strict=True):
            operand.gradient += derivative * self.gradient

    def backward(self) -> None:
        """Find the gradient of this number with respect to every value that went into it.

        Gradients from before are forgotten, unlike micrograd's.
        """
        order = topological_order(self)
        for value in order:
            value.gradient = 0.0
        self.gradient = 1.0
        for value in reversed(order):
            value.hand_on()


def apply(operation: Operation, *operands: Value | float) -> Value:
    """The value that an operation makes of its operands; a plain number becomes a value too.

    Raises:
        ArithmeticError, ValueError: the operation is not defined there.
    """
    values = tuple(each if isinstance(each, Value) else Value(each) for each in operands)
    return Value(operation.value(*[each.data for each in values]), "", operation, values)


def topological_order(root: Value) -> list[Value]:
    """Every value that `root` is made of, each behind its own operands; `root` is the last.

    Read from its end, no value comes before one that it went into, so that its gradient is whole
    when it is handed on. The values that wait are in a list of their own instead of a function that
    calls itself, which would end at Python's limit of a thousand calls.
    """
    order: list[Value] = []
    listed: set[Value] = set()
    waiting = [root]
    while waiting:
        value = waiting[-1]
        missing = [operand for operand in value.operands if operand not in listed]
        if missing:
            waiting += reversed(missing)
            continue
        waiting.pop()
        if value not in listed:
            listed.add(value)
            order.append(value)
    return order
