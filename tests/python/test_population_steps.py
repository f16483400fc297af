"""Populations that take other steps than one of the whole set from rest, by single networks."""

from typing import Any

import numpy as np
import pytest

from backprop import Network
from backprop.core import datasets
from backprop.core.optimisers import Adam, Momentum, Optimiser
from backprop.training.population import starting_parameters, train_population
from backprop.training.trainer import Trainer

XOR = datasets.xor()


def xor_network() -> Network:
    return Network([2, 2, 1], "sigmoid", "half_squared_error")


def test_a_run_in_two_parts_is_the_run_in_one() -> None:
    starts = starting_parameters(xor_network(), range(4), 1.0)
    pace: dict[str, Any] = {"learning_rate": 0.5, "momentum": 0.9}
    whole = train_population(xor_network(), XOR, starts, epochs=300, **pace)
    half = train_population(xor_network(), XOR, starts, epochs=120, **pace)
    rest = train_population(
        xor_network(), XOR, half.parameters, velocities=half.velocities, epochs=180, **pace
    )
    assert (rest.parameters == whole.parameters).all()
    assert (rest.velocities == whole.velocities).all()


def softmax_network() -> Network:
    return Network([2, 3, 2], ["tanh", "softmax"], "cross_entropy")


TWO_CLASSES = datasets.make("circle", 30).split(7)[0]
CLASSES = (TWO_CLASSES.inputs, np.hstack([TWO_CLASSES.targets, 1 - TWO_CLASSES.targets]))


def test_populations_of_mini_batches_see_the_batches_of_a_single_run() -> None:
    # 23 examples in batches of 5: the last batch of an epoch has 3.
    net = softmax_network()
    starts = starting_parameters(net, range(3), 1.0)
    result = train_population(
        net, CLASSES, starts, epochs=70, learning_rate=0.1, momentum=0.5, batch_size=5, seed=9
    )
    for row in range(3):
        net.parameters = starts[row]
        trainer = Trainer(net, CLASSES, 0.1, 0.5, batch_size=5, seed=9)
        alone = trainer.run(70)
        assert np.abs(result.parameters[row] - net.parameters).max() < 1e-12
        assert np.abs(result.velocities[row] - trainer.state.velocity).max() < 1e-12
        assert abs(result.losses[-1, row] - alone.loss) < 1e-12


@pytest.mark.parametrize("betas", [None, (0.9, 0.95)])
def test_a_population_takes_the_steps_of_an_optimiser_alone(
    betas: tuple[float, float] | None,
) -> None:
    net = softmax_network()
    starts = starting_parameters(net, range(3), 1.0)
    rates, decays = [0.02, 0.05, 0.1], [0.0, 0.01, 0.001]
    result = train_population(
        net,
        CLASSES,
        starts,
        epochs=40,
        learning_rate=rates,
        momentum=0.0 if betas else 0.9,
        weight_decay=decays,
        betas=betas,
    )
    for row, (η, λ) in enumerate(zip(rates, decays, strict=True)):
        net.parameters = starts[row]
        optimiser: Optimiser
        if betas is None:
            optimiser = Momentum(net.parameters, η, 0.9, weight_decay=λ)
        else:
            optimiser = Adam(net.parameters, η, betas, weight_decay=λ)
        for _ in range(40):
            optimiser.step(net.backward(net.forward(CLASSES[0]), CLASSES[1]).gradient)
        assert np.abs(result.parameters[row] - net.parameters).max() < 1e-12


@pytest.mark.parametrize(
    ("choices", "complaint"),
    [
        ({"velocities": np.zeros((3, 9))}, r"velocities must have shape \(2, 9\)"),
        ({"batch_size": 0}, "batch_size must be at least 1"),
        ({"weight_decay": [0.1, -0.1]}, "weight_decay must be finite and from 0 up"),
        ({"learning_rate": [1, 1, 1]}, r"learning_rate of shape \(3,\) does not go with"),
    ],
)
def test_steps_that_make_no_sense_are_refused(choices: dict[str, Any], complaint: str) -> None:
    asked: dict[str, Any] = {"epochs": 10, "learning_rate": 0.5, **choices}
    with pytest.raises(ValueError, match=complaint):
        train_population(xor_network(), XOR, np.zeros((2, 9)), **asked)
