"""Two ways to one gradient: what the figure says of digits, passes and times."""

from __future__ import annotations

from typing import Any

import pytest

from backprop import engine
from backprop.figures.cost.gradient_cost import (
    WIDTHS,
    GradientCost,
    Measurement,
    measured,
    network_of_size,
)


@pytest.fixture(scope="module")
def cost() -> Any:
    return engine.handle({"kind": "cost", "preset": "2-2-1-a"})


def test_passes_are_two_for_each_parameter_against_two(cost: Any) -> None:
    assert (cost["parameters"], cost["difference_passes"], cost["backpropagation_passes"]) == (
        6,
        12,
        2,
    )
    assert cost["timings"] is None


def test_the_gradient_is_that_of_the_worked_example(cost: Any) -> None:
    assert cost["gradient"][0] == pytest.approx(-0.0007640252344581602, rel=1e-12)
    row = cost["precisions"]["float64"]["rows"][10][0]
    assert row["gradient"] == cost["gradient"][0]
    assert row["shared"].startswith("−7.6402523")
    assert row["gradient_power"] == row["difference_power"] == "×10⁻⁴"
    assert (row["shared"] + row["gradient_rest"]) == "−7.64025234458160"


def test_digits_agree_best_near_the_bottom_of_the_v(cost: Any) -> None:
    told = cost["precisions"]["float64"]
    assert cost["steps"][told["best"]] in {"10⁻⁵", "3.2×10⁻⁶", "3.2×10⁻⁵", "10⁻⁴"}
    digits = [rows[5]["agreeing_digits"] for rows in told["rows"]]
    assert digits[0] <= 1
    assert digits[told["best"]] >= 8
    assert digits[28] <= 3


def test_a_measurement_is_done_in_slices_and_goes_on_where_it_stood() -> None:
    parameters = network_of_size(2).parameters.size
    assert parameters == 9 * 8 + 9 * 8 + 9
    begun = measured(Measurement(2), 0)
    assert begun == Measurement(2, 0, 0.0)
    found = measured(Measurement(2, done=parameters, seconds=1.53, fastest=0.01), 1)
    assert isinstance(found, GradientCost)
    assert found.layer_sizes == (8, 8, 8, 1)
    assert (found.difference_passes, found.backpropagation_passes) == (306, 2)
    assert found.difference_seconds == 1.53
    assert found.backpropagation_seconds > 0


def test_a_slice_that_ends_early_says_how_far_it_came() -> None:
    message = {
        "kind": "timing",
        "size": len(WIDTHS) - 1,
        "done": 5,
        "seconds": 0.5,
        "time_limit": 0,
    }
    told = engine.handle(message)
    assert (told["done"], told["seconds"], told["timing"]) == (5, 0.5, None)
    assert told["sentence"].startswith("10 of 20,546 forward passes")


def test_a_finished_measurement_tells_passes_and_times() -> None:
    message = {
        "kind": "timing",
        "size": 0,
        "done": 27,
        "seconds": 1,
        "fastest": 0.037,
        "time_limit": 1,
    }
    timing = engine.handle(message)["timing"]
    assert timing["passes_ratio"] == 27
    assert timing["texts"]["difference_passes"] == "54"
    assert timing["time_ratio"] == timing["difference_seconds"] / timing["backpropagation_seconds"]


@pytest.mark.parametrize(
    ("change", "field"),
    [({"preset": "none"}, "preset"), ({"time_limit": 61}, "time_limit"), ({"x": 1}, "x")],
)
def test_a_bad_cost_message_is_refused_by_name(change: dict[str, Any], field: str) -> None:
    assert engine.handle({"kind": "cost", "preset": "2-2-1-a", **change})["field"] == field
