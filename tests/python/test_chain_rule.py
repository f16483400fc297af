from math import prod
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from latex_arithmetic import braces_balance, worked_out
from random_networks import Case, cases, complex_step_gradient, distance_to_kinks, examples

from backprop import Network, explain_weight
from backprop.explain.chain_rule import BatchExplanation, Explanation


def explained(net: Network, inputs: Any, targets: Any, *address: int | None) -> Explanation:
    layer, source, target = address
    assert layer is not None
    assert target is not None
    explanation = explain_weight(net, inputs, targets, layer, source, target)
    assert isinstance(explanation, Explanation)
    return explanation


@pytest.fixture
def net() -> Network:
    """The worked example 2-2-1 A."""
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", use_biases=False)
    net.parameters = [0.2, 0.4, 0.3, 0.1, 0.6, 0.5]
    return net


X, T = [0.5, 0.8], [0.7]


def test_a_hidden_weight_s_gradient_is_a_product_of_five_derivatives(net: Network) -> None:
    explanation = explained(net, X, T, 0, 0, 0)
    assert explanation.formula == (
        r"\frac{\partial E}{\partial w^{(1)}_{11}} = \frac{\partial E}{\partial \hat{y}} \cdot "
        r"\sigma'(z^{(2)}_1) \cdot w^{(2)}_{11} \cdot \sigma'(z^{(1)}_1) \cdot x_1"
    )
    assert explanation.substituted == (
        r"\frac{\partial E}{\partial w^{(1)}_{11}} = "
        r"(-0.04631) \cdot 0.2264 \cdot 0.6 \cdot 0.2429 \cdot 0.5 \approx -0.000764"
    )
    y, a = 0.6536874012629181, 0.5841905229354073
    expected = [y - 0.7, y * (1 - y), 0.6, a * (1 - a), 0.5]
    assert [factor.value for factor in explanation.factors] == pytest.approx(expected, rel=1e-13)
    assert explanation.gradient == pytest.approx(-0.0007640252344581602, rel=1e-13)


def test_an_output_weight_s_gradient_is_a_product_of_three(net: Network) -> None:
    explanation = explained(net, X, T, 1, 1, 0)
    assert [factor.symbol for factor in explanation.factors] == [
        r"\frac{\partial E}{\partial \hat{y}}",
        r"\sigma'(z^{(2)}_1)",
        "a^{(1)}_2",
    ]
    assert explanation.gradient == pytest.approx(-0.005971267597225847, rel=1e-13)


def test_factors_are_named_in_words_and_placed(net: Network) -> None:
    factors = explained(net, X, T, 0, 0, 0).factors
    assert [(factor.meaning, factor.place, factor.role) for factor in factors] == [
        ("how the loss changes when the output does", "unit:2,0", "backward"),
        ("the slope of the sigmoid at the output", "pre:2,0", "backward"),
        ("the weight by which hidden unit 1 moves the output", "weight:1,0,0", "weight"),
        ("the slope of the sigmoid at hidden unit 1", "pre:1,0", "backward"),
        ("what input 1 sent over this weight", "input:0", "forward"),
    ]
    assert factors[1].formula == r"\sigma'(z^{(2)}_1) = \hat{y} \, (1 - \hat{y})"
    assert (
        factors[1].substituted == r"\sigma'(z^{(2)}_1) = 0.6537 \cdot (1 - 0.6537) \approx 0.2264"
    )
    assert factors[2].formula == (r"\frac{\partial z^{(2)}_1}{\partial a^{(1)}_1} = w^{(2)}_{11}")


def test_the_weight_and_its_gradient_are_told_in_words(net: Network) -> None:
    explanation = explained(net, X, T, 0, 0, 1)
    assert explanation.name == "weight from input 1 to hidden unit 2"
    assert explanation.symbol == "w^{(1)}_{12}"
    assert explanation.value == 0.4
    assert explanation.sentence == (
        "Raise the weight from input 1 to hidden unit 2 by 0.01 and the loss falls by about "
        "6.4×10⁻⁶; so gradient descent raises it."
    )


def test_the_shared_error_is_the_hidden_unit_s_delta(net: Network) -> None:
    shared = explained(net, X, T, 0, 1, 0).shared
    assert shared.symbol == r"\delta^{(1)}_1"
    assert shared.formula == (
        r"\delta^{(1)}_1 = \sigma'(z^{(1)}_1) \, w^{(2)}_{11} \, \delta^{(2)}_1"
    )
    assert shared.value == pytest.approx(-0.0007640252344581602 / 0.5, rel=1e-13)
    assert shared.path_count == 1


def test_the_finite_difference_agrees_in_several_digits(net: Network) -> None:
    explanation = explained(net, X, T, 0, 0, 0)
    assert explanation.finite_difference == pytest.approx(-0.0007640252344581602, rel=1e-7)
    assert explanation.agreeing_digits >= 7
    assert explanation.finite_difference_step == 1e-5


def test_several_paths_are_listed_and_collected_in_one_factor() -> None:
    net = Network([1, 1, 2, 1], "linear", "half_squared_error", use_biases=False)
    net.parameters = [1, 2, 3, 5, 7]
    explanation = explained(net, [1], [0], 0, 0, 0)  # ŷ = 2·5 + 3·7 = 31, and so is ∂E/∂ŷ
    assert explanation.path_count == 2
    assert [path.product for path in explanation.paths] == [31 * 5 * 2, 31 * 7 * 3]
    assert [path.units for path in explanation.paths] == [
        ((1, 0), (2, 0), (3, 0)),
        ((1, 0), (2, 1), (3, 0)),
    ]
    assert explanation.paths[1].weights == ((0, 0, 0), (1, 0, 1), (2, 1, 0))
    assert [factor.value for factor in explanation.factors] == [961, 1]
    assert explanation.factors[0].symbol == r"\frac{\partial E}{\partial a^{(1)}_1}"
    assert explanation.gradient == 961
    assert explanation.shared.value == 961
    assert "2 paths lead from unit 1 of hidden layer 1 to the loss" in explanation.shared.sentence


def test_paths_are_a_sequence_made_on_demand() -> None:
    net = Network([8, 8, 8, 8, 8, 8], "tanh", "half_squared_error", seed=1)
    explanation = explained(net, [0.1] * 8, [0.5] * 8, 0, 0, 0)
    assert explanation.path_count == len(explanation.paths) == 8**4
    assert len(explanation.paths[:64]) == 64
    assert explanation.paths[-1].units == ((1, 0), (2, 7), (3, 7), (4, 7), (5, 7))
    assert len({path.units for path in explanation.paths}) == 8**4
    total = sum(path.product for path in explanation.paths)
    assert total == pytest.approx(explanation.gradient, rel=1e-9)
    with pytest.raises(IndexError):
        explanation.paths[8**4]


def test_a_bias_counts_in_full() -> None:
    net = Network([1, 1], "sigmoid", "half_squared_error", seed=1)
    explanation = explained(net, [3], [1], 0, None, 0)
    assert explanation.symbol == "b^{(1)}_1"
    assert explanation.name == "bias of the output"
    assert explanation.factors[-1].symbol == "1"
    assert explanation.factors[-1].value == 1
    assert explanation.paths[0].weights == ()


def test_a_direct_weight_belongs_to_the_layer_after_the_last() -> None:
    net = Network([2, 1, 1], "sigmoid", "half_squared_error", seed=1, skip_to_output=True)
    explanation = explained(net, X, T, 2, 1, 0)
    assert explanation.symbol == "u_{21}"
    assert explanation.name == "direct weight from input 2 to the output"
    assert [factor.symbol for factor in explanation.factors][-1] == "x_2"
    assert explanation.paths[0].units == ((2, 0),)


def test_cross_entropy_begins_with_output_minus_target_at_the_weighted_sum() -> None:
    net = Network([1, 2], "softmax", "cross_entropy", use_biases=False)
    net.parameters = [0, 0]
    explanation = explained(net, [3], [1, 0], 0, 0, 1)
    assert [(factor.symbol, factor.value) for factor in explanation.factors] == [
        (r"\delta^{(1)}_2", 0.5),
        ("x_1", 3),
    ]
    assert explanation.factors[0].formula == r"\delta^{(1)}_2 = \hat{y}_2 - t_2"


def test_a_relu_that_is_off_stops_the_chain_with_an_exact_zero_and_says_so() -> None:
    net = Network([1, 2, 1], ["relu", "linear"], "half_squared_error", use_biases=False)
    net.parameters = [1, -0.5, 0.5, 1]
    explanation = explained(net, [1], [1.5], 0, 0, 1)
    assert explanation.gradient == 0
    assert explanation.finite_difference == 0
    assert explanation.agreeing_digits == 15
    slope = explanation.factors[2]
    assert (slope.value, slope.meaning) == (
        0,
        "the slope of the ReLU at hidden unit 2: the unit is off",
    )
    assert slope.substituted == r"\operatorname{ReLU}'(z^{(1)}_2) = [-0.5 > 0] = 0"
    assert "exactly 0" in explanation.sentence


def test_right_at_the_kink_relu_counts_as_flat_by_agreement() -> None:
    net = Network([1, 1, 1], ["relu", "linear"], "half_squared_error", use_biases=False)
    net.parameters = [0, 1]
    slope = explained(net, [1], [1], 0, 0, 0).factors[2]
    assert slope.value == 0
    assert slope.meaning.endswith("which counts as 0 right at the kink")


def test_a_batch_is_explained_example_by_example_and_as_their_mean(net: Network) -> None:
    explanation = explain_weight(net, [[0.5, 0.8], [0.5, 0.3]], [[0.7], [1.0]], 1, 0, 0)
    assert isinstance(explanation, BatchExplanation)
    first, second = explanation.examples
    assert first.gradient == pytest.approx(-0.00612480215579979, rel=1e-13)
    assert explanation.gradient == pytest.approx((first.gradient + second.gradient) / 2, rel=1e-13)
    assert explanation.finite_difference == pytest.approx(explanation.gradient, rel=1e-7)
    assert explanation.sentence.startswith("Averaged over 2 examples: raise the weight from hidden")


def test_a_network_that_sums_its_batch_sums_the_examples_gradients() -> None:
    net = Network([1, 1], "linear", "squared_error", use_biases=False, reduction="sum")
    net.parameters = [1]
    explanation = explain_weight(net, [[1], [2]], [[0], [0]], 0, 0, 0)
    assert [example.gradient for example in explanation.examples] == [2, 8]
    assert explanation.gradient == 10


def test_one_example_is_its_own_only_example(net: Network) -> None:
    explanation = explain_weight(net, [X], [T], 0, 0, 0)
    assert explanation.examples == (explanation,)


@pytest.mark.parametrize("address", [(2, 0, 0), (0, 2, 0), (0, 0, 2), (-1, 0, 0), (0, None, 0)])
def test_a_weight_that_does_not_exist_is_refused(
    net: Network, address: tuple[int, int | None, int]
) -> None:
    with pytest.raises(ValueError, match="the network has no weight at"):
        explain_weight(net, X, T, *address)


@given(examples(), st.data())
def test_factors_multiply_and_paths_sum_to_the_gradient_by_the_complex_step(
    case: Case, data: st.DataObject
) -> None:
    net, inputs, targets = case
    addresses = net.layout.addresses()
    position = data.draw(st.integers(0, len(addresses) - 1))
    explanation = explained(net, inputs, targets, *addresses[position])
    expected = complex_step_gradient(net, inputs, targets)
    slack = 1e-12 * np.abs(expected).max()
    factors = [factor.value for factor in explanation.factors]
    assert explanation.gradient == pytest.approx(expected[position], rel=1e-12, abs=slack)
    assert prod(factors) == pytest.approx(explanation.gradient, rel=1e-12)
    products = [path.product for path in explanation.paths]
    assert sum(products) == pytest.approx(explanation.gradient, rel=1e-12, abs=slack)
    assert products == [prod(f.value for f in path.factors) for path in explanation.paths]
    end = explanation.factors[-1].value
    assert explanation.shared.value * end == pytest.approx(explanation.gradient, rel=1e-12)


@given(examples(), st.data())
def test_the_numbers_in_every_explanation_compute_to_their_values(
    case: Case, data: st.DataObject
) -> None:
    net, inputs, targets = case
    address = data.draw(st.sampled_from(net.layout.addresses()))
    explanation = explained(net, inputs, targets, *address)
    written = [(factor.formula, factor.substituted, factor.value) for factor in explanation.factors]
    written += [(explanation.formula, explanation.substituted, explanation.gradient)]
    shared = explanation.shared
    written += [(shared.formula, shared.substituted, shared.value)]
    for formula, substituted, value in written:
        assert braces_balance(formula)
        sides = substituted.replace(r" \approx ", " = ").split(" = ")
        for side in sides[1:]:
            assert worked_out(side) == pytest.approx(value, rel=5e-3, abs=2e-2)


@given(cases(), st.data())
def test_a_batch_s_gradient_is_the_one_of_backward(case: Case, data: st.DataObject) -> None:
    net, inputs, targets = case
    assume(distance_to_kinks(net, inputs) > 1e-3)
    addresses = net.layout.addresses()
    position = data.draw(st.integers(0, len(addresses) - 1))
    explanation = explain_weight(net, inputs, targets, *addresses[position])
    expected = net.backward(net.forward(inputs), targets).gradient
    assert explanation.gradient == expected[position]
    assert explanation.finite_difference == pytest.approx(
        expected[position], rel=1e-6, abs=1e-7 * np.abs(expected).max() + 1e-9
    )
