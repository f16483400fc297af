"""The figure `learning`: its run against one that is trained here in plain NumPy."""

import numpy as np
import pytest

from backprop import engine
from backprop.figures.learning.learning import OPENINGS
from backprop.message.presets import XOR_RUN

INPUTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TARGETS = np.array([0.0, 1.0, 1.0, 0.0])


@pytest.fixture(scope="module")
def told():
    """The engine's answer."""
    return engine.handle(OPENINGS["learning"])


def pass_of(parameters, inputs, targets):
    """Activations, outputs, and the gradient of the mean of ½(ŷ − t)², written out by hand."""
    w, b, v, c = parameters[:4].reshape(2, 2), parameters[4:6], parameters[6:8], parameters[8]
    a = 1 / (1 + np.exp(-(inputs @ w + b)))
    y = 1 / (1 + np.exp(-(a @ v + c)))
    late = (y - targets) * y * (1 - y) / len(inputs)
    early = late[:, None] * v * a * (1 - a)
    gradient = [(inputs.T @ early).ravel(), early.sum(axis=0), a.T @ late, [late.sum()]]
    return a, y, np.concatenate(gradient), late, early


@pytest.fixture(scope="module")
def run(told):
    """Parameters of every epoch from the first ones told, by gradient descent with momentum."""
    w = np.array(told["moments"][0]["pass"]["parameters"])
    velocity, epochs = np.zeros_like(w), [w]
    for _ in range(told["moments"][-1]["epoch"]):
        gradient = pass_of(epochs[-1], INPUTS, TARGETS)[2]
        velocity = -0.5 * gradient + 0.9 * velocity
        epochs.append(epochs[-1] + velocity)
    return np.array(epochs)


def mean_loss(parameters):
    """Of the four examples."""
    _, y, *_ = pass_of(parameters, INPUTS, TARGETS)
    return float(((y - TARGETS) ** 2 / 2).mean())


def test_every_moment_is_one_that_the_training_had(told, run):
    assert (XOR_RUN["learning_rate"], XOR_RUN["momentum"]) == (0.5, 0.9)
    for moment in told["moments"]:
        parameters = run[moment["epoch"]]
        assert moment["pass"]["parameters"] == pytest.approx(parameters, rel=1e-6, abs=1e-8)
        assert moment["loss"] == pytest.approx(mean_loss(parameters), rel=1e-6)
    losses = [mean_loss(parameters) for parameters in run[told["curve"]["epochs"]]]
    assert told["curve"]["losses"] == pytest.approx(losses, abs=5.1e-5)


def test_the_run_ends_where_the_xor_figure_ends_it(told, run):
    losses = [mean_loss(parameters) for parameters in run]
    assert losses[-1] < 0.01 <= min(losses[:-1])
    assert [moment["right"] for moment in told["moments"]][-1] == 4


def test_a_pass_is_that_of_the_example_shown(told):
    for moment in told["moments"]:
        k = moment["example"]
        parameters = np.array(moment["pass"]["parameters"])
        a, y, gradient, late, early = pass_of(parameters, INPUTS[k : k + 1], TARGETS[k : k + 1])
        shown = moment["pass"]
        assert shown["activations"] == [
            INPUTS[k].tolist(),
            pytest.approx(a[0]),
            pytest.approx(y),
        ]
        assert shown["gradient"] == pytest.approx(gradient)
        assert shown["error_signals"] == [pytest.approx(early[0]), pytest.approx(late)]
        assert shown["loss"] == pytest.approx((y[0] - TARGETS[k]) ** 2 / 2)


def test_a_surface_is_what_the_network_answers_everywhere(told):
    window = told["window"]
    assert (window["x_range"], window["y_range"]) == ([-0.25, 1.25], [-0.25, 1.25])
    edge = np.linspace(-0.25, 1.25, window["resolution"])
    grid = np.array([(x, y) for y in edge for x in edge])
    for moment in told["moments"][::9]:
        _, outputs, *_ = pass_of(np.array(moment["pass"]["parameters"]), grid, np.zeros(len(grid)))
        assert moment["surface"] == pytest.approx(outputs, abs=5.1e-5)


def test_a_shown_pass_is_of_the_worst_answer_and_the_next_moment_is_one_correction_later(told):
    moments = told["moments"]
    passes = [at for at, moment in enumerate(moments) if moment["steps"]]
    assert passes[0] == 0
    assert len(passes) == 3
    for at in passes:
        _, y, *_ = pass_of(np.array(moments[at]["pass"]["parameters"]), INPUTS, TARGETS)
        assert moments[at]["example"] == np.abs(y - TARGETS).argmax()
        assert moments[at + 1]["epoch"] == moments[at]["epoch"] + 1
    epochs = [moment["epoch"] for moment in moments]
    assert epochs == sorted(set(epochs))


def test_what_is_said_is_what_the_run_did(told):
    # by hand: the first loss is the mean of ½·0.252², ½·0.745², ½·0.742² and ½·0.262²
    assert told["question"] == (
        "These 9 numbers started at random. 832 corrections later all 4 answers are right. "
        "Who told each number which way to move?"
    )
    assert (
        "learns XOR in 832 corrections. Its loss falls from 0.1546 to 0.009863" in told["summary"]
    )
    first = told["moments"][0]
    assert (
        first["steps"]["forward"] == "Forward: (0, 1) goes in and 0.26 comes out. It should be 1."
    )
    assert first["steps"]["update"].endswith("The loss goes from 0.1546 to 0.1534.")
    assert first["sentence"] == "Correction 0 of 832: 2 of 4 answers are right."


def test_the_recording_is_small(told):
    assert len(told["moments"]) <= 50
    assert told["window"]["resolution"] ** 2 * len(told["moments"]) < 15_000


def test_a_field_that_it_does_not_have_is_refused_by_name():
    answer = engine.handle(OPENINGS["learning"] | {"seed": 3})
    assert (answer["kind"], answer["field"]) == ("error", "seed")
