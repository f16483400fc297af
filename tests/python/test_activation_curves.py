"""Units on the curves of their activation functions."""

from math import exp

import pytest

from backprop import Network
from backprop.message.activation_curves import POINTS, activation_curves, curve_points, slope_points


def net_of(activation: str, weight: float) -> Network:
    net = Network([1, 1, 1], [activation, "linear"], "half_squared_error", use_biases=False)
    net.parameters[:] = [weight, 1.0]
    return net


def test_a_sigmoid_unit_stands_where_its_formula_says_with_its_slope() -> None:
    net = net_of("sigmoid", 1.25)
    hidden, output = activation_curves(net, net.forward([1.0]))
    assert hidden is not None
    (unit,) = hidden.units
    a = 1 / (1 + exp(-1.25))
    assert unit.z == 1.25
    assert unit.a == pytest.approx(a)
    step = 1e-6
    above, below = (1 / (1 + exp(-1.25 - way * step)) for way in (1, -1))
    assert unit.slope == pytest.approx((above - below) / (2 * step), rel=1e-6)
    assert unit.sentence == (
        "At hidden unit 1 z is 1.25: the sigmoid gives 0.7773, and its slope there is 0.1731."
    )
    assert output is not None
    assert output.units[0].slope == 1


def test_a_curve_is_wide_enough_for_its_units_and_has_its_kink() -> None:
    net = net_of("relu", -7.5)
    curve = activation_curves(net, net.forward([1.0]))[0]
    assert curve is not None
    assert [curve.points[0], curve.points[-1]] == [(-8, 0), (8, 8)]
    assert (0, 0) in curve.points
    assert [(unit.a, unit.slope) for unit in curve.units] == [(0, 0)]


def test_the_sigmoid_s_curve_rises_from_near_0_to_near_1_through_a_half() -> None:
    points = curve_points("sigmoid", 5)
    assert len(points) == POINTS
    assert points[POINTS // 2] == (0, 0.5)
    assert points[-1][1] == pytest.approx(1 / (1 + exp(-5)), abs=1e-4)


def test_the_slopes_of_a_curve_are_those_of_its_points() -> None:
    points, slopes = curve_points("sigmoid", 5), slope_points("sigmoid", 5)
    assert [z for z, _ in points] == [z for z, _ in slopes]
    assert dict(slopes)[0] == 0.25  # ½ · ½
    kink = dict(slope_points("relu", 5))
    assert [kink[z] for z in (-5, 0, 5)] == [0, 0, 1]
    with pytest.raises(ValueError, match="no curve"):
        slope_points("softmax", 5)


def test_softmax_is_no_curve() -> None:
    net = Network([1, 2], "softmax", "cross_entropy", use_biases=False)
    assert activation_curves(net, net.forward([1.0])) == (None,)


@pytest.mark.parametrize("weight", [1e304, -1e308, 1.7e308])
def test_a_curve_has_numbers_however_far_out_its_unit_stands(weight: float) -> None:
    net = net_of("sigmoid", weight)
    curve = activation_curves(net, net.forward([1.0]))[0]
    assert curve is not None
    assert [z for z, _ in curve.points[::30]] == [-abs(weight), 0, abs(weight)]
    assert [a for _, a in curve.points[::30]] == [0, 0.5, 1]
    (unit,) = curve.units
    assert unit.z == weight
    assert unit.slope == pytest.approx(0, abs=1e-300)
