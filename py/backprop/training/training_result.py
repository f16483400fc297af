"""Where a training run stands, and what it did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import number_text

from .stopping_rules import TrainingEnd, count_of

if TYPE_CHECKING:
    from backprop.core.rules import Array


@dataclass(frozen=True)
class TrainingState:
    """Where a run stands: all that is needed to go on from it.

    Attributes:
        epoch: how many epochs are done.
        parameters: `(P,)`.
        velocity: `(P,)`, the last Δw.
        best_loss: the lowest loss from epoch 0 to this one; of the held-out set, if there is one.
        best_epoch: the first epoch that had it.
        plateau_loss: the loss has stayed within 2% of this one
        plateau_epoch: since this epoch.
    """

    epoch: int
    parameters: Array
    velocity: Array
    best_loss: float
    best_epoch: int
    plateau_loss: float
    plateau_epoch: int


@dataclass(frozen=True, repr=False)
class TrainingResult:
    """What a run did.

    Attributes:
        losses: one for each epoch done: the loss of the whole set before its first step.
        held_out_losses: the same of the held-out set, if there is one.
        parameters_before, parameters_after: `(P,)` each.
        state: where the run stands now.
        loss: of the parameters in `state`.
        ended: the rule that stopped the run.
        stuck: a plateau that gradient descent will not leave soon, if this is one.
        seconds: time spent in epochs.
    """

    losses: Array
    held_out_losses: Array | None
    parameters_before: Array
    parameters_after: Array
    state: TrainingState
    loss: float
    ended: TrainingEnd
    stuck: TrainingEnd | None
    seconds: float

    def __repr__(self) -> str:
        first = self.losses[0] if len(self.losses) else self.loss
        losses = f"loss {number_text(first)} → {number_text(self.loss)}"
        return f"<TrainingResult of {count_of(len(self.losses))}: {losses}. {self.ended.sentence}>"

    def _repr_svg_(self) -> str:
        from backprop.core.notebook.loss_curve import loss_curve_svg  # noqa: PLC0415 - a page has none

        losses = np.append(self.losses, self.loss)
        first = self.state.epoch - len(self.losses)
        return loss_curve_svg(losses, self.held_out_losses, first, repr(self)[1:-1])
