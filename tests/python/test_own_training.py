"""What is trained on a reader's own examples."""

from typing import Any

import numpy as np
import pytest

from backprop import engine


def trained(points: list[float], output: str) -> dict[str, Any]:
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
        "dataset": {"name": "own", "points": points},
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
    assert (answer["right"], answer["answers"]["sentence"]) == (2, None)
    assert (answer["answers"]["low"], answer["answers"]["middle"]) == (-1, 0)
    assert answer["answers"]["levels"] == pytest.approx([-0.8, -0.4, 0.4, 0.8])
    # At (0, 0), (2, 0), (0, 4) and (2, 4) ŷ is 0, 1.5, −2.5 and −1; −1 is drawn as 0 and 1 as 1.
    assert list(answer["surface"]["values"]) == [0.5, 1.25, -0.75, 0]


def test_targets_of_minus_one_become_zero_for_an_output_that_never_reaches_them() -> None:
    answer = trained([1, 0, 1, 0, 1, -1], "sigmoid")
    same = trained([1, 0, 1, 0, 1, 0], "sigmoid")
    assert (answer["losses"], answer["state"]) == (same["losses"], same["state"])
    assert [told["target"] for told in answer["predictions"]] == [1, 0]
    assert answer["answers"]["sentence"] == (
        "Your targets of −1 are trained as 0, since sigmoid does not reach −1; outputs of tanh and "
        "linear keep them."
    )
    assert same["answers"] == {
        "low": 0,
        "middle": 0.5,
        "levels": [0.1, 0.3, 0.7, 0.9],
        "sentence": None,
    }


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
