import copy
import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from random_networks import Case, cases, complex_step_gradient, examples

from backprop import Network


def test_parameters_lie_layer_by_layer_weights_by_row_then_biases_then_direct_weights() -> None:
    net = Network([2, 2, 1], "sigmoid", "squared_error", skip_to_output=True)
    net.parameters = np.arange(11)
    assert net.weights[0].tolist() == [[0, 1], [2, 3]]
    assert net.biases[0].tolist() == [4, 5]
    assert net.weights[1].tolist() == [[6], [7]]
    assert net.biases[1].tolist() == [8]
    assert net.skip_weights is not None
    assert net.skip_weights.tolist() == [[9], [10]]


def test_weights_and_biases_are_views_of_the_one_vector() -> None:
    net = Network([2, 2, 1], "sigmoid", "squared_error")
    net.weights[0][1, 0] = 7
    net.parameters[8] = 9
    assert net.parameters[2] == 7
    assert net.biases[1][0] == 9


def test_assigning_parameters_copies_them_into_the_same_vector() -> None:
    net = Network([1, 1], "linear", "squared_error")
    held, given_values = net.parameters, np.array([3.0, 4.0])
    net.parameters = given_values
    given_values[0] = 5
    assert net.parameters is held
    assert net.weights[0].tolist() == [[3]]


def test_weights_of_pytorch_go_in_transposed_as_the_refusal_says() -> None:
    # A linear layer of PyTorch with two inputs and three outputs holds (3, 2): y = x wᵀ.
    w = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    net = Network([2, 3], "linear", "mean_squared_error", use_biases=False)
    with pytest.raises(ValueError, match=r"PyTorch's matrices are \(n_out, n_in\).*w\.T"):
        net.parameters = w
    net.weights[0][:] = w.T
    assert net.forward([1, 10]).outputs.tolist() == [[21, 43, 65]]


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda net: pickle.loads(pickle.dumps(net))])  # noqa: S301
def test_a_copied_network_has_weights_that_are_views_of_its_own_parameters(
    copied: Callable[[Network], Network],
) -> None:
    net = Network([2, 1], "sigmoid", "squared_error", seed=1)
    twin = copied(net)
    twin.parameters[:] = 0
    assert not twin.weights[0].any()
    assert net.weights[0].all()


def test_the_gradients_of_inputs_are_those_of_two_published_neurons() -> None:
    # With the output in place of a loss ∂E/∂x is ∂ŷ/∂x, whatever the target.
    # CS231n: σ(2 x₁ − 3 x₂ − 3) at (−1, −2); σ′ = 0.73105858 · 0.26894142 = 0.19661193.
    cs231n = Network([2, 1], "sigmoid", "output")
    cs231n.parameters = np.array([2.0, -3.0, -3.0])
    backward = cs231n.backward(cs231n.forward([-1, -2]), 5)
    assert backward.input_gradients[0] == pytest.approx([0.39322387, -0.5898358], abs=1e-8)
    # micrograd: tanh(−3 x₁ + x₂ + 6.88…) at (2, 0), whose slope is 0.5.
    micrograd = Network([2, 1], "tanh", "output")
    micrograd.parameters = np.array([-3.0, 1.0, 6.8813735870195432])
    backward = micrograd.backward(micrograd.forward([2, 0]), 5)
    assert backward.input_gradients[0] == pytest.approx([-1.5, 0.5])


@given(examples())
def test_the_gradient_of_an_input_is_that_of_a_bias_put_before_it(case: Case) -> None:
    net, inputs, targets = case
    assume(not net.skip_to_output)
    wide = net.layer_sizes[0]
    longer = Network([wide, *net.layer_sizes], ["linear", *net.activations], net.loss)
    longer.parameters[:] = 0
    longer.weights[0][:] = np.eye(wide)
    for layer, w in enumerate(net.weights):
        longer.weights[layer + 1][:] = w
        longer.biases[layer + 1][:] = net.biases[layer] if net.use_biases else 0
    expected = complex_step_gradient(longer, inputs, targets)[wide * wide : wide * (wide + 1)]
    found = net.backward(net.forward(inputs), targets).input_gradients[0]
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_gradients_of_inputs_go_over_the_direct_links_too() -> None:
    net = Network([1, 1, 1], "linear", "half_squared_error", False, skip_to_output=True)
    net.parameters = np.array([2.0, 3.0, 4.0])
    backward = net.backward(net.forward([1]), [9])
    # ŷ = (2 · 3 + 4) x = 10, so ∂E/∂x = (10 − 9) · 10.
    assert backward.input_gradients.tolist() == [[10.0]]


def test_a_network_without_biases_has_empty_ones() -> None:
    net = Network([2, 3, 1], "tanh", "squared_error", use_biases=False)
    backward = net.backward(net.forward([1, 2]), [0])
    assert net.parameters.shape == (9,)
    assert [b.shape for b in net.biases] == [(0,), (0,)]
    assert [b.shape for b in backward.bias_gradients] == [(0,), (0,)]


def test_the_same_seed_draws_the_same_start_within_the_initial_range() -> None:
    first, second, other = (
        Network([3, 4, 2], "relu", "squared_error", seed=seed, initial_range=0.3)
        for seed in (7, 7, 8)
    )
    assert first.parameters.tolist() == second.parameters.tolist()
    assert first.parameters.tolist() != other.parameters.tolist()
    assert np.abs(first.parameters).max() <= 0.3


def test_one_activation_name_stands_for_all_layers_after_the_input() -> None:
    assert Network([2, 3, 1], "tanh", "squared_error").activations == ("tanh", "tanh")


def test_one_example_may_be_a_plain_list_and_gives_one_row() -> None:
    net = Network([2, 3, 1], "sigmoid", "half_squared_error", seed=1)
    single, batch = net.forward([0.5, 0.8]), net.forward([[0.5, 0.8]])
    assert single.outputs.shape == (1, 1)
    assert single.outputs.tolist() == batch.outputs.tolist()
    assert [a.shape for a in single.activations] == [(1, 2), (1, 3), (1, 1)]
    assert [z.shape for z in single.pre_activations] == [(1, 3), (1, 1)]


def test_direct_links_add_the_inputs_to_the_output_s_weighted_sum() -> None:
    net = Network([2, 1, 1], "linear", "half_squared_error", skip_to_output=True)
    net.parameters = [1, 1, 0, 10, 0, 100, 1000]
    assert net.forward([1, 2]).outputs.item() == 10 * 3 + 100 * 1 + 1000 * 2


def test_one_hidden_unit_and_direct_links_can_hold_xor_as_in_1986() -> None:
    # The hidden unit is on for two zeros only, and then vetoes; any input counts against the bias.
    net = Network([2, 1, 1], "sigmoid", "half_squared_error", skip_to_output=True)
    net.parameters = [-6.4, -6.4, 2.2, -9.4, 6.3, -4.2, -4.2]
    inputs, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    outputs = net.forward(inputs).outputs
    assert (outputs > 0.5).tolist() == np.array(targets, dtype=bool).tolist()
    gradient = net.backward(net.forward(inputs), targets).gradient
    assert gradient == pytest.approx(complex_step_gradient(net, inputs, targets), rel=1e-12)


@given(cases())
def test_every_gradient_agrees_with_the_complex_step_to_twelve_digits(case: Case) -> None:
    net, inputs, targets = case
    gradient = net.backward(net.forward(inputs), targets).gradient
    expected = complex_step_gradient(net, inputs, targets)
    assert np.abs(gradient - expected).max() <= 1e-12 * np.abs(expected).max()


@given(cases())
def test_a_batch_s_gradient_is_the_mean_or_sum_of_its_examples_gradients(case: Case) -> None:
    net, inputs, targets = case
    batch = net.backward(net.forward(inputs), targets)
    singles = [net.backward(net.forward(x), t) for x, t in zip(inputs, targets, strict=True)]
    combine = np.mean if net.reduction == "mean" else np.sum
    assert batch.loss == pytest.approx(combine([single.loss for single in singles]), rel=1e-12)
    expected = combine([single.gradient for single in singles], axis=0)
    assert batch.gradient == pytest.approx(expected, rel=1e-9, abs=1e-14)


@given(cases())
def test_weight_gradients_are_activations_times_error_signals_exactly(case: Case) -> None:
    net, inputs, targets = case
    forward = net.forward(inputs)
    backward = net.backward(forward, targets)
    for layer, δ in enumerate(backward.error_signals):
        expected = forward.activations[layer].T @ δ
        assert backward.weight_gradients[layer].tolist() == expected.tolist()


@given(cases())
def test_the_parts_of_a_gradient_are_views_of_its_vector(case: Case) -> None:
    net, inputs, targets = case
    backward = net.backward(net.forward(inputs), targets)
    layers = zip(backward.weight_gradients, backward.bias_gradients, strict=True)
    parts = [part.ravel() for pair in layers for part in pair]
    if backward.skip_gradient is not None:
        parts.append(backward.skip_gradient.ravel())
    assert np.concatenate(parts).tolist() == backward.gradient.tolist()
    backward.gradient[:] = 0
    assert not any(w.any() for w in backward.weight_gradients)


@pytest.mark.parametrize(
    ("output", "loss"),
    [
        ("sigmoid", "binary_cross_entropy"),
        ("softmax", "cross_entropy"),
        ("sigmoid", "squared_error"),
    ],
)
@pytest.mark.parametrize("size", [-1000.0, 1000.0])
def test_a_saturated_network_stays_finite_without_a_warning(
    output: str, loss: str, size: float
) -> None:
    net = Network([1, 2], output, loss, use_biases=False)
    net.parameters = [size, -size]
    backward = net.backward(net.forward([1]), [1, 0])
    assert np.isfinite(backward.loss)
    assert np.isfinite(backward.gradient).all()


def test_a_saturated_wrong_answer_still_learns_with_cross_entropy_and_not_with_a_square() -> None:
    learns = Network([1, 1], "sigmoid", "binary_cross_entropy", use_biases=False)
    stuck = Network([1, 1], "sigmoid", "half_squared_error", use_biases=False)
    learns.parameters = stuck.parameters = [1000]
    assert learns.backward(learns.forward([1]), [0]).gradient.item() == 1
    assert stuck.backward(stuck.forward([1]), [0]).gradient.item() == 0


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"layer_sizes": [2]}, "layer_sizes"),
        ({"layer_sizes": [2, 0, 1]}, "layer_sizes"),
        ({"layer_sizes": [2, 1.5, 1]}, "layer_sizes"),
        ({"activations": ["sigmoid"]}, "activations"),
        ({"activations": "sinus"}, "activations"),
        ({"activations": ["softmax", "linear"]}, "activations: softmax"),
        ({"loss": "hinge"}, "loss"),
        ({"loss": "cross_entropy"}, "loss cross_entropy makes no sense with a sigmoid output"),
        ({"reduction": "median"}, "reduction"),
        ({"initial_range": -1}, "initial_range"),
        ({"initial_range": float("nan")}, "initial_range"),
    ],
)
def test_an_argument_that_makes_no_sense_is_refused_by_name(
    changed: dict[str, Any], message: str
) -> None:
    arguments = {"layer_sizes": [2, 2, 1], "activations": "sigmoid", "loss": "squared_error"}
    with pytest.raises(ValueError, match=message):
        Network(**(arguments | changed))


def test_wrong_shapes_are_refused_by_name() -> None:
    net = Network([2, 1], "linear", "squared_error")
    forward = net.forward([[1, 2], [3, 4]])
    with pytest.raises(ValueError, match=r"inputs must have shape \(2,\)"):
        net.forward([1, 2, 3])
    with pytest.raises(ValueError, match="targets must have shape"):
        net.backward(forward, [[1, 2], [3, 4]])
    with pytest.raises(ValueError, match="one row per example: 3, not 2"):
        net.backward(forward, [[1], [2], [3]])
    with pytest.raises(ValueError, match="parameters must have shape"):
        net.parameters = [1, 2]
