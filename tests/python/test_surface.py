from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop import Network
from backprop.core.rules import ACTIVATIONS
from backprop.training.decision_surface import (
    decision_surface,
    hidden_lines,
    output_line,
    span_of,
)

HIDDEN = [name for name in ACTIVATIONS if name != "softmax"]


def lines_of(
    w: list[list[float]], b: list[float], x: tuple[float, float], y: tuple[float, float]
) -> list[Any]:
    net = Network([2, len(b), 1], "sigmoid", "half_squared_error", seed=0)
    net.weights[0][:] = w
    net.biases[0][:] = b
    return list(hidden_lines(net, x, y))


def test_rows_go_up_and_columns_go_right() -> None:
    net = Network([2, 1], "linear", "half_squared_error")
    net.parameters[:] = [1, 10, 100]  # x + 10 y + 100
    surface = decision_surface(net, (0, 2), (-1, 1), 3)
    assert surface.tolist() == [[90, 91, 92], [100, 101, 102], [110, 111, 112]]


@settings(max_examples=min(60, settings().max_examples))
@given(
    hidden=st.lists(st.tuples(st.integers(1, 8), st.sampled_from(HIDDEN)), max_size=4),
    output=st.sampled_from(list(ACTIVATIONS)),
    choices=st.fixed_dictionaries(
        {"use_biases": st.booleans(), "skip_to_output": st.booleans(), "seed": st.integers(0, 99)}
    ),
    resolution=st.integers(2, 13),
)
def test_every_point_is_what_the_network_answers_there(
    hidden: list[tuple[int, str]], output: str, choices: dict[str, Any], resolution: int
) -> None:
    sizes = [2, *(units for units, _ in hidden), 2 if output == "softmax" else 1]
    net = Network(sizes, [*(name for _, name in hidden), output], "half_squared_error", **choices)
    surface = decision_surface(net, (-1.5, 2), (-3, 0.5), resolution)
    x, y = np.meshgrid(np.linspace(-1.5, 2, resolution), np.linspace(-3, 0.5, resolution))
    expected = net.forward(np.column_stack([x.ravel(), y.ravel()])).outputs[:, 0]
    assert surface.shape == (resolution, resolution)
    assert surface.dtype == np.float64
    assert np.abs(surface.ravel() - expected).max() <= 1e-12 * max(1, np.abs(expected).max())


def test_a_surface_that_overflows_has_the_largest_numbers_instead() -> None:
    net = Network([2, 1], "linear", "half_squared_error", use_biases=False)
    net.parameters[:] = [1e308, 0]
    surface = decision_surface(net, (-10, 10), (0, 1), 2)
    largest = np.finfo(np.float64).max
    assert surface.tolist() == [[-largest, largest]] * 2


def test_a_window_holds_all_values_with_room_at_both_ends() -> None:
    assert span_of(np.array([10.0, 0.0, 4.0])) == (-1.5, 11.5)
    assert span_of(np.array([5.0, 5.0])) == (4.5, 5.5)


def test_two_surfaces_do_not_share_their_numbers() -> None:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=1)
    one = decision_surface(net, (0, 1), (0, 1), 5)
    kept = one.copy()
    net.parameters[:] = 0
    decision_surface(net, (0, 1), (0, 1), 5)
    assert np.array_equal(one, kept)


def test_a_line_is_cut_at_the_edges_of_the_window() -> None:
    # x + y = 1.5, in the unit square: from (0.5, 1) to (1, 0.5).
    (line,) = lines_of([[1], [1]], [-1.5], (0, 1), (0, 1))
    assert line == ((0.5, 1.0), (1.0, 0.5))


def test_lines_along_an_axis_go_from_edge_to_edge() -> None:
    upright, level = lines_of([[2, 0], [0, 4]], [-1, -1], (0, 1), (-1, 1))
    assert upright == ((0.5, -1.0), (0.5, 1.0))
    assert level == ((0.0, 0.25), (1.0, 0.25))


def test_a_diagonal_goes_from_corner_to_corner() -> None:
    (line,) = lines_of([[1], [-1]], [0], (-1, 1), (-1, 1))
    assert line == ((-1.0, -1.0), (1.0, 1.0))


def test_a_line_outside_the_window_or_through_a_corner_alone_is_none() -> None:
    outside, corner, nowhere = lines_of([[1, 1, 0], [1, 1, 0]], [-3, -2, 1], (0, 1), (0, 1))
    assert outside is None
    assert corner is None
    assert nowhere is None


def test_a_unit_without_weights_or_bias_has_no_line() -> None:
    assert lines_of([[0], [0]], [0], (0, 1), (0, 1)) == [None]


def test_huge_weights_have_the_line_of_their_ratio() -> None:
    (line,) = lines_of([[1e308], [1e308]], [-1.5e308], (0, 1), (0, 1))
    assert sum(line, ()) == pytest.approx((0.5, 1.0, 1.0, 0.5))


def test_without_biases_lines_pass_through_the_origin() -> None:
    net = Network([2, 1, 1], "sigmoid", "half_squared_error", use_biases=False)
    net.weights[0][:] = [[1], [2]]
    (line,) = hidden_lines(net, (-1, 1), (-1, 1))
    assert line == ((-1.0, 0.5), (1.0, -0.5))


@given(
    w=st.tuples(*[st.floats(-5, 5)] * 2),
    b=st.floats(-5, 5),
    edges=st.tuples(st.floats(-3, 0), st.floats(0.5, 3), st.floats(-3, 0), st.floats(0.5, 3)),
)
def test_both_ends_of_a_line_lie_on_it_and_on_the_edge(
    w: tuple[float, float], b: float, edges: tuple[float, float, float, float]
) -> None:
    left, right, low, high = edges
    (line,) = lines_of([[w[0]], [w[1]]], [b], (left, right), (low, high))
    if line is None:
        corners = [w[0] * x + w[1] * y + b for x in (left, right) for y in (low, high)]
        assert min(corners) >= 0 or max(corners) <= 0 or max(map(abs, corners)) < 1e-9
        return
    for x, y in line:
        assert abs(w[0] * x + w[1] * y + b) <= 1e-12 * max(abs(b), *map(abs, w)) * 10
        assert left <= x <= right
        assert low <= y <= high
        assert x in (left, right) or y in (low, high)


@given(
    output=st.sampled_from([name for name in ACTIVATIONS if name != "softmax"]),
    parameters=st.lists(st.floats(-5, 5), min_size=9, max_size=9),
)
def test_where_two_hidden_activations_lie_on_the_outputs_line_the_output_is_a_half(
    output: str, parameters: list[float]
) -> None:
    net = Network([2, 2, 1], ["sigmoid", output], "half_squared_error")
    net.parameters = parameters
    inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    line = output_line(net, net.forward(inputs).activations[1])
    v, b = net.weights[1][:, 0], net.biases[1]
    corners = [v @ corner + b for corner in ((-10, -10), (-10, 10), (10, -10), (10, 10))]
    at_corners = ACTIVATIONS[output].value(np.array(corners))
    if at_corners.min() < 0.5 < at_corners.max():
        assert line is not None
    elif at_corners.min() > 0.5 or at_corners.max() < 0.5:
        assert line is None
    for end in line or ():
        z = np.array([v @ end + b])
        assert ACTIVATIONS[output].value(z) == pytest.approx(0.5, abs=1e-9)
        assert 10 in np.abs(end)


def test_other_layers_than_two_units_and_one_output_have_no_such_line() -> None:
    for sizes in ([2, 1], [2, 3, 1], [2, 2, 2]):
        net = Network(sizes, "sigmoid", "half_squared_error", seed=1)
        assert output_line(net, net.forward([0, 1]).activations[-2]) is None
    linked = Network([2, 2, 1], "sigmoid", "half_squared_error", skip_to_output=True, seed=1)
    assert output_line(linked, linked.forward([0, 1]).activations[-2]) is None


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (((0, 1), (0, 1), 1), "resolution must be at least 2"),
        (((0, 1), (0, 1), 201), "resolution must be at most 200"),
        (((1, 0), (0, 1), 5), "x_range must go from a lower to a higher finite number"),
        (((0, 1), (0, np.inf), 5), "y_range must go from a lower to a higher finite number"),
    ],
)
def test_a_window_that_is_none_is_refused(arguments: tuple[Any, Any, int], complaint: str) -> None:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error")
    with pytest.raises(ValueError, match=complaint):
        decision_surface(net, *arguments)


def test_only_a_plane_has_a_surface() -> None:
    net = Network([3, 2, 1], "sigmoid", "half_squared_error")
    with pytest.raises(ValueError, match="a surface needs two inputs; this network has 3"):
        decision_surface(net, (0, 1), (0, 1), 5)
    with pytest.raises(ValueError, match="lines need two inputs; this network has 3"):
        hidden_lines(net, (0, 1), (0, 1))
