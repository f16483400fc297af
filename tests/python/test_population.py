from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_networks import TRAINED_ENDS, Case, cases, complex_step_gradient, distance_to_kinks

from backprop import Network
from backprop.core import datasets
from backprop.core.datasets import Dataset
from backprop.core.rules import Array
from backprop.training.population import starting_parameters, train_population
from backprop.training.population_pass import PopulationPass
from backprop.training.trainer import Trainer

XOR = datasets.xor()


def xor_network(seed: int | None = None, initial_range: float = 1.0) -> Network:
    return Network(
        [2, 2, 1], "sigmoid", "half_squared_error", seed=seed, initial_range=initial_range
    )


def test_each_network_of_a_population_trains_as_it_would_alone() -> None:
    starts = starting_parameters(xor_network(), range(8), 1.0)
    result = train_population(
        xor_network(),
        XOR,
        starts,
        epochs=600,
        learning_rate=0.5,
        momentum=0.9,
        record_epochs=[0, 1, 250, 600],
    )
    assert result.record_epochs.tolist() == [0, 1, 250, 600]
    for seed in range(8):
        net = xor_network(seed)
        alone = Trainer(net, XOR, 0.5, 0.9).run(600)
        losses = [*alone.losses, alone.loss]
        expected = [losses[epoch] for epoch in (0, 1, 250, 600)]
        assert result.losses[:, seed].tolist() == pytest.approx(expected, rel=1e-9)
        assert result.parameters[seed].tolist() == pytest.approx(net.parameters.tolist(), rel=1e-9)
        assert result.velocities[seed].tolist() == pytest.approx(
            alone.state.velocity.tolist(), rel=1e-7, abs=1e-12
        )


def test_the_given_start_is_left_as_it_is() -> None:
    start = starting_parameters(xor_network(), [3], 1.0)
    before = start.copy()
    train_population(xor_network(), XOR, start, epochs=5, learning_rate=0.5)
    assert (start == before).all()


def test_each_network_may_have_a_rate_and_a_momentum_of_its_own() -> None:
    starts = np.repeat(starting_parameters(xor_network(), [3], 1.0), 3, axis=0)
    result = train_population(
        xor_network(),
        XOR,
        starts,
        epochs=200,
        learning_rate=[0.1, 0.5, 0.5],
        momentum=[0.9, 0.9, 0.0],
    )
    for row, (η, α) in enumerate([(0.1, 0.9), (0.5, 0.9), (0.5, 0.0)]):
        net = xor_network(3)
        Trainer(net, XOR, η, α).run(200)
        assert result.parameters[row].tolist() == pytest.approx(net.parameters.tolist(), rel=1e-9)


def test_a_start_is_the_one_that_the_same_seed_gives_a_network() -> None:
    starts = starting_parameters(xor_network(), [5, 7], 0.3)
    assert starts[0].tolist() == xor_network(5, 0.3).parameters.tolist()
    assert starts[1].tolist() == xor_network(7, 0.3).parameters.tolist()


def test_a_network_is_solved_at_the_first_epoch_that_leaves_no_error_as_large_as_one_half() -> None:
    starts = starting_parameters(xor_network(), [29, 11], 1.0)
    result = train_population(
        xor_network(), XOR, starts, epochs=900, learning_rate=0.5, momentum=0.9
    )
    net = xor_network(29)
    trainer = Trainer(net, XOR, 0.5, 0.9)
    epochs = 0
    while np.abs(net.forward(XOR.inputs).outputs - XOR.targets).max() >= 0.5:
        trainer.run(1)
        epochs += 1
    assert result.solved_epochs[0] == epochs
    assert result.losses.shape == (2, 2)
    assert result.solved_share in (0.5, 1.0)


def test_few_of_the_small_starts_get_stuck_on_xor() -> None:
    # 2,000 epochs leave some on the plateau; all that stay beyond 20,000 are the 3% of facts.
    starts = starting_parameters(xor_network(), range(64), 0.3)
    result = train_population(
        xor_network(), XOR, starts, epochs=6_000, learning_rate=0.5, momentum=0.9
    )
    assert 0.8 < result.solved_share < 1
    assert result.solved_epochs[11] == -1


def test_one_that_diverges_does_not_disturb_the_others() -> None:
    net = Network([1, 1], "linear", "squared_error", use_biases=False)
    result = train_population(
        net, ([[1.0]], [[2.0]]), [[0.5], [0.5]], epochs=2_000, learning_rate=[2.0, 0.1]
    )
    assert not np.isfinite(result.parameters[0, 0])
    assert result.parameters[1, 0] == pytest.approx(2, rel=1e-12)


def assert_gradients_agree(net: Network, inputs: Array, targets: Array, seed: int) -> None:
    """Three networks like `net` at once have the gradients and losses that each has alone."""
    rng = np.random.default_rng(seed)
    parameters = rng.uniform(-1, 1, (net.parameters.size, 3))
    gradients = np.empty_like(parameters)
    work = PopulationPass(net, Dataset("random", inputs, targets), parameters, gradients)
    work.forward()
    losses = work.losses()
    work.backward()
    for column in range(3):
        net.parameters[:] = parameters[:, column]
        if distance_to_kinks(net, inputs) < 1e-9:
            continue  # there the complex step takes either slope
        expected = complex_step_gradient(net, inputs, targets)
        found = gradients[:, column] * work.share
        assert np.abs(found - expected).max() <= 1e-12 * max(1, np.abs(expected).max())
        loss = net.backward(net.forward(inputs), targets).loss
        assert abs(losses[column] - loss) <= 1e-12 * max(1, loss)


@settings(max_examples=min(60, settings().max_examples))
@given(case=cases(ends=TRAINED_ENDS), seed=st.integers(0, 1000))
def test_gradients_agree_with_the_complex_step_for_every_rule(case: Case, seed: int) -> None:
    assert_gradients_agree(case.net, case.inputs, case.targets, seed)


@pytest.mark.parametrize(
    ("output", "loss"),
    TRAINED_ENDS,
)
def test_every_loss_agrees_with_the_complex_step_after_every_output(output: str, loss: str) -> None:
    net = Network([2, 3, 2], ["tanh", output], loss)
    inputs = np.array([[0.3, -0.8], [0.5, 0.1]])
    assert_gradients_agree(net, inputs, np.array([[0.9, 0.1], [0.3, 0.7]]), seed=1)


@pytest.mark.parametrize(
    ("choices", "complaint"),
    [
        ({"parameters": np.zeros((2, 8))}, r"parameters must have shape \(nets, 9\)"),
        ({"parameters": np.zeros((0, 9))}, "the number of networks must be at least 1"),
        ({"parameters": np.zeros((5_000, 9))}, "the number of networks must be at most 4,096"),
        ({"epochs": -1}, "epochs must be at least 0"),
        ({"record_epochs": [5, 2]}, "record_epochs must rise from 0 to 10 at most"),
        ({"record_epochs": [11]}, "record_epochs must rise from 0 to 10 at most"),
        ({"dataset": ([[1.0]], [[1.0]])}, "cannot take examples of 1 inputs and 1 targets"),
    ],
)
def test_what_makes_no_population_is_refused(choices: dict[str, Any], complaint: str) -> None:
    asked: dict[str, Any] = {
        "dataset": XOR,
        "parameters": np.zeros((2, 9)),
        "epochs": 10,
        "learning_rate": 0.5,
        **choices,
    }
    with pytest.raises(ValueError, match=complaint):
        train_population(xor_network(), **asked)
