"""One run of TensorFlow Playground: its points, its network, its training.

All random numbers come from one text, in this order: the points, their order, the weights. So a
link opens here with the numbers that it has on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.datasets import Dataset
from backprop.core.limits import require
from backprop.core.network import BackwardPass, ForwardPass
from backprop.core.number_text import count_text, number_text

from .broken_law import output_curvature, overflow_of, step_size_law, weight_decay_law
from .chance import SeededRandom
from .features import features_of
from .first_network import first_network
from .fixed_order_epochs import FixedOrderEpochs, Measure, StepRule
from .run_state import LossCurve, PlaygroundState
from .sets.points import drawn_points, split, targets_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from backprop.core.parameter_layout import Address
    from backprop.core.rules import Array

    from .settings import Settings

CHUNK = 32
"""Epochs made between two looks at the numbers, at most."""


class Playground:
    """A network of TensorFlow Playground with its points; `run` trains it.

    Attributes:
        settings: what decides the run.
        not_taken_over: sentences on the parts of a link that mean something else here, or nothing.
        network: its inputs are the features, its parameters those that training moves.
        training, test: examples as the network takes them.
        training_points, test_points: `(examples, 2)`, the same examples in the plane.
        epoch: how many epochs are done.
    """

    def __init__(self, settings: Settings, not_taken_over: Iterable[str] = ()) -> None:
        self.settings = settings
        self.not_taken_over = tuple(not_taken_over)
        random = SeededRandom(settings.seed)
        examples = split(drawn_points(settings, random), random, settings.training_percent)
        self.training_points, self.test_points = (table[:, :2] for table in examples)
        self.training, self.test = (
            Dataset(
                settings.dataset,
                features_of(table, settings.features),
                targets_of(table[:, 2], settings.class_count),
            )
            for table in examples
        )
        self.network = first_network(settings, random)
        self._first = self.network.parameters.copy()
        self._alive = np.ones_like(self._first)
        self._frozen: tuple[int, ...] = ()
        self._measures = Measure(self.network, self.training), Measure(self.network, self.test)
        self._epochs = self._new_epochs()
        self.epoch = self._step = 0

    def __repr__(self) -> str:
        sizes = "-".join(map(str, self.network.layer_sizes))
        losses = f"{number_text(self.training_loss)}, of the test {number_text(self.test_loss)}"
        done = f"{count_text(self.epoch)} {'epoch' if self.epoch == 1 else 'epochs'}"
        return f"<Playground {self.settings.dataset}, {sizes}: loss {losses} after {done}>"

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
        require("batch_size", measure_every, "measure_every")
        self._require_sound()
        last, ended = self.epoch + epochs, None
        rows: list[tuple[int, float, float]] = []
        with np.errstate(all="ignore"):
            while self.epoch < last and ended is None:
                before = self.state
                count = min(last - self.epoch, CHUNK)
                fresh = self._made(count, measure_every, last)
                if not (self._is_sound() and np.isfinite(fresh).all()):
                    self.go_to(before)
                    fresh = self._sound_epochs(count, measure_every)
                    ended = self._broken_law(before)
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
        """Go on from a state of this run or of another with the same settings."""
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
        return tuple(addresses[index] for index in self._frozen)

    @frozen.setter
    def frozen(self, addresses: Iterable[Address]) -> None:
        all_of_them = self.network.layout.addresses()
        wanted = set(addresses)
        unknown = wanted - set(all_of_them)
        if unknown:
            raise ValueError(f"frozen: the network has no parameter {min(unknown, key=str)}")
        self._frozen = tuple(i for i, address in enumerate(all_of_them) if address in wanted)
        state = self.state
        self._epochs = self._new_epochs()
        self.go_to(state)

    def passes(
        self, point: npt.ArrayLike, target: npt.ArrayLike
    ) -> tuple[ForwardPass, BackwardPass]:
        """Both passes of one example, with every activation and every gradient.

        Args:
            point: its two coordinates.
            target: its label, a number for each output.

        Raises:
            ValueError: the shapes are others.
        """
        inputs = self.features_at(point)
        forward = self.network.forward(inputs)
        return forward, self.network.backward(forward, np.atleast_1d(target))

    def features_at(self, points: npt.ArrayLike) -> Array:
        """The network's inputs at points `(points, 2)`, or at one: a row for each."""
        rows = np.atleast_2d(np.asarray(points, dtype=np.float64))
        if rows.ndim != 2 or rows.shape[1] != 2:
            raise ValueError("a point must be two numbers")
        return features_of(rows, self.settings.features)

    def _new_epochs(self) -> FixedOrderEpochs:
        batch_size = int(self.settings.batch_size)
        return FixedOrderEpochs(self.network, self.training, batch_size, self._rule, self._alive)

    @property
    def _rule(self) -> StepRule:
        chosen = self.settings
        return StepRule(
            chosen.learning_rate,
            chosen.optimiser,
            chosen.momentum,
            chosen.regularisation,
            chosen.regularisation_rate,
            self._frozen,
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

    def _made(self, count: int, measure_every: int, last: int) -> list[tuple[int, float, float]]:
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

    def _sound_epochs(self, count: int, measure_every: int) -> list[tuple[int, float, float]]:
        """Make epochs up to the last after which all numbers are finite."""
        rows = []
        for _ in range(count):
            before = self.state
            row = self._made(1, 1, self.epoch + 1)
            if not (self._is_sound() and np.isfinite(row).all()):
                self.go_to(before)
                break
            rows += row
        return [row for row in rows if row[0] % measure_every == 0 or row is rows[-1]]

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
        here, rule, law = self.state, self._rule, weight_decay_law(self._rule)
        self.go_to(since)
        while True:
            chosen = self._epochs.examples(self.epoch, self._step)
            x, t = self.training.inputs[chosen], self.training.targets[chosen]
            number = self.epoch * self._epochs.steps + self._step + 1
            if law is None and self.network.activations[-1] == "linear":
                κ = output_curvature(self.network, x, self._frozen)
                law = step_size_law(rule, κ, number)
            before = self.state
            if not self._make_step():
                break
        self.go_to(before)
        told = overflow_of(self.network, x, t, number)
        self.go_to(here)
        return f"{law} {told}" if law else told
