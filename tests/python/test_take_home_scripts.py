"""Scripts that readers take home, run as they are by a Python that knows nothing of us."""

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from taken_home import CASES

from backprop import Network, Trainer, engine
from backprop.core.datasets import gaussians, xor
from backprop.message.presets import PRESETS, XOR_RUN
from backprop.take_home import numpy_script, pytorch_script
from backprop.take_home.program import Pass, Run

pytestmark = pytest.mark.host


def trace_of(preset: str) -> dict[str, Any]:
    fields = {name: value for name, value in PRESETS[preset].items() if name != "title"}
    return {"kind": "trace", **fields}


def exported(language: str, subject: dict[str, Any]) -> str:
    answer = engine.handle({"kind": "export", "format": language, "subject": subject})
    assert answer["kind"] == "export", answer
    text: str = answer["text"]
    return text


def printed(script: str, folder: Path) -> dict[str, Any]:
    """What a script prints, by name: `E`, `dE/dw1`, `w1` …, and `epoch 10 E`."""
    file = folder / "script.py"
    file.write_text(script, encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", file],
        capture_output=True,
        env=environment,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return read_back(done.stdout)


def read_back(output: str) -> dict[str, Any]:
    pairs = (line.split(" = ", 1) for line in output.splitlines() if line)
    return {name: ast.literal_eval(value) for name, value in pairs}


def printed_together(scripts: list[str], folder: Path) -> list[dict[str, Any]]:
    """What each prints, all run by one Python: an import of PyTorch takes seconds."""
    lines = ["import runpy"]
    for number, script in enumerate(scripts):
        file = folder / f"script_{number}.py"
        file.write_text(script, encoding="utf-8")
        lines += [f"runpy.run_path({str(file)!r}, run_name='__main__')", "print('----')"]
    runner = folder / "all.py"
    runner.write_text("\n".join(lines), encoding="utf-8")
    done = subprocess.run([sys.executable, runner], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [read_back(part) for part in done.stdout.split("----\n")[: len(scripts)]]


def flat(told: dict[str, Any], names: list[str], before: str = "") -> np.ndarray:
    return np.concatenate([np.ravel(told[before + name]) for name in names])


def names_of(net: Network) -> list[str]:
    names = []
    for layer in range(1, len(net.layer_sizes)):
        names += [f"w{layer}", f"b{layer}"] if net.use_biases else [f"w{layer}"]
    return [*names, "u"] if net.skip_to_output else names


def test_numpy_scripts_print_the_gradient_of_the_loss(tmp_path: Path) -> None:
    jobs = [
        numpy_script.pass_script(Pass(case.net, case.inputs, case.targets, 0.25)) for case in CASES
    ]
    assert_gradients(printed_together(jobs, tmp_path))


def assert_gradients(told: list[dict[str, Any]]) -> None:
    """Each case's loss, gradient and step, against the complex step on formulas of the tests."""
    for case, printed_numbers in zip(CASES, told, strict=True):
        gradient, names = case.gradient(), names_of(case.net)
        there = flat(printed_numbers, names, "dE/d")
        assert_allclose(there, gradient, rtol=1e-9, atol=1e-13, err_msg=case.name)
        moved = case.net.parameters - 0.25 * gradient
        assert_allclose(flat(printed_numbers, names), moved, rtol=1e-9, atol=1e-13)
        assert printed_numbers["E"] == pytest.approx(case.loss(), rel=1e-12)


def test_the_script_of_the_first_worked_example_prints_its_numbers(tmp_path: Path) -> None:
    told = printed(exported("numpy", trace_of("2-2-1-a")), tmp_path)
    assert told["E"] == pytest.approx(0.0010724284008909765, rel=1e-13)
    expected = [-0.00612480215579979, -0.005971267597225847]
    assert np.ravel(told["dE/dw2"]) == pytest.approx(expected, rel=1e-12)
    assert told["dE/dw1"][0][0] == pytest.approx(-0.0007640252344581602, rel=1e-12)


def test_the_script_of_the_second_worked_example_prints_its_numbers(tmp_path: Path) -> None:
    told = printed(exported("numpy", trace_of("2-2-1-b")), tmp_path)
    assert told["E"] == pytest.approx(0.06536623173916235, rel=1e-13)
    expected = [-0.04712657716937588, -0.047945040003448666]
    assert np.ravel(told["dE/dw2"]) == pytest.approx(expected, rel=1e-12)
    assert told["dE/dw1"][0][0] == pytest.approx(-0.0061551604173270555, rel=1e-12)


def test_a_script_holds_what_is_frozen(tmp_path: Path) -> None:
    told = printed(exported("numpy", {**trace_of("2-2-1-a"), "frozen": [1, 5]}), tmp_path)
    assert told["w1"][0][1] == 0.4
    assert told["w2"][1][0] == 0.5
    assert told["w1"][0][0] != 0.2


RUNS: dict[str, dict[str, Any]] = {
    "all at once": {"batch_size": None, "momentum": 0.9},
    "one by one": {"batch_size": 1, "momentum": 0.5},
    "without momentum": {"batch_size": None, "momentum": 0.0},
    "three at a time": {"batch_size": 3, "momentum": 0.9},
    "standardised": {
        "dataset": {
            "name": "own",
            "points": [5, 100, 0, 6, 300, 1, 7, 250, 0, 4, 120, 1, 9, 90, 0],
            "standardise": True,
            "held_out_percent": 20,
        }
    },
}


def xor_run(settings: dict[str, Any]) -> dict[str, Any]:
    return {**XOR_RUN, **settings, "state": None, "epochs": 200}


def plain_xor_losses(epochs: int) -> list[float]:
    """XOR by full-batch gradient descent with momentum, from the formulas."""
    start = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=29).parameters
    w1, b1, w2, b2 = start[:4].reshape(2, 2), start[4:6], start[6:8].reshape(2, 1), start[8:]
    weights = [w.copy() for w in (w1, b1, w2, b2)]
    speeds = [np.zeros_like(w) for w in weights]
    x, t = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0], [1], [1], [0]])
    losses = []
    for _ in range(epochs + 1):
        a = 1 / (1 + np.exp(-(x @ weights[0] + weights[1])))
        y = 1 / (1 + np.exp(-(a @ weights[2] + weights[3])))
        losses.append(float(np.mean((y - t) ** 2 / 2)))
        late = (y - t) * y * (1 - y) / 4
        early = (late @ weights[2].T) * a * (1 - a)
        slopes = [x.T @ early, early.sum(axis=0), a.T @ late, late.sum(axis=0)]
        for i, slope in enumerate(slopes):
            speeds[i] = 0.9 * speeds[i] - 0.5 * slope
            weights[i] = weights[i] + speeds[i]
    return losses


def test_the_script_of_the_xor_run_prints_the_losses_of_that_run(tmp_path: Path) -> None:
    told = printed(exported("numpy", xor_run({})), tmp_path)
    losses = plain_xor_losses(200)
    for epoch in range(0, 201, 10):
        assert told[f"epoch {epoch} E"] == pytest.approx(losses[epoch], rel=1e-9)


@pytest.mark.parametrize("settings", RUNS.values(), ids=RUNS)
def test_a_script_trains_as_the_page_does(settings: dict[str, Any], tmp_path: Path) -> None:
    run = xor_run(settings)
    told = printed(exported("numpy", run), tmp_path)
    there = engine.handle({**run, "stopping": None, "surface": None})
    for epoch in range(0, 200, 10):
        assert told[f"epoch {epoch} E"] == pytest.approx(there["losses"][epoch], rel=1e-9)
    weights = flat(told, ["w1", "b1", "w2", "b2"])
    assert_allclose(weights, there["state"]["parameters"], rtol=1e-8)
    outputs = [prediction["output"] for prediction in there["predictions"]]
    assert_allclose(np.ravel(told["outputs"]), outputs, rtol=1e-8)


def test_a_script_goes_on_from_a_run_that_is_moving(tmp_path: Path) -> None:
    whole = engine.handle({**xor_run({}), "stopping": None})
    half = engine.handle({**xor_run({}), "epochs": 75, "stopping": None})
    told = printed(
        exported("numpy", {**xor_run({}), "state": half["state"], "epochs": 125}), tmp_path
    )
    assert told["epoch 200 E"] == pytest.approx(whole["loss"], rel=1e-9)


def test_a_script_trains_on_many_examples_of_any_loss(tmp_path: Path) -> None:
    net = Network([2, 3, 1], ["relu", "sigmoid"], "binary_cross_entropy", seed=3)
    data = gaussians(60, 0.1, 2)
    run = Run(net, data.inputs, data.targets, 0.2, 0.5, 7, 3, np.zeros(13), 0, 30)
    told = printed(numpy_script.training_script(run), tmp_path)
    result = Trainer(net, data, 0.2, 0.5, 7, 3).run(30)
    assert told["epoch 0 E"] == pytest.approx(result.losses[0], rel=1e-10)
    assert told["epoch 30 E"] == pytest.approx(result.loss, rel=1e-8)


def test_pytorch_scripts_print_the_same(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="PyTorch is not installed here: its scripts are not run")
    jobs = [
        pytorch_script.pass_script(Pass(case.net, case.inputs, case.targets, 0.25))
        for case in CASES
    ]
    assert_gradients(printed_together(jobs, tmp_path))
    frozen = exported("pytorch", {**trace_of("2-2-1-a"), "frozen": [1]})
    runs = [exported("pytorch", xor_run(settings)) for settings in RUNS.values()]
    half = engine.handle({**xor_run({}), "epochs": 75, "stopping": None})
    moving = exported("pytorch", {**xor_run({}), "state": half["state"], "epochs": 125})
    held, *told_runs, told_moving = printed_together([frozen, *runs, moving], tmp_path)
    assert held["E"] == pytest.approx(0.0010724284008909765, rel=1e-13)
    assert held["w1"][0][1] == 0.4
    for settings, told in zip(RUNS.values(), told_runs, strict=True):
        there = engine.handle({**xor_run(settings), "stopping": None})
        assert told["epoch 200 E"] == pytest.approx(there["loss"], rel=1e-8)
    whole = engine.handle({**xor_run({}), "stopping": None})
    assert told_moving["epoch 200 E"] == pytest.approx(whole["loss"], rel=1e-8)


def test_a_script_has_the_examples_as_they_were_given_and_what_standardised_them() -> None:
    script = exported("numpy", xor_run(RUNS["standardised"]))
    assert "# Those held out, 1 of them, are not here." in script
    given = "[[5.0, 100.0], [6.0, 300.0], [7.0, 250.0], [4.0, 120.0], [9.0, 90.0]]"
    (written,) = (line for line in script.splitlines() if line.startswith("x = np.array("))
    rows = ast.literal_eval(written.removeprefix("x = np.array(").removesuffix(")"))
    assert len(rows) == 4
    assert all(row in ast.literal_eval(given) for row in rows)
    assert f"mean = np.array({np.mean(rows, axis=0).tolist()})" in script
    assert f"deviation = np.array({np.std(rows, axis=0).tolist()})" in script


def test_the_examples_of_xor_are_written_as_they_are() -> None:
    script = exported("numpy", xor_run({}))
    assert f"x = np.array({xor().inputs.tolist()})" in script
    assert f"t = np.array({xor().targets.tolist()})" in script
    assert "backprop" not in script
