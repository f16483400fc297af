import json
import math
from array import array
from typing import Any

import numpy as np
import pytest

from backprop import engine
from backprop.limits import LIMITS

Message = dict[str, Any]

# 2-2-1 A of the worked examples, its numbers computed apart from this code.
A: Message = {
    "kind": "trace",
    "network": {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": False,
        "parameters": [0.2, 0.4, 0.3, 0.1, 0.6, 0.5],
    },
    "inputs": [0.5, 0.8],
    "targets": [0.7],
    "learning_rate": 0.5,
}
A_GRADIENT = [
    -0.0007640252344581602,
    -0.0006425886712737981,
    -0.0012224403751330563,
    -0.001028141874038077,
    -0.00612480215579979,
    -0.005971267597225847,
]

XOR: Message = {
    "kind": "train",
    "network": {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": True,
        "seed": 29,
        "initial_range": 1.0,
    },
    "dataset": {"name": "xor"},
    "learning_rate": 0.5,
    "momentum": 0.9,
    "batch_size": None,
    "state": None,
    "epochs": 10,
    "stopping": {"loss_below": 0.01, "no_improvement_for": None, "epoch_limit": None},
}


def with_network(message: Message, **changes: Any) -> Message:
    return {**message, "network": {**message["network"], **changes}}


def answer(message: object) -> Message:
    """Return a good answer, having seen that it is plain JSON without a NaN in it."""
    result = engine.handle(message)
    assert result["kind"] != "error", result
    assert json.loads(json.dumps(result, allow_nan=False)) == result
    return result


def refusal(message: object) -> tuple[str, str | None, str]:
    result = engine.handle(message)
    assert set(result) == {"kind", "code", "message", "field"}
    assert result["kind"] == "error"
    return result["code"], result["field"], result["message"]


# trace


def test_a_trace_holds_every_number_of_the_worked_example() -> None:
    trace = answer(A)
    assert trace["parameters"] == [0.2, 0.4, 0.3, 0.1, 0.6, 0.5]
    assert trace["weights"] == [[[0.2, 0.4], [0.3, 0.1]], [[0.6], [0.5]]]
    assert trace["biases"] == [[], []]
    assert trace["skip_weights"] is None
    assert trace["activations"][0] == [0.5, 0.8]
    assert trace["pre_activations"][0] == pytest.approx([0.34, 0.28], rel=1e-14)
    assert trace["activations"][1] == pytest.approx(
        [0.5841905229354073, 0.569546223939229], rel=1e-14
    )
    assert trace["pre_activations"][1] == pytest.approx([0.635287425730859], rel=1e-14)
    assert trace["outputs"] == pytest.approx([0.6536874012629181], rel=1e-14)
    assert trace["loss"] == pytest.approx(0.0010724284008909765, rel=1e-13)
    assert trace["error_signals"][1] == pytest.approx([-0.010484254563090536], rel=1e-13)
    assert trace["gradient"] == pytest.approx(A_GRADIENT, rel=1e-12)
    assert trace["weight_gradients"][1] == [[trace["gradient"][4]], [trace["gradient"][5]]]
    assert trace["bias_gradients"] == [[], []]
    assert trace["explanation"] is None


def test_an_update_steps_down_the_gradient_and_says_what_it_had_promised() -> None:
    trace = answer(A)
    update, gradient = trace["update"], trace["gradient"]
    stepped = [w - 0.5 * g for w, g in zip(trace["parameters"], gradient, strict=True)]
    assert update["parameters"] == pytest.approx(stepped, rel=1e-15)
    assert update["loss_before"] == trace["loss"]
    after = answer(with_network(A, parameters=update["parameters"]))
    assert update["loss_after"] == pytest.approx(after["loss"], rel=1e-12)
    assert update["promised_change"] == pytest.approx(-0.5 * sum(g * g for g in gradient))
    assert update["actual_change"] == update["loss_after"] - update["loss_before"]
    assert update["actual_change"] < 0
    assert "promised" in update["sentence"]


def test_a_frozen_weight_is_left_alone_and_promises_nothing() -> None:
    trace = answer({**A, "frozen": [0, 4]})
    update, gradient = trace["update"], trace["gradient"]
    assert update["parameters"][0] == 0.2
    assert update["parameters"][4] == 0.6
    assert update["parameters"][1] != 0.4
    free = [gradient[k] for k in (1, 2, 3, 5)]
    assert update["promised_change"] == pytest.approx(-0.5 * sum(g * g for g in free))
    last = trace["steps"][-1]
    assert last["phase"] == "update"


def test_a_step_that_is_too_long_says_that_the_loss_rose() -> None:
    message: Message = {
        "kind": "trace",
        "network": {
            "layer_sizes": [1, 1],
            "activations": ["linear"],
            "loss": "squared_error",
            "use_biases": False,
            "parameters": [0.5],
        },
        "inputs": [1],
        "targets": [2],
        "learning_rate": 2,
    }
    # w − 2 goes from −1.5 to 4.5: E from 2.25 to 20.25, promised −2 · 9 = −18.
    update = answer(message)["update"]
    assert (update["loss_after"], update["promised_change"]) == (20.25, -18)
    assert update["actual_change"] == 18
    assert "the step was too long, and the loss rose" in update["sentence"]
    still = answer({**message, "frozen": [0]})["update"]
    assert still["promised_change"] == 0
    assert still["parameters"] == [0.5]
    assert "nothing moves" in still["sentence"]


def test_steps_come_in_the_order_of_the_pass_and_carry_their_formulas() -> None:
    steps = answer(A)["steps"]
    phases = [step["phase"] for step in steps]
    assert sorted(phases, key=["forward", "loss", "backward", "update"].index) == phases
    for step in steps:
        assert (
            "".join(part["latex"] for part in step["formula"]["parts"])
            == (step["formula"]["latex"])
        )
        assert step["line"] >= 1
        assert step["file"].endswith(".py")


def test_one_weight_is_explained_when_asked() -> None:
    explanation = answer({**A, "weight": {"layer": 0, "source": 0, "target": 0}})["explanation"]
    assert explanation["weight"] == {"layer": 0, "source": 0, "target": 0}
    assert explanation["gradient"] == pytest.approx(-0.0007640252344581602, rel=1e-12)
    assert math.prod(f["value"] for f in explanation["factors"]) == pytest.approx(
        explanation["gradient"], rel=1e-12
    )
    assert sum(path["product"] for path in explanation["paths"]) == pytest.approx(
        explanation["gradient"], rel=1e-12
    )


def test_of_very_many_paths_the_first_64_are_told_and_all_are_counted() -> None:
    message: Message = {
        "kind": "trace",
        "network": {
            "layer_sizes": [1, 1, 8, 8, 8, 1],
            "activations": ["tanh"] * 5,
            "loss": "squared_error",
            "use_biases": True,
            "seed": 1,
        },
        "inputs": [1],
        "targets": [0],
        "learning_rate": 0.1,
        "weight": {"layer": 0, "source": None, "target": 0},
    }
    explanation = answer(message)["explanation"]
    assert explanation["path_count"] == 8 * 8 * 8
    assert len(explanation["paths"]) == 64


def test_direct_links_are_drawn_and_explained_as_one_more_layer() -> None:
    message = with_network(A, skip_to_output=True, parameters=[0.2, 0.4, 0.3, 0.1, 0.6, 0.5, 1, 2])
    trace = answer({**message, "weight": {"layer": 2, "source": 1, "target": 0}})
    assert trace["skip_weights"] == [[1], [2]]
    assert trace["explanation"]["value"] == 2
    assert refusal({**A, "weight": {"layer": 2, "source": 1, "target": 0}})[1] == "weight.layer"


def test_parameters_without_numbers_are_drawn_from_the_seed() -> None:
    message = with_network(A, seed=5)
    del message["network"]["parameters"]
    first, again = answer(message), answer(message)
    other = answer(with_network(message, seed=6))
    narrow = answer(with_network(message, initial_range=0.1))
    assert first["parameters"] == again["parameters"] != other["parameters"]
    assert narrow["parameters"] == pytest.approx([0.1 * w for w in first["parameters"]])


@pytest.mark.parametrize(
    "numbers",
    [
        np.array([0.5, 0.8]),
        memoryview(array("d", [0.5, 0.8])),
        array("d", [0.5, 0.8]),
        (0.5, 0.8),
        np.array([0.5, 0.8], dtype=object).tolist(),
    ],
)
def test_numbers_may_come_as_a_list_or_a_typed_array(numbers: object) -> None:
    assert answer({**A, "inputs": numbers}) == answer(A)


def test_whole_numbers_may_come_as_floats_as_javascript_has_no_others() -> None:
    assert answer(with_network(A, layer_sizes=[2.0, 2.0, 1.0])) == answer(A)


def test_null_of_javascript_is_none() -> None:
    class JsNull:
        """What Pyodide hands over for null."""

    null: Any = JsNull()
    assert answer({**A, "weight": null, "frozen": null}) == answer(A)


# train


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


# check and describe


def test_a_check_counts_its_passes_and_agrees_with_the_worked_example() -> None:
    message = {name: A[name] for name in ("network", "inputs", "targets")}
    result = answer({"kind": "check", **message})
    assert result["gradient"] == pytest.approx(A_GRADIENT, rel=1e-6)
    assert result["forward_passes"] == 12
    assert result["largest_relative_error"] < 1e-7
    coarse = answer({"kind": "check", **message, "step": 0.5})
    assert coarse["largest_relative_error"] > result["largest_relative_error"]


def test_a_description_has_the_menus_limits_and_presets_of_the_page() -> None:
    result = answer({"kind": "describe"})
    assert "softmax" not in result["activations"]
    assert set(result["output_activations"]) == {*result["activations"], "softmax"}
    assert set(result["losses_for_output"]) == set(result["output_activations"])
    assert result["limits"]["units"] == {"minimum": 1, "maximum": 8, "whole": True}
    assert set(result["limits"]) == set(LIMITS)
    for preset in result["presets"].values():
        message = {name: preset[name] for name in preset if name != "title"}
        assert answer({"kind": "trace", **message})["steps"]


# what is refused

NAN, HUGE = float("nan"), 10**400


@pytest.mark.parametrize(
    ("message", "code", "field"),
    [
        (None, "bad_value", None),
        ([], "bad_value", None),
        ("trace", "bad_value", None),
        ({}, "missing_field", "kind"),
        ({"kind": "tarce"}, "unknown_kind", "kind"),
        ({"kind": ["trace"]}, "unknown_kind", "kind"),
        ({"kind": "trace"}, "missing_field", "network"),
        ({"kind": "describe", "__proto__": {}}, "unknown_field", "__proto__"),
        ({"kind": "describe", 5: 1}, "unknown_field", None),
        ({**A, "inputs": [1]}, "bad_value", "inputs"),
        ({**A, "inputs": [1, 2, 3]}, "too_large", "inputs"),
        ({**A, "inputs": [1, NAN]}, "bad_value", "inputs[1]"),
        ({**A, "inputs": [1, "2"]}, "bad_value", "inputs[1]"),
        ({**A, "inputs": [1, True]}, "bad_value", "inputs[1]"),
        ({**A, "inputs": [1, HUGE]}, "too_large", "inputs[1]"),
        ({**A, "inputs": [1, 1e7]}, "too_large", "inputs[1]"),
        ({**A, "inputs": np.array([1, math.inf])}, "bad_value", "inputs[1]"),
        ({**A, "inputs": np.array([True, False])}, "bad_value", "inputs"),
        ({**A, "inputs": np.zeros((2, 1))}, "bad_value", "inputs"),
        ({**A, "inputs": b"ab"}, "bad_value", "inputs"),
        ({**A, "inputs": {"0": 1, "1": 2}}, "bad_value", "inputs"),
        ({**A, "targets": [None]}, "bad_value", "targets[0]"),
        ({**A, "learning_rate": -1}, "bad_value", "learning_rate"),
        ({**A, "learning_rate": 1e308}, "too_large", "learning_rate"),
        ({**A, "learning_rate": HUGE}, "too_large", "learning_rate"),
        ({**A, "learning_rate": "--5"}, "bad_value", "learning_rate"),
        ({**A, "frozen": [6]}, "too_large", "frozen[0]"),
        ({**A, "frozen": [-1]}, "bad_value", "frozen[0]"),
        ({**A, "frozen": [0.5]}, "bad_value", "frozen[0]"),
        ({**A, "frozen": [0] * 7}, "too_large", "frozen"),
        ({**A, "weight": {"layer": 5, "target": 0}}, "too_large", "weight.layer"),
        ({**A, "weight": {"layer": 0, "source": 2, "target": 0}}, "too_large", "weight.source"),
        ({**A, "weight": {"layer": 0, "source": 0, "target": 2}}, "too_large", "weight.target"),
        ({**A, "weight": {"layer": 0, "source": None, "target": 0}}, "bad_value", "weight.source"),
        ({**A, "weight": {"layer": 0}}, "missing_field", "weight.target"),
        ({**A, "colour": "red"}, "unknown_field", "colour"),
        (with_network(A, layer_sizes=[2]), "bad_value", "network.layer_sizes"),
        (with_network(A, layer_sizes=[2] * 10**6), "too_large", "network.layer_sizes"),
        (with_network(A, layer_sizes=[2, 9, 1]), "too_large", "network.layer_sizes[1]"),
        (with_network(A, layer_sizes=[2, HUGE, 1]), "too_large", "network.layer_sizes[1]"),
        (with_network(A, layer_sizes=[2, 1.5, 1]), "bad_value", "network.layer_sizes[1]"),
        (with_network(A, layer_sizes="221"), "bad_value", "network.layer_sizes"),
        (with_network(A, activations=["sigmoid"]), "bad_value", "network.activations"),
        (with_network(A, activations=["softmax"] * 2), "bad_value", "network.activations[0]"),
        (with_network(A, activations=["relu", []]), "bad_value", "network.activations[1]"),
        (with_network(A, loss="cross_entropy"), "bad_value", "network.loss"),
        (with_network(A, loss=5), "bad_value", "network.loss"),
        (with_network(A, use_biases=1), "bad_value", "network.use_biases"),
        (with_network(A, seed=-1), "bad_value", "network.seed"),
        (with_network(A, seed=2**32), "too_large", "network.seed"),
        (with_network(A, parameters=[1.0] * 5), "bad_value", "network.parameters"),
        (with_network(A, parameters=[1.0] * 10**6), "too_large", "network.parameters"),
        (with_network(A, parameters=[math.inf] * 6), "bad_value", "network.parameters[0]"),
        (with_network(A, parameters=[1e308] * 6), "not_finite", "network.parameters"),
        ({**XOR, "epochs": -1}, "bad_value", "epochs"),
        ({**XOR, "epochs": 1e9}, "too_large", "epochs"),
        ({**XOR, "epochs": None}, "bad_value", "epochs"),
        ({**XOR, "momentum": 1}, "too_large", "momentum"),
        ({**XOR, "batch_size": 0}, "bad_value", "batch_size"),
        ({**XOR, "dataset": {"name": "moon"}}, "bad_value", "dataset.name"),
        ({**XOR, "dataset": {"name": "circle", "count": 10**9}}, "too_large", "dataset.count"),
        ({**XOR, "stopping": {"loss_below": NAN}}, "bad_value", "stopping.loss_below"),
        (
            {**XOR, "stopping": {"no_improvement_for": 0}},
            "bad_value",
            "stopping.no_improvement_for",
        ),
        ({**XOR, "state": {"epoch": 1}}, "missing_field", "state.parameters"),
        ({**XOR, "time_limit": 1e9}, "too_large", "time_limit"),
        (
            {**XOR, "surface": {"x_range": [0, 1], "y_range": [0, 1], "resolution": 10**6}},
            "too_large",
            "surface.resolution",
        ),
        (
            {**XOR, "surface": {"x_range": [1, 0], "y_range": [0, 1], "resolution": 9}},
            "bad_value",
            "surface.x_range",
        ),
        (with_network(XOR, layer_sizes=[3, 2, 1]), "bad_value", "network.layer_sizes"),
    ],
)
def test_a_bad_message_is_refused_by_field(message: object, code: str, field: str | None) -> None:
    found_code, found_field, sentence = refusal(message)
    assert (found_code, found_field) == (code, field)
    assert sentence.endswith(".")
    assert len(sentence) < 300


def test_a_refusal_says_the_limit() -> None:
    assert refusal(with_network(A, layer_sizes=[2, 9, 1]))[2] == (
        "network.layer_sizes[1] must be at most 8."
    )
    assert refusal({**XOR, "dataset": {"name": "circle", "count": 5_000}})[2] == (
        "dataset.count must be at most 2,000."
    )


def test_a_pass_that_overflows_names_its_first_operation_instead_of_a_nan() -> None:
    code, _, sentence = refusal(
        {
            **with_network(A, activations=["relu", "linear"], parameters=[1e200] * 6),
            "inputs": [1e6, 1e6],
        }
    )
    assert code == "not_finite"
    assert sentence.startswith("The weighted sum of the output became infinite")


@pytest.mark.parametrize("kind", ["trace", "check"])
def test_a_weight_that_swallows_the_step_of_a_finite_difference_is_refused(kind: str) -> None:
    network = {**A["network"], "parameters": [1e12] * 6}
    message: Message = {"kind": kind, "network": network, "inputs": [1, 0], "targets": [1]}
    if kind == "trace":
        assert answer({**message, "learning_rate": 0})["loss"] == 0
        message |= {"learning_rate": 0, "weight": {"layer": 0, "source": 0, "target": 0}}
    code, field, sentence = refusal(message)
    assert (code, field) == ("too_large", "network.parameters")
    assert "finite difference is lost" in sentence


def test_a_loss_that_needs_probabilities_takes_no_other_target() -> None:
    message = with_network(A, loss="binary_cross_entropy")
    assert answer(message)["loss"] > 0
    assert refusal({**message, "targets": [2]})[:2] == ("too_large", "targets[0]")


def test_a_state_too_large_to_go_on_from_is_refused() -> None:
    state = answer({**XOR, "epochs": 1})["state"]
    message = with_network({**XOR, "state": state}, activations=["relu", "linear"])
    code, field, _ = refusal({**message, "state": {**state, "parameters": [1e300] * 9}})
    assert (code, field) == ("not_finite", "state.parameters")
    assert answer(XOR)["state"]["epoch"] == 10


def test_what_goes_wrong_inside_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    def too_deep(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(engine, "walkthrough", broken)
    assert refusal(A)[0] == "internal"
    monkeypatch.setattr(engine, "walkthrough", too_deep)
    assert refusal(A)[0] == "too_large"
    monkeypatch.undo()
    assert answer(A)["loss"] > 0
