"""When to stop training, and how to say why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import count_text, number_text, texts_apart

if TYPE_CHECKING:
    from backprop.core.rules import Array


@dataclass(frozen=True)
class TrainingEnd:
    """Why training ended, or what is wrong with it.

    `rule` is `loss_below`, `no_improvement`, `epoch_limit`, `time_limit`, `diverged` or `stuck`;
    `epoch` is where the run stands; `sentence` is for the reader.
    """

    rule: str
    epoch: int
    sentence: str


@dataclass(frozen=True)
class StoppingRules:
    """Rules that are judged at every epoch; None switches one off."""

    loss_below: float | None = None
    no_improvement_for: int | None = None
    epoch_limit: int | None = None

    def first_fired(
        self, epoch: int, losses: Array, watched: Array, best: tuple[float, int]
    ) -> TrainingEnd | None:
        """Return the first rule that these epochs break, or None.

        Args:
            epoch: number of the first of them.
            losses: one for each, of the training set.
            watched: one for each, of the set whose improvement counts.
            best: lowest watched loss before them, and its epoch.
        """
        fired: list[tuple[int, TrainingEnd]] = []
        if self.loss_below is not None:
            below = np.flatnonzero(losses < self.loss_below)
            if below.size:
                fired.append(
                    (0, _below(epoch + int(below[0]), losses.item(below[0]), self.loss_below))
                )
        if self.no_improvement_for is not None:
            at, since, value = last_improvements(epoch, watched, best)
            stale = np.flatnonzero(at - since >= self.no_improvement_for)
            if stale.size:
                i = int(stale[0])
                fired.append((1, _stale(int(at[i]), int(since[i]), float(value[i]))))
        if self.epoch_limit is not None and epoch + len(losses) - 1 >= self.epoch_limit:
            limit = max(epoch, self.epoch_limit)
            fired.append((2, TrainingEnd("epoch_limit", limit, f"All {count_of(limit)} are done.")))
        if not fired:
            return None
        return min(fired, key=lambda rule: (rule[1].epoch, rule[0]))[1]


def _below(epoch: int, loss: float, threshold: float) -> TrainingEnd:
    reached, asked = texts_apart(loss, threshold)
    return TrainingEnd(
        "loss_below", epoch, f"After {count_of(epoch)} the loss is {reached}, below {asked}."
    )


def _stale(epoch: int, since: int, value: float) -> TrainingEnd:
    return TrainingEnd(
        "no_improvement",
        epoch,
        f"No lower loss for {count_of(epoch - since)}: the lowest, {number_text(value)}, was that "
        f"of epoch {count_text(since)}.",
    )


def last_improvements(
    epoch: int, watched: Array, best: tuple[float, int]
) -> tuple[Array, Array, Array]:
    """Return for each epoch its number, the epoch of the lowest loss so far, and that loss."""
    at = epoch + np.arange(len(watched), dtype=np.float64)
    lowest: Array = np.minimum.accumulate(np.concatenate([[best[0]], watched]))
    since: Array = np.maximum.accumulate(np.where(watched < lowest[:-1], at, best[1]))
    return at, since, lowest[1:]


def gains(losses: Array, window: int) -> Array:
    """How much of itself the loss has lost over the last `window` epochs, for each epoch.

    Args:
        losses: one for each epoch from 0 on.
        window: so many epochs back, from 1 on.

    Returns:
        `(E(e − window) − E(e)) / E(e − window)`, the same length as `losses`; NaN before epoch
        `window`, and where the earlier loss is 0.
    """
    gained = np.full(len(losses), np.nan)
    before = losses[:-window]
    np.divide(before - losses[window:], before, out=gained[window:], where=before != 0)
    return gained


def first_small_gain(losses: Array, window: int, least: float) -> int | None:
    """Return the first epoch whose gain (see `gains`) is below `least`: diminishing returns."""
    small = np.flatnonzero(gains(losses, window) < least)
    return int(small[0]) if small.size else None


def count_of(epochs: int) -> str:
    """Return "1 epoch", "2,000 epochs"."""
    return f"{count_text(epochs)} epoch{'' if epochs == 1 else 's'}"
