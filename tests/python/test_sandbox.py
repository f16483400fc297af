"""The door of the worker in which readers' programs run."""

import pytest

from backprop.engine import sandbox

SOLUTION = """\
def error_signal(output, target):
    return (output - target) * output * (1 - output)
"""


def judged(code, task="output_error_signal"):
    return sandbox.handle({"kind": "judge", "task": task, "code": code})


def test_a_solution_passes_and_leaves_python_as_it_was():
    verdict = judged(SOLUTION)
    assert verdict["kind"] == "judge"
    assert verdict["passed"]
    assert not verdict["spoilt"]
    assert [number["state"] for number in verdict["numbers"]] == ["right"]


def test_a_known_mistake_is_named():
    verdict = judged("def error_signal(output, target):\n    return output - target\n")
    assert not verdict["passed"]
    assert verdict["mistake"] == "factor left out"
    assert verdict["numbers"][0]["state"] == "wrong"


@pytest.mark.parametrize(
    ("left", "undone"),
    [
        ("import numpy as np\nnp.left_behind = 3\n", "del np.left_behind"),
        ("import math\nmath.pi = 3\n", "math.pi = 3.141592653589793"),
    ],
)
def test_what_a_program_leaves_in_a_module_is_told(left, undone):
    verdict = judged(left + SOLUTION)
    exec(left.splitlines()[0] + "\n" + undone, {})  # noqa: S102 - the test's own
    assert verdict["passed"]
    assert verdict["spoilt"]


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ({"kind": "judge", "task": "nothing", "code": ""}, "task"),
        ({"kind": "judge", "task": "batch", "code": 3}, "code"),
        ({"kind": "judge", "task": "batch", "code": "x" * 20_001}, "code"),
        ({"kind": "train", "task": "batch", "code": ""}, "kind"),
        ({"kind": "judge", "task": "batch"}, "code"),
        ({"kind": "judge", "task": "batch", "code": "", "more": 1}, "more"),
        (None, None),
    ],
)
def test_a_message_of_another_shape_is_refused(message, field):
    answer = sandbox.handle(message)
    assert (answer["kind"], answer["field"]) == ("error", field)
