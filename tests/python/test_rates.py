"""Runs of gradient descent on a map of the loss."""

import numpy as np
import pytest

from backprop import engine
from backprop.core.gradient_descent import geometric
from backprop.figures.rates.descent_path import descent, happenings
from backprop.figures.rates.landscapes import Rate, network_of
from backprop.figures.rates.loss_slice import loss_slice
from backprop.figures.rates.rates import OPENINGS

# The neuron's examples: x = 0.7, 1.4, 2.1 and t = 1.9, 2.95, 4, all on t = 1.5 x + 0.85.
X, T = np.array([0.7, 1.4, 2.1]), np.array([1.9, 2.95, 4.0])


def loss_by_hand(w: float, b: float) -> float:
    return float(np.mean((w * X + b - T) ** 2) / 2)


def neuron_path(learning_rate: float, momentum: float = 0.0, decay: float = 1.0, steps: int = 20):
    rate = Rate("good", learning_rate, momentum, decay)
    net, examples = network_of("neuron")
    return descent(net, examples, (0, 1), (4.0, -1.0), rate, steps)


def test_first_step_of_the_neuron_is_the_one_worked_out_by_hand():
    path = neuron_path(0.1)
    # The errors at (4, −1) are −0.1, 1.65 and 3.4.
    assert path.losses[0] == pytest.approx(14.2925 / 6)
    assert path.gradients[0] == pytest.approx([9.38 / 3, 1.65])
    assert path.points[1] == pytest.approx([4 - 0.938 / 3, -1.165])


def test_gradients_along_a_path_are_the_slopes_of_the_loss():
    path = neuron_path(0.3, steps=5)
    for (w, b), gradient in zip(path.points, path.gradients, strict=True):
        slopes = [
            (loss_by_hand(w + 1e-6, b) - loss_by_hand(w - 1e-6, b)) / 2e-6,
            (loss_by_hand(w, b + 1e-6) - loss_by_hand(w, b - 1e-6)) / 2e-6,
        ]
        assert gradient == pytest.approx(slopes, rel=1e-6, abs=1e-8)


def test_momentum_adds_its_share_of_the_last_move():
    path = neuron_path(0.1, momentum=0.8, steps=6)
    moves = np.diff(path.points, axis=0)
    for t in range(1, 6):
        assert moves[t] == pytest.approx(-0.1 * path.gradients[t] + 0.8 * moves[t - 1])


def test_a_decaying_rate_is_multiplied_by_the_same_share_at_every_step():
    assert geometric(0.6, 0.5, 4) == pytest.approx([0.6, 0.3, 0.15, 0.075])
    with pytest.raises(ValueError, match="decay must be above 0"):
        geometric(0.6, 0.0, 4)


@pytest.mark.parametrize(("learning_rate", "falls"), [(0.62, True), (0.64, False)])
def test_neuron_diverges_beyond_two_over_the_largest_curvature(learning_rate, falls):
    # Hessian [[mean x², mean x], [mean x, 1]] = [[2.28667, 1.4], [1.4, 1]]: 2 / 3.184 = 0.628.
    assert bool(neuron_path(learning_rate, steps=200).losses[-1] < 1) == falls


def test_what_happens_is_named():
    assert set(happenings(neuron_path(0.03))) == {None}
    assert happenings(neuron_path(0.66))[4] == "divergence"
    assert happenings(neuron_path(0.6))[4] == "oscillation"
    assert "overshoot" in happenings(neuron_path(0.1, momentum=0.8))


def test_slice_is_the_loss_with_every_other_parameter_held():
    net, examples = network_of("xor")
    before = net.parameters.copy()
    cut = loss_slice(net, examples, (6, 0), (-1.0, 2.0), (-3.0, 3.0), 4)
    held = before.copy()
    held[6], held[0] = 1.0, -3.0
    assert cut.losses[0, 2] == pytest.approx(net.loss_at(held, examples.inputs, examples.targets))
    assert (net.parameters == before).all()


def test_each_run_of_the_opening_does_what_its_name_says():
    result = engine.handle(OPENINGS["rates"])
    runs = {run["name"]: run for run in result["runs"]}
    last = {name: run["losses"][-1] for name, run in runs.items()}
    assert last["momentum"] < last["good"] < last["small"] < 2.39
    assert "divergence" in runs["too_large"]["happenings"]
    assert "oscillation" in runs["decaying"]["happenings"][:8]
    assert runs["decaying"]["happenings"][-1] is None
    assert all(run["points"][0] == [4.0, -1.0] for run in result["runs"])


def test_too_large_a_rate_ends_worst_on_each_landscape_and_its_verdict_says_so():
    for landscape, said in (("neuron", "diverges"), ("xor", "85% of the first loss is left")):
        result = engine.handle({**OPENINGS["rates"], "landscape": landscape})
        worst = max(result["runs"], key=lambda run: run["losses"][-1])
        assert worst["name"] == "too_large"
        assert worst["verdict"].startswith(said)
        best = min(result["runs"], key=lambda run: run["losses"][-1])
        ends_lowest = [run for run in result["runs"] if "the lowest loss here" in run["verdict"]]
        assert ends_lowest == [best]


def test_a_run_is_named_by_its_settings_whatever_they_are():
    runs = [
        {"name": "too_large", "learning_rate": 0.01, "momentum": 0, "decay": 1},
        {"name": "small", "learning_rate": 0.66, "momentum": 0.5, "decay": 0.9},
    ]
    result = engine.handle({**OPENINGS["rates"], "runs": runs})
    assert [run["title"].replace("\u00a0", " ") for run in result["runs"]] == [
        "η = 0.01",
        "η = 0.66, α = 0.5, × 0.9 each step",
    ]


def test_equation_of_a_step_without_momentum_has_no_term_for_it():
    (first, _) = engine.handle(OPENINGS["rates"])["equations"][0]
    assert first["numbers"]["latex"] == r"\Delta w(1) = -0.03 \cdot 3.127 \approx -0.0938"


def test_equation_of_a_step_ends_in_the_move_that_follows():
    result = engine.handle({**OPENINGS["rates"], "chosen": "momentum"})
    run = next(run for run in result["runs"] if run["name"] == "momentum")
    (first, _), (second, _) = result["equations"][:2]
    assert first["formula"]["latex"].startswith(r"\Delta w(1) = -\eta")
    moved = run["points"][1][0] - run["points"][0][0]
    assert moved == pytest.approx(-0.938 / 3)
    assert first["numbers"]["latex"].endswith("-0.3127")
    assert r"0.8 \cdot (-0.3127)" in second["numbers"]["latex"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"start": [9, 0]}, "start"),
        ({"weights": [1, 1]}, "weights[1]"),
        ({"weights": [0, 2]}, "weights[1]"),
        ({"chosen": "best"}, "chosen"),
        ({"steps": 0}, "steps"),
        ({"runs": []}, "runs"),
    ],
)
def test_a_message_that_cannot_be_obeyed_is_refused_by_the_name_of_its_field(wrong, field):
    assert engine.handle({**OPENINGS["rates"], **wrong})["field"] == field
