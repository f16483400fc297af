"""What the engine answers to a trace, a check and a question about itself."""

import math
from array import array
from typing import Any

import numpy as np
import pytest
from engine_messages import A_GRADIENT, A, Message, answer, refusal, with_network


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
    assert update["first_order_change"] == pytest.approx(-0.5 * sum(g * g for g in gradient))
    assert update["actual_change"] == update["loss_after"] - update["loss_before"]
    assert update["actual_change"] < 0
    assert "promised" in update["sentence"]


def test_parameters_that_are_null_are_those_that_the_seed_draws() -> None:
    drawn = answer(with_network({**A, "network": {**A["network"], "seed": 7}}, parameters=None))
    some = [0.25, None, None, -3, None, 0.5]
    message = {**A, "network": {**A["network"], "seed": 7, "parameters": some}}
    expected = [
        own if given is None else given
        for given, own in zip(some, drawn["parameters"], strict=True)
    ]
    assert answer(message)["parameters"] == expected
    code, field, _ = refusal(with_network(A, parameters=[1, None, 2, "3", 4, 5]))
    assert (code, field) == ("bad_value", "network.parameters[3]")


def test_a_frozen_weight_is_left_alone_and_promises_nothing() -> None:
    trace = answer({**A, "frozen": [0, 4]})
    update, gradient = trace["update"], trace["gradient"]
    assert update["parameters"][0] == 0.2
    assert update["parameters"][4] == 0.6
    assert update["parameters"][1] != 0.4
    free = [gradient[k] for k in (1, 2, 3, 5)]
    assert update["first_order_change"] == pytest.approx(-0.5 * sum(g * g for g in free))
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
    assert (update["loss_after"], update["first_order_change"]) == (20.25, -18)
    assert update["actual_change"] == 18
    assert "the step was too long, and the loss rose" in update["sentence"]
    still = answer({**message, "frozen": [0]})["update"]
    assert still["first_order_change"] == 0
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
    for of_one_figure in ("stack_depth", "decay", "patience", "step", "timed_size"):
        assert set(result["limits"][of_one_figure]) == {"minimum", "maximum", "whole"}
    for preset in result["presets"].values():
        message = {name: preset[name] for name in preset if name != "title"}
        assert answer({"kind": "trace", **message})["steps"]
