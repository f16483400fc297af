"""A network in the figure `graph`: number by number or by units, with the gradients it has."""

import numpy as np
import pytest

from backprop import Network, engine
from backprop.figures.graph.graph import OPENINGS

NETWORKS = {
    "2-2-1": ([2, 2, 1], ["sigmoid", "sigmoid"], "half_squared_error", False),
    "without hidden units": ([3, 1], ["tanh"], "squared_error", False),
    "two outputs": ([2, 3, 2], ["tanh", "linear"], "mean_squared_error", False),
    "the output itself": ([2, 3, 1], ["tanh", "linear"], "output", False),
    "two outputs themselves": ([2, 2, 2], ["tanh", "sigmoid"], "output", False),
    "direct links": ([2, 3, 1], ["tanh", "linear"], "half_squared_error", True),
    "binary": ([2, 3, 1], ["leaky_relu", "sigmoid"], "binary_cross_entropy", False),
    "softmax": ([2, 3, 3], ["relu", "softmax"], "cross_entropy", False),
    "softmax with squares": ([2, 2, 2], ["tanh", "softmax"], "half_squared_error", False),
    "deep": ([2, 4, 4, 1], ["tanh", "tanh", "sigmoid"], "half_squared_error", False),
}


def asked(name, **changes):
    """The network, its pass, and the figure's answer about it."""
    sizes, activations, loss, skip = NETWORKS[name]
    net = Network(sizes, activations, loss, seed=4, skip_to_output=skip)
    inputs = np.linspace(-0.7, 0.9, sizes[0])
    targets = np.eye(sizes[-1])[0]
    spec = {
        "layer_sizes": sizes,
        "activations": activations,
        "loss": loss,
        "use_biases": True,
        "skip_to_output": skip,
        "parameters": net.parameters.tolist(),
    }
    network = {"spec": spec, "inputs": inputs.tolist(), "targets": targets.tolist()}
    answer = engine.handle(OPENINGS["graph"] | {"network": network} | changes)
    forward = net.forward(inputs)
    return net, net.backward(forward, targets), forward, answer


def at_the_end(answer):
    """Value and gradient of each number at the last step, by its name."""
    gradients = {}
    for step in answer["steps"]:
        gradients.update(step["gradients"])
    return {
        node["name"]: (node["value"], gradients.get(index, 0.0))
        for index, node in enumerate(answer["nodes"])
    }


@pytest.mark.parametrize("opened", ["none", "all"])
@pytest.mark.parametrize("name", NETWORKS)
def test_units_have_the_gradients_of_the_network_open_or_closed(name, opened):
    net, backward, forward, answer = asked(name, opened=opened)
    numbers = at_the_end(answer)
    loss = numbers.pop("the loss")
    assert loss == pytest.approx((backward.loss, 1))
    gradients = (backward.input_gradients, *backward.activation_gradients)
    for layer, activations in enumerate(forward.activations[:-1]):
        for unit, activation in enumerate(activations[0]):
            kind = "input" if layer == 0 else "hidden unit"
            several = len(net.layer_sizes) > 3 and layer > 0
            label = f"unit {unit + 1} of hidden layer {layer}" if several else f"{kind} {unit + 1}"
            expected = activation, gradients[layer][0, unit]
            assert numbers[label] == pytest.approx(expected, rel=1e-12, abs=1e-15)


def test_an_opened_unit_shows_the_gradients_of_its_weights():
    net, backward, _, answer = asked("2-2-1", opened="1.1")
    numbers = at_the_end(answer)
    for source in range(2):
        weight = f"the weight from input {source + 1} to hidden unit 2"
        expected = net.weights[0][source, 1], backward.weight_gradients[0][source, 1]
        assert numbers[weight] == pytest.approx(expected, rel=1e-12)
    bias = numbers["the bias of hidden unit 2"]
    assert bias == pytest.approx((net.biases[0][1], backward.error_signals[0][0, 1]), rel=1e-12)
    assert "the weight from input 1 to hidden unit 1" not in numbers


def test_few_numbers_are_drawn_one_by_one_and_many_are_grouped_at_first():
    *_, few = asked("2-2-1")
    *_, many = asked("deep")
    assert (few["opened"], len(few["nodes"])) == ("all", few["total"])
    # Two inputs, nine units, and the loss.
    assert (many["opened"], len(many["nodes"])) == ("none", 12)
    assert many["total"] > 50
    assert [unit["title"] for unit in few["units"]] == [
        "hidden unit 1",
        "hidden unit 2",
        "the output",
        "the loss",
    ]
    # Two weights, a bias, two products, two sums and the activation.
    assert few["units"][0]["values"] == 8


@pytest.mark.parametrize("order", ["recursion", "depth_first_once", "children_first"])
def test_a_wrong_order_goes_wrong_among_units_too(order):
    *_, answer = asked("deep", order=order)
    assert answer["mistake"] is not None
    assert answer["end"].startswith("The order was wrong, and so are ")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"opened": "9.9"}, "opened"),
        ({"opened": 3}, "opened"),
        ({"network": {"spec": {}, "inputs": [], "targets": []}}, "network.spec.layer_sizes"),
        ({"network": [1]}, "network"),
    ],
)
def test_what_is_no_unit_and_no_network_is_refused_by_name(changes, field):
    *_, answer = asked("2-2-1", **changes)
    assert (answer["kind"], answer["field"]) == ("error", field)
