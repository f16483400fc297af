"""Networks as graphs: held to their own backward pass, and to the demo of micrograd."""

import random

import numpy as np
import pytest
from hypothesis import given
from random_networks import cases, complex_step_gradient

from backprop import Network
from backprop.graph import Graph, Value, graph_of_network, topological_order
from backprop.graph.network_graph import unit_values


@given(cases())
def test_a_network_as_a_graph_has_the_gradients_of_its_backward_pass(case):
    net, inputs, targets = case
    graph = graph_of_network(net, inputs, targets)
    found = graph.backward()
    told = net.backward(net.forward(inputs), targets)
    arrays = {"inputs": told.input_gradients}
    for layer, gradient in enumerate(told.weight_gradients):
        arrays[f"weights[{layer}]"] = gradient
        arrays[f"biases[{layer}]"] = told.bias_gradients[layer]
    if told.skip_gradient is not None:
        arrays["skip_weights"] = told.skip_gradient
    wanted = {
        f"{name}[{', '.join(map(str, place))}]": array[place]
        for name, array in arrays.items()
        for place in np.ndindex(array.shape)
    }
    assert graph.root.data == pytest.approx(told.loss, rel=1e-12, abs=1e-12)
    assert {name: found[name] for name in wanted} == pytest.approx(wanted, rel=1e-12, abs=1e-12)
    assert set(found) - set(wanted) == {name for name in found if name.startswith("targets")}


@given(cases())
def test_a_network_as_a_graph_has_the_gradients_of_the_complex_step(case):
    gradient = complex_step_gradient(*case)
    found = list(graph_of_network(*case).backward().values())[: gradient.size]
    assert found == pytest.approx(gradient.tolist(), rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("targets", [[0.7, 0.1], [[0.7], [0.1]]])
def test_targets_of_another_shape_are_refused(targets):
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=1)
    with pytest.raises(ValueError, match=r"targets must have shape \(1, 1\)"):
        graph_of_network(net, [0.5, 0.8], targets)


@pytest.mark.parametrize(
    ("sizes", "values", "edges"),
    [
        ([2, 2, 1], 25, 26),
        ([2, 4, 1], 47, 52),
        ([2, 8, 3], 145, 174),
        ([2, 16, 16, 1], 979, 1_248),
    ],
)
def test_a_relu_network_has_as_many_values_and_edges_as_micrograds(sizes, values, edges):
    functions = [*["relu"] * (len(sizes) - 2), "linear"]
    net = Network(sizes, functions, "half_squared_error", seed=0)
    leaves = graph_of_network(net, np.ones(2), np.ones(sizes[-1])).leaves
    _, outputs = unit_values(net, leaves, 0)
    root = outputs[0] if len(outputs) == 1 else sum(outputs)  # as micrograd's are: from 0 on
    assert isinstance(root, Value)
    nodes = topological_order(root)
    assert len(nodes) == values
    assert sum(len(node.operands) for node in nodes) == edges


DEMO_LOSSES = {  # of its first 11 steps, since all 100 take half a minute here
    0: 0.8958441028683222,
    1: 1.7235905336972022,
    2: 0.7429006313851131,
    10: 0.24507023853658053,
}


def demo_points():
    """The two moons of micrograd's demo, as scikit-learn makes them of NumPy's seed 1337."""
    t = np.linspace(0, np.pi, 50)
    outer, inner = np.c_[np.cos(t), np.sin(t)], np.c_[1 - np.cos(t), 0.5 - np.sin(t)]
    points, labels = np.r_[outer, inner], np.repeat([-1.0, 1.0], 50)
    generator = np.random.RandomState(1337)
    order = np.arange(100)
    generator.shuffle(order)
    return points[order] + generator.normal(scale=0.1, size=(100, 2)), labels[order]


@pytest.mark.host
def test_micrograds_demo_learns_the_moons_with_the_losses_that_it_prints():
    points, labels = demo_points()
    assert points[0].tolist() == [1.1221146075409685, 0.08147717341718697]
    net = Network([2, 16, 16, 1], ["relu", "relu", "linear"], "squared_error", initial_range=0)
    draw = random.Random(1337)  # noqa: S311 - the numbers of the demo
    for weights in net.weights:  # unit by unit
        weights[:] = np.reshape(
            [draw.uniform(-1, 1) for _ in range(weights.size)], weights.T.shape
        ).T
    leaves = graph_of_network(net, points, labels[:, None]).leaves
    parameters = [each for name, each in leaves.items() if name.startswith(("weights", "biases"))]
    scores = [unit_values(net, leaves, example)[1][0] for example in range(100)]
    pairs = list(zip(labels.tolist(), scores, strict=True))
    mean = sum((1 + -label * score).relu() for label, score in pairs) * (1 / 100)
    loss = mean + 1e-4 * sum(each * each for each in parameters)
    graph = Graph(loss, leaves)
    assert sum((each.data > 0) == (label > 0) for label, each in pairs) == 50  # of 100
    found = {}
    for step in range(max(DEMO_LOSSES) + 1):
        found[step] = graph.forward()
        graph.backward()
        for each in parameters:
            each.data -= (1 - 0.9 * step / 100) * each.gradient
    assert {step: found[step] for step in DEMO_LOSSES} == pytest.approx(DEMO_LOSSES, rel=1e-12)
