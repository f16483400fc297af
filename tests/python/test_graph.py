"""Graphs of one number a node: the classic ones, networks, and what a wrong order makes of them.

The numbers of the classic graphs are those of their sources: the notes of CS231n ("Backpropagation,
Intuitions"), Andrej Karpathy's lecture on micrograd, and Dive into Deep Learning, section 2.5.
"""

import math

import numpy as np
import pytest

from backprop.core import rules
from backprop.graph import (
    ORDERS,
    Graph,
    Value,
    graph_of,
    topological_order,
)
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
