"""The figure `luck`: outcomes of many starts, and sentences that are true of them."""

import numpy as np
import pytest

from backprop import Network, engine
from backprop.experiments.luck import difference_interval
from backprop.figures.luck.luck import DIVERGED, OPENINGS, STUCK

OPENING = OPENINGS["luck"]
FEW = OPENING | {"starts": 12}


def alone(hidden_units, seed, learning_rate=0.5, momentum=0.9):
    """The epoch after which one start is solved, by plain gradient descent, or STUCK."""
    net = Network([2, hidden_units, 1], "sigmoid", "half_squared_error", seed=seed)
    inputs, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    velocity = np.zeros_like(net.parameters)
    for epoch in range(1_001):
        forward = net.forward(inputs)
        if np.abs(forward.outputs - targets).max() < 0.5:
            return epoch
        velocity = momentum * velocity - learning_rate * net.backward(forward, targets).gradient
        net.parameters[:] += velocity
    return STUCK


def test_each_start_ends_as_it_does_alone():
    first, second = engine.handle(FEW)["sides"]
    assert first["solved_epochs"] == [alone(2, seed) for seed in range(12)]
    assert second["solved_epochs"] == [alone(4, seed) for seed in range(12)]
    assert first["name"] == "2 hidden units"


def test_starts_that_are_known_are_counted_and_not_trained_again():
    told = [3, STUCK, DIVERGED]
    answer = engine.handle(FEW | {"starts": 4, "first_epochs": told, "second_epochs": told})
    for side, whole in zip(answer["sides"], engine.handle(FEW)["sides"], strict=True):
        assert side["solved_epochs"] == [*told, whole["solved_epochs"][3]]
    assert engine.handle(FEW | {"starts": 2, "first_epochs": told})["sides"][0]["stuck"] == 1


def test_the_interval_of_a_difference_is_the_published_one():
    # Newcombe, 1998, table II, method 10, contrasts (a) and (h): 56/70 − 48/80 and 10/10 − 0/10.
    assert difference_interval(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert difference_interval(10, 10, 0, 10) == pytest.approx((0.6075, 1.0), abs=5e-5)


@pytest.mark.parametrize(
    ("failed", "verdict"),
    [
        ((40, 40), "do not tell whether"),
        ((40, 60), "fails more often"),
        ((60, 40), "fails less often"),
    ],
)
def test_a_difference_is_claimed_where_zero_is_outside_its_interval(failed, verdict):
    # 40% against 60% of 100 differ by 1.96 · √(0.24/100 + 0.24/100) = 0.136 at the most by chance.
    known = [[STUCK] * count + [10] * (100 - count) for count in failed]
    first, second = known
    answer = engine.handle(OPENING | {"first_epochs": first, "second_epochs": second})
    assert verdict in answer["sentence"]
    assert [side["failed_share"] for side in answer["sides"]] == [count / 100 for count in failed]


def test_the_histogram_counts_every_start_that_learnt_once():
    known = [0, 49, 50, 999, 1000, STUCK]
    answer = engine.handle(FEW | {"starts": 6, "first_epochs": known, "second_epochs": known})
    side = answer["sides"][0]
    assert sum(side["histogram"]) == side["solved"] == 5
    assert (side["histogram"][0], side["histogram"][1], side["histogram"][-1]) == (2, 1, 2)
    assert side["sentence"].startswith(
        "5 of 6 starts learn XOR, half of these by epoch 50. 1 is stuck: 17% fail"
    )


def test_where_no_start_learns_the_sentence_says_so():
    known = [STUCK, DIVERGED]
    answer = engine.handle(FEW | {"starts": 2, "first_epochs": known, "second_epochs": known})
    assert answer["sides"][0]["sentence"].startswith("Not one of 2 starts learns XOR")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts": 1_001}, "starts"),
        ({"other_value": 2.5}, "other_value"),
        ({"differs": "momentum", "other_value": 1}, "other_value"),
        ({"first_epochs": [0.5]}, "first_epochs"),
        ({"first_epochs": [1_001]}, "first_epochs[0]"),
        ({"second_epochs": [0] * 1_001}, "second_epochs"),
        ({"dataset": "moon"}, "dataset"),
    ],
)
def test_what_is_out_of_its_range_is_refused_by_name(changes, field):
    answer = engine.handle(OPENING | changes)
    assert (answer["kind"], answer["field"]) == ("error", field)
