"""The figure `slopes`: every slope against the complex step, every sentence against arithmetic."""

from __future__ import annotations

import re
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import engine
from backprop.core.small_models.scalar_functions import FUNCTIONS
from backprop.figures.slopes.nudge_sentences import nudge_sentences
from backprop.figures.slopes.slopes import NUDGES, OPENINGS

OPENING = OPENINGS["slopes"]
STEP = 1e-30

NAMES = st.sampled_from(sorted(FUNCTIONS))
PLACES = st.one_of(st.floats(-4, 4), st.integers(-4, 4).map(float))
HELD = st.floats(-3, 3)


def written_out(name: str, x: complex, held: float) -> complex:
    """The functions as one writes them down, for numbers of any kind."""
    match name:
        case "square":
            return x * x
        case "line":
            return 3 * x + 2
        case "squared_line":
            return (3 * x + 2) ** 2
        case "two_weights":
            return x * x + 3 * x * held
        case "sigmoid":
            return complex(1 / (1 + np.exp(-x)))
        case _:
            return x if x.real > 0 else 0 * x


@given(NAMES, PLACES, HELD)
def test_each_slope_is_that_of_the_complex_step(name, x, held):
    function = FUNCTIONS[name]
    assert float(function.value(np.array(x), held)) == pytest.approx(written_out(name, x, held))
    slope = written_out(name, x + STEP * 1j, held).imag / STEP
    assert function.slope(x, held) == pytest.approx(slope, rel=1e-12, abs=1e-12)


def test_it_opens_with_x_squared_at_3():
    answer = engine.handle(OPENING)
    assert (answer["value"], answer["slope"]) == (9, 6)
    # (3 + h)² − 9 = 6h + h²
    assert [row["change"] for row in answer["nudges"]] == pytest.approx([7, 0.61, 0.0601, 0.006001])
    assert [row["ratio"] for row in answer["nudges"]] == pytest.approx([7, 6.1, 6.01, 6.001])
    assert [row["texts"]["change"] for row in answer["nudges"]] == [
        "+7",
        "+0.61",
        "+0.0601",
        "+0.006001",
    ]
    assert [line["substituted"]["latex"] for line in answer["equations"]] == [
        "y = 3^2 = 9",
        r"\dfrac{\mathrm{d} y}{\mathrm{d} x} = 2 \cdot 3 = 6",
    ]


def test_a_nudge_passes_through_a_chain_and_the_slopes_multiply():
    # u = 3·0 + 2 = 2, y = 4; du/dx = 3, dy/du = 2u = 4; at x = 0.01: u = 2.03, y = 4.1209
    answer = engine.handle(OPENING | {"function": "squared_line", "x": 0, "nudge": 2})
    assert answer["slope"] == 12
    assert [(part["symbol"], part["change"], part["slope"]) for part in answer["passed"]] == [
        ("x", "+0.01", None),
        ("u", "+0.03", "3"),
        ("y", "+0.1209", "4"),
    ]
    assert answer["passed"][2]["after"] == "4.1209"


def test_of_two_weights_each_has_a_slope():
    # E = w₁² + 3w₁w₂ at (1, −2): −5; ∂E/∂w₁ = 2·1 + 3·(−2) = −4; ∂E/∂w₂ = 3·1
    answer = engine.handle(OPENING | {"function": "two_weights", "x": 1, "held": -2})
    assert [line["value"] for line in answer["equations"]] == [-5, -4, 3]
    assert answer["sentence"].startswith("With w₂ held at −2, raise w₁ by 1, from 1 to 2,")


def test_the_sigmoid_is_steepest_in_the_middle():
    assert engine.handle(OPENING | {"function": "sigmoid", "x": 0})["slope"] == 0.25
    far = engine.handle(OPENING | {"function": "sigmoid", "x": 2.1})
    a = 1 / (1 + exp(-2.1))
    assert (far["value"], far["slope"]) == pytest.approx((a, a * (1 - a)))
    assert far["texts"]["slope"] == "0.09719"


@given(NAMES, PLACES, HELD, st.sampled_from(NUDGES))
def test_a_sentence_says_what_happens(name, x, held, nudge):
    sentence = nudge_sentences(name, x, held, nudge)
    change = (written_out(name, x + nudge, held) - written_out(name, x, held)).real
    moved = re.search(r" (rises|falls) by (\S+)\. ", sentence)
    if moved is None:
        assert "does not move" in sentence
        assert change == pytest.approx(0, abs=1e-13)
    else:
        assert moved[1] == ("rises" if change > 0 else "falls")
        assert number(moved[2]) == pytest.approx(abs(change), rel=6e-4, abs=1e-12)
    slope = written_out(name, x + STEP * 1j, held).imag / STEP
    if name == "relu" and x <= 0 < x + nudge:
        assert "corner at 0" in sentence or "At 0 the curve has a corner" in sentence
        return
    said = re.search(r"The slope here is ([−\d.×⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+?)(?:[,:]| )", sentence)
    assert said is not None, sentence
    assert number(said[1]) == pytest.approx(slope, rel=6e-4, abs=1e-12)
    if "alone" in sentence:
        says = re.search(r"alone gives (\S+)\. ", sentence)
        assert says is not None
        assert number(says[1]) == pytest.approx(slope * nudge, rel=6e-4, abs=1e-12)


def number(text: str) -> float:
    """A number as a reader reads it."""
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
    digits, _, power = text.replace("−", "-").partition("×10")
    return float(f"{digits}e{power.translate(raised) or 0}")


@given(NAMES, PLACES, HELD, st.integers(0, len(NUDGES) - 1))
def test_point_and_nudge_are_in_the_picture(name, x, held, nudge):
    answer = engine.handle(OPENING | {"function": name, "x": x, "held": held, "nudge": nudge})
    view = answer["view"]
    for point in ({"x": x, "value": answer["value"]}, answer["nudged"]):
        assert view["x"][0] <= point["x"] <= view["x"][1]
        assert view["y"][0] <= point["value"] <= view["y"][1]


@pytest.mark.parametrize(
    ("field", "value"),
    [("function", "cube"), ("x", 5), ("held", "1"), ("nudge", 4), ("nudge", 0.5)],
)
def test_what_is_beyond_its_limit_is_refused_by_name(field, value):
    answer = engine.handle(OPENING | {field: value})
    assert (answer["kind"], answer["field"]) == ("error", field)
