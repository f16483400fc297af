"""Programs of every kind, put before the judge: each gets a verdict, whatever it does."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from backprop.exercises import Verdict, all_tasks, judge
from backprop.exercises.checks import CHECKS

NAMES = ("weights", "biases", "inputs", "targets", "x", "np", "self", "__builtins__", "1j", "''")
LINES = (
    "return {}",
    "return [{}, {}], ({},)",
    "{} = {}",
    "{} += {} @ {}",
    "{}[0] = {}.T * {}",
    "del {}",
    "raise {}",
    "yield {}",
    "print({}, end={})",
    "while {}: pass",
    "import {}",
    "from numpy import *",
    "class {}: __array__ = lambda *a: {}",
    "np.seterr(all='raise')",
    "for {} in {}: {}",
    "try: {}()\n    except BaseException: pass",
    "return float('nan'), {}",
    "return np.zeros((0, 3)), np.array([{}], dtype=object)",
    "return type('T', (), dict(__iter__=lambda s: 1 / 0, __len__=lambda s: -1))()",
    "exec({})",
    "{} := {}",
    "\t{}",
)

lines = st.builds(
    lambda line, names: line.format(*names),
    st.sampled_from(LINES),
    st.lists(st.sampled_from(NAMES), min_size=3, max_size=3),
)


@st.composite
def programs(draw):
    """A function of a task with lines that may mean nothing, or text that is no program."""
    task = draw(st.sampled_from(all_tasks()))
    if draw(st.integers(0, 9)) == 0:
        return task, draw(st.text(max_size=60))
    body = "".join(f"    {line}\n" for line in draw(st.lists(lines, min_size=1, max_size=5)))
    return task, f"import numpy as np\ndef {CHECKS[task.check].function}(*given):\n{body}"


@given(programs())
@settings(max_examples=10 * settings().max_examples)
def test_every_program_gets_a_verdict(drawn):
    task, code = drawn
    verdict = judge(task, code, seconds=0.05)
    assert isinstance(verdict, Verdict)
    assert not verdict.passed
    assert verdict.sentence.endswith((".", "?"))
    lines = re.split(r"\r\n|\r|\n", code)  # as Python and editors tell them apart
    assert verdict.line is None or 1 <= verdict.line <= len(lines)
