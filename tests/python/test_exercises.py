"""Tasks that readers solve in code: each solution passes, each known mistake is known as itself."""

from pathlib import Path

import numpy as np
import pytest

from backprop.exercises import all_tasks, judge, task_named
from backprop.exercises.checks import CHECKS
from backprop.exercises.derivative import derivative
from backprop.exercises.reader_program import MOST_CHARACTERS
from backprop.exercises.task import KINDS, TASKS, TaskFileError, read_task

BY_NAME = {task.name: task for task in all_tasks()}
WRONG = [(task, wrong) for task in all_tasks() for wrong in task.wrong]

LINE = "(output - target) * output * (1 - output)"


def verdict_on(code, task="output_error_signal", seconds=4.0):
    return judge(task_named(task), code, seconds)


def test_there_are_ten_tasks_and_eight_bugs_and_each_has_a_name_of_its_own():
    assert [sum(task.kind == kind for task in all_tasks()) for kind in KINDS] == [10, 8]
    assert len(BY_NAME) == 18
    with pytest.raises(KeyError):
        task_named("none")


@pytest.mark.parametrize("task", all_tasks(), ids=lambda task: task.name)
def test_a_solution_passes_and_what_one_starts_from_does_not(task):
    assert judge(task, task.solution).passed
    assert not judge(task, task.start).passed


@pytest.mark.parametrize(
    ("task", "wrong"), WRONG, ids=[f"{task.name}: {wrong.name}" for task, wrong in WRONG]
)
def test_each_wrong_program_fails_as_the_mistake_that_it_is(task, wrong):
    verdict = judge(task, wrong.code)
    assert not verdict.passed
    assert verdict.mistake == wrong.name
    assert verdict.sentence.endswith(wrong.sentence)


def test_every_bug_begins_as_a_mistake_that_its_file_names():
    for task in all_tasks():
        if task.kind == "bugs":
            assert judge(task, task.start).mistake == task.wrong[0].name


@pytest.mark.parametrize(
    ("task", "code", "mistake"),
    [
        (
            "output_error_signal",
            "error_signal = lambda output, target: -target + output",
            "factor left out",
        ),
        (
            "weight_gradient",
            "import numpy as np\ndef weight_gradient(a, d):\n    return np.outer(d[0], a[0])",
            "transposed",
        ),
        (
            "momentum",
            "def step(w, v, g, eta, m):\n    return w - eta * g, -eta * g",
            "momentum left out",
        ),
    ],
)
def test_a_mistake_is_known_by_its_values_however_it_is_written(task, code, mistake):
    assert verdict_on(code, task).mistake == mistake


def test_the_first_error_signal_is_the_one_worked_out_by_hand():
    # a = σ(0.2·0.5 + 0.3·0.8 + 0.1), σ(0.4·0.5 + 0.1·0.8 − 0.2); ŷ = σ(0.6 a₁ + 0.5 a₂ + 0.3)
    a = [1 / (1 + np.exp(-z)) for z in (0.44, 0.08)]
    ŷ = 1 / (1 + np.exp(-(0.6 * a[0] + 0.5 * a[1] + 0.3)))
    (number,) = verdict_on(f"def error_signal(output, target):\n    return {LINE}").numbers
    assert number.expected == pytest.approx((ŷ - 0.7) * ŷ * (1 - ŷ), rel=1e-12)
    assert (number.place, number.state) == ("errors:2,0", "right")


def test_what_is_right_is_told_before_what_is_wrong_and_a_turned_table_by_its_shape():
    one_turned = BY_NAME["backward_in_four_lines"].solution.replace(
        "[inputs.T @ delta_1, hidden.T @ delta_2]", "[inputs.T @ delta_1, delta_2.T @ hidden]"
    )
    assert verdict_on(one_turned, "backward_in_four_lines").sentence == (
        "For a 2-2-1 network and one example: the gradient of the weights of layer 2 has the shape "
        "(1, 2) where (2, 1) is needed: transpose it."
    )
    without_biases = BY_NAME["backward_in_four_lines"].solution.replace(
        "delta_1.sum(axis=0), delta_2.sum(axis=0)", "None, delta_2.sum(axis=0)"
    )
    verdict = verdict_on(without_biases, "backward_in_four_lines")
    assert verdict.sentence.endswith(
        "the gradient of the weights of layer 1 is right, "
        "but the gradient of the biases of layer 1 is missing."
    )
    states = {number.place: number.state for number in verdict.numbers}
    assert states["biases:0,1"] == "missing"
    assert states["weights:0,1,0"] == "right"


@pytest.mark.parametrize(
    ("code", "sentence", "line"),
    [
        ("import os", "Line 1: `os` cannot be imported here; NumPy, math", 1),
        ("\n\nimport math, js", "Line 3: `js` cannot be imported here", 3),
        (
            "def error_signal(o, t):\n    x = 1\n    return x / 0",
            "Line 3 raised ZeroDivisionError",
            3,
        ),
        ("x = (", "Line 1 is not Python: '(' was never closed.", 1),
        ("import numpy as np\na = np.ones((10**7, 10**7))", "Line 2 asks for more memory", 2),
        ("def error_signal(o, t):\n    return error_signal(o, t)", "Line 2 calls itself again", 2),
        ("x = 1\nprint('x' * 1_000_000)", "Line 2: more than 10,000 characters were printed", 2),
        ("print(open('/etc/passwd').read())", "Line 1: `open` is closed to programs", 1),
        ("raise SystemExit(3)", "Line 1 raised SystemExit: 3.", 1),
        ("pass", "The program defines no function `error_signal`.", None),
        (
            "#" * (MOST_CHARACTERS + 1),
            "The program has 20,001 characters; 20,000 are the most.",
            None,
        ),
        ("x = '\\0'\n\0", "", None),
    ],
)
def test_whatever_ends_a_program_is_told_at_its_line(code, sentence, line):
    verdict = verdict_on(code)
    assert not verdict.passed
    assert verdict.sentence.startswith(sentence)
    assert verdict.line == line
    assert len(verdict.printed) <= 10_000


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("x = 0\nwhile True:\n    x += 1", 2),
        ("def f():\n    while 1: pass\ntry:\n    f()\nexcept:\n    pass\nwhile True: pass", 7),
        ("try:\n    while 1: pass\nfinally:\n    for x in iter(int, 1):\n        pass", 4),
        ("while 1:\n    try:\n        while 2: pass\n    except BaseException:\n        pass", 1),
    ],
)
def test_a_loop_without_an_end_is_stopped_at_its_line_whatever_the_program_catches(code, line):
    verdict = verdict_on(code, seconds=0.1)
    assert verdict.sentence == (
        f"Line {line}: the program was still running after 0.1 seconds; "
        "is there a loop without an end?"
    )
    assert verdict.line == line


def test_what_a_program_prints_is_kept_and_a_right_one_passes_all_the_same():
    verdict = verdict_on(
        f"print('hello', 1, sep='-')\ndef error_signal(output, target):\n    return {LINE}"
    )
    assert verdict.passed
    assert verdict.printed == "hello-1\n"


def test_a_derivative_is_refused_where_its_two_ways_differ():
    with pytest.raises(ArithmeticError):
        derivative(lambda v: np.abs(v).sum(), np.array([1e-6]))
    assert derivative(lambda v: (v**3).sum(), np.array([2.0])) == pytest.approx([12.0], rel=1e-14)


@pytest.mark.parametrize(
    ("left_out", "why"),
    [("Check: output_error_signal", "one check"), ("# %% solution", "the solution")],
)
def test_a_file_that_lacks_something_is_refused_by_its_name(tmp_path: Path, left_out, why):
    text = (TASKS / "ladder" / "01_output_error_signal.py").read_text(encoding="utf-8")
    path = tmp_path / "01_mine.py"
    path.write_text(text.replace(left_out, ""), encoding="utf-8")
    with pytest.raises(TaskFileError, match=f"01_mine.py.*{why}"):
        read_task(path)


def test_every_check_is_asked_for_by_a_task():
    assert {task.check for task in all_tasks()} == set(CHECKS)
