"""What the figure `code` tells of its tasks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import backprop
from backprop import engine
from backprop.exercises import all_tasks, judge, task_named
from backprop.figures.code import OPENINGS

OPENING = OPENINGS["code"]


def test_it_opens_with_the_first_of_ten_tasks():
    answer = engine.handle(OPENING)
    assert (answer["number"], answer["of"], answer["task_kind"]) == (1, 10, "ladder")
    assert answer["start"] == "def error_signal(output, target):\n    return ...\n"
    assert len(answer["hints"]) == 3
    assert [task["kind"] for task in answer["tasks"]] == ["ladder"] * 10 + ["bugs"] * 8
    assert answer["layer_sizes"] == []
    assert [asked["place"] for asked in answer["asked"]] == ["errors:2,0"]


def test_a_task_on_a_whole_pass_names_the_network_and_each_of_its_numbers():
    answer = engine.handle(OPENING | {"task": "backward_in_four_lines"})
    # A 2-2-1 network has 4 + 2 weights and 2 + 1 biases.
    assert answer["layer_sizes"] == [2, 2, 1]
    places = [asked["place"] for asked in answer["asked"]]
    assert len(places) == len(set(places)) == 9
    names = {asked["place"]: asked["name"] for asked in answer["asked"]}
    assert names["weights:0,1,0"] == "the gradient of the weights of layer 1, from 2 to 1"


@pytest.mark.host
@pytest.mark.parametrize(("ending", "sentence"), [("solution", "Right"), ("start", "return")])
def test_a_saved_program_checks_itself_and_is_judged_as_before(ending, sentence, tmp_path):
    answer = engine.handle(OPENING)
    saved = tmp_path / "output_error_signal.py"
    saved.write_text(answer[ending] + answer["check"], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(saved)],
        env=os.environ | {"PYTHONPATH": str(Path(backprop.__path__[0]).parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert sentence in done.stdout
    assert judge(task_named(OPENING["task"]), saved.read_text(encoding="utf-8")).passed == (
        ending == "solution"
    )


@pytest.mark.parametrize("task", [task.name for task in all_tasks()])
def test_every_task_is_told(task):
    answer = engine.handle(OPENING | {"task": task})
    assert answer["task"] == task
    assert 1 <= answer["number"] <= answer["of"]
    assert answer["asked"]


@pytest.mark.parametrize("task", ["", "nothing", 3, None, ["batch"]])
def test_a_task_that_does_not_exist_is_refused_by_name(task):
    answer = engine.handle(OPENING | {"task": task})
    assert (answer["kind"], answer["field"]) == ("error", "task")


@pytest.mark.host
def test_what_every_page_asks_first_needs_none_of_the_archives_that_come_later():
    program = (
        "import sys\nfrom backprop import engine\nengine.handle({'kind': 'describe'})\n"
        "print([name for name in ('exercises', 'graph', 'take_home')"
        " if f'backprop.{name}' in sys.modules])"
    )
    path = {"PYTHONPATH": str(Path(__file__).parents[2] / "py")}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=path
    )
    assert done.stdout == "[]\n"
