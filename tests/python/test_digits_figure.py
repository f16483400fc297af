"""The figure `digits`: what it says of a run and of an image is so."""

import numpy as np
import pytest

from backprop import Network, engine
from backprop.experiments import digits
from backprop.figures.digits.digits import OPENINGS, PIXEL_RATE

OPENING = OPENINGS["digits"]


def run_of(answer):
    """What an answer hands on."""
    return {name: answer[name] for name in ("epoch", "parameters", "records")}


@pytest.fixture(scope="module")
def learnt():
    """Thirty epochs at once."""
    return engine.handle(OPENING | {"epochs": 30})


def network_of(answer):
    net = Network([64, 16, 10], ["relu", "softmax"], "cross_entropy", initial_range=0)
    net.parameters = np.array(answer["parameters"])
    return net


def test_a_run_that_is_cut_into_epochs_is_the_same():
    first = engine.handle(OPENING)
    second = engine.handle(OPENING | {"epochs": 2, "run": run_of(first)})
    assert second == engine.handle(OPENING | {"epochs": 2})


def test_the_picture_of_gradients_is_that_of_central_differences(learnt):
    net, train = network_of(learnt), digits.training_set()
    rng, nudge = np.random.default_rng(0), 1e-5
    gradient = np.array(learnt["gradient"])
    for place in rng.choice(gradient.size, 6, replace=False):
        moved = [net.parameters.copy() for _ in range(2)]
        moved[0][place] += nudge
        moved[1][place] -= nudge
        above, below = (net.loss_at(each, train.inputs, train.targets) for each in moved)
        assert gradient[place] == pytest.approx((above - below) / (2 * nudge), abs=1e-8)


def test_a_step_of_an_image_follows_its_gradient_within_the_greys(learnt):
    known = OPENING | {"epochs": 30, "run": run_of(learnt)}
    before = engine.handle(known)["image"]
    after = engine.handle(known | {"steps": 1})["image"]
    net, dots = network_of(learnt), np.array(before["dots"])
    wanted, nudge = np.eye(10)[3], 1e-6
    slopes = np.array(
        [
            (
                net.loss_at(net.parameters, dots + each, wanted).real
                - net.loss_at(net.parameters, dots - each, wanted).real
            )
            / (2 * nudge)
            for each in nudge * np.eye(64)
        ]
    )
    assert before["gradient"] == pytest.approx(slopes, abs=1e-6)
    moved = np.clip(dots - PIXEL_RATE * slopes / np.abs(slopes).max(), 0, 1)
    assert after["dots"] == pytest.approx(moved, abs=1e-5)
    assert after["loss"] < before["loss"]
    assert after["sentence"].startswith("After 1 step along its gradient the image, once an 8, ")


def test_what_is_told_wrong_is_what_the_table_counts(learnt):
    table = np.array(learnt["confusion"])
    assert table.sum() == 360
    assert table.trace() == learnt["right"] >= 335  # 97% in the median of many seeds, 95% at least
    wrong = np.zeros_like(table)
    targets = digits.aside_set().targets.argmax(axis=1)
    for each in learnt["wrong"]:
        assert targets[each["image"]] == each["digit"] != each["told"]
        wrong[each["digit"], each["told"]] += 1
    assert (table - np.diag(np.diag(table)) == wrong).all()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ("shrinks", "point less alike", "Neither size nor direction")),
        ({"start": "tiny"}, ("grows", "point less alike")),
        ({"learning_rate": 0.5}, ("shrinks", "point more alike", "direction becomes steadier")),
        ({"learning_rate": 2}, ("no gradient any more",)),
    ],
)
def test_the_verdict_and_its_two_exceptions_are_those_of_many_runs(changes, said):
    verdict = engine.handle(OPENING | {"epochs": 30} | changes)["verdict"]
    for words in said:
        assert words in verdict


def test_a_guess_is_judged_when_there_is_enough_to_compare():
    assert engine.handle(OPENING | {"guess": "neither", "epochs": 9})["verdict"] is None
    told = {
        guess: engine.handle(OPENING | {"guess": guess, "epochs": 10})["verdict"]
        for guess in ("neither", "both")
    }
    assert told["neither"].startswith("You were right.")
    assert told["both"].startswith("It is not what you expected.")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"epochs": 61}, "epochs"),
        ({"learning_rate": 5.1}, "learning_rate"),
        ({"image": 360}, "image"),
        ({"run": {"epoch": 1}}, "run.parameters"),
    ],
)
def test_what_is_out_of_its_range_is_refused_by_name(changes, field):
    answer = engine.handle(OPENING | changes)
    assert (answer["kind"], answer["field"]) == ("error", field)


def test_a_run_of_another_network_is_refused():
    run = run_of(engine.handle(OPENING | {"hidden_units": 8}))
    assert engine.handle(OPENING | {"run": run})["field"] == "run.parameters"
