"""What the engine answers to a slice of training."""

import json
import math
from typing import Any

import numpy as np
import pytest
from engine_messages import XOR, answer, with_network

from backprop import engine


def test_training_in_slices_is_the_same_run_to_the_last_bit() -> None:
    whole = answer({**XOR, "epochs": 400})
    losses: list[float] = []
    state = None
    for epochs in (1, 0, 99, 300):
        # As it is after a worker was replaced: the state has been through JSON.
        part = json.loads(json.dumps(answer({**XOR, "state": state, "epochs": epochs})))
        losses += part["losses"]
        state = part["state"]
    assert state == whole["state"]
    assert losses == whole["losses"]


def test_two_runs_may_take_turns_without_disturbing_each_other() -> None:
    other = {**XOR, "learning_rate": 0.1}
    states: dict[str, Any] = {"one": None, "two": None}
    for _ in range(5):
        states["one"] = answer({**XOR, "state": states["one"], "epochs": 40})["state"]
        states["two"] = answer({**other, "state": states["two"], "epochs": 40})["state"]
    assert states["one"] == answer({**XOR, "epochs": 200})["state"]
    assert states["two"] == answer({**other, "epochs": 200})["state"]


def test_more_runs_than_are_kept_ready_take_turns_too() -> None:
    states: dict[int, Any] = dict.fromkeys(range(9))
    for _ in range(2):
        for seed, state in states.items():
            message = with_network({**XOR, "state": state, "epochs": 30}, seed=seed)
            states[seed] = answer(message)["state"]
    assert states[3] == answer(with_network({**XOR, "epochs": 60}, seed=3))["state"]


def test_a_state_from_elsewhere_is_gone_on_from_as_it_is() -> None:
    state = answer({**XOR, "epochs": 50})["state"]
    moved = {**state, "parameters": [w + 0.01 for w in state["parameters"]]}
    assert (
        answer({**XOR, "epochs": 0, "state": moved})["state"]["parameters"] == moved["parameters"]
    )


def test_a_state_without_a_plateau_starts_one() -> None:
    state = answer({**XOR, "epochs": 50})["state"]
    known = {name: state[name] for name in state if not name.startswith("plateau")}
    result = answer({**XOR, "epochs": 1, "state": known})
    assert result["state"]["plateau_epoch"] >= 50


def test_no_epochs_only_looks() -> None:
    result = answer({**XOR, "epochs": 0})
    assert result["losses"] == []
    assert result["state"]["epoch"] == 0
    assert result["state"]["velocity"] == [0.0] * 9
    assert result["state"]["best_loss"] == result["loss"]
    assert result["ended"] is None
    assert result["surface"] is None


def test_training_may_begin_with_given_parameters() -> None:
    solving = [10, -10, -10, 10, -5, -5, 10, 10, -5]  # one hidden unit for each of the two ones
    result = answer(with_network({**XOR, "epochs": 0}, parameters=solving))
    assert result["state"]["parameters"] == solving
    assert result["accuracy"] == 1
    assert [p["correct"] for p in result["predictions"]] == [True] * 4


def test_predictions_tell_what_the_network_answers_to_each_example() -> None:
    parameters = [1, 0, 0, 1, 0, 0, 1, 1, -1]  # h = (σ(x), σ(y)), ŷ = σ(h₁ + h₂ − 1)
    result = answer(with_network({**XOR, "epochs": 0}, parameters=parameters))
    first, second, _, fourth = result["predictions"]
    σ1 = 1 / (1 + math.exp(-1))
    assert first["inputs"] == [0, 0]
    assert first["hidden"] == [0.5, 0.5]
    assert first["output"] == 0.5
    assert first["target"] == 0
    assert first["loss"] == 0.125
    assert first["correct"] is True  # one half is not above one half
    assert second["hidden"] == pytest.approx([0.5, σ1], rel=1e-15)
    assert fourth["correct"] is False
    assert result["accuracy"] == 0.75
    assert result["loss"] == pytest.approx(
        sum(p["loss"] for p in result["predictions"]) / 4, rel=1e-14
    )


def test_hidden_lines_are_cut_at_the_surface_or_at_the_unit_square() -> None:
    parameters = [1, 0, 1, 1, -1.5, 5, 1, 1, -1]
    message = with_network({**XOR, "epochs": 0}, parameters=parameters)
    assert answer(message)["hidden_lines"] == [
        {"unit": 0, "from": [0.5, 1.0], "to": [1.0, 0.5]},
        None,
    ]
    window = {"x_range": [-1, 2], "y_range": [-1, 2], "resolution": 2}
    assert answer({**message, "surface": window})["hidden_lines"][0] == {
        "unit": 0,
        "from": [-0.5, 2.0],
        "to": [2.0, -0.5],
    }


def test_a_surface_without_ranges_is_as_wide_as_the_examples_need() -> None:
    own = {"name": "own", "points": [0, 5, 0, 10, 5, 1]}
    surface = answer({**XOR, "dataset": own, "surface": {"resolution": 3}})["surface"]
    assert (surface["x_range"], surface["y_range"]) == ([-1.5, 11.5], [4.5, 5.5])


def test_a_surface_goes_row_by_row_from_the_lower_left() -> None:
    window = {"x_range": [0, 1], "y_range": [0, 1], "resolution": 2}
    result = answer({**XOR, "surface": window})
    outputs = [p["output"] for p in result["predictions"]]  # (0,0), (0,1), (1,0), (1,1)
    corners = [outputs[0], outputs[2], outputs[1], outputs[3]]
    assert result["surface"]["values"] == pytest.approx(corners, rel=1e-14)
    assert {name: result["surface"][name] for name in window} == window


def test_arrays_may_stay_arrays_for_a_caller_that_shares_memory() -> None:
    window = {"x_range": [0, 1], "y_range": [0, 1], "resolution": 3}
    result = engine.handle({**XOR, "surface": window}, arrays=True)
    assert isinstance(result["losses"], np.ndarray)
    assert isinstance(result["surface"]["values"], np.ndarray)
    assert result["losses"].dtype == result["surface"]["values"].dtype == np.float64
    assert result["surface"]["values"].shape == (9,)
    assert result["losses"].flags.c_contiguous
    assert type(result["state"]["parameters"]) is list


def test_the_rule_that_stops_a_run_is_reported_and_a_slice_that_is_over_is_no_end() -> None:
    assert answer({**XOR, "epochs": 100})["ended"] is None
    ended = answer({**XOR, "epochs": 5_000})["ended"]
    assert ended["rule"] == "loss_below"
    assert ended["epoch"] == 832
    limited = {**XOR, "stopping": {"epoch_limit": 100}}
    result = answer({**limited, "epochs": 5_000})
    assert (result["ended"]["rule"], result["state"]["epoch"]) == ("epoch_limit", 100)
    assert answer({**limited, "epochs": 100})["ended"]["rule"] == "epoch_limit"
    assert answer({**limited, "epochs": 99})["ended"] is None


def test_a_time_limit_cuts_a_slice_short_and_is_no_end_of_the_run() -> None:
    message = {**XOR, "stopping": None, "epochs": 1_000_000, "time_limit": 0}
    result = answer(message)
    assert result["state"]["epoch"] == len(result["losses"]) == 1
    assert result["ended"] is None
    assert result["seconds"] > 0


def test_divergence_ends_the_run_with_the_operation_that_went_wrong() -> None:
    message = with_network(
        {**XOR, "learning_rate": 90, "epochs": 3_000, "stopping": None},
        layer_sizes=[2, 4, 1],
        activations=["relu", "linear"],
        seed=1,
    )
    window = {"x_range": [-1, 2], "y_range": [-1, 2], "resolution": 20}
    result = answer({**message, "surface": window})
    assert result["ended"]["rule"] == "diverged"
    assert result["ended"]["epoch"] == result["state"]["epoch"] == len(result["losses"])
    assert "became" in result["ended"]["sentence"]
    again = answer({**message, "state": result["state"]})
    assert again["ended"]["rule"] == "diverged"
    assert again["losses"] == []


def test_a_stuck_start_is_told_and_may_train_on() -> None:
    message = with_network({**XOR, "stopping": None}, seed=11, initial_range=0.3)
    result = answer({**message, "epochs": 20_000})
    assert result["stuck"]["rule"] == "stuck"
    assert result["stuck"]["epoch"] == 20_000
    assert result["ended"] is None
    state = {**result["state"]}
    assert answer({**message, "epochs": 10, "state": state})["stuck"]["epoch"] == 20_010


@pytest.mark.parametrize("name", ["circle", "gaussians", "spiral"])
def test_a_drawn_set_trains_in_batches(name: str) -> None:
    message = with_network(
        {
            **XOR,
            "dataset": {"name": name, "count": 50, "noise": 0.05, "seed": 3},
            "batch_size": 10,
            "learning_rate": 0.03,
        },
        layer_sizes=[2, 8, 8, 1],
        activations=["tanh", "tanh", "sigmoid"],
    )
    result = answer({**message, "epochs": 30})
    assert len(result["predictions"]) == 50
    assert result["loss"] < result["losses"][0]
    assert len(result["hidden_lines"]) == 8
