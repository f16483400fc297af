"""Many updates of one network by one example, as a reader applies them at once."""

from time import perf_counter
from typing import Any

import numpy as np
import pytest
from whole_messages import UPDATES

from backprop import Network
from backprop.engine import handle

MAZUR: dict[str, Any] = {
    "kind": "updates",
    "network": {
        "layer_sizes": [2, 2, 2],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": True,
        "parameters": [0.15, 0.25, 0.2, 0.3, 0.35, 0.35, 0.4, 0.5, 0.45, 0.55, 0.6, 0.6],
    },
    "inputs": [0.05, 0.1],
    "targets": [0.01, 0.99],
    "learning_rate": 0.5,
    "count": 10_000,
}
BIASES = [4, 5, 10, 11]


def test_mazurs_example_reaches_after_10_000_updates_the_loss_that_a_float64_gives():
    began = perf_counter()
    held = handle({**MAZUR, "frozen": BIASES})
    assert perf_counter() - began < 1
    assert held["loss_before"] == pytest.approx(0.2983711087600027, rel=1e-15)
    assert held["loss_after"] == pytest.approx(0.0000351018778, rel=1e-8)
    assert [held["parameters"][index] for index in BIASES] == [0.35, 0.35, 0.6, 0.6]
    assert handle(MAZUR)["loss_after"] == pytest.approx(2.4475622e-6, rel=1e-7)


RULES = [
    (["sigmoid", "sigmoid"], "half_squared_error", [0.3]),
    (["tanh", "sigmoid"], "binary_cross_entropy", [1.0]),
    (["leaky_relu", "linear"], "squared_error", [-0.4]),
]


@pytest.mark.parametrize("count", [2, 100, 1000])
@pytest.mark.parametrize(("activations", "loss", "targets"), RULES)
def test_n_updates_at_once_are_n_updates_one_by_one(count, activations, loss, targets):
    frozen, η = [1, 8], 0.1
    first = np.random.default_rng(count).uniform(-1, 1, 13)
    message = {
        **MAZUR,
        "network": {
            "layer_sizes": [2, 3, 1],
            "activations": activations,
            "loss": loss,
            "use_biases": True,
            "parameters": first.tolist(),
        },
        "targets": targets,
        "learning_rate": η,
        "frozen": frozen,
        "count": count,
    }
    net = Network([2, 3, 1], activations, loss)
    net.parameters = first
    losses = []
    for _ in range(count):
        backward = net.backward(net.forward(MAZUR["inputs"]), targets)
        losses.append(backward.loss)
        moved = net.parameters - η * backward.gradient
        moved[frozen] = first[frozen]
        net.parameters = moved
    losses.append(float(net.loss_at(net.parameters, MAZUR["inputs"], targets).real))
    result = handle(message)
    assert result["parameters"] == pytest.approx(net.parameters.tolist(), rel=1e-12, abs=1e-12)
    curve = result["curve"]
    assert (curve["updates"][0], curve["updates"][-1]) == (0, count)
    assert len(curve["updates"]) <= 201
    told = [losses[update] for update in curve["updates"]]
    assert curve["losses"] == pytest.approx(told, rel=1e-12, abs=1e-12)
    assert result["loss_after"] == curve["losses"][-1]


def test_frozen_weights_or_no_learning_rate_leave_everything_as_it_is():
    every = list(range(12))
    for still in ({"frozen": every}, {"learning_rate": 0}):
        result = handle({**MAZUR, **still, "count": 10})
        assert result["parameters"] == MAZUR["network"]["parameters"]
        assert result["sentence"].endswith("nothing moves.")


@pytest.mark.parametrize("count", [1, 0, -5, 10_001, 2.5, "10", None])
def test_another_number_of_updates_is_refused_before_anything_is_computed(count):
    result = handle({**UPDATES, "count": count})
    assert (result["kind"], result["field"]) == ("error", "count")


def test_updates_that_lead_beyond_the_numbers_of_a_computer_are_refused_in_words():
    message = {
        **MAZUR,
        "network": {**MAZUR["network"], "activations": ["linear", "linear"]},
        "learning_rate": 100,
    }
    result = handle(message)
    assert (result["code"], result["field"]) == ("not_finite", "learning_rate")
    assert "10,000 steps with learning rate 100 lead beyond" in result["message"]
