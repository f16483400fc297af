"""The linear neuron against hand numbers, finite differences and the closed form of its descent."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import engine
from backprop.core.small_models.linear_neuron import LinearNeuron, run
from backprop.figures.neuron.neuron import OPENINGS

WITH_BIAS: dict[str, Any] = {"bias": 0.0, "bias_is_free": True}


def ask(name: str, **changes: Any) -> dict[str, Any]:
    result = engine.handle(OPENINGS[name] | changes)
    assert result["kind"] == "neuron", result
    return result


def values(result: dict[str, Any]) -> dict[str, float]:
    return {operation["name"]: operation["value"] for operation in result["operations"]}


def test_one_weight_has_the_numbers_of_its_worked_example():
    result = ask("slope")
    assert result["rows"][0]["output"] == 0.5
    assert result["rows"][0]["loss"] == 2.25
    assert result["rows"][0]["weight_gradient"] == -3
    assert result["best_weight"] == 2
    assert "make w larger" in result["slope_sentence"]
    assert "bias_gradient" not in values(result)


def test_the_neuron_begins_with_one_weight_as_the_figure_before_it():
    result = ask("neuron", steps=1)
    assert "bias_gradient" not in values(result)
    start, row = result["rows"]
    assert (start["output"], start["loss"]) == pytest.approx((2.1, 3.61), rel=1e-14)
    # 2.1 · 1.0798 = 2.26758, and 1.73242² by long multiplication.
    assert (row["weight"], row["bias"]) == (pytest.approx(1.0798, rel=1e-15), 0)
    assert (row["output"], row["loss"]) == pytest.approx((2.26758, 3.0012790564), rel=1e-10)


def test_linear_neuron_has_the_numbers_of_its_worked_example():
    result = ask("neuron", **WITH_BIAS)
    assert values(result) == pytest.approx(
        {
            "output": 2.1,
            "loss": 3.61,
            "output_gradient": -3.8,
            "weight_gradient": -7.98,
            "bias_gradient": -3.8,
            "weight_update": 1.0798,
            "bias_update": 0.038,
        },
        rel=1e-14,
    )


def test_one_step_of_the_worked_example_lands_where_the_hand_lands():
    row = ask("neuron", **WITH_BIAS, steps=1)["rows"][1]
    assert row["weight"] == pytest.approx(1.0798, rel=1e-15)
    assert row["bias"] == pytest.approx(0.038, rel=1e-15)
    assert row["output"] == pytest.approx(2.30558, rel=1e-15)
    assert row["loss"] == pytest.approx(2.8710591364, rel=1e-14)
    # −0.01 · (7.98² + 3.8²) = −0.781204, and 2.8710591364 − 3.61
    assert row["first_order_change"] == pytest.approx(-0.781204, rel=1e-13)
    assert row["actual_change"] == pytest.approx(-0.7389408636, rel=1e-12)


def test_with_the_bias_held_the_lowest_point_is_at_four_over_two_point_one():
    result = ask("neuron", bias_is_free=False, steps=200)
    assert result["best_weight"] == pytest.approx(1.9047619047619047)
    assert result["rows"][-1]["bias"] == 0
    assert result["rows"][-1]["weight"] == pytest.approx(1.9047619, rel=1e-3)
    assert result["ended"]["rule"] == "arrived"


numbers = st.floats(-5, 5)


@given(x=numbers, t=numbers, w=numbers, b=numbers)
def test_gradients_agree_with_central_differences(x: float, t: float, w: float, b: float):
    neuron = LinearNeuron(x, t)
    now = neuron.standing(w, b)
    h = 1e-4  # E is quadratic: a central difference is exact but for rounding
    by_weight = (neuron.loss(w + h, b) - neuron.loss(w - h, b)) / (2 * h)
    by_bias = (neuron.loss(w, b + h) - neuron.loss(w, b - h)) / (2 * h)
    assert now.weight_gradient == pytest.approx(by_weight, abs=1e-6, rel=1e-7)
    assert now.bias_gradient == pytest.approx(by_bias, abs=1e-6, rel=1e-7)


@pytest.mark.parametrize("rate", [0.02, 0.1, 0.2, 0.23])
def test_every_step_multiplies_the_distance_from_the_target_by_the_same_factor(rate):
    neuron = LinearNeuron(2.1, 4.0, bias_is_free=False)
    rows = run(neuron, 1.0, 0.0, rate, 5)
    for k, row in enumerate(rows):
        assert row.output - 4 == pytest.approx(-1.9 * (1 - 8.82 * rate) ** k, rel=1e-9)


@pytest.mark.parametrize(
    ("rate", "regime"),
    [
        (0.05, "creeps"),
        (1 / 8.82, "lands"),
        (0.2, "overshoots"),
        (2 / 8.82, "swings"),
        (0.25, "diverges"),
    ],
)
def test_a_learning_rate_is_named_for_what_it_does(rate, regime):
    assert ask("neuron", bias_is_free=False, learning_rate=rate)["rate"]["regime"] == regime


def test_a_diverging_run_is_stopped_at_a_thousand_times_its_first_loss_and_says_so():
    result = ask("neuron", bias_is_free=False, learning_rate=0.25, steps=200)
    # the loss grows by 1.205² a step: 1.452^18 < 1000 < 1.452^19
    assert len(result["rows"]) == 20
    assert result["rows"][-1]["loss"] == pytest.approx(3.61 * 1.205**38, rel=1e-9)
    assert result["ended"]["rule"] == "diverged"
    assert "diverges" in result["ended"]["sentence"]
    assert result["next"] is None


def test_the_slope_promises_more_than_comes_and_too_long_a_step_climbs():
    small = ask("neuron")["next"]
    assert small["first_order_change"] < small["actual_change"] < 0
    long = ask("neuron", learning_rate=0.25)
    assert long["next"]["first_order_change"] < 0 < long["next"]["actual_change"]
    assert "climbs the far side: E rises by" in long["step_sentence"]


def test_a_step_is_told_in_whole_sentences_with_the_promise_and_what_it_brought():
    # E = (w − 2)²: at w = 0.5 the slope is −3, so η = 0.1 leads to 0.8, and 2.25 becomes 1.44
    assert ask("slope", learning_rate=0.1)["step_sentence"] == (
        "A step with η = 0.1 takes w from 0.5 to 0.8. The slope promises that E falls by 0.9. "
        "Because the curve bends, E falls by 0.81."
    )
    # η = 0.7 leads to 2.6, beyond the lowest point: E = 0.36
    assert ask("slope", learning_rate=0.7)["step_sentence"].endswith(
        "The step jumps across the lowest point: E falls by 1.89."
    )
    # η = 1 leads to 3.5, as far from 2 as 0.5 is
    assert ask("slope", learning_rate=1)["step_sentence"].endswith("E stays as it is.")


def test_the_curve_is_the_loss_of_every_weight_and_keeps_still_during_a_run():
    first, later = ask("slope"), ask("slope", steps=3)
    assert first["view"] == later["view"]
    curve = later["curve"]
    for w, loss in zip(curve["weights"], curve["losses"], strict=True):
        assert loss == pytest.approx((w - 2) ** 2, abs=1e-12)


def test_the_tangent_goes_through_the_ball_with_the_slope_of_the_curve():
    (low, high), (left, right) = (ask("slope")["tangent"][name] for name in ("weights", "losses"))
    assert (right - left) / (high - low) == pytest.approx(-3)
    assert left + (0.5 - low) * -3 == pytest.approx(2.25)
    assert min(left, right) >= -1e-12


def test_an_input_of_zero_leaves_the_weight_without_a_say():
    result = ask("slope", input=0)
    assert result["best_weight"] is None
    assert result["ended"]["rule"] == "flat"
    assert ask("slope", weight=2)["ended"]["rule"] == "arrived"


def test_a_best_weight_that_nobody_can_reach_does_not_stretch_the_curve():
    # 3.5 over the smallest normal float64 is about 1.6e308: a window around it overflows.
    result = ask("neuron", input=2.2250738585072014e-308, target=4, weight=1, bias=0.5)
    assert result["view"]["weights"] == [-2, 2]
    assert result["curve"]["losses"] == pytest.approx([12.25] * len(result["curve"]["losses"]))


def test_a_bias_that_is_not_there_cannot_be_free():
    answer = engine.handle(OPENINGS["slope"] | {"bias_is_free": True})
    assert (answer["code"], answer["field"]) == ("bad_value", "bias_is_free")
    assert engine.handle(OPENINGS["slope"] | {"steps": 201})["field"] == "steps"
