"""Training by the rules of TensorFlow Playground: whole epochs and single steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.limits import LIMITS, Limit, breach, require

from .broken_law import output_curvature, overflow_of, step_size_law, weight_decay_law
from .fixed_order_epochs import FixedOrderEpochs, Measure
from .run_state import LossCurve, PlaygroundState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.parameter_layout import Address

    from .fixed_order_epochs import StepRule

CHUNK = 32
"""Epochs made between two looks at the numbers, at most."""

MOST_LOOKED_THROUGH = 2_000
"""Steps before an overflow that are made once more to find the law that they broke, about."""

MEASURE_EVERY = Limit(1, LIMITS["epochs"].maximum, True)

Losses = tuple[int, float, float]
"""How many epochs were done, and then the losses of the training and of the test set."""


class TrainingRun:
    """A network that is trained on one set and measured on two.

    Attributes:
        network: its parameters are those that training moves.
        training, test: examples as the network takes them.
        epoch: how many epochs are done.
    """

    def __init__(
        self, network: Network, training: Dataset, test: Dataset, batch_size: int, rule: StepRule
    ) -> None:
        self.network, self.training, self.test = network, training, test
        self._batch_size, self._rule = batch_size, rule
        self._first = network.parameters.copy()
        self._alive = np.ones_like(self._first)
        self._measures = Measure(network, training), Measure(network, test)
        self._epochs = self._new_epochs()
        self.epoch = self._step = 0

    @property
    def training_loss(self) -> float:
        """The mean over the examples to train on, without what regularisation adds.

        Of each it is ½(ŷ − t)², with more than two classes the cross-entropy.
        """
        return self._measured()[0]

    @property
    def test_loss(self) -> float:
        """The same of the examples to test by."""
        return self._measured()[1]

    def run(self, epochs: int, *, measure_every: int = 1) -> LossCurve:
        """Train for some epochs; one that steps have begun is finished first, as the first of them.

        Args:
            epochs: 0 to 1,000,000.
            measure_every: epochs between two measurements of both losses, from 1 on. The last
                epoch is always measured.

        Returns:
            The losses. When numbers overflow, the run ends after the last epoch in which everything
            was finite, and `ended` tells which law was broken.

        Raises:
            ValueError: an argument is out of its range, or a loss is not finite as it stands.
        """
        require("epochs", epochs)
        wrong = breach(MEASURE_EVERY, measure_every)
        if wrong is not None:
            raise ValueError(f"measure_every {wrong.words}")
        self._require_sound()
        last, ended = self.epoch + epochs, None
        rows: list[Losses] = []
        with np.errstate(all="ignore"):
            while self.epoch < last and ended is None:
                before = self.state
                count = min(last - self.epoch, CHUNK)
                fresh = self._made(count, measure_every, last)
                if not (self._is_sound() and np.isfinite(fresh).all()):
                    self.go_to(before)
                    fresh, since = self._sound_epochs(count, measure_every)
                    ended = self._broken_law(since)
                rows += fresh
        table = np.array(rows, dtype=np.float64).reshape(-1, 3)
        return LossCurve(table[:, 0].astype(np.int64), table[:, 1], table[:, 2], ended)

    def step(self, steps: int = 1) -> str | None:
        """Make some steps, one for each batch.

        Returns:
            None, or a sentence on the law that was broken; then the parameters are those before
            the step in which numbers overflowed.

        Raises:
            ValueError: as in `run`.
        """
        require("epochs", steps, "steps")
        self._require_sound()
        with np.errstate(all="ignore"):
            for _ in range(steps):
                before = self.state
                if not self._make_step():
                    self.go_to(before)
                    return self._broken_law(before)
        return None

    @property
    def state(self) -> PlaygroundState:
        """Where the run stands; a copy."""
        arrays = (self.network.parameters, self._alive, *self._epochs.moments)
        return PlaygroundState(self.epoch, self._step, *(array.copy() for array in arrays))

    def go_to(self, state: PlaygroundState) -> None:
        """Go on from a state of this run or of another with the same settings.

        Raises:
            ValueError: an entry does not go with this run.
        """
        require("epoch", state.epoch)
        if not 0 <= state.step < max(1, self._epochs.steps):
            raise ValueError(f"step must be from 0 to below {max(1, self._epochs.steps)}")
        for name in ("alive", "velocity", "squares"):
            if getattr(state, name).shape != self._first.shape:
                raise ValueError(f"{name} must have shape {self._first.shape}, as parameters have")
        self.network.parameters = state.parameters
        self._alive[:] = state.alive
        self.epoch, self._step = state.epoch, state.step
        steps = state.epoch * self._epochs.steps + state.step
        self._epochs.go_to(steps, state.velocity, state.squares)

    def restart(self) -> None:
        """Go back to the first weights; what is frozen stays so."""
        ones, zeros = np.ones_like(self._first), np.zeros_like(self._first)
        self.go_to(PlaygroundState(0, 0, self._first, ones, zeros, zeros))

    @property
    def frozen(self) -> tuple[Address, ...]:
        """What no step moves, as (layer, source, target); a bias has no source."""
        addresses = self.network.layout.addresses()
        return tuple(addresses[index] for index in self._rule.frozen)

    @frozen.setter
    def frozen(self, addresses: Iterable[Address]) -> None:
        indices = sorted({self._index_of(address, "frozen") for address in addresses})
        self._rule = replace(self._rule, frozen=tuple(indices))
        state = self.state
        self._epochs = self._new_epochs()
        self.go_to(state)

    def change(self, address: Address, value: float) -> None:
        """Give a parameter another value; a weight that L1 has ended may move again.

        Args:
            address: (layer, source, target); a bias has no source.
            value: −1,000,000 to 1,000,000.

        Raises:
            ValueError: there is no such parameter, or the value is out of its range.
        """
        require("weight", value, "value")
        index = self._index_of(address, "address")
        self.network.parameters[index] = value
        self._alive[index] = 1

    def _index_of(self, address: Address, name: str) -> int:
        addresses = self.network.layout.addresses()
        if address not in addresses:
            raise ValueError(f"{name}: the network has no parameter {address}")
        return addresses.index(address)

    def _new_epochs(self) -> FixedOrderEpochs:
        return FixedOrderEpochs(
            self.network, self.training, self._batch_size, self._rule, self._alive
        )

    def _measured(self) -> tuple[float, float]:
        with np.errstate(all="ignore"):
            return self._measures[0](), self._measures[1]()

    def _require_sound(self) -> None:
        if not self._is_sound():
            raise ValueError("network: with its parameters a loss is not finite")

    def _is_sound(self) -> bool:
        return bool(
            np.isfinite(self.network.parameters).all() and np.isfinite(self._measured()).all()
        )

    def _made(self, count: int, measure_every: int, last: int) -> list[Losses]:
        """Make so many epochs; where losses are measured, the epochs done by then and both."""
        rows = []
        for _ in range(count):
            if self._step:
                self._finish_epoch()
            else:
                self._epochs.epoch(self.epoch)
                self.epoch += 1
            if self.epoch == last or self.epoch % measure_every == 0:
                rows.append((self.epoch, *self._measured()))
        return rows

    def _finish_epoch(self) -> None:
        for number in range(self._step, self._epochs.steps):
            self._epochs.step(self.epoch, number)
        self.epoch, self._step = self.epoch + 1, 0

    def _sound_epochs(self, count: int, measure_every: int) -> tuple[list[Losses], PlaygroundState]:
        """Make epochs up to the last after which all numbers are finite.

        Returns:
            The losses, and a state from which it is not far to the overflow.
        """
        rows: list[Losses] = []
        states = [self.state]
        for _ in range(count):
            row = self._made(1, 1, self.epoch + 1)
            if not (self._is_sound() and np.isfinite(row).all()):
                break
            rows += row
            states.append(self.state)
        self.go_to(states[-1])
        epochs = MOST_LOOKED_THROUGH // self._epochs.steps
        since = states[max(0, len(states) - 1 - epochs)]
        kept = [row for row in rows if row[0] % measure_every == 0 or row is rows[-1]]
        return kept, since

    def _make_step(self) -> bool:
        """Make one step; whether all numbers are finite then."""
        if not self._epochs.steps:
            return True
        self._epochs.step(self.epoch, self._step)
        self._step += 1
        if self._step == self._epochs.steps:
            self.epoch, self._step = self.epoch + 1, 0
        return self._is_sound()

    def _broken_law(self, since: PlaygroundState) -> str:
        """Say why numbers overflow after a state in which they were finite; the run stays here."""
        here, rule = self.state, self._rule
        law = weight_decay_law(rule)
        self.go_to(since)
        while True:
            chosen = self._epochs.examples(self.epoch, self._step)
            x, t = self.training.inputs[chosen], self.training.targets[chosen]
            number = self.epoch * self._epochs.steps + self._step + 1
            if law is None and self.network.activations[-1] == "linear":
                κ = output_curvature(self.network, x, rule.frozen)
                law = step_size_law(rule, κ, number)
            before = self.state
            if not self._make_step():
                break
        self.go_to(before)
        told = overflow_of(self.network, x, t, number)
        self.go_to(here)
        return f"{law} {told}" if law else told
