"""The run of the XOR figure, and the epochs of it at which a reader sees the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from backprop.core.datasets import xor
from backprop.core.network import Network
from backprop.message.presets import XOR_RUN
from backprop.training.trainer import Trainer

if TYPE_CHECKING:
    from backprop.core.datasets import Dataset
    from backprop.core.rules import Array
    from backprop.training.training_result import TrainingState

PASSES = 3
"""Epochs at which a pass is shown whole."""

BETWEEN = 14
"""Moments from one such epoch to the next, about: each is a picture of the run going on."""

STRIDE = 2
"""A moment is one of every so many epochs; to look at each of them would take a page longer."""


class Run(NamedTuple):
    """A training run.

    Attributes:
        trainer: whose network the states are of.
        states: where the run stood at every second epoch, and at its end.
        losses: `(epochs + 1,)`, of the whole set with the parameters after each epoch.
    """

    trainer: Trainer
    states: list[TrainingState]
    losses: Array

    @property
    def dataset(self) -> Dataset:
        """What the network is taught."""
        return self.trainer.dataset

    @property
    def last(self) -> int:
        """How many epochs the run has."""
        return len(self.losses) - 1

    def outputs(self, state: TrainingState) -> Array:
        """What the network answers to each example `(examples,)`; it is left in that state."""
        self.trainer.go_to(state)
        outputs: Array = self.trainer.net.forward(self.dataset.inputs).outputs[:, 0]
        return outputs

    def after(self, state: TrainingState) -> TrainingState:
        """Where the run stands one epoch later."""
        self.trainer.go_to(state)
        return self.trainer.run(1).state


class Moment(NamedTuple):
    """An epoch at which the network is shown, and whether a pass is."""

    state: TrainingState
    is_pass: bool


def whole_run() -> Run:
    """The run with which the XOR figure opens."""
    spec, stopping = XOR_RUN["network"], XOR_RUN["stopping"]
    net = Network(
        spec["layer_sizes"],
        spec["activations"],
        spec["loss"],
        use_biases=spec["use_biases"],
        seed=spec["seed"],
        initial_range=spec["initial_range"],
    )
    trainer = Trainer(net, xor(), XOR_RUN["learning_rate"], XOR_RUN["momentum"])
    states = [trainer.state]
    losses: list[float] = []
    while True:
        result = trainer.run(
            STRIDE, loss_below=stopping["loss_below"], epoch_limit=stopping["epoch_limit"]
        )
        losses.extend(result.losses)
        if result.state.epoch > states[-1].epoch:
            states.append(result.state)
        if result.ended.rule == "loss_below" or result.state.epoch == stopping["epoch_limit"]:
            return Run(trainer, states, np.array([*losses, result.loss]))


def shown_moments(run: Run) -> list[Moment]:
    """The moments at which the run is shown, from its start to its end.

    They are spread evenly by a measure that is half time and half the way that the answers have
    gone: by time alone the steep parts of the run would pass unseen, by their way alone its
    plateau would. The epoch after a shown pass is a moment too, for it is what the pass leads to.
    """
    outputs = np.array([run.outputs(state) for state in run.states])
    steps = np.abs(np.diff(outputs, axis=0)).sum(axis=1)
    way = np.concatenate([[0.0], steps.cumsum()])
    time = np.array([state.epoch for state in run.states])
    measure = (way / way[-1] + time / time[-1]) / 2
    places = np.linspace(0, 1, PASSES * BETWEEN + 1)
    spread = [int(np.abs(measure - place).argmin()) for place in places]
    passes = spread[:-1:BETWEEN]
    moments = [Moment(run.states[index], index in passes) for index in sorted(set(spread))]
    next_ones = [Moment(run.after(run.states[index]), is_pass=False) for index in passes]
    return sorted([*moments, *next_ones], key=lambda moment: moment.state.epoch)
