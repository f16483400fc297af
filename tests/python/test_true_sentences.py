"""What is said of one pass is true, on random states and on the borders: kinks, zeros, rounding.

Each sentence is read, and what it claims is worked out from the loss alone, by the textbook.
"""

import re
from math import isfinite
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from plain_network import plain_loss
from random_networks import Case, examples

from backprop import Network, engine, explain_weight, walkthrough
from backprop.core.number_text import texts_apart

HALVES = st.sampled_from([-1.0, -0.5, 0.0, 0.5, 1.0])
TINY = 1e-6


@st.composite
def borders(draw: st.DrawFn) -> Case:
    """A small network of halves and zeros, in which weighted sums are often exactly zero."""
    sizes = draw(st.sampled_from([(1, 1, 1), (2, 1, 1), (2, 2, 1), (1, 2, 2, 1)]))
    hidden = draw(st.sampled_from(["relu", "leaky_relu", "tanh"]))
    output = draw(st.sampled_from(["linear", "relu", "sigmoid"]))
    activations = [*[hidden] * (len(sizes) - 2), output]
    net = Network(sizes, activations, "half_squared_error", draw(st.booleans()))
    net.parameters = [draw(HALVES) for _ in net.parameters]
    inputs = np.array([[draw(HALVES) for _ in range(sizes[0])]])
    return Case(net, inputs, np.array([[draw(HALVES) for _ in range(sizes[-1])]]))


STATES = st.one_of(borders(), examples())


def loss_along(case: Case, position: int, by: float) -> float:
    parameters = case.net.parameters.copy()
    parameters[position] += by
    with np.errstate(all="ignore"):
        loss = float(plain_loss(case.net, parameters, (case.inputs, case.targets)))
    assume(isfinite(loss))
    return loss


def slopes(case: Case, position: int) -> tuple[float, float]:
    """How steeply the loss rises where the weight shrinks, and where it grows; each from 0 on."""
    here = loss_along(case, position, 0)
    return tuple(  # type: ignore[return-value]
        (loss_along(case, position, by) - here) / TINY for by in (-TINY, TINY)
    )


def number(text: str) -> float:
    """The number that a text of the page stands for."""
    plain = text.rstrip(".,;").replace("−", "-").replace("\N{NO-BREAK SPACE}", "")
    mantissa, _, raised = plain.replace("⁻", "-").partition("×10")
    powers = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    return float(mantissa) * 10.0 ** int(raised.translate(powers) or 0)


def near(slope: float) -> Any:
    return pytest.approx(slope, rel=2e-3, abs=2e-4)


def message(case: Case, learning_rate: float, position: int = 0, **more: Any) -> dict[str, Any]:
    net = case.net
    layer, source, target = net.layout.addresses()[position]
    return {
        "kind": "trace",
        "network": {
            "layer_sizes": list(net.layer_sizes),
            "activations": list(net.activations),
            "loss": net.loss,
            "use_biases": net.use_biases,
            "skip_to_output": net.skip_to_output,
            "parameters": net.parameters.tolist(),
        },
        "inputs": case.inputs[0].tolist(),
        "targets": case.targets[0].tolist(),
        "learning_rate": learning_rate,
        "weight": {"layer": layer, "source": source, "target": target},
        **more,
    }


@settings(max_examples=150)
@given(STATES, st.data())
def test_what_a_gradient_says_of_its_weight_comes_true(case: Case, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, case.net.parameters.size - 1))
    address = case.net.layout.addresses()[position]
    said = explain_weight(*case, *address).sentence
    shrinks, grows = slopes(case, position)
    if "kink" in said:
        claims = re.search(
            r" grows, the loss (.*?);.* shrinks, the loss (.*?)\. The gradient",
            said,
        )
        assert claims is not None, said
        for claim, slope in ((claims[1], grows), (claims[2], shrinks)):
            told = re.search(r"(rises|falls) with a slope of (\S+)", claim)
            stated = number(told[2]) * (1 if told[1] == "rises" else -1) if told else 0.0
            assert slope == near(stated), said
    elif "exactly 0" in said:
        assert (shrinks, grows) == (near(0), near(0)), said
    else:
        way = re.search(r"the loss (rises|falls)", said)
        assert way is not None, said
        assert ("lowers it" in said) == (way[1] == "rises")
        nudge = re.search(r"by (\S+) and the loss .* by about (\S+);", said)
        if nudge is not None:
            size, change = number(nudge[1]), number(nudge[2])
            moved = loss_along(case, position, size) - loss_along(case, position, 0)
            assert (moved > 0) == (way[1] == "rises"), said
            # Two digits are told, of a change that may be a twentieth off.
            assert abs(moved) == pytest.approx(change, rel=0.11, abs=1e-15), said
        else:
            told = re.search(r"with a slope of (\S+);", said)
            assert told is not None, said
            # A kink within the step of this difference makes one side another's.
            assert grows == near(number(told[1])) or shrinks == near(-number(told[1])), said


@settings(max_examples=100)
@given(borders())
def test_what_is_said_to_change_nothing_changes_nothing(case: Case) -> None:
    net, inputs, targets = case
    addresses = net.layout.addresses()
    here = loss_along(case, 0, 0)
    for step in walkthrough(net, inputs, targets, 0.5):
        if "no change of this weight could matter" in step.sentence:
            position = addresses.index(step.weights[0])
            assert loss_along(case, position, 3.0) == loss_along(case, position, -3.0) == here
        if "a small change of its input changes nothing" in step.sentence and net.use_biases:
            layer, unit = step.units[0]
            position = addresses.index((layer - 1, None, unit))
            # Small is what stays on the same side of the kink.
            z = net.forward(inputs).pre_activations[layer - 1][0, unit]
            small = min(0.01, abs(z) / 2)
            assert loss_along(case, position, small) == loss_along(case, position, -small) == here
        if "right on its target" in step.sentence:
            forward = net.forward(inputs)
            assert forward.outputs[0, step.units[0][1]] == targets[0, step.units[0][1]]


@settings(max_examples=100)
@given(STATES, st.sampled_from([0.0, 1e-12, 0.01, 0.5, 3.0, 100.0]))
def test_what_an_update_says_of_the_loss_is_what_it_did(case: Case, learning_rate: float) -> None:
    update = engine.handle(message(case, learning_rate))["update"]
    said, before = update["sentence"], case.net.parameters.copy()
    after = np.array(update["parameters"])
    shares = (0, *(0.5**halvings for halvings in range(1, 40)), 1)
    with np.errstate(all="ignore"):
        along = [
            float(plain_loss(case.net, before + share * (after - before), case[1:]))
            for share in shares
        ]
    assume(np.isfinite(along).all())
    stated = re.match(r"The loss goes from (\S+) to (\S+?)[:,] ", said)
    assert stated is not None, said
    assert number(stated[1]) == pytest.approx(along[0], rel=1e-5, abs=1e-12)
    assert number(stated[2]) == pytest.approx(along[-1], rel=1e-5, abs=1e-12)
    if "nothing moves" in said:
        assert after.tolist() == before.tolist()
        assert ("learning rate" not in said) or learning_rate == 0
    elif "too long" in said:
        assert along[-1] > along[0]
        assert min(along[1:-1]) < along[0] * (1 + 1e-12), said
    elif "kink" in said:
        assert min(along[1:]) >= along[0] * (1 - 1e-12), said
    elif "rounding" in said:
        assert along[-1] == pytest.approx(along[0], rel=1e-12)
    else:
        assert along[-1] <= along[0] * (1 + 1e-12)


@settings(max_examples=150)
@given(borders(), st.data())
def test_a_guess_s_direction_is_judged_by_what_raising_the_weight_does(
    case: Case, data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, case.net.parameters.size - 1))
    _, grows = slopes(case, position)
    coarse = (loss_along(case, position, 10 * TINY) - loss_along(case, position, 0)) / (10 * TINY)
    # A level loss bends away from its level: its slope shrinks with the step.
    is_level = abs(grows) < 0.3 * abs(coarse) + 1e-9
    assume(abs(grows) > 1e-3 or is_level)
    # Two leaky units leave slopes of 10⁻¹⁰, which are not 0, and which no difference can see.
    net, inputs, targets = case
    exact = net.backward(net.forward(inputs), targets).gradient[position]
    assume(not 0 < abs(exact) < 1e-8)
    true = "raises" if grows > 1e-3 else "lowers" if grows < -1e-3 else "keeps"
    guess = data.draw(st.sampled_from(["raises", "lowers", "keeps"]))
    asked = message(case, 0.5, position, guess={"direction": guess, "value": None})
    judged = engine.handle(asked)["judgement"]
    assert judged["direction"] == true, judged
    assert judged["direction_is_right"] == (guess == true)
    assert judged["sentence"].startswith("Right") == (guess == true)


def test_at_a_kink_the_side_that_was_asked_for_decides_and_the_gradient_stays_the_value() -> None:
    # 2-1-1, ReLU and a linear output, w = 1, −1, 1, x = ½, ½, t = 1: z = 0. Above, E falls by ½.
    net = Network([2, 1, 1], ["relu", "linear"], "half_squared_error", use_biases=False)
    net.parameters = [1, -1, 1]
    case = Case(net, np.array([[0.5, 0.5]]), np.array([[1.0]]))
    guess = {"direction": "raises", "value": "0"}
    judged = engine.handle(message(case, 0.5, 0, guess=guess))["judgement"]
    assert judged["direction"] == "lowers"
    assert "the loss has a kink here, and its slope above is −0.5" in judged["sentence"]
    assert "disagree" not in judged["sentence"]
    assert judged["value"] == "right"


@settings(max_examples=100)
@given(STATES, st.data())
def test_so_many_digits_agree_as_are_said_to(case: Case, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, case.net.parameters.size - 1))
    told: Any = explain_weight(*case, *case.net.layout.addresses()[position])
    said, off = told.check_sentence, abs(told.gradient - told.finite_difference)
    largest = max(abs(told.gradient), abs(told.finite_difference))
    agree = re.search(r"agree to (\d+) digit", said)
    if agree is not None:
        assert off <= largest * 10.0 ** -int(agree[1]) * (1 + 1e-9), said
    elif "both are 0" in said:
        assert largest < 1e-12
    else:
        assert off > 0.1 * largest or "kink" in said, said


@settings(max_examples=100)
@given(st.lists(st.floats(-1e6, 1e6), min_size=4, max_size=4), st.floats(-1e6, 1e6))
@example([0.0, 4.359042106477632e-09, 52629.0, 4.359042106477632e-09], 0.0)
def test_a_loss_that_is_a_parabola_is_never_said_to_bend_too_much(
    values: list[float], target: float
) -> None:
    # The central difference of a parabola is its slope: what is missing is lost in rounding.
    net = Network([2, 1], "linear", "half_squared_error", use_biases=False)
    net.parameters = values[:2]
    told: Any = explain_weight(net, values[2:], [target], 0, 0, 0)
    assume(told.gradient != 0)
    assert "bends" not in told.check_sentence


def test_a_loss_that_bends_within_the_step_is_said_to() -> None:
    # σ goes from 0 to 1 while x·w goes from −10 to 10, which is from w − 10⁻⁵ to w + 10⁻⁵.
    net = Network([1, 1], "sigmoid", "half_squared_error", use_biases=False)
    net.parameters = [2e-5]
    told: Any = explain_weight(net, [1e6], [0.5], 0, 0, 0)
    assert "bends too much" in told.check_sentence


def test_two_numbers_are_told_with_as_many_digits_as_tell_them_apart() -> None:
    assert texts_apart(0.0099999, 0.01) == ("0.0099999", "0.01")
    assert texts_apart(0.5, 0.6) == ("0.5", "0.6")
    assert texts_apart(0.25, 0.25) == ("0.25", "0.25")
