import numpy as np
import pytest
from hypothesis import assume, given
from random_networks import Case, cases, distance_to_kinks

from backprop import Network, central_differences
from backprop.core.gradient_check import agreeing_digits


@given(cases())
def test_backward_agrees_with_central_differences_to_seven_digits(case: Case) -> None:
    net, inputs, targets = case
    assume(distance_to_kinks(net, inputs) > 1e-3)
    backward = net.backward(net.forward(inputs), targets)
    # Below, a difference of two losses rounded to float64 has no seven digits left.
    assume(np.abs(backward.gradient).max() > 1e-3 * backward.loss)
    assert central_differences(net, inputs, targets).largest_relative_error <= 1e-7


def test_a_parabola_s_central_difference_is_its_slope() -> None:
    net = Network([1, 1], "linear", "squared_error", use_biases=False)
    net.parameters = [0.5]
    checked = central_differences(net, [1], [2], step=0.125)
    assert checked.gradient.tolist() == [-3]  # of (w − 2)², for a step of any size
    assert checked.largest_relative_error == 0


def test_each_parameter_costs_two_forward_passes() -> None:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=1)
    assert central_differences(net, [0.5, 0.8], [0.7], 1e-6).forward_passes == 18


def test_the_network_is_left_as_it_was() -> None:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=1)
    before = net.parameters.tolist()
    central_differences(net, [0.5, 0.8], [0.7])
    assert net.parameters.tolist() == before


def test_across_a_kink_the_difference_sees_both_slopes_and_backward_one() -> None:
    net = Network([1, 1], "relu", "squared_error", use_biases=False)
    net.parameters = [0]
    checked = central_differences(net, [1], [-1], 1e-3)
    assert net.backward(net.forward([1]), [-1]).gradient.item() == 0
    assert checked.gradient.item() == pytest.approx(1.0005)  # half of ReLU's other slope, 2
    assert checked.largest_relative_error == 1


def test_a_wrong_gradient_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=1)
    right = net.backward(net.forward([0.5, 0.8]), [0.7])
    right.gradient[3] *= 1.001
    monkeypatch.setattr(net, "backward", lambda *_: right)
    assert central_differences(net, [0.5, 0.8], [0.7]).largest_relative_error > 1e-7


@pytest.mark.parametrize("step", [0, -1e-5, float("nan"), float("inf")])
def test_a_step_that_is_no_positive_number_is_refused(step: float) -> None:
    net = Network([1, 1], "linear", "squared_error")
    with pytest.raises(ValueError, match="step must be a positive number"):
        central_differences(net, [1], [2], step)


@pytest.mark.parametrize(
    ("gradient", "difference", "digits"),
    [(1, 1, 15), (0, 0, 15), (1, 1.0005, 3), (-2, 2, 0), (1, 3, 0), (5e-5, 5.00001e-5, 5)],
)
def test_agreeing_digits_are_counted_from_the_first_that_matters(
    gradient: float, difference: float, digits: int
) -> None:
    assert agreeing_digits(gradient, difference) == digits
