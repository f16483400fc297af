from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop import Network
from backprop.core import datasets
from backprop.training.trainer import Trainer
from backprop.training.training_result import TrainingState

XOR = datasets.xor()


def xor_network(seed: int | None = 0, initial_range: float = 1.0, **choices: Any) -> Network:
    chosen: dict[str, Any] = {"loss": "half_squared_error", **choices}
    return Network([2, 2, 1], "sigmoid", seed=seed, initial_range=initial_range, **chosen)


def one_weight(w: float = 0.5) -> Network:
    """Return ŷ = w x with E = (ŷ − t)²: at x = 1, t = 2 the gradient is 2 (w − 2)."""
    net = Network([1, 1], "linear", "squared_error", use_biases=False)
    net.parameters[:] = w
    return net


def test_one_step_of_one_weight_goes_down_its_slope() -> None:
    net = one_weight()
    result = Trainer(net, ([[1.0]], [[2.0]]), learning_rate=0.1).run(1)
    # ∂E/∂w = 2 (0.5 − 2) = −3, so w = 0.5 + 0.3, and E goes from 2.25 to 1.44.
    assert net.parameters.tolist() == pytest.approx([0.8], rel=1e-15)
    assert result.losses.tolist() == pytest.approx([2.25], rel=1e-15)
    assert result.loss == pytest.approx(1.44, rel=1e-14)
    assert result.parameters_before.tolist() == [0.5]
    assert result.parameters_after.tolist() == net.parameters.tolist()


def test_momentum_adds_a_share_of_the_last_step() -> None:
    net = one_weight()
    result = Trainer(net, ([[1.0]], [[2.0]]), learning_rate=0.1, momentum=0.5).run(2)
    # Steps: 0.3; then −0.1 · 2 (0.8 − 2) + 0.5 · 0.3 = 0.24 + 0.15 = 0.39.
    assert net.parameters.tolist() == pytest.approx([1.19], rel=1e-14)
    assert result.state.velocity.tolist() == pytest.approx([0.39], rel=1e-14)


def test_a_bias_learns_as_the_linear_neuron_of_the_worked_example() -> None:
    net = Network([1, 1], "linear", "squared_error")
    net.parameters[:] = 1, 0
    result = Trainer(net, ([[2.1]], [[4.0]]), learning_rate=0.01).run(1)
    assert net.parameters.tolist() == pytest.approx([1.0798, 0.038], rel=1e-14)
    assert result.loss == pytest.approx(2.8710591364, rel=1e-12)


def test_the_examples_of_a_batch_are_averaged_and_their_sum_can_be_asked_for() -> None:
    for reduction, gradient in (("mean", -3.0), ("sum", -6.0)):
        net = Network([1, 1], "linear", "squared_error", use_biases=False, reduction=reduction)
        net.parameters[:] = 0.5
        Trainer(net, ([[1.0], [1.0]], [[2.0], [2.0]]), learning_rate=0.1).run(1)
        assert net.parameters.tolist() == pytest.approx([0.5 - 0.1 * gradient], rel=1e-14)


def test_xor_one_by_one_is_solved() -> None:
    net = xor_network(seed=1)
    result = Trainer(net, XOR, 0.5, 0.9, batch_size=1).run(5_000, loss_below=0.005)
    assert result.ended.rule == "loss_below"
    assert ((net.forward(XOR.inputs).outputs > 0.5) == XOR.targets).all()


def test_losses_are_those_before_the_first_step_of_each_epoch() -> None:
    net, twin = xor_network(), xor_network()
    result = Trainer(net, XOR, 0.5, 0.9, batch_size=1).run(3)
    trainer = Trainer(twin, XOR, 0.5, 0.9, batch_size=1)
    for loss in result.losses:
        expected = twin.loss_at(twin.parameters, XOR.inputs, XOR.targets)
        assert loss == pytest.approx(expected, rel=1e-14)
        trainer.run(1)


@settings(max_examples=min(25, settings().max_examples))
@given(
    batch_size=st.sampled_from([None, 1, 3]),
    momentum=st.sampled_from([0.0, 0.9]),
    cuts=st.lists(st.integers(0, 130), min_size=1, max_size=5),
    seed=st.integers(0, 99),
)
def test_a_run_cut_in_pieces_is_the_same_run_to_the_last_bit(
    batch_size: int | None, momentum: float, cuts: list[int], seed: int
) -> None:
    whole_net = xor_network(seed)
    whole = Trainer(whole_net, XOR, 0.5, momentum, batch_size, seed).run(sum(cuts))
    losses: list[float] = []
    state: TrainingState | None = None
    for epochs in cuts:
        net = xor_network(seed=None if state else seed)  # a net and a trainer of its own
        trainer = Trainer(net, XOR, 0.5, momentum, batch_size, seed, state=state)
        piece = trainer.run(epochs)
        losses += piece.losses.tolist()
        state = piece.state
    assert state is not None
    assert losses == whole.losses.tolist()
    assert state.parameters.tolist() == whole.state.parameters.tolist()
    assert state.velocity.tolist() == whole.state.velocity.tolist()
    kept = ("epoch", "best_loss", "best_epoch", "plateau_loss", "plateau_epoch")
    assert all(getattr(state, name) == getattr(whole.state, name) for name in kept)


def test_a_run_stops_at_the_first_epoch_whose_loss_is_below_the_threshold() -> None:
    whole = Trainer(xor_network(29), XOR, 0.5, 0.9).run(3_000)
    net = xor_network(29)
    result = Trainer(net, XOR, 0.5, 0.9).run(3_000, loss_below=0.01)
    first = int(np.flatnonzero(whole.losses < 0.01)[0])
    assert result.ended.rule == "loss_below"
    assert result.ended.epoch == result.state.epoch == first == len(result.losses)
    assert result.loss == whole.losses[first] < 0.01
    loss = net.backward(net.forward(XOR.inputs), XOR.targets).loss
    assert loss == pytest.approx(result.loss, rel=1e-13)
    assert "below 0.01." in result.ended.sentence


def test_a_threshold_already_met_trains_nothing() -> None:
    net = one_weight(2.0)
    result = Trainer(net, ([[1.0]], [[2.0]]), 0.1).run(50, loss_below=1e-3)
    assert (result.ended.rule, result.state.epoch, len(result.losses)) == ("loss_below", 0, 0)


def test_a_run_stops_when_nothing_has_improved_for_so_many_epochs() -> None:
    # With η = 1 the step is 2 (2 − w): w goes from 0.5 to 3.5 and back, and E stays 2.25.
    result = Trainer(one_weight(), ([[1.0]], [[2.0]]), 1.0).run(100, no_improvement_for=7)
    assert result.ended.rule == "no_improvement"
    assert (result.ended.epoch, result.state.best_epoch) == (7, 0)
    assert result.losses.tolist() == [2.25] * 7


def test_what_improves_may_be_measured_on_examples_held_out() -> None:
    # Trained on t = 2 the weight goes to 2 and passes 1, where the held-out loss is lowest.
    result = Trainer(one_weight(), ([[1.0]], [[2.0]]), 0.05, held_out=([[1.0]], [[1.0]])).run(
        100, no_improvement_for=3
    )
    assert result.ended.rule == "no_improvement"
    assert result.held_out_losses is not None
    # w after k epochs is 2 − 1.5 · 0.9ᵏ: 0.5, 0.65, 0.785, 0.9065, 1.01585, … nearest 1 at k = 4.
    assert result.held_out_losses[:3].tolist() == pytest.approx([0.25, 0.1225, 0.046225])
    assert (result.state.best_epoch, result.ended.epoch) == (4, 7)
    assert result.state.best_loss == pytest.approx(0.01585**2, rel=1e-9)


def test_the_limit_of_epochs_holds_for_the_whole_run() -> None:
    trainer = Trainer(xor_network(), XOR, 0.5, 0.9)
    assert trainer.run(60, epoch_limit=100).state.epoch == 60
    result = trainer.run(60, epoch_limit=100)
    assert (result.state.epoch, len(result.losses)) == (100, 40)
    assert (result.ended.rule, result.ended.sentence) == ("epoch_limit", "All 100 epochs are done.")


def test_a_time_limit_of_nothing_still_does_one_epoch() -> None:
    result = Trainer(xor_network(), XOR, 0.5, 0.9).run(1_000_000, time_limit=0)
    assert result.ended.rule == "time_limit"
    assert result.state.epoch == len(result.losses) == 1


def test_a_run_goes_on_from_parameters_that_were_changed_by_hand() -> None:
    net = one_weight()
    trainer = Trainer(net, ([[1.0]], [[2.0]]), 0.1)
    trainer.run(5)
    net.parameters[:] = 0.5
    trainer.run(1)
    assert net.parameters.tolist() == pytest.approx([0.8], rel=1e-15)


def test_weights_that_explode_end_the_run_and_the_unit_is_named() -> None:
    # One weight with η = 2: w − 2 is multiplied by 1 − 2η = −3 in each epoch, from −1.5 on.
    # (1.5 · 3ᵏ)² passes 1.8e308 between k = 322 and k = 323.
    net = one_weight()
    result = Trainer(net, ([[1.0]], [[2.0]]), 2.0).run(1_000)
    assert result.ended.rule == "diverged"
    assert (result.ended.epoch, result.state.epoch, len(result.losses)) == (322, 322, 322)
    assert np.isfinite(result.losses).all()
    assert np.isfinite(result.loss)
    assert np.isfinite(net.parameters).all()
    assert result.ended.sentence.startswith("In epoch 324 the loss became infinite")
    assert result.ended.sentence.endswith("The network is kept as it was after 322 epochs.")
    assert abs(net.parameters[0] - 2) == pytest.approx(1.5 * 3.0**322, rel=1e-10)


def test_the_first_unit_whose_weighted_sum_overflows_is_named() -> None:
    net = Network([2, 2, 1], ["relu", "linear"], "half_squared_error")
    net.parameters[:] = [1, 1e200, 1, 1e200, 0, 0, 1e-200, 1e-200, 0]
    result = Trainer(net, ([[1.0, 1e150]], [[0.0]]), 0.5).run(10)
    assert result.ended.rule == "diverged"
    assert result.ended.epoch == 0
    assert "In epoch 1 the weighted sum of hidden unit 2 became infinite" in result.ended.sentence


def test_a_start_that_is_no_number_is_not_trained_on_though_its_first_step_leads_to_one() -> None:
    # ŷ = 1e200 is too large to be squared; the step takes the unit below zero, where ReLU is 0.
    net = Network([1, 1], "relu", "squared_error", use_biases=False)
    net.parameters[:] = 1e200
    result = Trainer(net, ([[1.0]], [[0.0]]), 2.0).run(10)
    assert (result.ended.rule, result.state.epoch, len(result.losses)) == ("diverged", 0, 0)
    assert result.ended.sentence.startswith("In epoch 1 the loss became infinite")


def test_a_step_that_overflows_is_told_by_its_weight() -> None:
    net = one_weight()
    # ∂E/∂w = 2 (5e153 − 2) 1e154 ≈ 1e308; a hundred times that is no float64.
    net.parameters[:] = 0.5
    result = Trainer(net, ([[1e154]], [[2.0]]), 100.0).run(3)
    assert result.ended.rule == "diverged"
    assert "step of the weight from input 1 to the output became infinite" in result.ended.sentence


@pytest.mark.parametrize("batch_size", [None, 1])
def test_a_run_that_diverges_is_kept_where_its_numbers_were_sound(batch_size: int | None) -> None:
    net = Network([2, 4, 1], ["relu", "linear"], "half_squared_error", seed=1)
    result = Trainer(net, XOR, 90, 0.9, batch_size).run(2_000)
    assert result.ended.rule == "diverged"
    assert np.isfinite(net.parameters).all()
    assert np.isfinite(result.state.velocity).all()
    assert np.isfinite(net.loss_at(net.parameters, XOR.inputs, XOR.targets))
    assert "became" in result.ended.sentence


STUCK, SLOW = 11, 241
"""Seeds at ±0.3. One falls into the trap at a loss of 1/16, where two answers stay 1/2; the other
stands at the saddle for 20,000 epochs and more, and is still on its way out."""


def test_a_start_that_is_stuck_is_said_to_be() -> None:
    result = Trainer(xor_network(STUCK, 0.3), XOR, 0.5, 0.9).run(20_000)
    assert result.stuck is not None
    assert result.stuck.rule == "stuck"
    assert result.loss == pytest.approx(1 / 16, rel=0.01)
    assert "The loss, looked at every 64, has stayed within 2% of 0.06" in result.stuck.sentence
    assert "2 of 4 answers are wrong" in result.stuck.sentence


@pytest.mark.parametrize("epochs", [1_500, 5_000, 20_000])
def test_a_long_plateau_at_a_saddle_is_not_called_stuck(epochs: int) -> None:
    result = Trainer(xor_network(SLOW, 0.3), XOR, 0.5, 0.9).run(epochs)
    assert result.loss == pytest.approx(1 / 8, rel=0.01)
    assert epochs - result.state.plateau_epoch > 1_000
    assert result.stuck is None


def test_of_many_starts_only_those_that_never_solve_it_are_called_stuck() -> None:
    called, solved = set(), set()
    for seed in range(12):
        trainer = Trainer(xor_network(seed, 0.3), XOR, 0.5, 0.9)
        for _ in range(8):
            result = trainer.run(1_000)
            if result.stuck is not None:
                called.add(seed)
            if result.loss < 0.01:
                solved.add(seed)
                break
    assert called == {STUCK}
    assert solved == set(range(12)) - {STUCK}


def test_saturated_units_are_stuck_too() -> None:
    net = xor_network(STUCK, 0.3)
    result = Trainer(net, XOR, 100, 0.9).run(5_000)
    assert result.loss == pytest.approx(0.25, rel=1e-3)  # two answers are certain and wrong
    assert result.stuck is not None


def test_a_solved_problem_is_never_stuck_and_a_held_breath_is_not_either() -> None:
    solved = xor_network(29)
    assert Trainer(solved, XOR, 0.5, 0.9).run(3_000).loss < 0.01
    assert Trainer(solved, XOR, 1e-9, 0.0).run(3_000).stuck is None
    assert Trainer(xor_network(29), XOR, 0.0, 0.0).run(3_000).stuck is None


@pytest.mark.parametrize(
    ("choices", "complaint"),
    [
        ({"learning_rate": -0.1}, "learning_rate must be at least 0"),
        ({"learning_rate": 101}, "learning_rate must be at most 100"),
        ({"learning_rate": float("nan")}, "learning_rate must be finite"),
        ({"momentum": 1.0}, "momentum must be at most 0.999"),
        ({"batch_size": 0}, "batch_size must be at least 1"),
        ({"batch_size": 1.5}, "batch_size must be a whole number"),
        ({"seed": -1}, "seed must be at least 0"),
        ({"dataset": ([[1.0]], [[1.0]])}, "cannot take examples of 1 inputs and 1 targets"),
    ],
)
def test_an_argument_out_of_range_is_refused_by_name(
    choices: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        Trainer(xor_network(), **{"dataset": XOR, "learning_rate": 0.5, **choices})


@pytest.mark.parametrize("epochs", [-1, 1_000_001, 2.5, True])
def test_a_run_is_a_whole_number_of_epochs_within_the_limit(epochs: Any) -> None:
    with pytest.raises(ValueError, match="epochs must be"):
        Trainer(xor_network(), XOR, 0.5).run(epochs)
