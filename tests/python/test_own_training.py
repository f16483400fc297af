"""What is trained on a reader's own examples."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from backprop import engine


def trained(points: Sequence[float], output: str, **dataset: object) -> dict[str, Any]:
    """One epoch on a single unit with η = 1, without bias, from the weights 0.5 and −0.25."""
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 1],
            "activations": [output],
            "loss": "half_squared_error",
            "use_biases": False,
            "parameters": [0.5, -0.25],
        },
        "dataset": {"name": "own", "points": points, **dataset},
        "learning_rate": 1,
        "momentum": 0,
        "epochs": 1,
        "surface": {"resolution": 2, "x_range": [0, 2], "y_range": [0, 4]},
    }
    return engine.handle(message)


def test_targets_of_minus_one_and_one_are_kept_where_the_output_reaches_them() -> None:
    answer = trained([1, 0, 1, 0, 1, -1], "linear")
    # ŷ = 0.5 and −0.25; mean of ½·0.5² and ½·0.75²; ∂E/∂w = ½ (−0.5, 0.75).
    assert answer["losses"] == [0.203125]
    assert list(answer["state"]["parameters"]) == [0.75, -0.625]
    assert [told["target"] for told in answer["predictions"]] == [1, -1]
    assert answer["right"] == 2
    assert answer["own"] == {"sentence": None, "scaling": None, "held_out": None}
    assert (answer["answers"]["low"], answer["answers"]["middle"]) == (-1, 0)
    assert answer["answers"]["levels"] == pytest.approx([-0.8, -0.4, 0.4, 0.8])
    # At (0, 0), (2, 0), (0, 4) and (2, 4) ŷ is 0, 1.5, −2.5 and −1; −1 is drawn as 0 and 1 as 1.
    assert list(answer["surface"]["values"]) == [0.5, 1.25, -0.75, 0]


def test_targets_of_minus_one_become_zero_for_an_output_that_never_reaches_them() -> None:
    answer = trained([1, 0, 1, 0, 1, -1], "sigmoid")
    same = trained([1, 0, 1, 0, 1, 0], "sigmoid")
    assert (answer["losses"], answer["state"]) == (same["losses"], same["state"])
    assert [told["target"] for told in answer["predictions"]] == [1, 0]
    assert answer["own"]["sentence"] == (
        "Your targets of −1 are trained as 0, since sigmoid does not reach −1; outputs of tanh and "
        "linear keep them."
    )
    assert same["answers"] == {
        "low": 0,
        "middle": 0.5,
        "levels": [0.1, 0.3, 0.7, 0.9],
    }


def test_standardised_inputs_have_the_mean_0_and_the_deviation_1() -> None:
    answer = trained([10, 5, 1, 14, 5, 0], "linear", standardise=True)
    # Means 12 and 5, deviations 2 and (a column of one value) 1: the inputs are −1, 0 and 1, 0.
    # ŷ = ∓0.5; ½·1.5² and ½·0.5², so their mean is 0.625; ∂E/∂w₁ = ½ (1.5 + 0.5) = 1.
    assert answer["losses"] == [0.625]
    assert list(answer["state"]["parameters"]) == [-0.5, -0.25]
    assert answer["own"]["scaling"] == {"mean": [12, 5], "deviation": [2, 1]}
    assert answer["own"]["sentence"] == (
        "Standardised by mean and standard deviation of all examples: x₁ by 12 and 2, "
        "x₂ by 5 and 1."
    )
    assert [told["inputs"] for told in answer["predictions"]] == [[10, 5], [14, 5]]
    # ŷ = −0.5 (x₁ − 12)/2 − 0.25 (x₂ − 5), at the corners of 0 to 2 and 0 to 4.
    assert list(answer["surface"]["values"]) == [4.25, 3.75, 3.25, 2.75]


def test_the_line_of_a_unit_is_drawn_among_the_inputs_as_they_were_given() -> None:
    points = [0, 0, 1, 2, 4, 0]
    (line,) = trained(points, "linear", standardise=True)["hidden_lines"]
    w, v = trained(points, "linear", standardise=True)["state"]["parameters"]
    for x, y in (line["from"], line["to"]):
        # Means 1 and 2, deviations 1 and 2.
        assert w * (x - 1) / 1 + v * (y - 2) / 2 == pytest.approx(0, abs=1e-12)


def test_some_examples_are_held_out_and_neither_trained_on_nor_standardised_by() -> None:
    rng = np.random.default_rng(5)
    points = np.column_stack([rng.normal(3, 2, (10, 2)), rng.integers(0, 2, 10)])
    answer = trained(points.ravel().tolist(), "linear", standardise=True, held_out_percent=30)
    out = answer["own"]["held_out"]
    rows = [told["row"] for told in answer["predictions"]]
    assert sorted([*rows, *out["rows"]]) == list(range(10))
    assert (len(out["rows"]), out["examples"], answer["examples"]) == (3, 3, 7)
    kept = np.delete(points, out["rows"], axis=0)
    mean, deviation = kept[:, :2].mean(axis=0), kept[:, :2].std(axis=0)
    assert answer["own"]["scaling"]["mean"] == pytest.approx(mean.tolist())
    assert answer["own"]["scaling"]["deviation"] == pytest.approx(deviation.tolist())
    assert "of the examples trained on: x₁ by " in answer["own"]["sentence"]
    w = np.array([0.5, -0.25])
    x, t = (kept[:, :2] - mean) / deviation, kept[:, 2]
    assert answer["losses"] == pytest.approx([(0.5 * (x @ w - t) ** 2).mean()])
    w -= ((x @ w - t)[:, None] * x).mean(axis=0)
    assert list(answer["state"]["parameters"]) == pytest.approx(w.tolist())
    other = points[out["rows"]]
    outputs = (other[:, :2] - mean) / deviation @ w
    assert out["loss"] == pytest.approx((0.5 * (outputs - other[:, 2]) ** 2).mean())
    assert out["right"] == int(((outputs > 0.5) == (other[:, 2] > 0.5)).sum())
    assert f"Held out: {out['right']} of 3 right, with a loss of " in out["sentence"]


def test_a_column_that_only_rounding_tells_apart_is_moved_and_not_stretched() -> None:
    rows = [[0.1, 1.0, 0], [0.1, 3.0, 1], [0.1, 5.0, 0]]
    scaling = trained(np.ravel(rows).tolist(), "linear", standardise=True)["own"]["scaling"]
    assert scaling["deviation"][0] == 1
    assert scaling["mean"] == pytest.approx([0.1, 3])


@pytest.mark.parametrize("output", ["linear", "sigmoid"])
def test_held_out_inputs_far_from_all_others_are_told_in_finite_numbers(output: str) -> None:
    points = [*(0, 1e-300, 0, 1e-300, 0, 1) * 4, 1e6, -1e6, 1]
    for percent in range(0, 51, 10):
        answer = trained(points, output, standardise=True, held_out_percent=percent)
        assert answer["kind"] == "train", answer
        out = answer["own"]["held_out"]
        assert out is None or np.isfinite(out["loss"])
        assert np.isfinite(answer["surface"]["values"]).all()


@pytest.mark.parametrize("inputs", [1, 3])
def test_examples_of_any_number_of_inputs_are_trained_on(inputs: int) -> None:
    rows = [[0.5] * inputs + [1.0], [-1.0] * inputs + [0.0]]
    message: dict[str, Any] = {
        "kind": "train",
        "network": {
            "layer_sizes": [inputs, 1],
            "activations": ["linear"],
            "loss": "half_squared_error",
            "use_biases": False,
            "parameters": [1.0] * inputs,
        },
        "dataset": {"name": "own", "points": np.ravel(rows), "inputs": inputs},
        "learning_rate": 1,
        "momentum": 0,
        "epochs": 1,
    }
    answer = engine.handle(message)
    # The first ŷ are n/2 and −n, so ∂E/∂w = ½ (½(n/2 − 1) + n) for each weight.
    weight = 1 - (0.5 * (inputs / 2 - 1) + inputs) / 2
    assert list(answer["state"]["parameters"]) == pytest.approx([weight] * inputs)
    assert list(answer["outputs"]) == pytest.approx([weight * inputs / 2, -weight * inputs])
    assert (answer["surface"], answer["hidden_lines"]) == (None, [])
    refused = engine.handle({**message, "surface": {"resolution": 2}})
    assert (refused["kind"], refused["field"]) == ("error", "surface")
    two = engine.handle({**message, "network": {**message["network"], "layer_sizes": [2, 1]}})
    assert two["kind"] == "error"


def test_a_network_trains_on_own_examples_as_on_any_others() -> None:
    points = [0.0, 0.0, 0, 0.0, 1.0, 1, 1.0, 0.0, 1, 1.0, 1.0, 0]
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 2, 1],
            "activations": ["sigmoid", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
            "seed": 29,
        },
        "dataset": {"name": "own", "points": points},
        "learning_rate": 0.5,
        "momentum": 0.9,
        "epochs": 300,
    }
    own = engine.handle(message)
    xor = engine.handle({**message, "dataset": {"name": "xor"}})
    assert own["losses"] == xor["losses"]
    assert own["state"] == xor["state"]
    assert (own["right"], own["examples"]) == (xor["right"], 4)
    typed = {**message, "dataset": {"name": "own", "points": np.array(points)}}
    assert engine.handle(typed)["losses"] == xor["losses"]


def test_of_many_own_examples_the_first_eight_are_told_one_by_one() -> None:
    rng = np.random.default_rng(3)
    points = np.column_stack([rng.normal(size=(500, 2)), rng.integers(0, 2, 500)])
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 3, 1],
            "activations": ["tanh", "sigmoid"],
            "loss": "binary_cross_entropy",
            "use_biases": True,
            "seed": 1,
        },
        "dataset": {"name": "own", "points": points.ravel().tolist()},
        "learning_rate": 0.1,
        "momentum": 0.0,
        "epochs": 5,
    }
    answer = engine.handle(message)
    assert len(answer["predictions"]) == 8
    assert answer["examples"] == 500
    assert answer["right"] / 500 == answer["accuracy"]


@pytest.mark.parametrize(
    "dataset",
    [
        {"name": "own"},
        {"name": "own", "points": []},
        {"name": "own", "points": [0, 0, 1]},
        {"name": "own", "points": [0, 0, 1, 1]},
        {"name": "own", "points": [0, 0, 1, 0, 1, 2]},
        {"name": "own", "points": [0, 0, 1, 0, 1, -0.5]},
        {"name": "own", "points": [0, 0, 0.5, 0, 1, -1]},
        {"name": "own", "points": [0, 0, 1, 0, 1, None]},
        {"name": "own", "points": [0.0] * 6003},
        {"name": "xor", "points": [0, 0, 1, 0, 1, 1]},
        {"name": "xor", "inputs": 2},
        {"name": "xor", "standardise": True},
        {"name": "own", "points": [0, 0, 1, 0, 1, 1], "standardise": 1},
        {"name": "own", "points": [0, 0, 1, 0, 1, 1], "held_out_percent": 51},
        {"name": "own", "points": [0, 0, 1, 0, 1, 1], "inputs": 9},
        {"name": "own", "points": [0, 0, 1, 0, 1, 1], "inputs": 3},
        {"name": "own", "points": [0.0] * 6004, "inputs": 3},
    ],
)
def test_bad_own_examples_in_a_message_are_refused(dataset: dict[str, object]) -> None:
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 1],
            "activations": ["sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
        },
        "dataset": dataset,
        "learning_rate": 0.1,
        "momentum": 0.0,
        "epochs": 1,
    }
    answer = engine.handle(message)
    assert answer["kind"] == "error"
    assert str(answer["field"]).startswith("dataset")


def test_an_array_for_a_name_is_refused_in_words() -> None:
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 1],
            "activations": ["sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
        },
        "dataset": {"name": np.array([1.0, np.inf])},
        "learning_rate": 0.1,
        "momentum": 0.0,
        "epochs": 1,
    }
    answer = engine.handle(message)
    assert (answer["code"], answer["field"]) == ("bad_value", "dataset.name")
