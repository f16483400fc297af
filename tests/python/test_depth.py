"""The gradient through a deep stack: measured sizes against hand products and differences."""

import math
from typing import Any

import numpy as np
import pytest

from backprop import engine
from backprop.core.deep_stack import DeepStack, StackShape
from backprop.figures.depth.depth import OPENINGS
from backprop.figures.depth.layer_readings import (
    EXAMPLES,
    descend_a_little,
    mean_factor,
    measure,
    powers,
    size,
)

OPENING: dict[str, Any] = OPENINGS["depth"]


def answer(**fields: Any) -> dict[str, Any]:
    result = engine.handle({**OPENING, **fields})
    assert result["kind"] == "depth", result
    return result


def test_size_is_the_root_mean_square_even_of_numbers_whose_squares_overflow() -> None:
    assert size(np.array([3.0, 4.0])) == pytest.approx(math.sqrt(12.5), rel=1e-15)
    assert size(np.array([[3e200, -4e200]])) == pytest.approx(math.sqrt(12.5) * 1e200, rel=1e-15)
    assert size(np.array([3e-300, 4e-300])) == pytest.approx(math.sqrt(12.5) * 1e-300, rel=1e-15)
    assert size(np.zeros(4)) == 0


@pytest.mark.parametrize("residual", [False, True])
@pytest.mark.parametrize("batch_normalisation", [False, True])
def test_the_factors_of_all_layers_multiply_to_the_whole_way(
    residual: bool, batch_normalisation: bool
) -> None:
    shape = StackShape(2, 9, 5, "tanh", "xavier", 1, residual, batch_normalisation, 4)
    _, readings = measure(DeepStack(shape))
    whole = math.prod(r.factor.factor for r in readings[1:] if r.factor is not None)
    assert whole == pytest.approx(readings[0].signal / readings[-1].signal, rel=1e-12)
    mean = mean_factor(readings)
    assert mean is not None
    assert mean.factor**8 == pytest.approx(whole, rel=1e-12)
    assert residual == (mean.link != 1)
    assert batch_normalisation == (mean.normalisation != 1)


def test_a_signal_is_what_the_loss_of_one_example_changes_by_when_its_activations_move() -> None:
    """Central differences in the activations of layer 3 of 5, without the core's backward."""
    shape = StackShape(2, 5, 3, "sigmoid", "range", 2, seed=6)
    stack = DeepStack(shape)
    layers = stack.split(stack.parameters)

    def losses(a: Any) -> Any:
        for layer in layers[3:5]:
            a = 1 / (1 + np.exp(-(a @ layer.weights + layer.shift)))
        z = a @ layers[5].weights + layers[5].shift
        return (np.log1p(np.exp(z)) - EXAMPLES.targets * z)[:, 0]

    passes, _ = stack.forward(EXAMPLES.inputs)
    a, h = passes[2].sent, 1e-5
    slopes = np.stack(
        [(losses(a + h * e) - losses(a - h * e)) / (2 * h) for e in np.eye(3)], axis=1
    )
    _, readings = measure(stack)
    assert readings[2].signal == pytest.approx(math.sqrt((slopes**2).mean()), rel=1e-8)


def test_slopes_of_a_sigmoid_stay_below_a_quarter_and_weights_may_make_up_for_it() -> None:
    result = answer(initialiser="range", initial_range=5, depth=20)
    factors = [layer["factor"] for layer in result["layers"][1:]]
    assert all(0 < factor["slope"] <= 0.25 for factor in factors)
    assert result["mean"]["factor"] > 0.25
    assert result["layers"][0]["signal"] > result["layers"][0]["signal_bound"]


def test_a_single_file_of_sigmoids_stays_below_the_bound_as_no_weight_exceeds_one() -> None:
    result = answer(width=1, depth=30)
    assert all(layer["signal"] <= layer["signal_bound"] for layer in result["layers"])
    share = result["layers"][0]["signal_bound"] / result["layers"][-1]["signal"]
    assert share == pytest.approx(0.25**29, rel=1e-12)


def test_telephone_numbers_are_those_of_a_quarter_and_a_half() -> None:
    rows = {row["name"]: row for row in answer(depth=11)["comparisons"]}
    assert rows["half"]["over_hundred"] == 7.888609052210118e-31
    assert rows["half"]["over_stack"] == 1 / 1024
    assert rows["quarter"]["over_stack"] == 1 / 1048576
    assert powers(1e10, 100) is None


def test_residual_links_and_normalisation_let_the_gradient_through_fifty_layers() -> None:
    assert answer(depth=50)["share"] < 1e-20
    assert 1e-2 < answer(depth=50, residual=True)["share"] < 1e2
    assert answer(depth=50, batch_normalisation=True)["share"] > 1


def test_large_weights_make_relu_explode_and_he_keeps_it_within_bounds() -> None:
    assert answer(activation="relu", initialiser="range", initial_range=2)["share"] > 1e5
    assert 1e-3 < answer(activation="relu", initialiser="he", width=32)["share"] < 1e3


def test_a_residual_link_is_told_as_a_summand_whose_sum_is_no_longer_than_its_parts() -> None:
    result = answer(residual=True)
    mean, latex = result["mean"], result["formula"]["latex"]
    assert latex.startswith(r"\underbrace{1}_{\text{link}} + \underbrace{0.0502}_{\text{slopes}}")
    assert latex.endswith(r"\rightarrow 0.965")
    assert mean["factor"] == pytest.approx(0.965, abs=5e-4)
    for layer in result["layers"][1:]:
        factor = layer["factor"]
        own = factor["slope"] * factor["normalisation"] * factor["weights"]
        assert abs(1 - own) - 1e-12 <= factor["factor"] <= 1 + own + 1e-12
        # |1 + own|² = 1 + own² + 2 own · 1: the last term says how the two lie to each other.
        lies = factor["factor"] ** 2 - 1 - own**2
        assert ("partly against it" in layer["sentence"]) == (lies < 0)


def test_a_loss_that_reads_the_same_before_and_after_is_said_to_be_still_that() -> None:
    assert answer(steps=50)["training"]["sentence"].startswith("After 50 steps the loss is still ")
    assert "went from" in answer(steps=50, residual=True, learning_rate=1)["training"]["sentence"]


def test_the_curve_of_an_activation_reaches_its_steepest_slope_and_no_more() -> None:
    for activation, steepest in (("sigmoid", 0.25), ("tanh", 1.0), ("relu", 1.0)):
        curve = answer(activation=activation)["curve"]
        (z, a), (_, slope) = np.transpose(curve["points"]), np.transpose(curve["slopes"])
        assert max(slope) == pytest.approx(steepest, abs=1e-12)
        between = np.diff(a) / np.diff(z)
        # A difference lies between the slopes at its ends, but for the curvature's own change.
        low, high = np.minimum(slope[:-1], slope[1:]), np.maximum(slope[:-1], slope[1:])
        assert ((low - 0.005 <= between) & (between <= high + 0.005)).all()


def test_units_that_are_off_give_gradients_of_exactly_zero_and_it_is_said() -> None:
    result = answer(activation="relu", width=1)
    assert result["layers"][0]["signal"] == 0
    assert result["mean"] is None
    assert "exactly 0" in result["sentence"]


def test_one_step_moves_every_weight_by_the_learning_rate_times_its_gradient() -> None:
    at_start = answer(learning_rate=0.25)
    after_one = answer(learning_rate=0.25, steps=1)
    for before, after in zip(at_start["layers"], after_one["layers"], strict=True):
        assert before["moved"] == 0
        # What is subtracted from numbers near 1 is lost below 10⁻¹⁶ of them.
        assert after["moved"] == pytest.approx(0.25 * before["weight_gradient"], abs=1e-16)
        assert after["start_signal"] == before["signal"]


def test_training_moves_the_last_layers_of_a_deep_sigmoid_stack_and_not_the_first() -> None:
    result = answer(steps=50)
    moved = [layer["moved"] for layer in result["layers"]]
    assert moved[-1] > 1e5 * moved[0]
    assert result["training"]["steps"] == 50


def test_training_breaks_off_with_the_last_finite_parameters() -> None:
    shape = StackShape(2, 50, 32, "relu", "range", 5)
    with np.errstate(all="ignore"):
        descent = descend_a_little(shape, 100.0, 20)
    assert descent.steps < 20
    assert np.isfinite(descent.stack.parameters).all()


@pytest.mark.parametrize("field", ["depth", "width", "initial_range", "steps"])
def test_what_is_too_large_is_refused_by_name(field: str) -> None:
    result = engine.handle({**OPENING, field: 1e6})
    assert (result["code"], result["field"]) == ("too_large", field)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "leaky_relu"])
@pytest.mark.parametrize("residual", [False, True])
@pytest.mark.parametrize("batch_normalisation", [False, True])
@pytest.mark.parametrize("initial_range", [0, 5])
def test_the_ends_of_every_range_are_answered_in_finite_numbers(
    activation: str, residual: bool, batch_normalisation: bool, initial_range: float
) -> None:
    result = answer(
        depth=50,
        width=32,
        activation=activation,
        initial_range=initial_range,
        residual=residual,
        batch_normalisation=batch_normalisation,
        learning_rate=100,
        steps=2,
    )
    for layer in result["layers"]:
        assert math.isfinite(layer["signal"])
        assert math.isfinite(layer["weight_gradient"])
        assert math.isfinite(layer["moved"])
