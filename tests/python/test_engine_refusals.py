"""What the engine refuses: by field, in a sentence, and goes on."""

import logging
import math
from traceback import walk_tb

import numpy as np
import pytest
from engine_messages import XOR, A, Message, answer, refusal, with_network

from backprop.figures.network import trace
from backprop.message.field import Field, Refusal

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
        (with_network(XOR, loss="output"), "bad_value", "network.loss"),
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


def test_a_refusal_keeps_nothing_of_the_requests_that_were_refused_before() -> None:
    weight = {"layer": 0, "source": 0, "target": 0}
    message = with_network(A, parameters=[1e12] * 6) | {"inputs": [1, 0], "weight": weight}
    request = trace.read(Field(message))
    depths = []
    for _ in range(3):
        with pytest.raises(Refusal, match="too large to check") as refused:
            trace.answer(request)
        depths.append(len([*walk_tb(refused.value.__traceback__)]))
    assert len(set(depths)) == 1


def test_what_goes_wrong_inside_is_an_answer_too(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    def too_deep(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trace, "walkthrough", broken)
    with caplog.at_level(logging.ERROR, "backprop.engine"):
        assert refusal(A)[0] == "internal"
    assert caplog.records[-1].exc_info is not None
    assert "in broken" in caplog.text, "whoever looks for the fault is told where it is"
    monkeypatch.setattr(trace, "walkthrough", too_deep)
    assert refusal(A)[0] == "too_large"
    monkeypatch.undo()
    assert answer(A)["loss"] > 0
