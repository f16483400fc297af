"""Training at speed: one epoch as a list of NumPy calls whose operands all exist beforehand.

`Network.forward` and `backward` are the readable statement of what happens here; a test holds
the two together. In a browser a call into NumPy costs far more than its arithmetic on a small
network, so this module makes as few calls as it can and lets each do as much as it can:

* Unit-major. A row is a unit, a column an example: every slice below is contiguous.
* Biases are weights from a unit that is always 1. In the flat vector a layer's biases follow its
  weights row by row, so weights and biases are one matrix as they stand, and direct links from
  the input, last in the vector, are more rows of the last one.
* The activations of all layers lie in one buffer: their derivatives come in one stroke.
* Every operand is an array of the full shape, and every result has its place (`out`).
* A sign costs nothing where it can be carried: a sigmoid wants e^(−z), so the layer before it is
  stored negated. What is owed is settled by the step's factors, one for each parameter.
* Velocity and gradient are halves of one vector: one product gives both terms of the step.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from .column_pass import ColumnPass, columns_of
from .example_order import ExampleOrder
from .step_calls import change_calls, gradient_factors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.rules import Array

    from .in_place_functions import Call


class CompiledEpochs:
    """The epochs of one training run, each the same list of calls.

    `parameters`, `velocity` and `gradient` (the last scaled, see above) are views of the
    buffers of this object; write into the first two to move the run elsewhere.

    Args:
        net: gives sizes, rules and first parameters; it is read, never changed.
        dataset: examples to train on.
        learning_rate: η.
        momentum: α.
        batch_size: examples in a step; None or too many: all, in their own order.
        seed: decides the order of the examples in each epoch.
        held_out: examples that are only measured.
        frozen: indices of parameters that no step moves.
    """

    def __init__(
        self,
        net: Network,
        dataset: Dataset,
        learning_rate: float,
        momentum: float,
        batch_size: int | None,
        seed: int,
        held_out: Dataset | None = None,
        frozen: Sequence[int] = (),
    ) -> None:
        count, size = len(dataset), net.parameters.size
        self._rule = (learning_rate, momentum)
        self._frozen = frozen
        self._count = count
        self._motion = np.zeros(2 * size)
        self.parameters = net.parameters.copy()
        self.velocity, self.gradient = self._motion[:size], self._motion[size:]
        self._layout = net.layout

        x, t = columns_of(net, dataset)
        self._whole = self._column_pass(net, count)
        self._measuring = self._whole.forward_calls(x, t) + self._whole.loss_calls(t)
        self._measure = self._whole.loss_measure()
        self._calls = list(self._measuring)
        self._order: ExampleOrder | None = None
        self._batch_size = count if batch_size is None else min(batch_size, count)
        if self._batch_size == count:
            self._calls += self._whole.backward_calls(x) + self._update_calls(self._whole)
        else:
            self._order = ExampleOrder(x, t, seed)
            self._calls += self._batch_calls(net, self._order)

        self._measure_held_out: Callable[[], Any] | None = None
        self._held_out_share = 1.0
        if held_out is not None:
            x, t = columns_of(net, held_out)
            other = self._column_pass(net, len(held_out))
            self._measuring_held_out = other.forward_calls(x, t) + other.loss_calls(t)
            self._calls = self._measuring_held_out + self._calls
            self._measure_held_out = other.loss_measure()
            self._held_out_share = other.loss_share

    def train(self, epoch: int, losses: Array, held_out_losses: Array | None = None) -> None:
        """Train for `len(losses)` epochs, the first of them numbered `epoch`.

        Each epoch's loss is that of the whole set before the epoch's first step. Nothing is
        checked: numbers that overflow stay in `losses` for the caller to find.
        """
        calls, measure, order = self._calls, self._measure, self._order
        measure_held_out = self._measure_held_out
        with np.errstate(all="ignore"):
            for i in range(len(losses)):
                if order is not None:
                    order.lay_out(epoch + i)
                for call in calls:
                    call()
                losses[i] = measure()
                if held_out_losses is not None and measure_held_out is not None:
                    held_out_losses[i] = measure_held_out()
            losses *= self._whole.loss_share
            if held_out_losses is not None:
                held_out_losses *= self._held_out_share

    def loss(self) -> float:
        """Return the loss of the whole set with the parameters as they are."""
        with np.errstate(all="ignore"):
            for call in self._measuring:
                call()
            return float(self._measure()) * self._whole.loss_share

    def held_out_loss(self) -> float:
        """Return the loss of the held-out set with the parameters as they are."""
        if self._measure_held_out is None:
            raise ValueError("nothing is held out")
        with np.errstate(all="ignore"):
            for call in self._measuring_held_out:
                call()
            return float(self._measure_held_out()) * self._held_out_share

    @property
    def steps(self) -> int:
        """How many steps an epoch has: one for each batch, the last perhaps smaller."""
        return -(-self._count // self._batch_size)

    def batches(self, epoch: int) -> list[NDArray[np.intp]]:
        """Return which examples make up each step of an epoch, in order."""
        if self._order is None:
            return [np.arange(self._batch_size)]
        order, size = self._order.of(epoch), self._batch_size
        return [order[start : start + size] for start in range(0, len(order), size)]

    def _column_pass(self, net: Network, columns: int) -> ColumnPass:
        return ColumnPass(
            net,
            self._layout.folded(self.parameters),
            self._layout.folded(self.gradient),
            columns,
        )

    def _batch_calls(self, net: Network, order: ExampleOrder) -> list[Call]:
        """Calls of one epoch's steps, each on a slice of the examples as they are laid out."""
        calls: list[Call] = []
        passes: dict[int, tuple[ColumnPass, list[Call]]] = {}  # the last batch may be smaller
        count, size = order.x.shape[1], self._batch_size
        for start in range(0, count, size):
            x, t = order.x[:, start : start + size], order.t[:, start : start + size]
            columns = x.shape[1]
            if columns not in passes:
                made = self._column_pass(net, columns)
                passes[columns] = made, self._update_calls(made)
            batch, update = passes[columns]
            calls += batch.forward_calls(x, t) + batch.backward_calls(x) + update
        return calls

    def _update_calls(self, batch: ColumnPass) -> list[Call]:
        """Calls from the gradient to the changed parameters: Δw = −η g + α Δw."""
        η, α = self._rule
        factors = -η * gradient_factors(batch, self._layout, self._frozen)
        return [
            *change_calls(self._motion, factors, α),
            partial(np.add, self.parameters, self.velocity, self.parameters),
        ]
