"""Graphs of one number a node: the classic ones, networks, and what a wrong order makes of them.

The numbers of the classic graphs are those of their sources: the notes of CS231n ("Backpropagation,
Intuitions"), Andrej Karpathy's lecture on micrograd, and Dive into Deep Learning, section 2.5.
"""

import math
import random

import numpy as np
import pytest
from hypothesis import given
from random_networks import cases, complex_step_gradient

from backprop import Network
from backprop.core import rules
from backprop.graph import (
    ORDERS,
    Graph,
    Value,
    graph_of,
    graph_of_network,
    topological_order,
)
from backprop.graph.network_graph import unit_values
from backprop.graph.operations import FUNCTIONS

SIGMOID_NEURON = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}
SIGMOID_GRADIENTS = {
    "w0": -0.19661193324148188,
    "x0": 0.39322386648296376,
    "w1": -0.39322386648296376,
    "x1": -0.5898357997244457,
    "w2": 0.19661193324148188,
}
TANH_NEURON = {"x1": 2, "x2": 0, "w1": -3, "w2": 1, "b": 6.8813735870195432}
TANH_GRADIENTS = {"x1": -1.5, "w1": 1, "x2": 0.5, "w2": 0, "b": 0.5}
SHARED = "c = a + b; d = a*b; e = c + d; f = c*d; e + f"

CLASSIC = [
    ("(x + y)*z", {"x": -2, "y": 5, "z": -4}, -12, {"x": -4, "y": -4, "z": 3}),
    ("sigmoid(w0*x0 + w1*x1 + w2)", SIGMOID_NEURON, 0.7310585786300049, SIGMOID_GRADIENTS),
    ("1/(1 + exp(-(w0*x0 + w1*x1 + w2)))", SIGMOID_NEURON, 0.7310585786300049, SIGMOID_GRADIENTS),
    (
        "(x + sigmoid(y)) / (sigmoid(x) + (x + y)**2)",
        {"x": 3, "y": -4},
        1.5456448841066441,
        {"x": 2.0595697955721652, "y": 1.5922327514838093},
    ),
    (
        "2*(x*y + max(z, w))",
        {"x": 3, "y": -4, "z": 2, "w": -1},
        -20,
        {"x": -8, "y": 6, "z": 2, "w": 0},
    ),
    (
        "(a*b + c)*f",
        {"a": 2, "b": -3, "c": 10, "f": -2},
        -8,
        {"a": 6, "b": -4, "c": -2, "f": 4},
    ),
    ("tanh(x1*w1 + x2*w2 + b)", TANH_NEURON, 0.7071067811865476, TANH_GRADIENTS),
    (
        "e = exp(2*(x1*w1 + x2*w2 + b)); (e - 1)/(e + 1)",
        TANH_NEURON,
        0.7071067811865476,
        TANH_GRADIENTS,
    ),
    ("a + a", {"a": 3}, 6, {"a": 2}),
    ("(a*b)*(a + b)", {"a": -2, "b": 3}, -6, {"a": -3, "b": -8}),
    (
        "2*x0*x0 + 2*x1*x1 + 2*x2*x2 + 2*x3*x3",
        {"x0": 0, "x1": 1, "x2": 2, "x3": 3},
        28,
        {"x0": 0, "x1": 4, "x2": 8, "x3": 12},
    ),
    (SHARED, {"a": 2, "b": 3}, 41, {"a": 25, "b": 19}),
]


def made_by(graph: Graph, symbol: str) -> list[tuple[float, float]]:
    """Number and gradient of each value that an operation made."""
    found = [n for n in graph.nodes if n.operation is not None and n.operation.symbol == symbol]
    return [(value.data, value.gradient) for value in found]


@pytest.mark.parametrize(("formula", "values", "result", "gradients"), CLASSIC)
def test_the_classic_graphs_have_the_published_gradients(formula, values, result, gradients):
    graph = graph_of(formula, values)
    assert graph.root.data == pytest.approx(result, rel=1e-14)
    assert graph.backward() == pytest.approx(gradients, rel=1e-12, abs=1e-15)
    assert graph.root.gradient == 1


def test_a_sigmoid_written_out_shows_what_goes_back_through_each_part_of_it():
    graph = graph_of("1/(1 + exp(-(w0*x0 + w1*x1 + w2)))", SIGMOID_NEURON)
    graph.backward()
    back = -0.534446645388523
    (exp,), (quotient,) = made_by(graph, "exp"), made_by(graph, "÷")
    assert exp == pytest.approx((0.36787944117144233, back))
    assert quotient == pytest.approx((0.7310585786300049, 1))
    sums = made_by(graph, "+")
    assert sums[1] == pytest.approx((1, 0.19661193324148188))
    assert sums[-1] == pytest.approx((1.3678794411714423, back))
    assert made_by(graph, "×")[-1] == pytest.approx((-1, -0.19661193324148188))


def test_named_results_have_the_published_numbers_between():
    graph = graph_of("q = x + y; q*z", {"x": -2, "y": 5, "z": -4})
    graph.backward()
    assert made_by(graph, "+") == [(3, -4)]
    graph = graph_of("e = a*b; d = e + c; d*f", {"a": 2, "b": -3, "c": 10, "f": -2})
    graph.backward()
    told = {value.label: value for value in graph.nodes}
    assert (told["e"].data, told["e"].gradient) == (-6, -2)
    assert (told["d"].data, told["d"].gradient) == (4, -2)
    graph = graph_of("n = x1*w1 + x2*w2 + b; e = exp(2*n); (e - 1)/(e + 1)", TANH_NEURON)
    graph.backward()
    told = {value.label: value for value in graph.nodes}
    assert told["n"].data == pytest.approx(0.8813735870195432)
    assert told["n"].gradient == pytest.approx(0.5)
    assert told["e"].data == pytest.approx(5.828427124746192)
    assert told["e"].gradient == pytest.approx(0.04289321881345247)


WRONG = {
    "topological": (25, 19),
    "recursion": (29, 22),
    "children_first": (0, 0),
    "depth_first_once": (4, 3),
    "breadth_first": (25, 19),
    "twice_without_zeroing": (100, 76),
}


@pytest.mark.parametrize("order", ORDERS)
def test_each_wrong_order_ends_in_its_own_wrong_number(order):
    graph = graph_of(SHARED, {"a": 2, "b": 3})
    assert tuple(graph.backward(order).values()) == WRONG[order]
    assert tuple(graph.backward().values()) == (25, 19)  # nothing of it is left


def test_breadth_first_fails_where_a_link_skips_a_level():
    graph = graph_of("u = x**2; v = 3*u; w = v + x; w*u", {"x": 2})
    assert graph.root.data == 56
    assert graph.backward() == {"x": 108}
    assert graph.backward("breadth_first") == {"x": 60}


def test_an_order_that_nobody_knows_or_that_takes_too_long_is_refused():
    doubled = a = Value(1.0)
    for _ in range(40):
        doubled += doubled
    graph = Graph(doubled, {"a": a})
    assert graph.backward() == {"a": 2**40}
    with pytest.raises(ValueError, match="more than 100,000 visits"):
        graph.backward("recursion")
    with pytest.raises(ValueError, match="order must be one of topological, recursion"):
        graph.backward("upside_down")


def test_each_value_stands_behind_its_operands_once_however_deep_the_graph():
    total = Value(0.0)
    for _ in range(3_000):
        total += 1.0
    order = topological_order(total)
    place = {value: index for index, value in enumerate(order)}
    assert len(order) == len(place) == 6_001
    assert order[-1] is total
    assert all(place[o] < place[value] for value in order for o in value.operands)


def test_values_are_reckoned_with_as_numbers_are():
    a, b = Value(3.0, "a"), Value(-2.0, "b")
    made = [
        *(a + 1, 1 + a, a - 1, 1 - a, a * 2, 2 * a, a / 2, 2 / a, -a, a**3, a - b, a / b),
        *(a.exp(), a.log(), a.tanh(), a.sigmoid(), a.relu(), b.relu(), a.maximum(b), b.maximum(5)),
    ]
    assert [value.data for value in made] == pytest.approx(
        [
            *(4, 4, 2, -2, 6, 6, 1.5, 2 / 3, -3, 27, 5, -1.5),
            *(math.e**3, math.log(3), math.tanh(3), 1 / (1 + math.e**-3), 3, 0, 3, 5),
        ]
    )
    with pytest.raises(TypeError):
        a**b  # type: ignore[operator] # that is what it is about
    assert repr(a) == "Value(a: 3, gradient 0)"


def test_a_backward_pass_forgets_the_one_before():
    a = Value(3.0)
    b = a * a
    b.backward()
    b.backward()
    assert a.gradient == 6


def test_a_tie_gives_all_of_the_gradient_to_the_first_and_a_relu_at_zero_none():
    assert graph_of("max(a, b)", {"a": 1, "b": 1}).backward() == {"a": 1, "b": 0}
    assert graph_of("relu(a)", {"a": 0}).backward() == {"a": 0}
    assert graph_of("leaky_relu(a)", {"a": 0}).backward() == {"a": 0.01}


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "leaky_relu"])
def test_functions_of_a_graph_are_those_of_the_networks(name):
    z = np.array([[-800.0, -3.0, -0.5, 0.0, 0.5, 3.0, 800.0]])
    rule, function = rules.ACTIVATIONS[name], FUNCTIONS[name]
    assert rule.derivative is not None
    a = rule.value(z)
    assert [function.value(each) for each in z[0].tolist()] == pytest.approx(a[0].tolist())
    slopes = [function.derivatives(each)[0] for each in z[0].tolist()]
    assert slopes == pytest.approx(rule.derivative(a)[0].tolist(), abs=1e-16)


def test_a_leaf_may_be_changed_and_the_graph_computed_again():
    graph = graph_of("q = x + y; q*z", {"x": -2, "y": 5, "z": -4})
    graph.leaves["z"].data = 10
    assert graph.forward() == 30
    assert graph.backward() == {"x": 10, "y": 10, "z": 3}


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
