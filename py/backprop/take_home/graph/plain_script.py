"""A graph as plain Python: a line for every value, and one for everything that is handed back.

Nothing has to be installed. A script imports only `math`, and only where a formula has a function
of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.rules import LEAK, LOWEST_EXPONENT
from backprop.figures.graph.names import is_constant
from backprop.take_home.program import Lines

if TYPE_CHECKING:
    from backprop.graph import Value

    from .written_graph import WrittenGraph

ONE, MINUS_ONE = "1.0", "-1.0"

EXPRESSIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "+": ("{a} + {b}", (ONE, ONE)),
    "−": ("{a} - {b}", (ONE, MINUS_ONE)),
    "×": ("{a} * {b}", ("{b}", "{a}")),
    "÷": ("{a} / {b}", ("(1 / {b})", "(-{a} / ({b} * {b}))")),
    "exp": ("math.exp({a})", ("{v}",)),
    "log": ("math.log({a})", ("(1 / {a})",)),
    "sin": ("math.sin({a})", ("math.cos({a})",)),
    "cos": ("math.cos({a})", ("-math.sin({a})",)),
    "tanh": ("math.tanh({a})", ("(1 - {v} ** 2)",)),
    "sigmoid": ("sigmoid({a})", ("({v} * (1 - {v}))",)),
    "softplus": ("max({a}, 0.0) + math.log1p(math.exp(-abs({a})))", ("sigmoid({a})",)),
    "relu": ("{a} if {a} > 0 else 0.0", ("(1.0 if {a} > 0 else 0.0)",)),
    "leaky_relu": (f"{{a}} if {{a}} > 0 else {LEAK} * {{a}}", (f"(1.0 if {{a}} > 0 else {LEAK})",)),
    "max": (
        "max({a}, {b})",
        ("(1.0 if {a} >= {b} else 0.0)", "(0.0 if {a} >= {b} else 1.0)"),
    ),
}
"""For each operation the expressions of its value `v` and of its local derivatives.

They take the same steps as `backprop.graph.operations`, so that results agree to the last bit.
"""

SIGMOID = ["", "", "def sigmoid(a):", f"    return 1 / (1 + math.exp(-max(a, {LOWEST_EXPONENT})))"]
TAKEN = {"print", "math", "abs", "__debug__"}
"""Names that a script has a use for, or that Python lets nobody set."""


def plain_script(written: WrittenGraph) -> str:
    """A script that prints every value and its gradient, as `q = 3.0` and `df/dq = -4.0`."""
    return _Script(written).text()


class _Script:
    def __init__(self, written: WrittenGraph) -> None:
        self.written = written
        self.variables = _variables(written)
        start = "d_"
        while any(start + name in self.variables.values() for name in self.variables.values()):
            start += "_"
        self.start = start

    def text(self) -> str:
        """The whole script."""
        written = self.written
        root = written.graph.root
        forward = [line for value in written.named for line in self._forward(value)]
        back = [line for value in written.order for line in self._handed_on(value)]
        result = written.names[root]
        lines = [
            '"""A calculation forward and back, one number a line, in Python alone."""',
            "",
            *self._functions([*forward, *back]),
            f"# {written.title}",
            "",
            "# Forward: what goes in, and each value that is made of it.",
            *forward,
            "",
            f"# Back: each value hands on to those that it was made of; {self.start}x stands for",
            f"# d{result}/dx.",
            *self._order_note(),
            *[
                f"{self._gradient(value)} = {ONE if value is root else 0.0}"
                for value in written.named
            ],
            *back,
            "",
            *[f'print("{written.names[v]} =", {self.variables[v]})' for v in written.named],
            *[
                f'print("d{result}/d{written.names[v]} =", {self._gradient(v)})'
                for v in written.named
            ],
        ]
        return "\n".join(lines) + "\n"

    def _functions(self, lines: Lines) -> Lines:
        """What has to stand before the calculation."""
        has_sigmoid = any("sigmoid(" in line for line in lines)
        if has_sigmoid:
            return ["import math", *SIGMOID, "", ""]
        return ["import math", ""] if any("math." in line for line in lines) else []

    def _order_note(self) -> Lines:
        if self.written.is_right:
            return []
        return ["# They do it in the order that the figure shows, not in the usual one."]

    def _forward(self, value: Value) -> Lines:
        if value.operation is None:
            return [f"{self.variables[value]} = {value.data!r}"]
        return [f"{self.variables[value]} = {self._expressions(value)[0]}"]

    def _handed_on(self, value: Value) -> Lines:
        arrived = self._gradient(value)
        lines = []
        for operand, derivative in zip(value.operands, self._expressions(value)[1], strict=True):
            if is_constant(operand):
                continue
            share = f"{derivative} * {arrived}"
            if derivative in (ONE, MINUS_ONE):
                share = arrived
            sign = "-" if derivative == MINUS_ONE else "+"
            lines.append(f"{self._gradient(operand)} {sign}= {share}")
        return lines

    def _expressions(self, value: Value) -> tuple[str, list[str]]:
        """How a value is computed, and its local derivatives."""
        assert value.operation is not None  # noqa: S101 - the callers see to it
        k = value.operation.exponent
        if k is None:
            made, derivatives = EXPRESSIONS[value.operation.symbol]
        else:
            slope = f"({k!r} * {{a}} ** {k - 1!r})" if k else "0.0"
            made, derivatives = f"{{a}} ** {k!r}", (slope,)
        names = dict(zip("ab", map(self._operand, value.operands), strict=False))
        names["v"] = self.variables[value]
        return made.format(**names), [each.format(**names) for each in derivatives]

    def _operand(self, value: Value) -> str:
        if not is_constant(value):
            return self.variables[value]
        written = repr(value.data)
        return f"({written})" if written.startswith("-") else written

    def _gradient(self, value: Value) -> str:
        return self.start + self.variables[value]


def _variables(written: WrittenGraph) -> dict[Value, str]:
    """A name of Python's for every value that is no constant; almost always its own."""
    variables: dict[Value, str] = {}
    used = TAKEN | {written.names[value] for value in written.named}
    for value in written.named:
        name = written.names[value]
        while name in TAKEN or (name != written.names[value] and name in used):
            name += "_"
        used.add(name)
        variables[value] = name
    return variables
