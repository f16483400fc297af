"""Ten thousand formulas and a thousand programs, drawn by a seed: the same in every Python.

Hypothesis looks further, where a machine is quick enough; these are all gone through inside the
page's own Python as well, whose stack and whose parser are others.
"""

import time
from random import Random

from hypothesis import settings

from backprop.exercises import Verdict, all_tasks, judge
from backprop.exercises.checks import CHECKS
from backprop.graph import FormulaError, Graph, graph_of
from backprop.graph.operations import FUNCTIONS

BUILDS = settings().max_examples < 10
"""A build goes through a tenth of them; the tests of that state go through all."""

FORMULAS = 1_000 if BUILDS else 10_000
PROGRAMS = 100 if BUILDS else 1_000
LONGEST_SECONDS = 2.0
"""Of the processor for one text: far more than any takes, and far less than a hang."""

WORDS = (
    *(
        "x",
        "y",
        "z",
        "q",
        "0",
        "1",
        "2.5",
        "1e308",
        "-3",
        "0.1j",
        "True",
        "'x'",
        "é",
        "\ud800",
        "\0",
    ),
    *("+", "-", "*", "/", "**", "%", "@", "^", "=", ":=", "==", "<", ";", ",", ".", ":", "!", "\\"),
    *("(", ")", "[", "]", "{", "}", "#", "\n", "\t", "\f", " ", "−", "×", "÷", "·", "√"),
    *(f"{name}(" for name in FUNCTIONS),
    *("lambda x: ", "import os", "__import__(", "eval(", " if ", " else ", " for x in ", "await "),
    *('<img src=x onerror="x">', "<script>", "&lt;", '"""'),
)
VALUES = {"x": 2.0, "y": -3.0, "z": 0.0}


def formula(drawn: Random, depth: int = 0) -> str:
    """One that is well made, at least until some of its letters are changed."""
    if depth > 4 or drawn.random() < 0.2:
        return drawn.choice(["x", "y", "z", "2", "0.5", "1e300"])
    inner = [formula(drawn, depth + 1) for _ in range(2)]
    kind = drawn.randrange(4)
    if kind == 0:
        return f"{drawn.choice([name for name in FUNCTIONS if name != 'max'])}({inner[0]})"
    if kind == 1:
        return f"max({inner[0]}, {inner[1]})"
    if kind == 2:
        return f"({inner[0]})**{drawn.choice([-1, 0, 0.5, 2, 3])}"
    return f"({inner[0]} {drawn.choice('+-*/')} {inner[1]})"


def formula_text(drawn: Random) -> str:
    """A formula, one that was damaged, or any words."""
    if drawn.random() < 0.3:
        return "".join(drawn.choices(WORDS, k=drawn.randrange(30)))
    text = formula(drawn)
    for _ in range(drawn.choice([0, 0, 1, 3])):
        at = drawn.randrange(len(text) + 1)
        text = text[:at] + drawn.choice(WORDS) + text[at + drawn.randrange(2) :]
    return text


def made_of(text: str) -> Graph | ValueError:
    """What comes of a formula; any other exception is a fault."""
    try:
        return graph_of(text, {name: value for name, value in VALUES.items() if name in text})
    except ValueError as refused:
        return refused


def test_ten_thousand_formulas_are_each_a_graph_or_a_refusal_with_a_place() -> None:
    drawn = Random(11)  # noqa: S311 - drawn alike each time, and no secret
    graphs = 0
    for _ in range(FORMULAS):
        text = formula_text(drawn)
        began = time.process_time()
        found = made_of(text)
        if isinstance(found, Graph):
            assert found.backward().keys() <= VALUES.keys()
            graphs += 1
        elif isinstance(found, FormulaError):
            assert 0 <= found.place <= len(text), text
        else:  # one of the letters was within a word
            assert str(found) in {f"the formula has no {name}" for name in VALUES}, text
        assert time.process_time() - began < LONGEST_SECONDS, text
    assert graphs > FORMULAS / 10, "hardly any of it is a formula"


LINES = (
    *("return {a}", "return {a}, {b}", "{a} = {b}", "{a} += {b} * {a}", "{a}[0] = {b}", "del {a}"),
    *(
        "raise {a}",
        "raise ValueError('<img src=x onerror=x>')",
        "print({a}, {b})",
        "print('x' * 10**7)",
    ),
    *(
        "import {a}",
        "import os; os.system('x')",
        "open('x', 'w')",
        "class {a}: {b} = {a}",
        "exec({b})",
    ),
    *(
        "for {a} in {b}: {a}",
        "while {a}: {b}",
        "{a}(*{b})",
        "lambda: {a}",
        "yield {a}",
        "\t{a}",
        "{a",
    ),
    *(
        "given[0].T @ given[1]",
        "return np.ones((3, 2))",
        "return given[0]",
    ),
    *(
        "np.seterr(all='raise')",
        "globals().clear()",
        "return float('nan')",
        "return [[]]",
        "assert {a}",
    ),
)
NAMES = ("given", "x", "np", "0", "''", "None", "print", "[1, 2]", "__builtins__", "1j", "self")


def program(drawn: Random, function: str) -> str:
    """A function with lines that may mean nothing."""
    body = ""
    for _ in range(drawn.randrange(1, 6)):
        line = drawn.choice(LINES)
        for name in "ab":
            line = line.replace(f"{{{name}}}", drawn.choice(NAMES))
        body += f"    {line}\n"
    return f"import numpy as np\ndef {function}(*given):\n{body}"


def test_a_thousand_programs_each_get_a_verdict_that_says_why() -> None:
    drawn = Random(11)  # noqa: S311 - as above
    tasks = all_tasks()
    for _ in range(PROGRAMS):
        task = drawn.choice(tasks)
        code = program(drawn, CHECKS[task.check].function)
        began = time.process_time()
        verdict = judge(task, code, seconds=0.02)
        assert isinstance(verdict, Verdict)
        assert not verdict.passed, code
        assert verdict.sentence.endswith((".", "?")), code
        assert verdict.line is None or 1 <= verdict.line <= code.count("\n") + 1, code
        assert time.process_time() - began < LONGEST_SECONDS, code
