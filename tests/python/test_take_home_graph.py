"""A graph that readers take home: its table, and two scripts that are run as they are."""

import ast
import csv
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_graph_figure import ENDS, FORMULAS, OPENING, asked, ended
from test_graph_formula import formulas

from backprop import engine
from backprop.core.network import Network
from backprop.figures.graph.classic_graphs import CLASSIC_GRAPHS
from backprop.graph import ORDERS

CORE = Path(__file__).parents[2] / "py"


def classic(name: str, **changes: Any) -> dict[str, Any]:
    preset = CLASSIC_GRAPHS[name]
    return {**OPENING, "formula": preset.formula, "values": preset.values, **changes}


def network(opened: str | None = None, **changes: Any) -> dict[str, Any]:
    """A graph message of the network 2-2-1 A of the worked examples."""
    spec = {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": False,
        "parameters": [0.2, 0.4, 0.3, 0.1, 0.6, 0.5],
    }
    shown = {"spec": spec, "inputs": [0.5, 0.8], "targets": [0.7]}
    return {**OPENING, "network": shown, "opened": opened, **changes}


def exported(wanted: str, subject: dict[str, Any]) -> str:
    answer = engine.handle({"kind": "export", "format": wanted, "subject": subject})
    assert answer["kind"] == "export", answer
    text: str = answer["text"]
    return text


def rows(subject: dict[str, Any]) -> list[dict[str, str]]:
    text = exported("csv", subject)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:], newline="")))


def read_back(output: str) -> dict[str, float]:
    """What a script prints: `q` → its value, `df/dq` → its gradient."""
    pairs = (line.split(" = ", 1) for line in output.splitlines() if line)
    return {name: ast.literal_eval(value) for name, value in pairs}


def printed(scripts: list[str], folder: Path, *options: str, **more: str) -> list[dict[str, float]]:
    """What each prints, all run by one Python."""
    lines = ["import runpy"]
    for number, script in enumerate(scripts):
        file = folder / f"script_{number}.py"
        file.write_text(script, encoding="utf-8")
        lines += [f"runpy.run_path({str(file)!r}, run_name='__main__')", "print('----')"]
    runner = folder / "all.py"
    runner.write_text("\n".join(lines), encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | more
    command = [sys.executable, *options, "-W", "error", str(runner)]
    done = subprocess.run(
        command, capture_output=True, env=environment, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return [read_back(part) for part in done.stdout.split("----\n")[: len(scripts)]]


def shown(subject: dict[str, Any]) -> dict[str, float]:
    """What the figure shows at its last step, by the names that scripts print."""
    answer = engine.handle(subject)
    assert answer["kind"] == "graph", answer
    numbers = ended(answer)
    named = [node["name"] for node in answer["nodes"] if not node["is_constant"]]
    result = answer["nodes"][-1]["name"]
    values = {name: numbers[name][0] for name in named}
    return values | {f"d{result}/d{name}": numbers[name][1] for name in named}


SUBJECTS = [
    *(classic(name) for name in CLASSIC_GRAPHS),
    *(classic("order", order=order) for order in ORDERS),
    classic("order", order="own", picks=[6, 4, 2, 5]),
    OPENING | {"formula": "f + L + y + result", "values": {}},
    OPENING | {"formula": 'print * abs + math * __debug__ + d_x*x  # """ \'', "values": {}},
    OPENING | {"formula": "max(cos(x), softplus(-0.0*x)) - leaky_relu(-x**-2) / α", "values": {}},
    OPENING | {"formula": "relu(log(x) + sin(x))**0.3333333333333333", "values": {"x": 2}},
]


@pytest.mark.host
def test_scripts_print_every_number_that_the_figure_shows(tmp_path: Path) -> None:
    expected = [shown(subject) for subject in SUBJECTS]
    plain = [exported("plain", subject) for subject in SUBJECTS]
    assert printed(plain, tmp_path, "-I") == expected
    assert not any("import backprop" in script for script in plain)
    own = [exported("backprop", subject) for subject in SUBJECTS]
    assert printed(own, tmp_path, PYTHONPATH=str(CORE)) == expected


@pytest.mark.host
def test_scripts_of_a_network_print_the_gradients_of_its_backward_pass(tmp_path: Path) -> None:
    softmax: dict[str, Any] = {
        "layer_sizes": [2, 3, 2],
        "activations": ["relu", "softmax"],
        "loss": "cross_entropy",
        "use_biases": True,
        "skip_to_output": True,
        "parameters": [0.3 * (-1) ** i + 0.05 * i for i in range(21)],
    }
    deep = {"spec": softmax, "inputs": [0.5, -0.8], "targets": [0, 1]}
    subjects = [network(), network("none"), OPENING | {"network": deep}]
    plain = printed([exported("plain", each) for each in subjects], tmp_path, "-I")
    own = [exported("backprop", each) for each in subjects]
    assert printed(own, tmp_path, PYTHONPATH=str(CORE)) == plain
    # The loss and gradients of 2-2-1 A, as worked out in the tests of its trace.
    assert plain[0] == plain[1]
    assert plain[0]["E"] == pytest.approx(0.0010724284008909765, rel=1e-12)
    assert plain[0]["dE/dw1_1_1"] == pytest.approx(-0.0007640252344581602, rel=1e-12)
    assert plain[0]["dE/dw2_2_1"] == pytest.approx(-0.005971267597225847, rel=1e-12)
    net = Network([2, 3, 2], ["relu", "softmax"], "cross_entropy", skip_to_output=True)
    net.parameters = softmax["parameters"]
    backward = net.backward(net.forward([0.5, -0.8]), [0, 1])
    assert plain[2]["E"] == pytest.approx(backward.loss, rel=1e-12)
    assert plain[2]["dE/dw1_2_3"] == pytest.approx(backward.weight_gradients[0][1, 2], rel=1e-12)
    assert plain[2]["dE/db2_1"] == pytest.approx(backward.bias_gradients[1][0], rel=1e-12)
    direct = backward.skip_gradient
    assert direct is not None
    assert plain[2]["dE/du_2_1"] == pytest.approx(direct[1, 0], rel=1e-12)


@given(st.one_of(FORMULAS, formulas), st.sampled_from(list(ORDERS)))
def test_the_plain_script_of_any_formula_prints_what_the_figure_shows(formula, order):
    subject = OPENING | {"formula": formula, "values": {"x": 0.7, "a": -1.5}, "order": order}
    answer = engine.handle({"kind": "export", "format": "plain", "subject": subject})
    there = engine.handle(subject)
    if there["kind"] == "error":
        assert (answer["kind"], answer["field"]) == ("error", f"subject.{there['field']}")
        return
    lines: list[str] = []
    told = {"print": lambda name, value: lines.append(f"{name} {value!r}")}
    exec(compile(answer["text"], "plain", "exec"), told)  # noqa: S102 - made by the core itself
    expected = shown(subject)
    assert len(lines) == len(expected)
    for line, (name, value) in zip(lines, expected.items(), strict=True):
        assert line == f"{name} = {value!r}" or float(line.partition(" = ")[2]) == value


def test_the_table_has_a_line_for_every_value_with_what_it_was_made_of():
    # CS231n's (x + y)·z: q = 3, f = −12; gradients −4, −4, 3.
    table = rows(classic("gates"))
    assert [row["name"] for row in table] == ["x", "y", "q", "z", "f"]
    assert table[0] == {
        "name": "x",
        "operation": "",
        "operand_a": "",
        "operand_b": "",
        "value": "-2.0",
        "local_derivative_a": "",
        "local_derivative_b": "",
        "gradient": "-4.0",
    }
    assert list(table[4].values()) == ["f", "multiply", "q", "z", "-12.0", "-4.0", "3.0", "1.0"]


@pytest.mark.parametrize("order", ORDERS)
def test_the_table_of_a_wrong_order_has_the_right_gradients_beside_it(order):
    by_name = {row["name"]: row for row in rows(classic("order", order=order))}
    found = [float(by_name[name]["gradient"]) for name in "ab"]
    assert tuple(found) == ENDS[order]
    if order == "topological":
        assert "right_gradient" not in by_name["a"]
    else:
        assert [float(by_name[name]["right_gradient"]) for name in "ab"] == [25, 19]


def test_no_cell_of_the_table_is_a_formula_to_a_spreadsheet_program():
    subject = OPENING | {"formula": "-x**-2 + 3 - x * exp(-x) / max(x, 2)", "values": {}}
    cells = [cell for row in rows(subject) for cell in row.values()]
    for cell in cells:
        assert cell[:1] not in {"=", "+", "@"}
        if cell.startswith("-"):
            float(cell)
    assert "power -2.0" in cells


def test_an_order_of_units_as_a_whole_is_not_written_down_as_one_of_numbers():
    subject = network("none", order="breadth_first")
    answer = engine.handle({"kind": "export", "format": "csv", "subject": subject})
    assert (answer["kind"], answer["field"]) == ("error", "subject.order")
    # 9 given, 2·(2 products, a sum, a sigmoid), 4 of the output, 4 of the loss with its 0.5.
    assert len(rows(network("all", order="breadth_first"))) == 25


def test_a_result_is_called_otherwise_where_a_formula_has_all_of_its_usual_names():
    assert asked("gates", formula="f + L + y + result", values={})["nodes"][-1]["name"] == "v3"
