"""Central differences at every step, in two precisions."""

from __future__ import annotations

import numpy as np
import pytest

from backprop import Network
from backprop.core.gradient_check import central_difference
from backprop.figures.cost.step_size import STEPS, differences_in, errors_by_step, loss_in

NET = Network([2, 3, 1], ["tanh", "sigmoid"], "half_squared_error", seed=4)
X, T = [0.5, -0.8], [1.0]


def test_steps_go_from_one_down_two_to_each_power_of_ten() -> None:
    assert len(STEPS) == 29
    assert STEPS[0] == 1
    assert STEPS[10] == 1e-5
    assert STEPS[28] == 1e-14
    assert np.diff(np.log10(STEPS)) == pytest.approx(-0.5)


@pytest.mark.parametrize(
    "net",
    [
        NET,
        Network([2, 2, 1], ["relu", "sigmoid"], "binary_cross_entropy", seed=1),
        Network(
            [2, 2, 1], "sigmoid", "squared_error", seed=1, skip_to_output=True, reduction="sum"
        ),
    ],
)
def test_in_float64_the_loss_is_the_network_s_own(net: Network) -> None:
    assert loss_in(net, net.parameters, X, T) == net.loss_at(net.parameters, X, T)


def test_in_float32_no_operation_is_done_in_float64() -> None:
    for activation in ("sigmoid", "tanh", "relu", "leaky_relu", "linear"):
        net = Network([2, 3, 1], activation, "half_squared_error", seed=4, skip_to_output=True)
        loss = loss_in(net, net.parameters.astype(np.float32), X, T)
        assert loss.dtype == np.float32
        assert loss == pytest.approx(net.loss_at(net.parameters, X, T), rel=1e-5)


def test_differences_in_float64_are_those_of_the_gradient_check() -> None:
    found = differences_in(NET, X, T, 1e-5, "float64")
    expected = [central_difference(NET, X, T, k, 1e-5) for k in range(NET.parameters.size)]
    assert found == pytest.approx(expected, rel=1e-12)


def test_a_parabola_s_difference_is_its_slope_in_either_precision() -> None:
    net = Network([1, 1], "linear", "squared_error", use_biases=False)
    net.parameters = [0.5]
    for precision in ("float64", "float32"):
        assert differences_in(net, [1], [2], 0.125, precision).tolist() == [-3]


def test_a_step_that_rounding_swallows_finds_no_slope() -> None:
    assert not differences_in(NET, X, T, 1e-14, "float32").any()
    assert errors_by_step(NET, X, T, "float32", [1e-14])[0].largest_relative_error == 1


def test_the_error_falls_with_the_square_of_a_long_step_and_rises_as_it_gets_short() -> None:
    long, shorter, best, short = (
        found.largest_relative_error
        for found in errors_by_step(NET, X, T, "float64", [1e-2, 1e-3, 1e-5, 1e-10])
    )
    assert long / shorter == pytest.approx(100, rel=0.01)
    assert best < 1e-9
    assert short > 100 * best


def test_float32_turns_back_earlier_and_higher() -> None:
    wide = [e.largest_relative_error for e in errors_by_step(NET, X, T, "float64")]
    narrow = [e.largest_relative_error for e in errors_by_step(NET, X, T, "float32")]
    assert narrow.index(min(narrow)) < wide.index(min(wide))
    assert min(narrow) > 1e4 * min(wide)
