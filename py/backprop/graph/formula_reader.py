"""Reads a formula such as `(a*b + c)*f` into a graph.

Python's own parser takes the text apart, and nothing is ever run: what it found is compared with a
closed list of what a formula may be made of. Anything else is refused, with its place in the text.
"""

from __future__ import annotations

import ast
import math
import warnings
from collections.abc import Callable, Mapping

from backprop.core.limits import require
from backprop.core.number_text import number_text

from . import operations
from .graph import Graph
from .operations import FUNCTIONS, Operation
from .value import Value, apply

MOST_CHARACTERS = 400
MOST_NODES = 200

TYPED = str.maketrans("−·×÷\n\r\t\f", "-**/    ")
"""Signs as they are printed, and breaks of lines, each as one that Python reads."""

BINARY: dict[type[ast.operator], Operation] = {
    ast.Add: operations.ADD,
    ast.Sub: operations.SUBTRACT,
    ast.Mult: operations.MULTIPLY,
    ast.Div: operations.DIVIDE,
}


class FormulaError(ValueError):
    """A formula that cannot be read or computed.

    Attributes:
        place: of the character at which it went wrong, counted from 0.
        reason: the sentence without the place.
    """

    def __init__(self, reason: str, place: int) -> None:
        super().__init__(f"at character {place + 1}: {reason}")
        self.place = place
        self.reason = reason


def graph_of(expression: str, values: Mapping[str, float]) -> Graph:
    """Read a formula and compute it, every number of it a value of the graph.

    It may have + − × ÷ and their signs on a keyboard, powers (`x**2`) with a number as exponent,
    brackets, numbers, names, and the functions in `operations.FUNCTIONS`. A result may have a name,
    to be used several times: `c = a + b; c * c`.

    Args:
        expression: at most 400 characters and 200 values.
        values: a finite number for each name that the formula does not define itself.

    Raises:
        FormulaError: the text is no such formula, an operation is not defined or has no derivative
            at these numbers, or a result is too large; it says where.
        ValueError: a number of `values` is not finite, or its name is not in the formula.
    """
    for name, number in values.items():
        require("any", number, name)
    reader = _Reader(expression, values)
    graph = Graph(reader.result(), reader.leaves)
    unused = [name for name in values if name not in reader.leaves]
    if unused:
        raise ValueError(f"the formula has no {unused[0]}")
    for name, (value, place) in reader.defined.items():
        if value not in set(graph.nodes):
            raise FormulaError(f"{name} is defined here and not used", place)
    return graph


def names_of(expression: str) -> list[str]:
    """The names in a formula that need a value, in the order in which it first has them.

    Raises:
        FormulaError: the text cannot be read as a formula.
    """
    parts = _Reader(expression, {}).parsed()
    names = [node for part in parts for node in ast.walk(part) if isinstance(node, ast.Name)]
    made = {name.id for name in names if isinstance(name.ctx, ast.Store)} | set(FUNCTIONS)
    names.sort(key=lambda name: name.col_offset)
    return list(dict.fromkeys(name.id for name in names if name.id not in made))


class _Reader:
    """Turns the parts of one formula into values."""

    def __init__(self, expression: str, values: Mapping[str, float]) -> None:
        if len(expression) > MOST_CHARACTERS:
            reason = f"a formula has at most {MOST_CHARACTERS} characters"
            raise FormulaError(reason, MOST_CHARACTERS)
        self.text = expression.translate(TYPED)
        self.start = len(self.text) - len(self.text.lstrip(" "))
        """Python takes spaces at the beginning for an indented block."""
        self.text = self.text[self.start :]
        self.given = values
        self.leaves: dict[str, Value] = {}
        self.defined: dict[str, tuple[Value, int]] = {}
        self.count = 0

    def result(self) -> Value:
        """The value of the last part; those before it define names."""
        parts = self.parsed()
        if not parts:
            raise FormulaError("a formula is needed", self.start)
        for part in parts:
            if isinstance(part, ast.Assign):
                result = self.definition(part)
            elif not isinstance(part, ast.Expr):
                raise self.refusal("this is not part of a formula", part)
            elif part is not parts[-1]:
                raise self.refusal("only the last part may have no name", part)
            else:
                result = self.read(part.value)
        return result

    def parsed(self) -> list[ast.stmt]:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Python's on style, such as a number before "if"
                parts = ast.parse(self.text).body
        except SyntaxError as error:
            place = min(max((error.offset or 1) - 1, 0), len(self.text))
            raise FormulaError("this cannot be read as a formula", self.start + place) from None
        except (ValueError, MemoryError, RecursionError):
            raise FormulaError("this cannot be read as a formula", self.start) from None
        made = (ast.BinOp, ast.UnaryOp, ast.Call)
        found = [node for part in parts for node in ast.walk(part) if isinstance(node, made)]
        if len(found) > MOST_NODES:  # before a part calls the reader once for each part in it
            raise self.refusal(f"a formula has at most {MOST_NODES} values", found[MOST_NODES])
        return parts

    def definition(self, part: ast.Assign) -> Value:
        target = part.targets[0]
        if len(part.targets) > 1 or not isinstance(target, ast.Name):
            raise self.refusal("one name belongs to the left of =", target)
        if target.id in self.given or target.id in self.defined or target.id in FUNCTIONS:
            raise self.refusal(f"{target.id} has a meaning already", target)
        value = self.read(part.value)
        if value.operation is None or value.label:
            raise self.refusal(f"{target.id} would be a second name of one value", target)
        value.label = target.id
        self.defined[target.id] = value, self.place(target)
        return value

    def read(self, node: ast.expr) -> Value:  # noqa: PLR0911 - one for each kind of part
        """The value of a part of the formula."""
        match node:
            case ast.Constant() | ast.UnaryOp(ast.USub(), ast.Constant()):
                return self.counted(node, Value, self.number(node))
            case ast.Name():
                return self.named(node)
            case ast.UnaryOp(ast.UAdd()):
                return self.read(node.operand)
            case ast.UnaryOp(ast.USub()):
                inner = self.read(node.operand)
                minus_one = self.counted(node, Value, -1.0)
                return self.made(node, operations.MULTIPLY, inner, minus_one)
            case ast.BinOp(op=ast.Pow()):
                base = self.read(node.left)
                return self.made(node, operations.power(self.number(node.right)), base)
            case ast.BinOp() if type(node.op) in BINARY:
                left, right = self.read(node.left), self.read(node.right)
                return self.made(node, BINARY[type(node.op)], left, right)
            case ast.BinOp(op=ast.BitXor()):
                raise self.refusal("a power is written with **, as in x**2", node.right)
            case ast.Call(ast.Name(name)) if name in FUNCTIONS:
                return self.called(node, FUNCTIONS[name])
            case ast.Call():
                raise self.refusal(f"the functions are {', '.join(FUNCTIONS)}", node)
        raise self.refusal("this is not part of a formula", node)

    def number(self, node: ast.expr) -> float:
        """A number as it is written, with a sign or without."""
        sign = 1.0
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
            sign = -1.0 if isinstance(node.op, ast.USub) else 1.0
            node = node.operand
        if not isinstance(node, ast.Constant) or type(node.value) not in {int, float}:
            raise self.refusal("a number is needed here", node)
        try:
            number = sign * float(node.value)  # type: ignore[arg-type] # by the line above
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.refusal("this number is too large", node)
        return number

    def named(self, node: ast.Name) -> Value:
        name = node.id
        if name in self.defined:
            return self.defined[name][0]
        if name in FUNCTIONS:
            raise self.refusal(f"{name} needs brackets behind it", node)
        if name not in self.given:
            raise self.refusal(f"{name} has no value", node)
        if name not in self.leaves:
            self.leaves[name] = self.counted(node, Value, self.given[name], name)
        return self.leaves[name]

    def called(self, node: ast.Call, function: Operation) -> Value:
        wanted = 2 if function is operations.MAX else 1
        starred = any(isinstance(each, ast.Starred) for each in node.args)
        if node.keywords or starred or len(node.args) != wanted:
            numbers = "two numbers" if wanted == 2 else "one number"
            raise self.refusal(f"{function.symbol} takes {numbers}", node)
        return self.made(node, function, *[self.read(each) for each in node.args])

    def made(self, node: ast.expr, operation: Operation, *operands: Value) -> Value:
        """The value of an operation, which has to be a number and to have finite derivatives."""
        told = f"{operation.symbol} of {' and '.join(number_text(each.data) for each in operands)}"
        try:
            value = self.counted(node, apply, operation, *operands)
        except OverflowError:
            raise self.refusal(f"{told} is too large", node) from None
        except (ArithmeticError, ValueError) as error:
            if isinstance(error, FormulaError):
                raise
            raise self.refusal(f"{told} is not defined", node) from None
        if not math.isfinite(value.data):
            raise self.refusal(f"{told} is too large", node)
        try:
            finite = all(map(math.isfinite, value.local_derivatives()))
        except (ArithmeticError, ValueError):
            finite = False
        if not finite:
            raise self.refusal(f"{told} has no finite derivative", node)
        return value

    def counted(self, node: ast.expr, make: Callable[..., Value], *given: object) -> Value:
        self.count += 1
        if self.count > MOST_NODES:
            raise self.refusal(f"a formula has at most {MOST_NODES} values", node)
        return make(*given)

    def place(self, node: ast.expr | ast.stmt) -> int:
        """Of a part, in characters of the text as it was typed; Python counts bytes."""
        before = self.text.encode()[: node.col_offset]
        return self.start + len(before.decode())

    def refusal(self, reason: str, node: ast.expr | ast.stmt) -> FormulaError:
        return FormulaError(reason, self.place(node))
