"""Reads a formula with numbers in it back into a number, independently of the core."""

import math
import re

NAMES = {
    "sigma": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "exp": math.exp,
    "ln": math.log,
    "max": max,
}

RULES = [
    (r"\\tfrac\{(\d)\}\{(\d)\} \\, ", r"(\1/\2)*"),
    (r"(-?[\d.]+) \\times 10\^\{(-?\d+)\}", r"\1*10**(\2)"),
    (r"\\cdot", "*"),
    (r"\[([^\[\]]*) > 0\]", r"(\1 > 0)"),
    (r"\[([^\[\]]*) \\le 0\]", r"(\1 <= 0)"),
    (r"\^2", "**2"),
    (r"\[", "("),
    (r"\]", ")"),
    (r"\\(\w+)", r"\1"),
]


def worked_out(arithmetic: str) -> float:
    """The value of LaTeX such as `(-0.5) \\cdot 2 + \\sigma(0.1)`."""
    for pattern, replacement in RULES:
        arithmetic = re.sub(pattern, replacement, arithmetic)
    return float(eval(arithmetic, {"__builtins__": {}}, NAMES))  # noqa: S307 - made from our own


def braces_balance(latex: str) -> bool:
    """Whether every brace and parenthesis that opens also closes."""
    for opening, closing in ("{}", "()", "[]"):
        depth = 0
        for character in latex:
            depth += (character == opening) - (character == closing)
            if depth < 0:
                return False
        if depth:
            return False
    return True
