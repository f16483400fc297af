"""What is said of the end of a run is true: why it stopped, that it stands still, what overflowed.

Losses are made up, with ties, zeros and levels among them, and looked through one by one.
"""

import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop import Network
from backprop.core import datasets
from backprop.core.overflow import overflow_sentence
from backprop.figures.stopping import WINDOW, Curves, Stop, StoppingRequest, _cost, stops
from backprop.training.plateau import GRID, TOLERANCE, moved_to, stuck
from backprop.training.trainer import Trainer

LEVELS = st.sampled_from([0.5, 0.25, 0.25, 0.1, 0.09999, 0.0999999, 0.02, 0.0])


@st.composite
def losses(draw: st.DrawFn, least: int = WINDOW + 2, most: int = 3 * WINDOW) -> np.ndarray:
    """A curve that falls, stands still and rises by turns."""
    pieces = draw(st.lists(st.tuples(LEVELS, st.integers(1, WINDOW)), min_size=2, max_size=6))
    noise = draw(st.sampled_from([0.0, 1e-9, 1e-3]))
    levels = np.concatenate([np.full(length, level) for level, length in pieces])
    levels = np.resize(levels, draw(st.integers(least, most)))
    seed = draw(st.integers(0, 1_000))
    return np.abs(levels + noise * np.random.default_rng(seed).standard_normal(len(levels)))


def number(text: str) -> float:
    mantissa, _, raised = text.rstrip(".,;").replace(",", "").replace("⁻", "-").partition("×10")
    return float(mantissa) * 10.0 ** int(
        raised.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")) or 0
    )


THRESHOLDS = st.sampled_from([0.0, 0.02, 0.1, 0.25, 0.6])
GAINS = st.sampled_from([0.0, 1e-6, 0.06, 0.5, 1.0])


def judged(
    training: np.ndarray, validation: np.ndarray, loss_below: float, patience: int, gain: float
) -> dict[str, Stop]:
    curves = Curves(training, validation)
    request = StoppingRequest("circle", 0.2, 1, loss_below, patience, gain, budget=120)
    return {stop.rule: stop for stop in stops(curves, request)}


@settings(max_examples=100)
@given(losses(), THRESHOLDS)
def test_a_threshold_stops_at_the_first_loss_below_it(curve: np.ndarray, asked: float) -> None:
    stop = judged(curve, curve, asked, 10, 0.1)["loss_below"]
    losses = curve.tolist()
    assert stop.epoch == next((e for e, loss in enumerate(losses) if loss < asked), None)
    if stop.epoch is None:
        return
    told = re.fullmatch(r"After (\S+) epochs? the loss is (\S+), below (\S+)\.", stop.reason)
    assert told is not None, stop.reason
    assert number(told[1]) == stop.epoch
    assert number(told[2]) < number(told[3]), stop.reason
    assert number(told[2]) == pytest.approx(losses[stop.epoch], rel=1e-3, abs=1e-300)


def out_of_patience(losses: list[float], patience: int) -> tuple[int, int] | None:
    """Where patience ends, and the epoch of the lowest loss until then."""
    since = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[since]:
            since = epoch
        if epoch - since >= patience:
            return epoch, since
    return None


@settings(max_examples=100)
@given(losses(), st.integers(1, 60))
def test_patience_ends_when_it_says(curve: np.ndarray, patience: int) -> None:
    stop = judged(curve, curve, 0, patience, 0.1)["no_improvement"]
    losses = curve.tolist()
    found = out_of_patience(losses, patience)
    assert stop.epoch == (found and found[0])
    if found is None:
        return
    epoch, since = found
    told = re.fullmatch(
        r"No lower loss for (\S+) epochs?: the lowest, (\S+), was that of epoch (\S+)\.",
        stop.reason,
    )
    assert told is not None, stop.reason
    assert number(told[1]) == epoch - since == patience
    assert number(told[3]) == since
    assert number(told[2]) == pytest.approx(losses[since], rel=1e-3, abs=1e-300)
    assert min(losses[: epoch + 1]) == losses[since]


@settings(max_examples=100)
@given(losses(), GAINS)
def test_returns_diminish_where_and_by_what_is_told(curve: np.ndarray, asked: float) -> None:
    stop = judged(curve, curve, 0, 10, asked)["small_gain"]
    losses = curve.tolist()
    lost = [
        (before - after) / before if before else math.nan
        for before, after in zip(losses[:-WINDOW], losses[WINDOW:], strict=True)
    ]
    assert stop.epoch == next((WINDOW + i for i, share in enumerate(lost) if share < asked), None)
    if stop.epoch is None:
        return
    if "does not fall" in stop.reason:
        assert losses[stop.epoch] >= losses[stop.epoch - WINDOW]
        return
    told = re.search(r"falls by (?:<\s)?(\S+)%, less than the (?:<\s)?(\S+)%", stop.reason)
    assert told is not None, stop.reason
    assert number(told[1]) < number(told[2]) or "<" in stop.reason, stop.reason


@settings(max_examples=100)
@given(losses(), st.integers(0, 300))
def test_what_a_stop_costs_is_told_for_ties_too(curve: np.ndarray, at: int) -> None:
    losses, epoch = curve.tolist(), min(at, len(curve) - 1)
    lowest = min(losses)
    best, budget = losses.index(lowest), Stop("budget", epoch, "")
    request = StoppingRequest("circle", 0.2, 1, 0.1, 10, 0.1, budget=max(epoch, 1))
    told = _cost(Curves(curve, curve), budget, request, best)
    cost = told["cost_sentence"]
    assert (told["kept"], told["validation"]) == (epoch, losses[epoch])
    assert ("the best there was" in cost) == (losses[epoch] == lowest)
    if "too early" in cost:
        assert lowest in losses[epoch + 1 :]
    if "too late" in cost:
        assert lowest in losses[:epoch]


@settings(max_examples=150)
@given(st.lists(losses(least=1, most=200), min_size=1, max_size=4))
def test_a_plateau_lasts_as_long_as_is_told(slices: list[np.ndarray]) -> None:
    plateau, epoch = (math.nan, 0), 0
    for piece in slices:
        plateau = moved_to(plateau, epoch, piece)
        epoch += len(piece)
    level, since = plateau
    run = np.concatenate(slices)
    looked_at = [loss for e, loss in enumerate(run.tolist()) if e % GRID == 0 and e >= since]
    assert all(abs(loss - level) <= TOLERANCE * level for loss in looked_at)
    assert run[since] == level


def test_what_is_called_stuck_stays_where_it_is() -> None:
    # Both hidden units are off on all four examples, and the output answers ½ to everything.
    net = Network([2, 2, 1], ["relu", "sigmoid"], "half_squared_error")
    net.parameters = [-1, -1, -1, -1, -1, -1, 1, 1, 0]
    xor = datasets.make("xor")
    told = stuck(net, xor, 0.5, 0.9, 1, 5_000, (0.125, 0))
    assert told is not None
    wrong = int(((net.forward(xor.inputs).outputs > 0.5) != (xor.targets > 0.5)).sum())
    assert f"{wrong} of 4 answers are wrong" in told.sentence
    assert "since epoch 0," in told.sentence
    velocity = np.zeros(9)
    for _ in range(2_000):
        velocity = (
            0.9 * velocity - 0.5 * net.backward(net.forward(xor.inputs), xor.targets).gradient
        )
        net.parameters[:] += velocity
    loss = float(net.loss_at(net.parameters, xor.inputs, xor.targets).real)
    assert loss == pytest.approx(0.125, rel=0.02)


@pytest.mark.parametrize("seed", [31, 38, 39, 40])
def test_what_is_called_stuck_is_not_solved_in_ten_thousand_more_epochs(seed: int) -> None:
    xor = datasets.make("xor")
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=seed, initial_range=1.0)
    trainer = Trainer(net, xor, learning_rate=0.5, momentum=0.9)
    told = trainer.run(5_000).stuck
    assert told is not None
    state = trainer.state
    v, b = net.split(state.velocity), net.split(state.parameters)
    w1, w2 = b.weights[0].copy(), b.weights[1].copy()
    b1, b2 = b.biases[0].copy(), b.biases[1].copy()
    moved = [v.weights[0].copy(), v.biases[0].copy(), v.weights[1].copy(), v.biases[1].copy()]
    for _ in range(10_000):
        hidden = 1 / (1 + np.exp(-(xor.inputs @ w1 + b1)))
        output = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
        δ2 = (output - xor.targets) * output * (1 - output) / 4
        δ1 = δ2 @ w2.T * hidden * (1 - hidden)
        gradients = (xor.inputs.T @ δ1, δ1.sum(axis=0), hidden.T @ δ2, δ2.sum(axis=0))
        moved = [0.9 * step - 0.5 * g for step, g in zip(moved, gradients, strict=True)]
        w1, b1, w2, b2 = (w1 + moved[0], b1 + moved[1], w2 + moved[2], b2 + moved[3])
    assert ((output > 0.5) != (xor.targets > 0.5)).any()


# A power of ten for each layer's weights, and for the input.
POWERS = st.lists(st.sampled_from([0, 60, 120, 155, 200, 300]), min_size=3, max_size=3)


@settings(max_examples=200)
@given(
    POWERS,
    st.sampled_from([-3.0, -1.0, 0.5, 2.0]),
    st.sampled_from(["linear", "relu", "tanh"]),
    st.sampled_from([("linear", "half_squared_error"), ("sigmoid", "binary_cross_entropy")]),
)
def test_the_first_operation_that_overflows_is_named(
    powers: list[int], sign: float, hidden: str, end: tuple[str, str]
) -> None:
    net = Network([1, 1, 1, 1], [hidden, hidden, end[0]], end[1], use_biases=False)
    net.parameters = [sign * 10.0**power for power in powers]
    with np.errstate(all="ignore"):
        backward = net.backward(net.forward([1.0]), [0.5])
        if np.isfinite([*backward.gradient, backward.loss]).all():
            return
        said = overflow_sentence(net, [1.0], [0.5])
    names = ["hidden unit", "unit 1 of hidden layer 1", "unit 1 of hidden layer 2", "the output"]
    a, first = 1.0, None
    for layer, weight in enumerate(net.parameters.tolist()):
        z = a * weight
        if not math.isfinite(z):
            first = f"The weighted sum of {names[layer + 1]} became {kind(z)}"
            break
        squeezed = math.tanh(z) if hidden == "tanh" else z if hidden == "linear" else max(z, 0.0)
        a = squeezed if layer < 2 else z
    if first is not None:
        assert said.startswith(first), said
        return
    assert "weighted sum" not in said
    assert "activation" not in said
    if "The loss became" in said:
        assert ("squared" in said) == (end[1] == "half_squared_error")
        if "squared" in said:
            assert a * a == math.inf


def kind(value: float) -> str:
    return "undefined" if math.isnan(value) else "infinite"
