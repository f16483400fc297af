"""Epochs as TensorFlow Playground makes them: examples in a fixed order, a step after every batch.

What is left of a batch at the end of an epoch is no step of its own: its gradients wait for those
of the first batch of the next epoch, and count with them in one mean. Nothing moves in between, so
here the first step of every epoch but the first takes those examples too. A set that is smaller
than a batch never makes a step.

The pass is that of `backprop.training`, which says how it is made fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.optimisers import Adam
from backprop.training.column_pass import ColumnPass, columns_of
from backprop.training.step_calls import change_calls, gradient_factors

from .regularisation import l1_calls, l2_calls

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.rules import Array
    from backprop.training.in_place_functions import Call


@dataclass(frozen=True)
class StepRule:
    """What makes a step of a gradient.

    Attributes:
        learning_rate: η.
        optimiser: `descent` or `adam`.
        momentum: α of descent, how much of a step the next one repeats.
        regularisation: `none`, `L1` or `L2`.
        regularisation_rate: λ.
        frozen: indices of parameters that no step moves.
    """

    learning_rate: float
    optimiser: str = "descent"
    momentum: float = 0.0
    regularisation: str = "none"
    regularisation_rate: float = 0.0
    frozen: tuple[int, ...] = ()


class FixedOrderEpochs:
    """The steps of one network on one set.

    Args:
        net: its parameters are the ones that steps move.
        training: examples to train on.
        batch_size: examples in a step.
        rule: what makes a step of a gradient.
        alive: `(P,)`, 0 for each weight that L1 has ended, 1 for the others; steps change it.
    """

    def __init__(
        self, net: Network, training: Dataset, batch_size: int, rule: StepRule, alive: Array
    ) -> None:
        self._net, self._rule = net, rule
        self._parameters = net.parameters
        size = net.parameters.size
        self._motion = np.zeros(2 * size)
        rates = np.full(size, rule.learning_rate)
        rates[list(rule.frozen)] = 0
        self._adam = Adam(net.parameters, rates)
        self.moments = (self._motion[:size], np.zeros(size))
        """Δw of the step before, and zeros; of Adam its two running means."""
        if rule.optimiser == "adam":
            self.moments = (self._adam.first_moment, self._adam.second_moment)
        self._alive = alive
        self._count, self._batch_size = len(training), batch_size
        self.steps = self._count // batch_size
        """Steps in an epoch."""
        self._passes: dict[int, tuple[ColumnPass, list[Call]]] = {}
        x, t = columns_of(net, training)
        self._calls = [self._calls_for(x, t, self.examples(0, k)) for k in range(self.steps)]
        self._carried_over = [] if not self.steps else self._calls[0]
        if self.steps and self._count % batch_size:
            self._carried_over = self._calls_for(x, t, self.examples(1, 0))
        self._later = [call for step in self._calls[1:] for call in step]

    def examples(self, epoch: int, number: int) -> NDArray[np.intp]:
        """Which examples a step of an epoch goes by, both counted from 0."""
        size = self._batch_size
        batch = np.arange(number * size, (number + 1) * size)
        if epoch == 0 or number > 0:
            return batch
        return np.concatenate([np.arange(self.steps * size, self._count), batch])

    def go_to(self, steps: int, velocity: Array, squares: Array) -> None:
        """Go on after so many steps of a run, with the moments that it had."""
        self._adam.steps = steps
        self.moments[0][:], self.moments[1][:] = velocity, squares

    def epoch(self, number: int) -> None:
        """Make all steps of an epoch, counted from 0. Numbers that overflow stay for the caller."""
        if self.steps:
            self.step(number, 0)
            for call in self._later:
                call()

    def step(self, epoch: int, number: int) -> None:
        """Make one step of an epoch, both counted from 0."""
        for call in self._calls[number] if number or not epoch else self._carried_over:
            call()

    def _calls_for(self, x: Array, t: Array, examples: NDArray[np.intp]) -> list[Call]:
        """Calls of one step on some of the columns."""
        passes = self._passes
        x, t = np.ascontiguousarray(x[:, examples]), np.ascontiguousarray(t[:, examples])
        columns = x.shape[1]
        if columns not in passes:
            layout, size = self._net.layout, self._parameters.size
            matrices = layout.folded(self._parameters), layout.folded(self._motion[size:])
            made = ColumnPass(self._net, *matrices, columns)
            passes[columns] = made, self._update_calls(made)
        batch, update = passes[columns]
        return batch.forward_calls(x, t) + batch.backward_calls(x) + update

    def _update_calls(self, batch: ColumnPass) -> list[Call]:
        rule, w = self._rule, self._parameters
        factors = gradient_factors(batch, self._net.layout, rule.frozen)
        change, gradient = self._motion[: w.size], self._motion[w.size :]
        if rule.optimiser == "adam":
            move: list[Call] = [
                partial(np.multiply, gradient, factors, gradient),
                partial(self._adam.step, gradient),
            ]
        else:
            move = change_calls(self._motion, -rule.learning_rate * factors, rule.momentum)
            move.append(partial(np.add, w, change, w))
        if rule.regularisation == "none":
            return move
        if rule.regularisation == "L2":
            before, after = l2_calls(w, self._pull())
        else:
            before, after = l1_calls(w, self._pull(), self._alive)
        return before + move + after

    def _pull(self) -> Array:
        """ηλ for each weight that may move, and 0 for the other parameters, `(P,)`."""
        pull = np.zeros(self._parameters.size)
        for weights in self._net.split(pull).weights:
            weights[:] = self._rule.learning_rate * self._rule.regularisation_rate
        pull[list(self._rule.frozen)] = 0
        return pull


class Measure:
    """The loss of a network on a set, the mean over the examples."""

    def __init__(self, net: Network, dataset: Dataset) -> None:
        x, t = columns_of(net, dataset)
        matrices = net.layout.folded(net.parameters)
        whole = ColumnPass(net, matrices, matrices, len(dataset))
        self._calls = whole.forward_calls(x, t) + whole.loss_calls(t)
        self._measure, self._share = whole.loss_measure(), whole.loss_share

    def __call__(self) -> float:
        """The loss with the parameters as they are."""
        for call in self._calls:
            call()
        return float(self._measure()) * self._share
