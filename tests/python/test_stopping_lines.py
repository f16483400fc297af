"""Rules that end a run, laid on one run side by side."""

import numpy as np
import pytest

from backprop import engine
from backprop.figures.stopping import OPENINGS, Curves, StoppingRequest, stops
from backprop.training.stopping_rules import first_small_gain, gains


def request(**lines) -> StoppingRequest:
    chosen = {"loss_below": 0.1, "patience": 2, "least_gain": 0.0, "budget": 9} | lines
    return StoppingRequest("circle", 0.0, 0, **chosen)


TRAINING = np.array([8.0, 4.0, 2.0, 1.0, 0.5, 0.4, 0.3])
VALIDATION = np.array([9.0, 5.0, 3.0, 4.0, 5.0, 2.0, 6.0])


def test_a_gain_is_the_share_of_itself_that_the_loss_has_lost():
    assert gains(TRAINING, 2)[2:] == pytest.approx([0.75, 0.75, 0.75, 0.6, 0.4])
    assert np.isnan(gains(TRAINING, 2)[:2]).all()
    assert first_small_gain(TRAINING, 2, 0.7) == 5
    assert first_small_gain(TRAINING, 2, 0.1) is None


def test_a_loss_of_nothing_has_no_gain_to_give():
    assert np.isnan(gains(np.array([0.0, 0.0]), 1)).all()


def test_each_rule_is_judged_alone_on_the_whole_run():
    curves = Curves(TRAINING, VALIDATION)
    epochs = {stop.rule: stop.epoch for stop in stops(curves, request(loss_below=0.45))}
    # The lowest validation loss before epoch 5 is that of epoch 2, so patience of 2 ends at 4.
    assert epochs == {"loss_below": 5, "no_improvement": 4, "small_gain": None, "budget": 6}


def test_a_rule_that_never_fires_says_why():
    told = {
        stop.rule: stop.reason for stop in stops(Curves(TRAINING, VALIDATION), request(patience=4))
    }
    assert told["loss_below"] == "The training loss never falls below 0.1: its lowest is 0.3."
    assert told["no_improvement"].endswith("never goes 4 epochs without improving.")


def test_patience_stops_after_the_best_by_exactly_as_many_epochs():
    told = engine.handle(OPENINGS["stopping"])
    rules = {rule["rule"]: rule for rule in told["rules"]}
    best, stopped = told["best"], rules["no_improvement"]
    assert stopped["epoch"] == best["epoch"] + OPENINGS["stopping"]["patience"]
    assert told["first"] == "no_improvement"


def test_patience_keeps_the_best_weights_and_pays_in_epochs_while_others_keep_their_last():
    told = engine.handle({**OPENINGS["stopping"], "budget": 300})
    rules = {rule["rule"]: rule for rule in told["rules"]}
    best = told["best"]
    assert best["epoch"] == 228
    patience, budget = rules["no_improvement"], rules["budget"]
    assert (patience["kept"], patience["validation"], patience["cost"]) == (228, best["loss"], 0)
    assert patience["cost_sentence"] == "the best there was; 200 epochs of computing after that"
    assert budget["kept"] == 300
    assert budget["cost"] == pytest.approx(budget["validation"] - best["loss"])
    assert budget["cost"] > 0


def test_a_gain_that_is_too_small_reads_as_smaller_than_what_was_asked_for():
    # 100 epochs leave 0.9404 of the loss, a fall of 5.96 %: not told as "6 %, less than 5.98 %".
    training = np.concatenate([np.ones(100), [0.9404]])
    curves = Curves(training, np.ones(101))
    told = {stop.rule: stop.reason for stop in stops(curves, request(least_gain=0.0598))}
    assert "falls by 5.96%, less than the 5.98% asked for" in told["small_gain"]


def test_budget_of_the_whole_run_costs_what_the_last_epoch_does():
    told = engine.handle({**OPENINGS["stopping"], "budget": 1_500})
    budget = told["rules"][3]
    assert budget["epoch"] == 1_500 == told["epochs"][-1]
    assert budget["validation"] == told["validation"][-1]


def test_run_overfits_so_that_there_is_something_to_stop():
    told = engine.handle(OPENINGS["stopping"])
    assert told["training"][-1] < told["training"][told["best"]["epoch"] // 5]
    assert told["validation"][-1] > 1.5 * told["best"]["loss"]
