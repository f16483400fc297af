"""A guess at a gradient, judged by numbers worked out by hand: right, near, or a named mistake."""

from typing import Any

import pytest

from backprop import engine
from backprop.figures.network.guesses import rounds_to, significant_digits
from backprop.figures.network.textbook.examples import TEXTBOOK_EXAMPLES
from backprop.message.presets import PRESETS, traced

# 2-2-1 A, worked out by hand: see the first tests of the worked examples.
A1, A2 = 0.5841905229354073, 0.569546223939229
Z1, Z_OUT = 0.34, 0.635287425730859
Y, LOSS = 0.6536874012629181, 0.0010724284008909765
ERROR = Y - 0.7
DELTA_OUT = -0.010484254563090536
HIDDEN = (0, 0, 0)
OUTPUT = (1, 0, 0)


def judged(
    value: str | None = None,
    direction: str | None = None,
    weight: tuple[int, int | None, int] = HIDDEN,
    preset: str = "2-2-1-a",
) -> dict[str, Any]:
    message = {field: given for field, given in PRESETS[preset].items() if field != "title"}
    address = dict(zip(("layer", "source", "target"), weight, strict=True))
    guess = {"value": value, "direction": direction}
    result = engine.handle({**message, "kind": "trace", "weight": address, "guess": guess})
    assert result["kind"] == "trace", result
    judgement: dict[str, Any] = result["judgement"]
    return judgement


def named(**guess: Any) -> list[str]:
    return [mistake["name"] for mistake in judged(**guess)["mistakes"]]


@pytest.mark.parametrize(
    ("text", "digits"),
    [("-0.0061", 2), ("1.50", 3), ("0.00", 1), ("007", 1), ("-7.6e-4", 2), ("100", 3), (".5", 1)],
)
def test_leading_zeros_are_no_digits_and_trailing_ones_are(text: str, digits: int) -> None:
    assert significant_digits(text) == digits


def test_a_number_is_right_to_the_digits_that_were_typed() -> None:
    gradient = -0.0007640252344581602
    for text in ("-0.0008", "-0.00076", "-7.64e-4", "-0.0007640252"):
        assert rounds_to(text, gradient), text
    for text in ("-0.0007", "-0.00077", "0.00076", "-0.0007640253", "0", "-0.000"):
        assert not rounds_to(text, gradient), text


def test_the_right_value_and_the_right_direction_are_called_right() -> None:
    judgement = judged("-0.00076", "lowers")
    assert judgement["direction"] == "lowers"
    assert judgement["direction_is_right"] is True
    assert judgement["value"] == "right"
    assert judgement["mistakes"] == []
    assert judgement["sentence"].startswith("Right: raising this weight a little lowers the loss.")


def test_a_comma_and_a_true_minus_sign_are_read() -> None:
    assert judged("−0,00076")["value"] == "right"


def test_rounding_on_the_way_is_near_and_no_mistake() -> None:
    # With the article's rounded values, .083 × .565, the output weight of 2-2-1 B has −0.046895.
    judgement = judged("-0.046895", weight=OUTPUT, preset="2-2-1-b")
    assert (judgement["value"], judgement["mistakes"]) == ("near", [])


@pytest.mark.parametrize(
    ("name", "weight", "value"),
    [
        ("sign", OUTPUT, -DELTA_OUT * A1),
        ("update", OUTPUT, -0.5 * DELTA_OUT * A1),
        ("learning_rate", OUTPUT, 0.5 * DELTA_OUT * A1),
        ("left_out", OUTPUT, ERROR * A1),
        ("left_out", OUTPUT, DELTA_OUT),
        ("left_out", OUTPUT, Y * (1 - Y) * A1),
        ("left_out", HIDDEN, DELTA_OUT * 0.6 * 0.5),
        ("left_out", HIDDEN, DELTA_OUT * A1 * (1 - A1) * 0.5),
        ("slopes_left_out", HIDDEN, ERROR * 0.6 * 0.5),
        ("value_for_slope", OUTPUT, ERROR * Y * A1),
        ("value_for_slope", HIDDEN, DELTA_OUT * 0.6 * A1 * 0.5),
        ("slope_from_sum", HIDDEN, DELTA_OUT * 0.6 * Z1 * (1 - Z1) * 0.5),
        ("slope_from_sum", OUTPUT, ERROR * Z_OUT * (1 - Z_OUT) * A1),
        ("pre_activation", OUTPUT, DELTA_OUT * Z1),
        ("wrong_unit", OUTPUT, -0.005971267597225847),  # the gradient of the other output weight
        ("wrong_layer", OUTPUT, DELTA_OUT * 0.5),
        ("wrong_layer", OUTPUT, DELTA_OUT * 0.8),
        ("wrong_layer", HIDDEN, DELTA_OUT * 0.6 * A1 * (1 - A1) * A2),
        ("own_weight", HIDDEN, DELTA_OUT * 0.6 * A1 * (1 - A1) * 0.2),
        ("doubled", HIDDEN, 2 * -0.0007640252344581602),
        ("loss_for_slope", OUTPUT, LOSS * Y * (1 - Y) * A1),
    ],
)
def test_a_common_mistake_is_recognised_by_its_value(
    name: str, weight: tuple[int, int, int], value: float
) -> None:
    judgement = judged(f"{value:.4e}", weight=weight)
    assert judgement["value"] == "wrong"
    found = {mistake["name"]: mistake for mistake in judgement["mistakes"]}
    assert name in found, judgement
    assert found[name]["value"] == pytest.approx(value, rel=1e-12)
    assert found[name]["sentence"] in judgement["sentence"]


# Mazur's 2-2-2 network in print: w1's gradient 0.000438568, w5's 0.082167041, η = 0.5.
MAZUR = {
    "kind": "trace",
    "network": {
        "layer_sizes": [2, 2, 2],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": True,
        "parameters": [0.15, 0.25, 0.2, 0.3, 0.35, 0.35, 0.4, 0.5, 0.45, 0.55, 0.6, 0.6],
    },
    "inputs": [0.05, 0.1],
    "targets": [0.01, 0.99],
    "learning_rate": 0.5,
}


@pytest.mark.parametrize(
    ("name", "layer", "typed"),
    [
        ("updated_weights", 0, "0.00036472"),  # what the post warns of
        ("new_weight", 1, "0.35891648"),  # 0.4 − 0.5 · 0.082167041
        # By hand from the printed δ of both outputs, 0.138498562 and −0.038098236:
        # (0.138498562 − 0.038098236) · 0.241300709 · 0.05
        ("weights_left_out", 0, "0.0012113"),
    ],
)
def test_slips_that_textbooks_warn_of_are_recognised(name: str, layer: int, typed: str) -> None:
    weight = {"layer": layer, "source": 0, "target": 0}
    result = engine.handle(
        {**MAZUR, "weight": weight, "guess": {"direction": None, "value": typed}}
    )
    assert name in [mistake["name"] for mistake in result["judgement"]["mistakes"]], result


def test_the_slip_behind_a_book_s_wrong_figure_is_recognised() -> None:
    """MacLeod prints −2.406e-3 for an error signal: ∂E/∂w13 of it is 2.406e-3 · 0.35."""
    preset = TEXTBOOK_EXAMPLES["macleod"].preset
    weight = {"layer": 0, "source": 0, "target": 0}
    guess = {"direction": None, "value": "0.0008421"}
    result = engine.handle({**traced(preset), "weight": weight, "guess": guess})
    names = [mistake["name"] for mistake in result["judgement"]["mistakes"]]
    assert names == ["updated_weights"]


def test_the_sentence_names_the_factor_that_is_missing() -> None:
    said = judged(f"{DELTA_OUT * 0.6 * 0.5:.3g}")["sentence"]
    assert said == (
        "You left out a factor: f′(z), the slope of the sigmoid at hidden unit 1, 0.2429."
    )
    said = judged(f"{DELTA_OUT * 0.5:.3g}", weight=OUTPUT)["sentence"]
    assert said == (
        "You used the activation of a layer before, input 1, 0.5, "
        "instead of what hidden unit 1 sent, 0.5842."
    )


def test_a_mistake_with_its_sign_turned_is_recognised_as_both() -> None:
    said = judged(f"{-DELTA_OUT * 0.6 * 0.5:.3g}")["sentence"]
    assert "the slope of the sigmoid at hidden unit 1" in said
    assert said.endswith("The sign is turned round as well.")


def test_a_sum_over_paths_knows_its_single_paths() -> None:
    # 2-3-3-1: ∂E/∂z of the output times one weight and slope after the other, by hand below.
    preset = PRESETS["2-3-3-1"]
    message = {field: given for field, given in preset.items() if field != "title"}
    trace = engine.handle({**message, "kind": "trace"})
    [delta] = trace["error_signals"][2]
    second, first = trace["activations"][2], trace["activations"][1]
    w2, w3 = trace["weights"][1], trace["weights"][2]
    products = [
        delta * w3[j][0] * (1 - second[j] ** 2) * w2[0][j] * (1 - first[0] ** 2) * 0.5
        for j in range(3)
    ]
    for one in products:
        assert "one_path" in named(value=f"{one:.4e}", preset="2-3-3-1")
        rest = sum(products) - one
        assert "path_left_out" in named(value=f"{rest:.4e}", preset="2-3-3-1")


def test_squared_error_without_its_two_is_recognised() -> None:
    # One weight: ŷ = 0.5, t = 2, ∂E/∂w = 2 (ŷ − t) x = −3.
    assert judged("-3", preset="one-weight")["value"] == "right"
    assert "halved" in named(value="-1.5", preset="one-weight")


def test_one_digit_names_no_mistake_unless_it_is_the_whole_number() -> None:
    assert named(value="-0.003") == []
    assert named(value="3", preset="one-weight") == ["sign"]


def test_a_unit_that_is_off_is_told_by_its_zero_factor() -> None:
    off = (0, 0, 1)  # the ReLU walk: hidden unit 2 is off, and its gradients are exactly 0
    judgement = judged("0", "keeps", off, "relu-walk")
    assert (judgement["direction_is_right"], judgement["value"]) == (True, "right")
    wrong = judged(None, "raises", off, "relu-walk")
    assert wrong["direction_is_right"] is False
    assert "the unit is off" in wrong["sentence"]


def test_a_wrong_direction_is_answered_with_the_signs_of_the_factors() -> None:
    said = judged(None, "raises")["sentence"]
    assert said == (
        "Raising this weight a little lowers the loss: of its 5 factors exactly one is negative, "
        "how the loss changes when the output does (−0.04631)."
    )


def test_a_value_that_fits_no_known_slip_is_sent_to_where_the_path_begins() -> None:
    assert judged("0.123", None)["sentence"] == (
        "Not quite, and it matches none of the usual slips. Start from −0.04631, how the loss "
        "changes when the output does, and multiply along the path."
    )


def test_two_answers_that_disagree_are_told_so() -> None:
    assert "disagree" in judged("0.00076", "lowers")["sentence"]
    assert "disagree" not in judged("-0.00076", "lowers")["sentence"]


@pytest.mark.parametrize(
    ("guess", "field"),
    [
        ({}, "guess"),
        ({"value": "abc"}, "guess.value"),
        ({"value": "1" * 40}, "guess.value"),
        ({"value": 1.0}, "guess.value"),
        ({"value": "nan"}, "guess.value"),
        ({"direction": "up"}, "guess.direction"),
        ({"value": "1", "size": 2}, "guess.size"),
        ("raises", "guess"),
    ],
)
def test_what_is_no_guess_is_refused_by_name(guess: Any, field: str) -> None:
    message = {name: given for name, given in PRESETS["2-2-1-a"].items() if name != "title"}
    weight = {"layer": 0, "source": 0, "target": 0}
    result = engine.handle({**message, "kind": "trace", "weight": weight, "guess": guess})
    assert (result["kind"], result["field"]) == ("error", field)


def test_a_guess_needs_a_weight() -> None:
    message = {name: given for name, given in PRESETS["2-2-1-a"].items() if name != "title"}
    result = engine.handle({**message, "kind": "trace", "guess": {"direction": "raises"}})
    assert result["field"] == "guess"
