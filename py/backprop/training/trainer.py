"""Training one network: epochs, when to stop, and what to say of it.

A run is described whole by a `TrainingState`: from equal states equal settings go on alike to
the last bit, however the epochs are cut into calls. Epochs are counted from 0 by how many are
done; the loss of epoch e is that of the whole set with the parameters after e epochs.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from backprop.core import limits
from backprop.core.datasets import Dataset, as_dataset
from backprop.core.number_text import duration_text

from .compiled_epoch import CompiledEpochs
from .divergence import first_failure
from .plateau import moved_to, stuck
from .stopping_rules import StoppingRules, TrainingEnd, count_of
from .training_result import TrainingResult, TrainingState

if TYPE_CHECKING:
    import numpy.typing as npt

    from backprop.core.network import Network
    from backprop.core.rules import Array

CHUNK = 256
"""Epochs trained between two looks at the losses, at most."""

CHUNK_SECONDS = 0.005
"""Time between two looks, about."""


class Trainer:
    """Trains a network in place by gradient descent with momentum: Δw(t) = −η g + α Δw(t−1).

    Args:
        net: the network; `run` begins with its parameters as they are and leaves the new ones.
        dataset: a `Dataset`, or inputs `(examples, n_in)` and targets `(examples, n_out)`.
        learning_rate: η, 0 to 100.
        momentum: α, 0 to 0.999.
        batch_size: examples in a step; 1 is "one by one", None the whole set.
        seed: decides, with the epoch's number and nothing else, the order of the examples.
        held_out: examples to measure by and not to train on.
        state: where to go on from; None: epoch 0, at rest.

    Raises:
        ValueError: an argument is out of its range, or shapes do not go together.
    """

    def __init__(
        self,
        net: Network,
        dataset: Dataset | tuple[npt.ArrayLike, npt.ArrayLike],
        learning_rate: float,
        momentum: float = 0.0,
        batch_size: int | None = None,
        seed: int = 0,
        *,
        held_out: Dataset | tuple[npt.ArrayLike, npt.ArrayLike] | None = None,
        state: TrainingState | None = None,
    ) -> None:
        limits.require("learning_rate", learning_rate)
        limits.require("momentum", momentum)
        limits.require("seed", seed)
        if batch_size is not None:
            limits.require("batch_size", batch_size)
        self.net = net
        self.dataset = as_dataset(dataset)
        self.held_out = None if held_out is None else as_dataset(held_out)
        self.learning_rate, self.momentum = float(learning_rate), float(momentum)
        self._compiled = CompiledEpochs(
            net, self.dataset, learning_rate, momentum, batch_size, seed, self.held_out
        )
        self._pace: float | None = None  # seconds an epoch
        self._epoch, self._best, self._plateau = 0, (np.inf, 0), (np.nan, 0)
        if state is not None:
            self.go_to(state)

    @property
    def state(self) -> TrainingState:
        """Where the run stands."""
        return TrainingState(
            self._epoch,
            self.net.parameters.copy(),
            self._compiled.velocity.copy(),
            *self._best,
            *self._plateau,
        )

    def go_to(self, state: TrainingState) -> None:
        """Go on from `state` in the next run."""
        self.net.parameters[:] = state.parameters
        self._compiled.velocity[:] = state.velocity
        self._epoch = state.epoch
        self._best = (state.best_loss, state.best_epoch)
        self._plateau = (state.plateau_loss, state.plateau_epoch)

    def run(
        self,
        epochs: int,
        *,
        loss_below: float | None = None,
        no_improvement_for: int | None = None,
        epoch_limit: int | None = None,
        time_limit: float | None = None,
    ) -> TrainingResult:
        """Train until a rule fires, `epochs` epochs at the most.

        Args:
            epochs: how many epochs to do in this call.
            loss_below: stop as soon as the loss is below this.
            no_improvement_for: stop when the lowest loss (of the held-out set, if there is one)
                is so many epochs old.
            epoch_limit: stop when the whole run has done so many epochs.
            time_limit: stop after so many seconds; one epoch at least is done.

        Returns:
            Losses and what changed. When numbers overflow, the state is the last one in which
            everything was finite, and `ended` tells which operation went wrong.
        """
        limits.require("epochs", epochs)
        rules = StoppingRules(loss_below, no_improvement_for, epoch_limit)
        compiled = self._compiled
        compiled.parameters[:] = self.net.parameters
        before = compiled.parameters.copy()
        kept: list[Array] = []
        kept_held_out: list[Array] = []
        first, began = self._epoch, perf_counter()
        last = first + epochs
        if epoch_limit is not None:
            last = max(first, min(last, epoch_limit))
        ended: TrainingEnd | None = None
        loss = np.nan
        while ended is None:
            spent = perf_counter() - began
            count = self._chunk(last - self._epoch, time_limit, spent)
            losses, held_out_losses, ended = self._play(count, rules)
            kept.append(losses[:-1])
            kept_held_out.append(held_out_losses[:-1])
            loss = float(losses[-1])
            if ended is None:
                ended = self._out_of_epochs_or_time(first, last, time_limit, began)
        seconds = perf_counter() - began
        self.net.parameters[:] = compiled.parameters
        return TrainingResult(
            losses=np.concatenate(kept),
            held_out_losses=None if self.held_out is None else np.concatenate(kept_held_out),
            parameters_before=before,
            parameters_after=compiled.parameters.copy(),
            state=self.state,
            loss=loss,
            ended=ended,
            stuck=self._stuck(ended),
            seconds=seconds,
        )

    def _out_of_epochs_or_time(
        self, first: int, last: int, time_limit: float | None, began: float
    ) -> TrainingEnd | None:
        done = self._epoch - first
        if self._epoch >= last:
            return TrainingEnd("epoch_limit", self._epoch, f"{count_of(done)} are done.")
        if time_limit is not None and perf_counter() - began >= time_limit:
            sentence = f"The time of {duration_text(time_limit)} was over after {count_of(done)}."
            return TrainingEnd("time_limit", self._epoch, sentence)
        return None

    def _stuck(self, ended: TrainingEnd) -> TrainingEnd | None:
        if ended.rule == "diverged":
            return None
        return stuck(
            self.net,
            self.dataset,
            self.learning_rate,
            self.momentum,
            self._compiled.steps,
            self._epoch,
            self._plateau,
        )

    def _chunk(self, left: int, time_limit: float | None, spent: float) -> int:
        """How many epochs to play before the next look at losses and clock."""
        if self._pace is None:
            return min(1, left)
        seconds = CHUNK_SECONDS
        if time_limit is not None:
            seconds = min(seconds, max(0.0, time_limit - spent))
        return min(left, CHUNK, max(1, int(seconds / self._pace)))

    def _play(self, count: int, rules: StoppingRules) -> tuple[Array, Array, TrainingEnd | None]:
        """Play `count` epochs, or up to the first that a rule stops or that ends in no number.

        Returns:
            The losses of the epochs from the one that the run stands at to the one it stands at
            then, both included, of the training set and of the set that is watched.
        """
        compiled, first = self._compiled, self._epoch
        p, v = compiled.parameters.copy(), compiled.velocity.copy()
        began = perf_counter()
        losses, watched = self._measured(count)
        if count:
            self._pace = max((perf_counter() - began) / count, 1e-7)
        ended = None
        if not (np.isfinite(losses).all() and np.isfinite(compiled.parameters).all()):
            count = self._sound_epochs(count, p, v)
            compiled.parameters[:], compiled.velocity[:] = p, v
            losses, watched = self._measured(count)
            ended = self._divergence(first + count)
        fired = rules.first_fired(first, losses, watched, self._best)
        if fired is not None and (ended is None or fired.epoch <= ended.epoch):
            ended, count = fired, fired.epoch - first
            compiled.parameters[:], compiled.velocity[:] = p, v
            losses, watched = self._measured(count)
        self._epoch = first + count
        lowest = int(watched.argmin())
        if watched[lowest] < self._best[0]:
            self._best = (float(watched[lowest]), first + lowest)
        if np.isnan(self._plateau[0]):
            self._plateau = (float(losses[0]), first)
        self._plateau = moved_to(self._plateau, first, losses)
        return losses, watched, ended

    def _measured(self, count: int) -> tuple[Array, Array]:
        """Play `count` epochs; return the losses before, between and after them."""
        losses, compiled = np.empty(count + 1), self._compiled
        if self.held_out is None:
            compiled.train(self._epoch, losses[:-1])
            losses[-1] = compiled.loss()
            return losses, losses
        watched = np.empty(count + 1)
        compiled.train(self._epoch, losses[:-1], watched[:-1])
        losses[-1], watched[-1] = compiled.loss(), compiled.held_out_loss()
        return losses, watched

    def _sound_epochs(self, count: int, p: Array, v: Array) -> int:
        """How many epochs from `p` and `v` on end in finite parameters and a finite loss."""
        compiled = self._compiled
        compiled.parameters[:], compiled.velocity[:] = p, v
        if not np.isfinite(compiled.loss()):  # nor does it help that a later loss may be finite
            return 0
        for done in range(count):
            compiled.train(self._epoch + done, np.empty(1))
            if not (np.isfinite(compiled.parameters).all() and np.isfinite(compiled.loss())):
                return done
        return count

    def _divergence(self, epoch: int) -> TrainingEnd:
        """Say what goes wrong after the sound state that the run is in."""
        compiled = self._compiled
        self.net.parameters[:] = compiled.parameters
        failure = first_failure(
            self.net,
            self.dataset,
            compiled.batches,
            compiled.velocity,
            self.learning_rate,
            self.momentum,
            epoch,
        )
        shown = f"The network is kept as it was after {count_of(epoch)}."
        return TrainingEnd("diverged", epoch, f"{failure} {shown}")
