"""The seven equations: their numbers by hand, their forms alike, their symbols at their places."""

import json
import math
from typing import Any

import numpy as np
import pytest

from backprop import engine
from backprop.figures.equations.equations import OPENINGS

OPENING: dict[str, Any] = OPENINGS["equations"]


def answer(**fields: Any) -> dict[str, Any]:
    result = engine.handle({**OPENING, **fields})
    assert result["kind"] == "equations", result
    return result


def σ(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def numbers_by_hand(
    parameters: list[float], x: list[float], t: float
) -> tuple[list[float], list[float], float]:
    """a, all gradients in the order of the parameters, and ŷ of a 2-3-1 net of sigmoids."""
    w, b, v, c = parameters[:6], parameters[6:9], parameters[9:12], parameters[12]
    a = [σ(x[0] * w[j] + x[1] * w[3 + j] + b[j]) for j in range(3)]
    ŷ = σ(sum(a[j] * v[j] for j in range(3)) + c)
    δ = (ŷ - t) * ŷ * (1 - ŷ)
    inner = [a[j] * (1 - a[j]) * v[j] * δ for j in range(3)]
    gradient = [x[i] * inner[j] for i in range(2) for j in range(3)]
    return a, [*gradient, *inner, *(a[j] * δ for j in range(3)), δ], ŷ


def test_every_number_is_that_of_a_calculation_by_hand() -> None:
    start = OPENING["parameters"]
    a, gradient, ŷ = numbers_by_hand(start, [0.5, 0.3], 1)
    result = answer(steps=0)
    assert result["activations"][1] == pytest.approx(a, rel=1e-14)
    assert result["outputs"] == pytest.approx([ŷ], rel=1e-14)
    assert result["loss"] == pytest.approx((ŷ - 1) ** 2 / 2, rel=1e-13)
    assert result["gradient"] == pytest.approx(gradient, rel=1e-12)


def test_steps_with_momentum_follow_the_seventh_equation() -> None:
    w, change = list(OPENING["parameters"]), [0.0] * 13
    for _ in range(3):
        _, gradient, _ = numbers_by_hand(w, [0.5, 0.3], 1)
        change = [-0.5 * g + 0.9 * c for g, c in zip(gradient, change, strict=True)]
        w = [before + c for before, c in zip(w, change, strict=True)]
    result = answer(steps=3)
    assert result["parameters"] == pytest.approx(w, rel=1e-12)
    assert result["change"] == pytest.approx(change, rel=1e-11)


ADDRESSES = [
    *({"layer": 0, "source": i, "target": j} for i in (0, 1, None) for j in range(3)),
    *({"layer": 1, "source": i, "target": 0} for i in (0, 1, 2, None)),
]


@pytest.mark.parametrize("weight", ADDRESSES, ids=str)
def test_there_are_seven_equations_for_every_weight_and_bias(weight: dict[str, Any]) -> None:
    result = answer(weight=weight)
    assert [equation["name"] for equation in result["equations"]] == [
        "forward",
        "loss",
        "output_error",
        "hidden_error",
        "weight_gradient",
        "update",
        "momentum",
    ]
    json.dumps(result, allow_nan=False)
    places = all_places(result)
    known = {f"unit:{layer},{j}" for layer, n in ((1, 3), (2, 1)) for j in range(n)}
    known |= {f"{kind}:{place[5:]}" for kind in ("pre", "error") for place in known}
    known |= {f"weight:0,{i},{j}" for i in range(2) for j in range(3)}
    known |= {f"weight:1,{i},0" for i in range(3)} | {
        "bias:1,0",
        *(f"bias:0,{j}" for j in range(3)),
    }
    known |= {"input:0", "input:1", "target:0", "loss", "rate", "momentum"}
    assert places <= known


def all_places(value: Any) -> set[str]:
    if isinstance(value, dict):
        found = {value["place"]} if "place" in value else set()
        return found.union(*(all_places(entry) for entry in value.values()))
    if isinstance(value, list):
        return set().union(*(all_places(entry) for entry in value))
    return set()


def test_symbols_show_the_numbers_of_the_places_that_they_light() -> None:
    result = answer(weight={"layer": 0, "source": 1, "target": 2})
    by_name = {equation["name"]: equation for equation in result["equations"]}
    forward = {symbol["symbol"]["latex"]: symbol for symbol in by_name["forward"]["symbols"]}
    assert forward["w_{ij}"]["value"] == result["weights"][0][1][2]
    assert forward["w_{ij}"]["symbol"]["place"] == "weight:0,1,2"
    assert forward["a_i"]["value"] == 0.3
    assert forward["z_j"]["value"] == result["pre_activations"][0][2]
    hidden = {symbol["symbol"]["latex"]: symbol for symbol in by_name["hidden_error"]["symbols"]}
    assert hidden[r"\delta_j"]["value"] == result["error_signals"][0][2]
    assert hidden["w_{jk}"]["symbol"]["place"] == "weight:1,2,0"


def test_matrices_hold_the_network_to_three_digits() -> None:
    (gradient,) = [
        equation["matrix_numbers"][0]
        for equation in answer(steps=0)["equations"]
        if equation["name"] == "weight_gradient"
    ]
    shown = [
        float(part["latex"])
        for part in gradient["parts"]
        if part.get("place", "").startswith("weight:0,")
    ]
    _, by_hand, _ = numbers_by_hand(OPENING["parameters"], [0.5, 0.3], 1)
    assert shown == pytest.approx(by_hand[:6], rel=6e-3)


def test_momentum_at_the_first_step_is_plain_gradient_descent() -> None:
    result = answer(steps=0)
    *_, update, momentum = result["equations"]
    assert result["change"] == [0] * 13
    plain_value = update["examples"][0]["substituted"]["latex"].split()[-1]
    assert momentum["examples"][1]["substituted"]["latex"].split()[-1] == plain_value


def test_numbers_beyond_a_float_are_refused_in_words() -> None:
    result = engine.handle(
        {
            **OPENING,
            "activation": "relu",
            "parameters": [1e6] * 13,
            "inputs": [1e6, 1e6],
            "target": 1e6,
        }
    )
    assert result["kind"] in {"equations", "error"}
    json.dumps(result, allow_nan=False)


@pytest.mark.parametrize("field", ["steps", "momentum", "learning_rate", "target"])
def test_what_is_too_large_is_refused_by_name(field: str) -> None:
    result = engine.handle({**OPENING, field: 1e300})
    assert (result["code"], result["field"]) == ("too_large", field)


def test_central_differences_find_the_same_gradient() -> None:
    result, h = answer(steps=0), 1e-6
    for k in range(13):
        moved = []
        for step in (h, -h):
            parameters = list(OPENING["parameters"])
            parameters[k] += step
            moved.append(answer(steps=0, parameters=parameters)["loss"])
        assert result["gradient"][k] == pytest.approx((moved[0] - moved[1]) / (2 * h), abs=1e-9)
    assert np.isfinite(result["gradient"]).all()
