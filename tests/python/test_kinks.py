"""What is said of a gradient is true on the border too: at kinks, at zeros, near either."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_networks import HIDDEN, examples

from backprop import Network, explain_weight

# 2-1-1, ReLU and a linear output, no biases, w = 1, −1, 1, x = 0.5, 0.5, t = 1. By hand: z = 0, so
# ŷ = 0 and E = ½. With w₁ = 1 + ε, ε > 0: ŷ = ε/2, E = ½(1 − ε/2)², whose slope in ε is −½ at 0.
# With w₁ = 1 − ε the unit is off and E stays ½.


def at_the_kink(parameters: list[float], inputs: list[float], targets: list[float]) -> str:
    net = Network([len(inputs), 1, 1], ["relu", "linear"], "half_squared_error", use_biases=False)
    net.parameters = parameters
    told = explain_weight(net, inputs, targets, layer=0, source=0, target=0)
    return f"{told.sentence} {told.check_sentence}"  # type: ignore[union-attr]


def test_at_the_kink_both_sides_are_told() -> None:
    told = at_the_kink([1, -1, 1], [0.5, 0.5], [1])
    assert "The loss has a kink here: the weighted sum of hidden unit 1 is 0." in told
    assert "grows, the loss falls with a slope of 0.5;" in told
    assert "shrinks, the loss stays as it is" in told
    assert "The gradient says 0, because the slope of ReLU counts as 0 there." in told
    assert "its slope goes from 0 to −0.5" in told
    assert "digit" not in told


def test_a_sum_that_is_zero_but_for_rounding_is_told_as_one() -> None:
    # 0.1 + 0.2 − 0.3 is 5.55 × 10⁻¹⁷ in float64, and 0 by hand.
    told = at_the_kink([0.1, 0.2, -0.3, 1], [1, 1, 1], [1])
    assert "is 0 but for rounding, which leaves 5.551×10⁻¹⁷" in told
    assert "The gradient says −1, because this machine takes it for above zero." in told


def test_a_unit_at_the_kink_is_not_called_off() -> None:
    from backprop import walkthrough  # noqa: PLC0415 - it stands beside what it tells

    net = Network([2, 1, 1], ["relu", "linear"], "half_squared_error", use_biases=False)
    net.parameters = [1, -1, 1]
    sentences = [step.sentence for step in walkthrough(net, [0.5, 0.5], [1], 0.1)]
    assert any("right at the kink of ReLU" in sentence for sentence in sentences)
    assert not any("changes nothing" in sentence for sentence in sentences)


def side(told: str, verb: str) -> float:
    """The slope that a sentence states for one side, signed as the loss changes."""
    stated = re.search(rf"{verb}, the loss (stays|(rises|falls) with a slope of ([^\s;]+))", told)
    assert stated is not None, told
    if stated[1] == "stays":
        return 0.0
    return float(stated[3].rstrip(".")) * (1 if stated[2] == "rises" else -1)


@settings(max_examples=150)
@given(seed=st.integers(0, 10_000), shape=st.sampled_from([(2, 2, 1), (3, 2, 2, 1)]))
def test_slopes_told_at_a_kink_are_those_of_the_loss(seed: int, shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(seed)
    net = Network(
        shape,
        [*["relu"] * (len(shape) - 2), "linear"],
        "half_squared_error",
        use_biases=False,
        seed=seed,
    )
    # Halves and quarters add without rounding: z of the first unit is 0 to the last bit.
    inputs = rng.integers(1, 5, shape[0]) / 4
    weights = net.weights[0]
    weights[:] = rng.integers(-4, 5, weights.shape) / 4
    weights[-1, 0] = 0
    weights[-1, 0] = -(inputs @ weights[:, 0]) / inputs[-1]
    if (inputs @ weights[:, 0]) != 0:
        return
    targets = rng.uniform(-1, 1, shape[-1])
    told = explain_weight(net, inputs, targets, layer=0, source=0, target=0)
    position, h = 0, 1e-7
    losses = []
    for ε in (-h, 0, h):
        parameters = net.parameters.copy()
        parameters[position] += ε
        losses.append(float(net.loss_at(parameters, inputs, targets).real))
    below, above = (losses[1] - losses[0]) / h, (losses[2] - losses[1]) / h
    if "kink here" not in told.sentence:
        assert below == pytest.approx(above, abs=2e-3)
        return
    number = "(−?[0-9.]+(?:×10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)"
    assert re.search(number, told.sentence)
    if "10⁻" not in told.sentence:
        assert side(told.sentence, "grows") == pytest.approx(above, abs=1e-3 + 1e-3 * abs(above))
        assert side(told.sentence, "shrinks") == pytest.approx(-below, abs=1e-3 + 1e-3 * abs(below))


@settings(max_examples=200)
@given(case=examples(hidden=HIDDEN), chosen=st.integers(0, 200))
def test_what_a_gradient_s_sentence_claims_holds_for_a_small_change(case, chosen: int) -> None:
    net, inputs, targets = case
    addresses = [
        (layer, i, j)
        for layer, matrix in enumerate(net.weights)
        for i in range(matrix.shape[0])
        for j in range(matrix.shape[1])
    ]
    layer, source, target = addresses[chosen % len(addresses)]
    told = explain_weight(net, inputs, targets, layer, source, target)
    if "kink" in told.sentence or "kink" in told.check_sentence:  # type: ignore[union-attr]
        return
    position = net.split(np.arange(net.parameters.size)).weights[layer][source, target]
    h = 1e-6
    before = float(net.loss_at(net.parameters, inputs, targets).real)
    parameters = net.parameters.copy()
    parameters[position] += h
    change = (float(net.loss_at(parameters, inputs, targets).real) - before) / h
    if "level here" in told.sentence:
        assert abs(change) < 1e-4
    elif abs(change) > 1e-4:
        assert ("rises" in told.sentence) == (change > 0)
    stated = re.search(r"agree to (\d+) digits?", told.check_sentence)  # type: ignore[union-attr]
    if stated:
        digits = int(stated[1])
        largest = max(abs(told.gradient), abs(told.finite_difference))
        assert abs(told.gradient - told.finite_difference) <= 10.0**-digits * largest
