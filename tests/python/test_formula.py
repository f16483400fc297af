import copy
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from latex_arithmetic import worked_out

from backprop.explain.formula import (
    MINUS,
    Formula,
    equation,
    number,
    part,
    product,
    term,
    total,
)


@pytest.mark.parametrize(
    ("value", "latex"),
    [
        (0.34, "0.34"),
        (0.5841905229354073, "0.5842"),
        (-0.000764025, "-0.000764"),
        (1e-5, r"1 \times 10^{-5}"),
        (-1.23456e-7, r"-1.235 \times 10^{-7}"),
        (123456.0, r"1.235 \times 10^{5}"),
        (0.0, "0"),
        (-0.0, "0"),
        (math.inf, r"\infty"),
        (-math.inf, r"-\infty"),
        (math.nan, r"\text{NaN}"),
    ],
)
def test_numbers_have_four_digits_and_powers_of_ten_are_written_out(
    value: float, latex: str
) -> None:
    assert number(value).latex == latex


def test_a_number_is_exact_up_to_float64_s_own_rounding() -> None:
    assert number(0.1 + 0.2).exact
    assert number(-3).exact
    assert not number(1 / 3).exact
    assert not number(0.99999).exact


@given(st.floats(-1e9, 1e9))
def test_what_is_shown_is_the_number_to_four_digits(value: float) -> None:
    assert worked_out(number(value).latex) == pytest.approx(value, rel=5.1e-4)


def test_negative_numbers_and_powers_of_ten_stand_in_parentheses_as_operands() -> None:
    w = term("w", -0.5, "weight:0,0,0", "weight")
    x = term("x", 2e-5, "input:0", "forward")
    z = term("z", -1e-5, "pre:1,0", "forward")
    written = equation(z, product([w, x]))
    assert written.formula == r"z = w \, x"
    assert written.substituted == (r"z = (-0.5) \cdot (2 \times 10^{-5}) = -1 \times 10^{-5}")


def test_the_last_sign_is_approximate_where_any_number_shown_is_rounded() -> None:
    third = term("a", 1 / 3, "unit:1,0", "forward")
    two_thirds = term("c", 2 / 3, "unit:1,1", "forward")
    one = term("b", 1, "unit:2,0", "forward")
    assert equation(one, total([[third], [two_thirds]])).substituted == (
        r"b = 0.3333 + 0.6667 \approx 1"
    )
    assert equation(one, [one, MINUS, term("t", 0, "target:0", "target")]).substituted == (
        "b = 1 - 0 = 1"
    )


def test_one_number_equals_itself_once() -> None:
    δ = term("δ", -1, "error:1,0", "backward")
    assert equation(term("g", -1, "bias:0,0", "backward"), [δ]).substituted == "g = -1"


def test_parts_know_their_place_and_role_and_join_to_the_formula() -> None:
    w = term("w", 0.5, "weight:0,0,0", "weight")
    formula = equation(w, [w]).formula
    assert formula == "w = w"
    assert list(formula.parts) == [
        {"latex": "w", "place": "weight:0,0,0", "role": "weight"},
        {"latex": " = "},
        {"latex": "w", "place": "weight:0,0,0", "role": "weight"},
    ]


def test_a_copied_formula_keeps_its_parts() -> None:
    formula = Formula([part("E", "loss", "loss")])
    assert copy.deepcopy(formula) == formula
    assert copy.deepcopy(formula).parts == formula.parts
