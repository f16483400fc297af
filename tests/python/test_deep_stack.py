"""Deep stacks: gradients by an independent method, residual links and normalisation by hand."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backprop.core.deep_stack import EPSILON, DeepStack, StackShape
from backprop.core.initialisers import he_range, start_range, xavier_range

H = 1e-30
"""A complex step has no rounding to balance, so it may be as small as this."""


ROUNDING = float(np.finfo(np.float64).eps)


def examples(seed: int, count: int = 5, inputs: int = 2) -> tuple[Any, Any]:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(count, inputs)), rng.integers(0, 2, (count, 1)).astype(float)


def stack_with_any_parameters(shape: StackShape) -> DeepStack:
    """γ and β at values other than 1 and 0, so that their part shows."""
    stack = DeepStack(shape)
    rng = np.random.default_rng(shape.seed + 1)
    stack.parameters += rng.normal(scale=0.3, size=stack.parameters.size)
    return stack


def complex_steps(stack: DeepStack, x: Any, t: Any) -> tuple[Any, Any]:
    """∂E/∂w of every parameter, and how far on average each moves the z of the output."""
    slopes, pushes = [], []
    for k in range(stack.parameters.size):
        moved = stack.parameters.astype(complex)
        moved[k] += 1j * H
        slopes.append(stack.loss_at(moved, x, t).imag / H)
        pushes.append(np.abs(stack.forward(x, moved)[1].imag / H).mean())
    return np.array(slopes), np.array(pushes)


shapes = st.builds(
    StackShape,
    inputs=st.just(2),
    depth=st.integers(1, 6),
    width=st.integers(1, 4),
    activation=st.sampled_from(["sigmoid", "tanh", "relu", "leaky_relu"]),
    initialiser=st.sampled_from(["range", "xavier", "he"]),
    initial_range=st.sampled_from([0.5, 1.0, 2.0]),
    residual=st.booleans(),
    batch_normalisation=st.booleans(),
    seed=st.integers(0, 999),
)


# Its outputs are within 1e-14 of their targets, where nothing but rounding is left of ŷ − t.
SATURATED = StackShape(2, 6, 3, "leaky_relu", "he", 2.0, residual=True, seed=209)


@settings(deadline=None)
@given(shape=shapes)
@example(shape=SATURATED)
def test_gradients_of_every_kind_of_stack_agree_with_the_complex_step(shape: StackShape) -> None:
    stack = stack_with_any_parameters(shape)
    x, t = examples(shape.seed)
    gradient = stack.backward(x, t).gradient
    expected, pushes = complex_steps(stack, x, t)
    # δ = ŷ − t is exact but for the rounding of ŷ, which is up to 1, and arrives through z.
    allowed = 1e-12 * np.abs(expected).max() + ROUNDING * pushes
    assert (np.abs(gradient - expected) <= 1e-9 * np.abs(expected) + allowed).all()


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
@pytest.mark.parametrize("residual", [False, True])
@pytest.mark.parametrize("batch_normalisation", [False, True])
def test_gradients_agree_with_central_differences(
    activation: str, residual: bool, batch_normalisation: bool
) -> None:
    stack = stack_with_any_parameters(
        StackShape(2, 4, 3, activation, "xavier", 1, residual, batch_normalisation, 3)
    )
    x, t = examples(4)
    gradient, h = stack.backward(x, t).gradient, 1e-5
    for k in range(gradient.size):
        above, below = stack.parameters.copy(), stack.parameters.copy()
        above[k] += h
        below[k] -= h
        slope = (stack.loss_at(above, x, t).real - stack.loss_at(below, x, t).real) / (2 * h)
        assert gradient[k] == pytest.approx(slope, rel=1e-6, abs=1e-9)


def test_a_chain_of_single_units_multiplies_slopes_and_weights() -> None:
    stack = DeepStack(StackShape(1, 3, 1, "sigmoid"))
    for layer, (w, b) in zip(
        stack.split(stack.parameters), [(0.5, 0.1), (2, -1), (-1, 0.3), (1.5, 0)], strict=True
    ):
        layer.weights[:], layer.shift[:] = w, b
    x, t = 0.8, 1.0

    def σ(z: float) -> float:
        return 1 / (1 + math.exp(-z))

    a1 = σ(0.5 * x + 0.1)
    a2 = σ(2 * a1 - 1)
    a3 = σ(-1 * a2 + 0.3)
    δ = σ(1.5 * a3) - t
    at_three = δ * 1.5
    at_two = at_three * a3 * (1 - a3) * -1
    at_one = at_two * a2 * (1 - a2) * 2
    backward = stack.backward([[x]], [[t]])
    assert [layer.of_sent.item() for layer in backward.layers] == pytest.approx(
        [at_one, at_two, at_three], rel=1e-13
    )
    assert backward.views[0].weights.item() == pytest.approx(at_one * a1 * (1 - a1) * x, rel=1e-13)


def test_a_residual_link_adds_what_a_layer_received_and_hands_its_gradient_past_it() -> None:
    shape = StackShape(1, 2, 1, "relu", residual=True)
    stack = DeepStack(shape)
    for layer, w in zip(stack.split(stack.parameters), [2, 3, 1], strict=True):
        layer.weights[:] = w
    passes, z = stack.forward([[1.0]])
    assert [step.sent.item() for step in passes] == [2, 2 + 6]
    assert z.item() == 8
    backward = stack.backward([[1.0]], [[0.0]])
    arriving = backward.layers[1].of_sent.item()
    assert backward.layers[0].of_sent.item() == pytest.approx(arriving * (1 + 3), rel=1e-15)


def test_batch_normalisation_gives_every_unit_mean_0_and_variance_1_over_the_batch() -> None:
    stack = DeepStack(StackShape(2, 3, 4, "tanh", "range", 3, batch_normalisation=True, seed=7))
    passes, _ = stack.forward(examples(2, count=40)[0])
    for step in passes:
        assert step.normalised is not None
        assert step.normalised.values.mean(axis=0) == pytest.approx(0, abs=1e-12)
        assert (step.normalised.values**2).mean(axis=0) == pytest.approx(1, rel=1e-2)


def test_two_examples_are_normalised_to_plus_and_minus_one() -> None:
    stack = DeepStack(StackShape(1, 1, 1, "relu", batch_normalisation=True))
    stack.split(stack.parameters)[0].weights[:] = 10
    (step,), _ = stack.forward([[1.0], [3.0]])  # z = 10 and 30: mean 20, deviation 10
    assert step.normalised is not None
    assert step.normalised.values.ravel() == pytest.approx([-1, 1], rel=1e-6)
    assert step.normalised.deviation == pytest.approx(np.sqrt(100 + EPSILON), rel=1e-15)


def test_initialisers_are_those_of_glorot_and_he() -> None:
    assert xavier_range(2, 4) == 1  # √(6/6)
    assert xavier_range(10, 14) == 0.5  # √(6/24)
    assert he_range(6, 99) == 1
    assert he_range(24, 1) == 0.5
    assert start_range("range", 6, 6, 0.3) == 0.3
    with pytest.raises(ValueError, match="initialiser"):
        start_range("largest", 1, 1, 1)


def test_weights_lie_within_the_range_of_their_layer_and_fill_it() -> None:
    shape = StackShape(2, 3, 32, "relu", "he", seed=1)
    first, second, *_ = (
        np.abs(layer.weights) for layer in DeepStack(shape).split(DeepStack(shape).parameters)
    )
    assert 0.95 * 3**0.5 < first.max() <= 3**0.5  # √(6/2)
    assert 0.95 * (6 / 32) ** 0.5 < second.max() <= (6 / 32) ** 0.5


def test_the_same_seed_gives_the_same_start_and_another_another() -> None:
    shape = StackShape(2, 3, 4, "tanh", seed=5)
    start = DeepStack(shape).parameters
    assert start.tolist() == DeepStack(replace(shape)).parameters.tolist()
    assert start.tolist() != DeepStack(replace(shape, seed=6)).parameters.tolist()
